//! Verification methods: what is chosen for a user, and the code that is mailed in a login flow, with its channel.

crate::dialect::migration! {
    up: [
        "ALTER TABLE users ADD COLUMN web_login_verification TEXT NOT NULL DEFAULT 'inherit'",
        "ALTER TABLE users ADD COLUMN app_login_verification TEXT NOT NULL DEFAULT 'inherit'",
        "ALTER TABLE users ADD COLUMN app_unlock_verification TEXT NOT NULL DEFAULT 'inherit'",
        "ALTER TABLE login_flows ADD COLUMN channel TEXT NOT NULL DEFAULT 'web'",
        "ALTER TABLE login_flows ADD COLUMN email_code_proved BOOLEAN NOT NULL DEFAULT FALSE",
        // A keyed hash of the newest code, bound to the flow and to the address that it was sent to.
        "ALTER TABLE login_flows ADD COLUMN email_code_hash TEXT",
        "ALTER TABLE login_flows ADD COLUMN email_code_to TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE login_flows ADD COLUMN email_code_sent_at BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE login_flows ADD COLUMN email_codes_sent BIGINT NOT NULL DEFAULT 0",
    ],
    down: [
        "ALTER TABLE login_flows DROP COLUMN email_codes_sent",
        "ALTER TABLE login_flows DROP COLUMN email_code_sent_at",
        "ALTER TABLE login_flows DROP COLUMN email_code_to",
        "ALTER TABLE login_flows DROP COLUMN email_code_hash",
        "ALTER TABLE login_flows DROP COLUMN email_code_proved",
        "ALTER TABLE login_flows DROP COLUMN channel",
        "ALTER TABLE users DROP COLUMN app_unlock_verification",
        "ALTER TABLE users DROP COLUMN app_login_verification",
        "ALTER TABLE users DROP COLUMN web_login_verification",
    ],
}
