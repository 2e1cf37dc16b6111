//! Users from files: what each row of an import says.

crate::dialect::migration! {
    up: [
        "ALTER TABLE jobs RENAME COLUMN action TO work",
        "UPDATE jobs SET work = '{\"action\":' || work || '}'",
        "ALTER TABLE jobs ADD COLUMN would_create BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE jobs ADD COLUMN created BIGINT NOT NULL DEFAULT 0",
        "CREATE TABLE import_rows (
            job_id BIGINT NOT NULL REFERENCES jobs(id) ON DELETE CASCADE,
            position BIGINT NOT NULL,
            line BIGINT NOT NULL,
            login_id TEXT NOT NULL,
            cells TEXT NOT NULL,
            differences TEXT NOT NULL DEFAULT '[]',
            PRIMARY KEY (job_id, position)
        )",
        // Files name companies by their names.
        "CREATE INDEX companies_by_name ON companies (name)",
    ],
    down: [
        "DROP INDEX companies_by_name",
        "DROP TABLE import_rows",
        "DELETE FROM jobs WHERE work LIKE '{\"import\"%'",
        "UPDATE jobs SET work = SUBSTR(work, 11, LENGTH(work) - 11)",
        "ALTER TABLE jobs DROP COLUMN created",
        "ALTER TABLE jobs DROP COLUMN would_create",
        "ALTER TABLE jobs RENAME COLUMN work TO action",
    ],
}
