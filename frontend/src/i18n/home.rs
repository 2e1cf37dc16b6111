//! Words of the home page, the navigation and one's own menu.

app::words! {
    /// What stands inside the door.
    pub struct HomeWords {
        home: "Home", "ホーム";
        admin: "ADMIN", "管理";
        users: "Manage Users", "ユーザー管理";
        users_about: "Add users, issue credentials, set two-factor authentication and expiry.", "ユーザーの追加、認証情報の発行、二要素認証や有効期限の設定を行います。";
        companies: "Companies", "会社";
        companies_about: "The companies you look after, and where they stand in the tree.", "担当する会社と、その階層を管理します。";
        access_control: "Access control", "アクセス制御";
        roles: "Roles", "ロール";
        roles_about: "What roles allow, who has them, and roles of your own.", "ロールの内容と付与先の確認、独自のロールの作成を行います。";
        policies: "Policy classes", "ポリシークラス";
        policies_about: "What users are held to: two-factor authentication, passwords, sessions, invitations.", "二要素認証、パスワード、セッション、招待などの規定を会社ごとに定めます。";
        audit: "Audit", "監査ログ";
        audit_about: "Who did what to whom, when and from where.", "誰が、いつ、どこから、何をしたかを確認します。";
        mail: "Mail", "メール";
        mail_about: "The messages Doorward has sent or still has to send.", "送信済みと送信待ちのメールを確認します。";
        welcome(name: &str): "Welcome, {name}", "{name} さん、ようこそ";
        may_open: "What you can open", "利用できる機能";
        nothing_yet: "Nothing has been opened to you yet. Ask your administrator if you expected something here.", "利用できる機能はまだありません。心当たりがある場合は管理者にお問い合わせください。";
        previous_sign_in: "Previous sign-in:", "前回のサインイン:";
        sign_out: "Sign out", "サインアウト";
        no_answer: "No answer at the door", "応答がありません";
        signed_out: "Signed out", "サインアウトしました";
    }
}
