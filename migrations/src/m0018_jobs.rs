//! Jobs and their rows: one action on many users.

crate::dialect::migration! {
    up: [
        "CREATE TABLE jobs (
            id {id},
            user_id BIGINT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
            action TEXT NOT NULL,
            target TEXT,
            channel TEXT NOT NULL,
            address TEXT NOT NULL,
            request_id TEXT NOT NULL,
            state TEXT NOT NULL,
            waiting BIGINT NOT NULL DEFAULT 0,
            would_change BIGINT NOT NULL DEFAULT 0,
            changed BIGINT NOT NULL DEFAULT 0,
            nothing_to_do BIGINT NOT NULL DEFAULT 0,
            refused BIGINT NOT NULL DEFAULT 0,
            to_start_with BIGINT NOT NULL DEFAULT 0,
            created_at BIGINT NOT NULL,
            started_at BIGINT NOT NULL DEFAULT 0,
            ended_at BIGINT NOT NULL DEFAULT 0,
            turn_at BIGINT NOT NULL DEFAULT 0
        )",
        "CREATE INDEX jobs_user ON jobs (user_id, id)",
        "CREATE INDEX jobs_turn ON jobs (turn_at, id) WHERE state IN ('previewing', 'running')",
        "CREATE INDEX jobs_created ON jobs (created_at)",
        // A user is known by their number alone, so that a purge leaves nothing of them here.
        "CREATE TABLE job_rows (
            job_id BIGINT NOT NULL REFERENCES jobs(id) ON DELETE CASCADE,
            position BIGINT NOT NULL,
            user_id BIGINT NOT NULL,
            along_with BIGINT NOT NULL DEFAULT 0,
            followers BIGINT NOT NULL DEFAULT 0,
            user_version BIGINT NOT NULL DEFAULT 0,
            outcome TEXT NOT NULL DEFAULT 'waiting',
            refusal TEXT,
            done_at BIGINT NOT NULL DEFAULT 0,
            PRIMARY KEY (job_id, position)
        )",
        "CREATE INDEX job_rows_outcome ON job_rows (job_id, outcome, position)",
    ],
    down: ["DROP TABLE job_rows", "DROP TABLE jobs"],
}
