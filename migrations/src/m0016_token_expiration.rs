//! How long a user's tokens and app sessions last, exclusive login, and why sessions ended.

crate::dialect::migration! {
    up: [
        "ALTER TABLE users ADD COLUMN exclusive_login TEXT NOT NULL DEFAULT 'inherit'",
        // 0 leaves it to the policy class; the largest number is long-term.
        "ALTER TABLE users ADD COLUMN token_minutes BIGINT NOT NULL DEFAULT 0",
        // By the hash of its secret: only whoever presents the secret is told.
        "CREATE TABLE ended_sessions (
            secret_hash TEXT PRIMARY KEY,
            user_id BIGINT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
            ending TEXT NOT NULL,
            ended_at BIGINT NOT NULL
        )",
        "CREATE INDEX ended_sessions_of_user ON ended_sessions (user_id)",
        "CREATE INDEX ended_sessions_age ON ended_sessions (ended_at)",
    ],
    down: [
        "DROP TABLE ended_sessions",
        "ALTER TABLE users DROP COLUMN token_minutes",
        "ALTER TABLE users DROP COLUMN exclusive_login",
    ],
}
