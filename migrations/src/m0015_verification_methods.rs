//! The channel of a sign-in.

crate::dialect::migration! {
    up: ["ALTER TABLE login_flows ADD COLUMN channel TEXT NOT NULL DEFAULT 'web'"],
    down: ["ALTER TABLE login_flows DROP COLUMN channel"],
}
