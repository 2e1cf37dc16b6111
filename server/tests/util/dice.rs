//! Numbers that look like chance and are the same each time.

use app::roles::{Channel, Permission, Permissions};

/// A row of numbers that look like chance and are the same each time.
pub struct Dice(u64);

impl Dice {
    /// The row of a number.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number, from 0 to `below`, which is left out.
    pub fn next(&mut self, below: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below
    }

    /// One of some things.
    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.next(of.len())]
    }

    /// Permissions that a company administrator may hold.
    pub fn permissions(&mut self, at_most: usize) -> Permissions {
        let mut set = Permissions::NONE;
        for _ in 0..self.next(at_most + 1) {
            let permission = self.one(Permission::ALL);
            if permission != Permission::OperatorManage {
                set.grant(permission, self.one(&Channel::ALL));
            }
        }
        set
    }
}
