//! The columns of users as a file: what an export tells and an import takes.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Language;

/// A column of users as a file, by its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UserColumn {
    /// The login ID, by which an import finds the user.
    LoginId,
    /// Where mail goes.
    Email,
    /// First name.
    FirstName,
    /// Last name.
    LastName,
    /// The group they count themselves to.
    Group,
    /// What is said about them.
    Description,
    /// The company they belong to, by its number.
    Company,
    /// The same by its name.
    CompanyName,
    /// Further companies in their scope, by their numbers.
    RelatedCompanies,
    /// Their roles, by their names.
    Roles,
    /// When the account ends.
    ExpiresAt,
    /// The two-factor setting.
    TwoFactor,
    /// The language of their portal and mails.
    Language,
    /// Their time zone.
    TimeZone,
    /// Whether they can sign in.
    Status,
    /// When they last signed in.
    LastSignInAt,
}

crate::words! {
    struct ColumnWords {
        login_id: "Login ID", "ログイン ID";
        email: "E-mail address", "メールアドレス";
        first_name: "First name", "名";
        last_name: "Last name", "姓";
        group: "Group", "グループ";
        description: "Description", "説明";
        company: "Company (number)", "会社(番号)";
        company_name: "Company", "会社";
        related_companies: "Related companies", "関連会社";
        roles: "Roles", "ロール";
        expires_at: "Expiration date", "有効期限";
        two_factor: "Two-factor authentication", "二要素認証";
        language: "Language", "言語";
        time_zone: "Time zone", "タイムゾーン";
        status: "Status", "状態";
        last_sign_in_at: "Last sign-in", "最終サインイン";
        about_login_id: "Needed in every row. Whoever has it is changed; if nobody has it, a user is added.", "すべての行に必要です。該当するユーザーがいれば変更し、いなければ追加します。";
        about_email: "Needed for new users.", "新しいユーザーには必須です。";
        about_name: "Needed for new users.", "新しいユーザーには必須です。";
        about_group: "A department or team. Empty: none.", "部署やチームなど。空欄なら「なし」になります。";
        about_description: "A line about the user. Empty: nothing.", "ユーザーについての短い説明。空欄なら「なし」になります。";
        about_company: "The number of the company. New users need this or company_name.", "会社の番号。新しいユーザーには company か company_name のどちらかが必要です。";
        about_company_name: "The name of the company, if only one has it.", "会社名。同じ名前の会社が複数ある場合は番号で指定してください。";
        about_related_companies: "Numbers of companies, with “; ” in between. Empty: none.", "会社の番号を「; 」区切りで並べます。空欄なら「なし」になります。";
        about_roles: "Names of roles, with “; ” in between, or #5 for the role with the number 5. Empty: as they are; for new users the default role.", "ロール名を「; 」区切りで並べます。#5 のように番号でも指定できます。空欄なら現在のまま、新しいユーザーは既定のロールになります。";
        about_expires_at: "A moment such as 2027-04-01T00:00:00+09:00. Empty: the account does not end.", "2027-04-01T00:00:00+09:00 のような日時。空欄なら無期限になります。";
        about_two_factor: "inherit (as defined by the policy class), yes or no.", "inherit(ポリシークラスに従う)、yes、no のいずれか。";
        about_language: "The language of the portal and mails: en or ja.", "画面とメールの言語。en または ja。";
        about_time_zone: "An IANA time zone such as Asia/Tokyo.", "Asia/Tokyo のような IANA タイムゾーン。";
        about_status: "disabled stops the user from signing in; active, invited or expired lets a disabled user in again.", "disabled でサインインを止めます。active、invited、expired なら停止を解除します。";
        about_last_sign_in_at: "Told by the export; not taken by the import.", "エクスポートにだけ含まれ、インポートでは使いません。";
    }
}

impl UserColumn {
    /// Every column, in the order of an export.
    pub const ALL: [UserColumn; 16] = [
        UserColumn::LoginId,
        UserColumn::Email,
        UserColumn::FirstName,
        UserColumn::LastName,
        UserColumn::Group,
        UserColumn::Description,
        UserColumn::Company,
        UserColumn::CompanyName,
        UserColumn::RelatedCompanies,
        UserColumn::Roles,
        UserColumn::ExpiresAt,
        UserColumn::TwoFactor,
        UserColumn::Language,
        UserColumn::TimeZone,
        UserColumn::Status,
        UserColumn::LastSignInAt,
    ];

    /// The heading.
    pub const fn code(self) -> &'static str {
        match self {
            UserColumn::LoginId => "login_id",
            UserColumn::Email => "email",
            UserColumn::FirstName => "first_name",
            UserColumn::LastName => "last_name",
            UserColumn::Group => "group",
            UserColumn::Description => "description",
            UserColumn::Company => "company",
            UserColumn::CompanyName => "company_name",
            UserColumn::RelatedCompanies => "related_companies",
            UserColumn::Roles => "roles",
            UserColumn::ExpiresAt => "expires_at",
            UserColumn::TwoFactor => "two_factor",
            UserColumn::Language => "language",
            UserColumn::TimeZone => "time_zone",
            UserColumn::Status => "status",
            UserColumn::LastSignInAt => "last_sign_in_at",
        }
    }

    /// The column of a heading.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.code() == code)
    }

    /// What it tells, in words.
    pub fn words(self, language: Language) -> &'static str {
        let t = ColumnWords(language);
        match self {
            UserColumn::LoginId => t.login_id(),
            UserColumn::Email => t.email(),
            UserColumn::FirstName => t.first_name(),
            UserColumn::LastName => t.last_name(),
            UserColumn::Group => t.group(),
            UserColumn::Description => t.description(),
            UserColumn::Company => t.company(),
            UserColumn::CompanyName => t.company_name(),
            UserColumn::RelatedCompanies => t.related_companies(),
            UserColumn::Roles => t.roles(),
            UserColumn::ExpiresAt => t.expires_at(),
            UserColumn::TwoFactor => t.two_factor(),
            UserColumn::Language => t.language(),
            UserColumn::TimeZone => t.time_zone(),
            UserColumn::Status => t.status(),
            UserColumn::LastSignInAt => t.last_sign_in_at(),
        }
    }

    /// What to write into it, in words.
    pub fn about(self, language: Language) -> &'static str {
        let t = ColumnWords(language);
        match self {
            UserColumn::LoginId => t.about_login_id(),
            UserColumn::Email => t.about_email(),
            UserColumn::FirstName | UserColumn::LastName => t.about_name(),
            UserColumn::Group => t.about_group(),
            UserColumn::Description => t.about_description(),
            UserColumn::Company => t.about_company(),
            UserColumn::CompanyName => t.about_company_name(),
            UserColumn::RelatedCompanies => t.about_related_companies(),
            UserColumn::Roles => t.about_roles(),
            UserColumn::ExpiresAt => t.about_expires_at(),
            UserColumn::TwoFactor => t.about_two_factor(),
            UserColumn::Language => t.about_language(),
            UserColumn::TimeZone => t.about_time_zone(),
            UserColumn::Status => t.about_status(),
            UserColumn::LastSignInAt => t.about_last_sign_in_at(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::UserColumn;

    #[test]
    fn the_heading_is_the_name_on_the_wire() {
        for column in UserColumn::ALL {
            assert_eq!(serde_json::to_value(column).unwrap(), column.code());
            assert_eq!(UserColumn::from_code(column.code()), Some(column));
        }
    }
}
