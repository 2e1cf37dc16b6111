//! Audit events. They keep the login IDs of that time, so that they tell the same after a deletion.

crate::dialect::migration! {
    up: [
        "CREATE TABLE audit_events (
            id {id},
            at BIGINT NOT NULL,
            action TEXT NOT NULL,
            succeeded BOOLEAN NOT NULL,
            actor_id BIGINT,
            actor_login_id TEXT NOT NULL DEFAULT '',
            subject_id BIGINT,
            subject_login_id TEXT NOT NULL DEFAULT '',
            company_id BIGINT,
            address TEXT NOT NULL,
            channel TEXT,
            request_id TEXT NOT NULL,
            details TEXT NOT NULL
        )",
        "CREATE INDEX audit_events_actor ON audit_events (actor_id, id)",
        "CREATE INDEX audit_events_subject ON audit_events (subject_id, id)",
        "CREATE INDEX audit_events_company ON audit_events (company_id, id)",
        "CREATE INDEX audit_events_action ON audit_events (action, id)",
        "CREATE INDEX audit_events_actor_login ON audit_events (actor_login_id, id)",
        "CREATE INDEX audit_events_subject_login ON audit_events (subject_login_id, id)",
        "CREATE INDEX audit_events_at ON audit_events (at, id)",
    ],
    down: ["DROP TABLE audit_events"],
}
