//! Answers to creates that came with an `Idempotency-Key`, kept for a day.

crate::dialect::migration! {
    up: [
        "CREATE TABLE idempotency_keys (
            user_id BIGINT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
            key TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            status BIGINT NOT NULL,
            answer TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            PRIMARY KEY (user_id, key)
        )",
        "CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at)",
    ],
    down: ["DROP TABLE idempotency_keys"],
}
