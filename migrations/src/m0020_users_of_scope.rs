//! How many users the companies of a scope have is read with every list: the index of their places holds it.

crate::dialect::migration! {
    up: [
        "DROP INDEX companies_path",
        "CREATE INDEX companies_path ON companies (path, users)",
    ],
    down: [
        "DROP INDEX companies_path",
        "CREATE INDEX companies_path ON companies (path)",
    ],
}
