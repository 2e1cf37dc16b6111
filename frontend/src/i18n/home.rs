//! Words of the home page, the navigation and one's own menu.

app::words! {
    /// What stands inside the door.
    pub struct HomeWords {
        home: "Home", "ホーム", "首页";
        admin: "ADMIN", "管理", "管理";
        users: "Manage Users", "ユーザー管理", "用户管理";
        users_about: "Add users, issue credentials, set two-factor authentication and expiry.", "ユーザーの追加、認証情報の発行、二要素認証や有効期限の設定を行います。", "添加用户、签发凭据、设置双因素身份验证和到期日期。";
        companies: "Companies", "会社", "公司";
        companies_about: "The companies you look after, and where they stand in the tree.", "担当する会社と、その階層を管理します。", "您管理的公司及其在公司树中的位置。";
        access_control: "Access control", "アクセス制御", "访问控制";
        roles: "Roles", "ロール", "角色";
        roles_about: "What roles allow, who has them, and roles of your own.", "ロールの内容と付与先の確認、独自のロールの作成を行います。", "查看角色包含的权限及拥有者，并创建自己的角色。";
        policies: "Policy classes", "ポリシークラス", "策略类";
        policies_about: "What users are held to: two-factor authentication, passwords, sessions, invitations.", "二要素認証、パスワード、セッション、招待などの規定を会社ごとに定めます。", "对用户的要求：双因素身份验证、密码、会话、邀请。";
        audit: "Audit", "監査ログ", "审计日志";
        audit_about: "Who did what to whom, when and from where.", "誰が、いつ、どこから、何をしたかを確認します。", "何人、何时、从何处、对谁做了什么。";
        mail: "Mail", "メール", "邮件";
        mail_about: "The messages Doorward has sent or still has to send.", "送信済みと送信待ちのメールを確認します。", "Doorward 已发送和待发送的邮件。";
        welcome(name: &str): "Welcome, {name}", "{name} さん、ようこそ", "欢迎您，{name}";
        may_open: "What you can open", "利用できる機能", "您可以使用的功能";
        account_about: "Your profile, password, second factor and sessions.", "プロフィール、パスワード、二要素認証、セッションを管理します。", "管理您的资料、密码、双因素身份验证和会话。";
        tokens_about: "Let a program work for you, with a part of your permissions.", "プログラムに、自分の権限の一部で操作を任せます。", "让程序以您的部分权限代您操作。";
        preferences_about: "Language, time zone, dates and theme.", "言語、タイムゾーン、日付の形式、テーマを設定します。", "语言、时区、日期格式和主题。";
        previous_sign_in: "Previous sign-in:", "前回のサインイン:", "上次登录：";
        sign_out: "Sign out", "サインアウト", "退出登录";
        no_answer: "No answer at the door", "応答がありません", "服务器没有响应";
        signed_out: "Signed out", "サインアウトしました", "已退出登录";
    }
}
