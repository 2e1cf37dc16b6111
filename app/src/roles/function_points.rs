//! What permissions are called and what they open: modules and their function points, in words.

use super::Permission;
use crate::Language;

/// A section of the portal, and the rows of the matrix that belong to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Module {
    /// Manage Users.
    Users,
    /// Invitations and second factors.
    Credentials,
    /// Where users are signed in.
    Sessions,
    /// What programs act by.
    Tokens,
    /// The tenant tree.
    Companies,
    /// Roles and who has them.
    Roles,
    /// What users are held to.
    Policies,
    /// What happened.
    Audit,
    /// The outbox.
    Mail,
    /// The installation as a whole.
    Operator,
}

crate::words! {
    struct ModuleWords {
        users: "Users", "ユーザー";
        credentials: "Credentials", "クレデンシャル";
        sessions: "Sessions", "セッション";
        tokens: "Tokens", "トークン";
        companies: "Companies", "会社";
        roles: "Roles", "ロール";
        policies: "Policy classes", "ポリシークラス";
        audit: "Audit", "監査ログ";
        mail: "Mail", "メール";
        operator: "Operator", "運営";
    }
}

impl Module {
    /// Every module, in the order of the matrix.
    pub const ALL: [Module; 10] = [
        Module::Users,
        Module::Credentials,
        Module::Sessions,
        Module::Tokens,
        Module::Companies,
        Module::Roles,
        Module::Policies,
        Module::Audit,
        Module::Mail,
        Module::Operator,
    ];

    /// What stands before the colon of its permissions.
    pub const fn code(self) -> &'static str {
        match self {
            Module::Users => "users",
            Module::Credentials => "credentials",
            Module::Sessions => "sessions",
            Module::Tokens => "tokens",
            Module::Companies => "companies",
            Module::Roles => "roles",
            Module::Policies => "policies",
            Module::Audit => "audit",
            Module::Mail => "mail",
            Module::Operator => "operator",
        }
    }

    /// Its function points, in the order of the matrix.
    pub fn permissions(self) -> impl Iterator<Item = Permission> {
        Permission::ALL
            .iter()
            .copied()
            .filter(move |permission| permission.module() == self)
    }

    /// Its name in words.
    pub fn words(self, language: Language) -> &'static str {
        let t = ModuleWords(language);
        match self {
            Module::Users => t.users(),
            Module::Credentials => t.credentials(),
            Module::Sessions => t.sessions(),
            Module::Tokens => t.tokens(),
            Module::Companies => t.companies(),
            Module::Roles => t.roles(),
            Module::Policies => t.policies(),
            Module::Audit => t.audit(),
            Module::Mail => t.mail(),
            Module::Operator => t.operator(),
        }
    }
}

crate::words! {
    struct NameWords {
        users_read: "See users", "ユーザーの閲覧";
        users_create: "Add users", "ユーザーの追加";
        users_update: "Edit users", "ユーザーの編集";
        users_delete: "Delete users", "ユーザーの削除";
        users_log_in_as: "Log in as users", "代理ログイン";
        credentials_issue: "Issue credentials", "クレデンシャルの発行";
        credentials_reset: "Reset two-factor authentication", "二要素認証のリセット";
        sessions_read: "See sessions", "セッションの閲覧";
        sessions_end: "End sessions", "セッションの終了";
        tokens_read: "See tokens", "トークンの閲覧";
        tokens_issue: "Issue API tokens", "API トークンの発行";
        tokens_delete: "Delete tokens", "トークンの削除";
        companies_read: "See companies", "会社の閲覧";
        companies_create: "Create companies", "会社の作成";
        companies_update: "Edit companies", "会社の編集";
        companies_delete: "Delete companies", "会社の削除";
        roles_read: "See roles", "ロールの閲覧";
        roles_assign: "Give roles and permissions", "ロールと権限の付与";
        roles_create: "Create roles", "ロールの作成";
        roles_update: "Edit roles", "ロールの編集";
        roles_delete: "Delete roles", "ロールの削除";
        policies_read: "See policy classes", "ポリシークラスの閲覧";
        policies_create: "Create policy classes", "ポリシークラスの作成";
        policies_update: "Edit policy classes", "ポリシークラスの編集";
        policies_delete: "Delete policy classes", "ポリシークラスの削除";
        policies_assign: "Choose policy classes", "ポリシークラスの指定";
        audit_read: "See the audit trail", "監査ログの閲覧";
        mail_read: "See mail", "メールの閲覧";
        mail_send: "Send mail again", "メールの再送";
        operator_manage: "Run the installation", "システム全体の運営";
    }
}

