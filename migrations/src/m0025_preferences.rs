//! How users want dates to be written and typed, and the portal to look.

crate::dialect::migration! {
    up: [
        // Empty for how the language writes dates, and for ISO 8601 in typing them.
        "ALTER TABLE users ADD COLUMN date_output TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE users ADD COLUMN date_input TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE users ADD COLUMN theme TEXT NOT NULL DEFAULT 'system'",
    ],
    down: [
        "ALTER TABLE users DROP COLUMN theme",
        "ALTER TABLE users DROP COLUMN date_input",
        "ALTER TABLE users DROP COLUMN date_output",
    ],
}
