//! Who was told that their account ends: once for each number of days before, and once a day to administrators.

crate::dialect::migration! {
    up: [
        // With the date in the key, another date is told of anew.
        "CREATE TABLE expiry_warnings (
            user_id BIGINT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
            expires_at BIGINT NOT NULL,
            days BIGINT NOT NULL,
            warned_at BIGINT NOT NULL,
            reported BOOLEAN NOT NULL DEFAULT FALSE,
            PRIMARY KEY (user_id, expires_at, days)
        )",
        "CREATE INDEX expiry_warnings_to_report ON expiry_warnings (user_id) WHERE NOT reported",
        // A day, counted from 1970 in UTC, on which administrators were told.
        "CREATE TABLE expiry_reports (day BIGINT PRIMARY KEY)",
    ],
    down: ["DROP TABLE expiry_reports", "DROP TABLE expiry_warnings"],
}
