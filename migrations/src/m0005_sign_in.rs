//! Getting in: links, login flows, sessions and throttles. Secrets are stored as hashes only.

crate::dialect::migration! {
    up: [
        "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
        "CREATE TABLE set_up_links (
            token_hash TEXT PRIMARY KEY,
            created_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL
        )",
        "CREATE TABLE links (
            id {id},
            user_id BIGINT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
            purpose TEXT NOT NULL,
            token_hash TEXT NOT NULL,
            email TEXT NOT NULL,
            mail_id BIGINT NOT NULL DEFAULT 0,
            created_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL,
            opened_at BIGINT NOT NULL DEFAULT 0,
            used_at BIGINT NOT NULL DEFAULT 0,
            voided_at BIGINT NOT NULL DEFAULT 0
        )",
        "CREATE UNIQUE INDEX links_token ON links (token_hash)",
        "CREATE INDEX links_of_user ON links (user_id, purpose, id)",
        // One live link of a purpose for a user, whatever happens.
        "CREATE UNIQUE INDEX links_live ON links (user_id, purpose) WHERE used_at = 0 AND voided_at = 0",
        "CREATE TABLE login_flows (
            token_hash TEXT PRIMARY KEY,
            purpose TEXT NOT NULL,
            user_id BIGINT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
            link_id BIGINT NOT NULL DEFAULT 0,
            second_factor_proved BOOLEAN NOT NULL DEFAULT FALSE,
            offer_declined BOOLEAN NOT NULL DEFAULT FALSE,
            pending_secret TEXT,
            codes_to_keep TEXT,
            steps_done BIGINT NOT NULL DEFAULT 0,
            tries BIGINT NOT NULL DEFAULT 0,
            expires_at BIGINT NOT NULL
        )",
        "CREATE INDEX login_flows_of_user ON login_flows (user_id)",
        "CREATE INDEX login_flows_expiry ON login_flows (expires_at)",
        "CREATE TABLE sessions (
            id {id},
            secret_hash TEXT NOT NULL,
            user_id BIGINT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
            channel TEXT NOT NULL,
            address TEXT NOT NULL,
            user_agent TEXT NOT NULL,
            previous_sign_in_at BIGINT NOT NULL DEFAULT 0,
            created_at BIGINT NOT NULL,
            last_seen_at BIGINT NOT NULL,
            expires_at BIGINT NOT NULL
        )",
        "CREATE UNIQUE INDEX sessions_secret ON sessions (secret_hash)",
        "CREATE INDEX sessions_of_user ON sessions (user_id, last_seen_at)",
        "CREATE INDEX sessions_expiry ON sessions (expires_at)",
        "CREATE TABLE known_devices (
            user_id BIGINT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
            device_hash TEXT NOT NULL,
            last_seen_at BIGINT NOT NULL,
            PRIMARY KEY (user_id, device_hash)
        )",
        "CREATE TABLE throttles (
            subject TEXT PRIMARY KEY,
            failures BIGINT NOT NULL,
            blocked_until BIGINT NOT NULL,
            last_failure_at BIGINT NOT NULL
        )",
        "CREATE INDEX throttles_age ON throttles (last_failure_at)",
    ],
    down: [
        "DROP TABLE throttles",
        "DROP TABLE known_devices",
        "DROP TABLE sessions",
        "DROP TABLE login_flows",
        "DROP TABLE links",
        "DROP TABLE set_up_links",
        "DROP TABLE settings",
    ],
}
