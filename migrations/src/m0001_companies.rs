//! Companies: the tenant tree, with the path that makes a subtree one range of an index.

crate::dialect::migration! {
    up: [
        // path: the identifiers from the root down, `/1/5/9/`.
        "CREATE TABLE companies (
            id {id},
            parent_id BIGINT REFERENCES companies(id),
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            path TEXT {bytes} NOT NULL,
            users BIGINT NOT NULL DEFAULT 0,
            version BIGINT NOT NULL DEFAULT 1,
            created_at BIGINT NOT NULL
        )",
        "CREATE UNIQUE INDEX companies_name ON companies (parent_id, name)",
        "CREATE UNIQUE INDEX companies_one_root ON companies (kind) WHERE kind = 'operator'",
        "CREATE INDEX companies_path ON companies (path)",
    ],
    down: ["DROP TABLE companies"],
}
