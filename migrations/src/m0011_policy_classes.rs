//! Policy classes, what they say, which company points to which; and passwords that cannot be chosen again.

crate::dialect::migration! {
    up: [
        "CREATE TABLE policy_classes (
            id {id},
            company_id BIGINT NOT NULL REFERENCES companies(id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            version BIGINT NOT NULL DEFAULT 1,
            created_at BIGINT NOT NULL
        )",
        "CREATE UNIQUE INDEX policy_classes_name ON policy_classes (company_id, name)",
        // A row for each setting that a class says a value for; value: JSON.
        "CREATE TABLE policy_class_settings (
            class_id BIGINT NOT NULL REFERENCES policy_classes(id) ON DELETE CASCADE,
            setting TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (class_id, setting)
        )",
        "CREATE TABLE company_policy_classes (
            company_id BIGINT PRIMARY KEY REFERENCES companies(id) ON DELETE CASCADE,
            class_id BIGINT NOT NULL REFERENCES policy_classes(id) ON DELETE CASCADE
        )",
        "CREATE INDEX company_policy_classes_class ON company_policy_classes (class_id)",
        "CREATE TABLE earlier_passwords (
            id {id},
            user_id BIGINT NOT NULL REFERENCES users(id) ON DELETE CASCADE,
            hash TEXT NOT NULL
        )",
        "CREATE INDEX earlier_passwords_of_user ON earlier_passwords (user_id, id)",
    ],
    down: [
        "DROP TABLE earlier_passwords",
        "DROP TABLE company_policy_classes",
        "DROP TABLE policy_class_settings",
        "DROP TABLE policy_classes",
    ],
}
