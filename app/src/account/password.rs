//! The change of one's own password.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    Refusal,
    credentials::{MAX_PASSWORD, Password},
    field::{Problem, Problems},
};

/// A new password, and the one until now.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PasswordChange {
    /// The password until now.
    #[schema(value_type = String)]
    pub current_password: Password,
    /// The password from now on.
    #[schema(value_type = String)]
    pub password: Password,
}

impl PasswordChange {
    /// Every field that cannot be right, where a new password has at least `shortest` characters.
    pub fn check(&self, shortest: usize) -> Result<(), Refusal> {
        let mut problems = Problems::default();
        problems.take("current_password", check_present(&self.current_password));
        problems.take("password", self.password.check_length(shortest));
        match problems.into_vec() {
            problems if problems.is_empty() => Ok(()),
            problems => Err(Refusal::Malformed(problems)),
        }
    }
}

/// Whether it can be somebody's password at all.
pub(super) fn check_present(password: &Password) -> Result<(), Problem> {
    match password.reveal() {
        "" => Err(Problem::Missing),
        // Nobody has chosen one of this length; hashing it would only cost.
        text if text.len() > 4 * MAX_PASSWORD => Err(Problem::WrongPassword),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::PasswordChange;
    use crate::{Refusal, credentials::Password};

    fn wrong(current: &str, new: &str) -> Vec<String> {
        let change = PasswordChange {
            current_password: Password::new(current),
            password: Password::new(new),
        };
        match change.check(15) {
            Err(Refusal::Malformed(problems)) => {
                problems.into_iter().map(|problem| problem.field).collect()
            }
            _ => Vec::new(),
        }
    }

    #[test]
    fn every_field_that_cannot_be_right_is_named() {
        assert_eq!(wrong("", "short"), ["current_password", "password"]);
        assert_eq!(
            wrong(&"x".repeat(2000), "walnut ferry october"),
            ["current_password"]
        );
        assert_eq!(wrong("old", "walnut ferry october"), [""; 0]);
    }
}
