//! Issued tokens, and the secrets that open them.

crate::dialect::migration! {
    up: [
        // No permissions listed: everything that its owner may do. Addresses with commas between; none for anywhere.
        "CREATE TABLE tokens (
            id {id},
            user_id BIGINT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            permissions TEXT NOT NULL,
            trusted_addresses TEXT NOT NULL,
            rotates BOOLEAN NOT NULL,
            created_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL,
            last_used_at BIGINT NOT NULL,
            last_used_from TEXT NOT NULL
        )",
        "CREATE INDEX tokens_of_user ON tokens (user_id, id)",
        "CREATE INDEX tokens_by_end ON tokens (expires_at)",
        // One of them is the present one; an earlier one that is presented again tells of a thief, or lasts a while.
        "CREATE TABLE token_secrets (
            secret_hash TEXT PRIMARY KEY,
            token_id BIGINT NOT NULL REFERENCES tokens (id) ON DELETE CASCADE,
            hint TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            replaced_at BIGINT NOT NULL,
            good_until BIGINT NOT NULL
        )",
        "CREATE INDEX token_secrets_of_token ON token_secrets (token_id)",
    ],
    down: [
        "DROP TABLE token_secrets",
        "DROP TABLE tokens",
    ],
}
