//! What the home page tells: the new devices of late, and how often people signed in.

crate::dialect::migration! {
    up: [
        // When its user was told of the device; 0 for never. What it was, and from where it came then.
        "ALTER TABLE known_devices ADD COLUMN told_at BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE known_devices ADD COLUMN device TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE known_devices ADD COLUMN address TEXT NOT NULL DEFAULT ''",
        "CREATE INDEX audit_events_sign_ins ON audit_events (action, at, company_id)
         WHERE action IN ('sign_in.done', 'sign_in.failed')",
    ],
    down: [
        "DROP INDEX audit_events_sign_ins",
        "ALTER TABLE known_devices DROP COLUMN address",
        "ALTER TABLE known_devices DROP COLUMN device",
        "ALTER TABLE known_devices DROP COLUMN told_at",
    ],
}
