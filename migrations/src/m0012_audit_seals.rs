//! What makes the trail tamper-evident: a mark on each event, seals over batches of events, and the head of their chain.

crate::dialect::migration! {
    up: [
        // Empty for what was recorded before there were marks; the first seals give those theirs.
        "ALTER TABLE audit_events ADD COLUMN mark TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE audit_events ADD COLUMN seal BIGINT",
        "CREATE TABLE audit_seals (
            number BIGINT PRIMARY KEY,
            sealed_at BIGINT NOT NULL,
            events BIGINT NOT NULL,
            members TEXT NOT NULL,
            digest TEXT NOT NULL,
            code TEXT NOT NULL
        )",
        "INSERT INTO settings (name, value) VALUES ('audit_head', '')",
        "CREATE INDEX audit_events_seal ON audit_events (seal, id)",
        "CREATE INDEX audit_events_succeeded ON audit_events (succeeded, id)",
        "CREATE INDEX audit_events_channel ON audit_events (channel, id)",
        "CREATE INDEX audit_events_address ON audit_events (address, id)",
        "CREATE INDEX audit_events_request ON audit_events (request_id, id)",
    ],
    down: [
        "DROP INDEX audit_events_request",
        "DROP INDEX audit_events_address",
        "DROP INDEX audit_events_channel",
        "DROP INDEX audit_events_succeeded",
        "DROP INDEX audit_events_seal",
        "DELETE FROM settings WHERE name = 'audit_head'",
        "DROP TABLE audit_seals",
        "ALTER TABLE audit_events DROP COLUMN seal",
        "ALTER TABLE audit_events DROP COLUMN mark",
    ],
}
