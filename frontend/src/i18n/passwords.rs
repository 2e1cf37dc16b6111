//! Words of Generate password.

app::words! {
    /// An administrator has a password made for a user.
    pub struct PasswordWords {
        generate: "Generate password", "パスワードを生成";
        title(login_id: &str): "Generate a password for {login_id}?", "{login_id} のパスワードを生成しますか?";
        old_dead: "The present password stops working, and all sessions of this user end.", "現在のパスワードは使えなくなり、このユーザーのセッションはすべて終了します。";
        links_dead: "Links to set a password and invitations that were sent stop working.", "送信済みの招待リンクとパスワード再設定リンクは使えなくなります。";
        must_change: "At the next sign-in the user has to choose a password of their own. A second factor is still asked.", "ユーザーは次回のサインイン時に自分のパスワードへ変更する必要があります。二要素認証はこれまでどおり確認します。";
        told: "The user is told by mail that you did this, without the password.", "パスワードを設定したことをユーザーにメールで通知します。パスワードは記載しません。";
        made(login_id: &str): "New password of {login_id}", "{login_id} の新しいパスワード";
        password: "Password", "パスワード";
        hand_over: "Hand it over in a safe way, such as by telephone. It works until the user has chosen their own.", "電話など安全な方法で本人に伝えてください。本人が自分のパスワードに変更するまで有効です。";
        done: "Done", "完了";
        generated(login_id: &str): "A password was generated for {login_id}", "{login_id} のパスワードを生成しました";
    }
}
