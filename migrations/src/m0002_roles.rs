//! Roles and what they allow. Of the built-in roles only the names are stored; their rights are in the code.

crate::dialect::migration! {
    up: [
        "CREATE TABLE roles (
            id {id},
            company_id BIGINT REFERENCES companies(id),
            name TEXT NOT NULL,
            built_in BOOLEAN NOT NULL DEFAULT FALSE
        )",
        "CREATE UNIQUE INDEX roles_name ON roles (company_id, name)",
        "CREATE TABLE role_permissions (
            role_id BIGINT NOT NULL REFERENCES roles(id) ON DELETE CASCADE,
            permission TEXT NOT NULL,
            channel TEXT NOT NULL,
            PRIMARY KEY (role_id, permission, channel)
        )",
        "INSERT INTO roles (name, built_in) VALUES
            ('operator_administrator', TRUE), ('company_administrator', TRUE),
            ('help_desk', TRUE), ('auditor', TRUE), ('user', TRUE)",
    ],
    down: ["DROP TABLE role_permissions", "DROP TABLE roles"],
}
