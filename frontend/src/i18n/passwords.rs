//! Words of Generate password.

app::words! {
    /// An administrator has a password made for a user.
    pub struct PasswordWords {
        generate: "Generate password", "パスワードを生成", "生成密码";
        title(login_id: &str): "Generate a password for {login_id}?", "{login_id} のパスワードを生成しますか?", "为 {login_id} 生成密码？";
        old_dead: "The present password stops working, and all sessions of this user end.", "現在のパスワードは使えなくなり、このユーザーのセッションはすべて終了します。", "当前密码将失效，该用户的所有会话都会结束。";
        links_dead: "Links to set a password and invitations that were sent stop working.", "送信済みの招待リンクとパスワード再設定リンクは使えなくなります。", "已发送的密码重置链接和邀请将失效。";
        must_change: "At the next sign-in the user has to choose a password of their own. A second factor is still asked.", "ユーザーは次回のサインイン時に自分のパスワードへ変更する必要があります。二要素認証はこれまでどおり確認します。", "该用户下次登录时须另设自己的密码，仍会要求第二因素。";
        told: "The user is told by mail that you did this, without the password.", "パスワードを設定したことをユーザーにメールで通知します。パスワードは記載しません。", "该用户会收到邮件通知，其中不含密码。";
        made(login_id: &str): "New password of {login_id}", "{login_id} の新しいパスワード", "{login_id} 的新密码";
        password: "Password", "パスワード", "密码";
        hand_over: "Hand it over in a safe way, such as by telephone. It works until the user has chosen their own.", "電話など安全な方法で本人に伝えてください。本人が自分のパスワードに変更するまで有効です。", "请通过电话等安全方式转交。在用户设置自己的密码之前，此密码有效。";
        done: "Done", "完了", "完成";
        generated(login_id: &str): "A password was generated for {login_id}", "{login_id} のパスワードを生成しました", "已为 {login_id} 生成密码";
    }
}
