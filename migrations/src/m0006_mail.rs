//! The mail outbox. What a mail says is sealed, because links are in it, and erased once it is sent.

crate::dialect::migration! {
    up: [
        "CREATE TABLE mails (
            id {id},
            kind TEXT NOT NULL,
            recipient TEXT NOT NULL,
            recipient_name TEXT NOT NULL,
            language TEXT NOT NULL,
            user_id BIGINT,
            company_id BIGINT NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
            message_id TEXT NOT NULL,
            contents TEXT,
            state TEXT NOT NULL,
            attempts BIGINT NOT NULL DEFAULT 0,
            next_attempt_at BIGINT NOT NULL,
            claimed_until BIGINT NOT NULL DEFAULT 0,
            last_error TEXT,
            created_at BIGINT NOT NULL,
            sent_at BIGINT NOT NULL DEFAULT 0
        )",
        "CREATE INDEX mails_due ON mails (next_attempt_at, id) WHERE state = 'queued'",
        "CREATE INDEX mails_of_company ON mails (company_id, id)",
        "CREATE INDEX mails_of_user ON mails (user_id)",
        "CREATE INDEX mails_by_state ON mails (state, id)",
    ],
    down: ["DROP TABLE mails"],
}
