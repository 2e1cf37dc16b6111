//! What users say of themselves, and e-mail addresses that are not confirmed yet.

crate::dialect::migration! {
    up: [
        "ALTER TABLE users ADD COLUMN user_group TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE users ADD COLUMN description TEXT NOT NULL DEFAULT ''",
        // One for a user. The one link confirms it and was mailed to the address to be, the other stops it and went to the
        // present one.
        "CREATE TABLE email_changes (
            user_id BIGINT PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
            email TEXT NOT NULL,
            confirm_hash TEXT NOT NULL,
            stop_hash TEXT NOT NULL,
            mail_id BIGINT NOT NULL,
            asked_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL
        )",
        "CREATE UNIQUE INDEX email_changes_confirm ON email_changes (confirm_hash)",
        "CREATE UNIQUE INDEX email_changes_stop ON email_changes (stop_hash)",
    ],
    down: [
        "DROP TABLE email_changes",
        "ALTER TABLE users DROP COLUMN description",
        "ALTER TABLE users DROP COLUMN user_group",
    ],
}
