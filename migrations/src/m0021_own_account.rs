//! One's own account: when a session's user last proved that it is they, and the authenticator they are setting up.

crate::dialect::migration! {
    up: [
        // 0 for sessions that were open before: they prove it before the next thing that asks.
        "ALTER TABLE sessions ADD COLUMN proved_at BIGINT NOT NULL DEFAULT 0",
        // What nobody asked for can be removed by whoever set it up.
        "ALTER TABLE authenticators ADD COLUMN by_choice BOOLEAN NOT NULL DEFAULT FALSE",
        "CREATE TABLE authenticator_set_ups (
            session_id BIGINT PRIMARY KEY REFERENCES sessions(id) ON DELETE CASCADE,
            secret TEXT NOT NULL,
            instead_of BIGINT NOT NULL,
            expires_at BIGINT NOT NULL
        )",
    ],
    down: [
        "DROP TABLE authenticator_set_ups",
        "ALTER TABLE authenticators DROP COLUMN by_choice",
        "ALTER TABLE sessions DROP COLUMN proved_at",
    ],
}
