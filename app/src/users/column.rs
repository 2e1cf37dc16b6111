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
        login_id: "Login ID", "ログイン ID", "登录 ID";
        email: "E-mail address", "メールアドレス", "电子邮件地址";
        first_name: "First name", "名", "名";
        last_name: "Last name", "姓", "姓";
        group: "Group", "グループ", "组";
        description: "Description", "説明", "说明";
        company: "Company (number)", "会社(番号)", "公司（编号）";
        company_name: "Company", "会社", "公司";
        related_companies: "Related companies", "関連会社", "关联公司";
        roles: "Roles", "ロール", "角色";
        expires_at: "Expiration date", "有効期限", "到期日期";
        two_factor: "Two-factor authentication", "二要素認証", "双因素身份验证";
        language: "Language", "言語", "语言";
        time_zone: "Time zone", "タイムゾーン", "时区";
        status: "Status", "状態", "状态";
        last_sign_in_at: "Last sign-in", "最終サインイン", "上次登录";
        about_login_id: "Needed in every row. Whoever has it is changed; if nobody has it, a user is added.", "すべての行に必要です。該当するユーザーがいれば変更し、いなければ追加します。", "每行必填。已有该登录 ID 的用户会被更改，没有则添加用户。";
        about_email: "Needed for new users.", "新しいユーザーには必須です。", "新用户必填。";
        about_name: "Needed for new users.", "新しいユーザーには必須です。", "新用户必填。";
        about_group: "A department or team. Empty: none.", "部署やチームなど。空欄なら「なし」になります。", "部门或团队。留空表示无。";
        about_description: "A line about the user. Empty: nothing.", "ユーザーについての短い説明。空欄なら「なし」になります。", "关于用户的一行说明。留空表示无。";
        about_company: "The number of the company. New users need this or company_name.", "会社の番号。新しいユーザーには company か company_name のどちらかが必要です。", "公司编号。新用户须填写此列或 company_name。";
        about_company_name: "The name of the company, if only one has it.", "会社名。同じ名前の会社が複数ある場合は番号で指定してください。", "公司名称，仅当没有同名公司时可用。";
        about_related_companies: "Numbers of companies, with “; ” in between. Empty: none.", "会社の番号を「; 」区切りで並べます。空欄なら「なし」になります。", "公司编号，以“; ”分隔。留空：无。";
        about_roles: "Names of roles, with “; ” in between, or #5 for the role with the number 5. Empty: as they are; for new users the default role.", "ロール名を「; 」区切りで並べます。#5 のように番号でも指定できます。空欄なら現在のまま、新しいユーザーは既定のロールになります。", "角色名称，以“; ”分隔，也可用 #5 表示编号为 5 的角色。留空：保持不变，新用户使用默认角色。";
        about_expires_at: "A moment such as 2027-04-01T00:00:00+09:00. Empty: the account does not end.", "2027-04-01T00:00:00+09:00 のような日時。空欄なら無期限になります。", "时间，例如 2027-04-01T00:00:00+08:00。留空：账户永不到期。";
        about_two_factor: "inherit (as defined by the policy class), yes or no.", "inherit(ポリシークラスに従う)、yes、no のいずれか。", "inherit（由策略类决定）、yes 或 no。";
        about_language: "The language of the portal and mails: en, ja or zh-Hans.", "画面とメールの言語。en、ja、zh-Hans のいずれか。", "门户和邮件的语言：en、ja 或 zh-Hans。";
        about_time_zone: "An IANA time zone such as Asia/Tokyo.", "Asia/Tokyo のような IANA タイムゾーン。", "IANA 时区，例如 Asia/Shanghai。";
        about_status: "disabled stops the user from signing in; active, invited or expired lets a disabled user in again.", "disabled でサインインを止めます。active、invited、expired なら停止を解除します。", "disabled 会阻止用户登录；active、invited 或 expired 会让已停用的用户恢复登录。";
        about_last_sign_in_at: "Told by the export; not taken by the import.", "エクスポートにだけ含まれ、インポートでは使いません。", "仅包含在导出中，导入时忽略。";
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