crate::words! {
    struct AboutWords {
        users_read: "Manage Users and User Detail.", "ユーザー管理とユーザー詳細を表示します。";
        users_create: "Add User, in the companies of one's scope.", "管理範囲の会社にユーザーを追加します。";
        users_update: "Change profile, company and expiry; disable, enable.", "プロフィール、会社、有効期限の変更と、無効化・有効化を行います。";
        users_delete: "Delete with sub-users, see the bin, restore, purge.", "サブユーザーを含む削除、ごみ箱の閲覧、復元、完全削除を行います。";
        users_log_in_as: "Open the portal as a user with fewer rights, for half an hour; they are told.", "自分より権限の少ないユーザーとして、30 分間ポータルを開きます。本人に通知されます。";
        credentials_issue: "Send the User Registration Acceptance Email.", "ユーザー登録受付メールを送信します。";
        credentials_reset: "Enable, disable and reset TFA; lift a lockout.", "二要素認証の有効化・無効化・リセットと、ロックの解除を行います。";
        sessions_read: "See where and since when users are signed in.", "ユーザーのサインイン場所と日時を表示します。";
        sessions_end: "Sign users out.", "ユーザーをサインアウトさせます。";
        tokens_read: "Which tokens users have issued, and when they were used; never the tokens themselves.", "ユーザーが発行したトークンの一覧と使用日時を表示します。トークン自体は表示されません。";
        tokens_issue: "Let applications act as users with API tokens, within one's own rights.", "API トークンを発行し、自分の権限の範囲でアプリケーションがユーザーとして動作できるようにします。";
        tokens_delete: "Stop programs that act for users.", "ユーザーに代わって動作するプログラムを停止させます。";
        companies_read: "The tree of companies.", "会社のツリーを表示します。";
        companies_create: "Add companies below one's own.", "自社の下に会社を追加します。";
        companies_update: "Rename and move companies.", "会社の名前の変更と移動を行います。";
        companies_delete: "Delete empty companies.", "空の会社を削除します。";
        roles_read: "Roles, what they allow and who has them.", "ロールの内容と、付与されているユーザーを表示します。";
        roles_assign: "Change what a user may do, within one's own rights.", "自分の権限の範囲で、ユーザーの権限を変更します。";
        roles_create: "Add and copy roles of one's companies.", "自社のロールの追加とコピーを行います。";
        roles_update: "Change what roles of one's companies allow.", "自社のロールの内容を変更します。";
        roles_delete: "Remove roles of one's companies.", "自社のロールを削除します。";
        policies_read: "Policy classes, and what is in force in a company.", "ポリシークラスと、会社で有効な設定を表示します。";
        policies_create: "Add policy classes of one's companies.", "自社のポリシークラスを追加します。";
        policies_update: "Change what policy classes of one's companies say.", "自社のポリシークラスの内容を変更します。";
        policies_delete: "Remove policy classes of one's companies.", "自社のポリシークラスを削除します。";
        policies_assign: "Say which policy class a company uses.", "会社が使うポリシークラスを指定します。";
        audit_read: "Who did what to whom, when and from where.", "誰が、いつ、どこから、何をしたかを表示します。";
        mail_read: "The messages that were or will be sent.", "送信済みと送信待ちのメールを表示します。";
        mail_send: "Send failed messages again.", "失敗したメールを再送します。";
        operator_manage: "Only in the operator's own company.", "運営会社のユーザーだけが持てる権限です。";
    }
}

/// The arms that a permission needs: its module, its name and what it opens.
macro_rules! function_points {
    ($( $name:ident: $module:ident, $method:ident; )*) => {
        impl Permission {
            /// The module whose function point it is.
            pub const fn module(self) -> Module {
                match self { $( Permission::$name => Module::$module, )* }
            }

            /// Its name in words.
            pub fn words(self, language: Language) -> &'static str {
                let t = NameWords(language);
                match self { $( Permission::$name => t.$method(), )* }
            }

            /// What it opens, in one sentence.
            pub fn about(self, language: Language) -> &'static str {
                let t = AboutWords(language);
                match self { $( Permission::$name => t.$method(), )* }
            }
        }
    };
}

function_points! {
    UsersRead: Users, users_read;
    UsersCreate: Users, users_create;
    UsersUpdate: Users, users_update;
    UsersDelete: Users, users_delete;
    UsersLogInAs: Users, users_log_in_as;
    CredentialsIssue: Credentials, credentials_issue;
    CredentialsReset: Credentials, credentials_reset;
    SessionsRead: Sessions, sessions_read;
    SessionsEnd: Sessions, sessions_end;
    TokensRead: Tokens, tokens_read;
    TokensIssue: Tokens, tokens_issue;
    TokensDelete: Tokens, tokens_delete;
    CompaniesRead: Companies, companies_read;
    CompaniesCreate: Companies, companies_create;
    CompaniesUpdate: Companies, companies_update;
    CompaniesDelete: Companies, companies_delete;
    RolesRead: Roles, roles_read;
    RolesAssign: Roles, roles_assign;
    RolesCreate: Roles, roles_create;
    RolesUpdate: Roles, roles_update;
    RolesDelete: Roles, roles_delete;
    PoliciesRead: Policies, policies_read;
    PoliciesCreate: Policies, policies_create;
    PoliciesUpdate: Policies, policies_update;
    PoliciesDelete: Policies, policies_delete;
    PoliciesAssign: Policies, policies_assign;
    AuditRead: Audit, audit_read;
    MailRead: Mail, mail_read;
    MailSend: Mail, mail_send;
    OperatorManage: Operator, operator_manage;
}

#[cfg(test)]
mod tests {
    use super::Module;
    use crate::roles::Permission;

    #[test]
    fn a_module_is_what_stands_before_the_colon() {
        for permission in Permission::ALL {
            let (module, _) = permission.code().split_once(':').unwrap();
            assert_eq!(permission.module().code(), module);
        }
    }

    #[test]
    fn the_modules_together_have_every_permission_in_its_order() {
        let all: Vec<_> = Module::ALL
            .into_iter()
            .flat_map(Module::permissions)
            .collect();
        assert_eq!(all, Permission::ALL);
    }
}
