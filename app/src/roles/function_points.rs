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
        users: "Users", "ユーザー", "用户";
        credentials: "Credentials", "クレデンシャル", "凭据";
        sessions: "Sessions", "セッション", "会话";
        tokens: "Tokens", "トークン", "令牌";
        companies: "Companies", "会社", "公司";
        roles: "Roles", "ロール", "角色";
        policies: "Policy classes", "ポリシークラス", "策略类";
        audit: "Audit", "監査ログ", "审计日志";
        mail: "Mail", "メール", "邮件";
        operator: "Operator", "運営", "运营";
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
        users_read: "See users", "ユーザーの閲覧", "查看用户";
        users_create: "Add users", "ユーザーの追加", "添加用户";
        users_update: "Edit users", "ユーザーの編集", "编辑用户";
        users_delete: "Delete users", "ユーザーの削除", "删除用户";
        users_log_in_as: "Log in as users", "代理ログイン", "代为登录";
        credentials_issue: "Issue credentials", "クレデンシャルの発行", "签发凭据";
        credentials_reset: "Reset two-factor authentication", "二要素認証のリセット", "重置双因素身份验证";
        sessions_read: "See sessions", "セッションの閲覧", "查看会话";
        sessions_end: "End sessions", "セッションの終了", "结束会话";
        tokens_read: "See tokens", "トークンの閲覧", "查看令牌";
        tokens_issue: "Issue API tokens", "API トークンの発行", "签发 API 令牌";
        tokens_delete: "Delete tokens", "トークンの削除", "删除令牌";
        companies_read: "See companies", "会社の閲覧", "查看公司";
        companies_create: "Create companies", "会社の作成", "创建公司";
        companies_update: "Edit companies", "会社の編集", "编辑公司";
        companies_delete: "Delete companies", "会社の削除", "删除公司";
        roles_read: "See roles", "ロールの閲覧", "查看角色";
        roles_assign: "Give roles and permissions", "ロールと権限の付与", "授予角色和权限";
        roles_create: "Create roles", "ロールの作成", "创建角色";
        roles_update: "Edit roles", "ロールの編集", "编辑角色";
        roles_delete: "Delete roles", "ロールの削除", "删除角色";
        policies_read: "See policy classes", "ポリシークラスの閲覧", "查看策略类";
        policies_create: "Create policy classes", "ポリシークラスの作成", "创建策略类";
        policies_update: "Edit policy classes", "ポリシークラスの編集", "编辑策略类";
        policies_delete: "Delete policy classes", "ポリシークラスの削除", "删除策略类";
        policies_assign: "Choose policy classes", "ポリシークラスの指定", "指定策略类";
        audit_read: "See the audit trail", "監査ログの閲覧", "查看审计日志";
        mail_read: "See mail", "メールの閲覧", "查看邮件";
        mail_send: "Send mail again", "メールの再送", "重新发送邮件";
        operator_manage: "Run the installation", "システム全体の運営", "管理整个系统";
    }
}

crate::words! {
    struct AboutWords {
        users_read: "Manage Users and User Detail.", "ユーザー管理とユーザー詳細を表示します。", "查看“用户管理”和“用户详情”。";
        users_create: "Add User, in the companies of one's scope.", "管理範囲の会社にユーザーを追加します。", "在管理范围内的公司中添加用户。";
        users_update: "Change profile, company and expiry; disable, enable.", "プロフィール、会社、有効期限の変更と、無効化・有効化を行います。", "更改资料、公司和到期日期，停用或启用用户。";
        users_delete: "Delete with sub-users, see the bin, restore, purge.", "サブユーザーを含む削除、ごみ箱の閲覧、復元、完全削除を行います。", "连同子用户一起删除，查看回收站，还原，彻底删除。";
        users_log_in_as: "Open the portal as a user with fewer rights, for half an hour; they are told.", "自分より権限の少ないユーザーとして、30 分間ポータルを開きます。本人に通知されます。", "以权限较少的用户身份打开门户，限时半小时，并会通知该用户。";
        credentials_issue: "Send the User Registration Acceptance Email.", "ユーザー登録受付メールを送信します。", "发送用户注册受理邮件。";
        credentials_reset: "Enable, disable and reset TFA; lift a lockout.", "二要素認証の有効化・無効化・リセットと、ロックの解除を行います。", "启用、停用和重置双因素身份验证，解除锁定。";
        sessions_read: "See where and since when users are signed in.", "ユーザーのサインイン場所と日時を表示します。", "查看用户从何处、自何时起登录。";
        sessions_end: "Sign users out.", "ユーザーをサインアウトさせます。", "让用户退出登录。";
        tokens_read: "Which tokens users have issued, and when they were used; never the tokens themselves.", "ユーザーが発行したトークンの一覧と使用日時を表示します。トークン自体は表示されません。", "查看用户签发了哪些令牌及其使用时间，不显示令牌本身。";
        tokens_issue: "Let applications act as users with API tokens, within one's own rights.", "API トークンを発行し、自分の権限の範囲でアプリケーションがユーザーとして動作できるようにします。", "签发 API 令牌，让应用在自己的权限范围内以用户身份运行。";
        tokens_delete: "Stop programs that act for users.", "ユーザーに代わって動作するプログラムを停止させます。", "终止代表用户运行的程序。";
        companies_read: "The tree of companies.", "会社のツリーを表示します。", "查看公司树。";
        companies_create: "Add companies below one's own.", "自社の下に会社を追加します。", "在本公司之下添加公司。";
        companies_update: "Rename and move companies.", "会社の名前の変更と移動を行います。", "重命名和移动公司。";
        companies_delete: "Delete empty companies.", "空の会社を削除します。", "删除空的公司。";
        roles_read: "Roles, what they allow and who has them.", "ロールの内容と、付与されているユーザーを表示します。", "查看角色、其包含的权限及拥有者。";
        roles_assign: "Change what a user may do, within one's own rights.", "自分の権限の範囲で、ユーザーの権限を変更します。", "在自己的权限范围内更改用户的权限。";
        roles_create: "Add and copy roles of one's companies.", "自社のロールの追加とコピーを行います。", "添加和复制本公司的角色。";
        roles_update: "Change what roles of one's companies allow.", "自社のロールの内容を変更します。", "更改本公司角色包含的权限。";
        roles_delete: "Remove roles of one's companies.", "自社のロールを削除します。", "删除本公司的角色。";
        policies_read: "Policy classes, and what is in force in a company.", "ポリシークラスと、会社で有効な設定を表示します。", "查看策略类及公司当前生效的设置。";
        policies_create: "Add policy classes of one's companies.", "自社のポリシークラスを追加します。", "添加本公司的策略类。";
        policies_update: "Change what policy classes of one's companies say.", "自社のポリシークラスの内容を変更します。", "更改本公司策略类的设置。";
        policies_delete: "Remove policy classes of one's companies.", "自社のポリシークラスを削除します。", "删除本公司的策略类。";
        policies_assign: "Say which policy class a company uses.", "会社が使うポリシークラスを指定します。", "指定公司使用的策略类。";
        audit_read: "Who did what to whom, when and from where.", "誰が、いつ、どこから、何をしたかを表示します。", "查看何人、何时、从何处、对谁做了什么。";
        mail_read: "The messages that were or will be sent.", "送信済みと送信待ちのメールを表示します。", "查看已发送和待发送的邮件。";
        mail_send: "Send failed messages again.", "失敗したメールを再送します。", "重新发送失败的邮件。";
        operator_manage: "Only in the operator's own company.", "運営会社のユーザーだけが持てる権限です。", "仅限运营商公司的用户。";
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
