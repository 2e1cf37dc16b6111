//! Trusted addresses of a user: addresses and networks with commas between; empty leaves it to the policy class.

crate::dialect::migration! {
    up: ["ALTER TABLE users ADD COLUMN trusted_addresses TEXT NOT NULL DEFAULT ''"],
    down: ["ALTER TABLE users DROP COLUMN trusted_addresses"],
}
