//! What roles are for, their versions, and the default role of each kind of company: the one without rights, until
//! somebody chooses another.

crate::dialect::migration! {
    up: [
        "ALTER TABLE roles ADD COLUMN description TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE roles ADD COLUMN version BIGINT NOT NULL DEFAULT 1",
        "CREATE TABLE default_roles (
            kind TEXT PRIMARY KEY,
            role_id BIGINT NOT NULL REFERENCES roles(id)
        )",
        "INSERT INTO default_roles (kind, role_id)
         SELECT kinds.kind, roles.id FROM roles, (
            SELECT 'operator' AS kind UNION ALL SELECT 'reseller'
            UNION ALL SELECT 'partner' UNION ALL SELECT 'customer'
         ) kinds
         WHERE roles.built_in AND roles.name = 'user'",
    ],
    down: [
        "DROP TABLE default_roles",
        "ALTER TABLE roles DROP COLUMN version",
        "ALTER TABLE roles DROP COLUMN description",
    ],
}
