//! Log in as: as whom a session acts, and who was behind an audit event.

crate::dialect::migration! {
    up: [
        // 0 while it acts as nobody else. What is over stays until whoever acted has heard why.
        "ALTER TABLE sessions ADD COLUMN acting_as BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE sessions ADD COLUMN acting_since BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE sessions ADD COLUMN acting_until BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE sessions ADD COLUMN acting_reason TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE sessions ADD COLUMN acting_over TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE audit_events ADD COLUMN behind_id BIGINT",
        "ALTER TABLE audit_events ADD COLUMN behind_login_id TEXT NOT NULL DEFAULT ''",
        "CREATE INDEX audit_events_behind ON audit_events (behind_id, id)",
        "CREATE INDEX audit_events_behind_login ON audit_events (behind_login_id, id)",
    ],
    down: [
        "DROP INDEX audit_events_behind_login",
        "DROP INDEX audit_events_behind",
        "ALTER TABLE audit_events DROP COLUMN behind_login_id",
        "ALTER TABLE audit_events DROP COLUMN behind_id",
        "ALTER TABLE sessions DROP COLUMN acting_over",
        "ALTER TABLE sessions DROP COLUMN acting_reason",
        "ALTER TABLE sessions DROP COLUMN acting_until",
        "ALTER TABLE sessions DROP COLUMN acting_since",
        "ALTER TABLE sessions DROP COLUMN acting_as",
    ],
}
