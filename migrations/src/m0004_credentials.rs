//! Credentials: password hashes, authenticators with sealed secrets, hashed recovery codes.

crate::dialect::migration! {
    up: [
        "CREATE TABLE passwords (
            user_id BIGINT PRIMARY KEY REFERENCES users(id) ON DELETE CASCADE,
            hash TEXT NOT NULL,
            set_at BIGINT NOT NULL,
            must_change BOOLEAN NOT NULL DEFAULT FALSE
        )",
        // last_step: the newest time step of which a code was accepted; no code of it or before is accepted again.
        "CREATE TABLE authenticators (
            user_id BIGINT PRIMARY KEY REFERENCES users(id) ON DELETE CASCADE,
            secret TEXT NOT NULL,
            last_step BIGINT NOT NULL,
            bound_at BIGINT NOT NULL
        )",
        "CREATE TABLE recovery_codes (
            id {id},
            user_id BIGINT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
            code_hash TEXT NOT NULL,
            used_at BIGINT NOT NULL DEFAULT 0
        )",
        "CREATE UNIQUE INDEX recovery_codes_of_user ON recovery_codes (user_id, code_hash)",
    ],
    down: [
        "DROP TABLE recovery_codes",
        "DROP TABLE authenticators",
        "DROP TABLE passwords",
    ],
}
