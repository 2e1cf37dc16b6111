//! Words of logging in as another user.

app::words! {
    /// Log in as this user: the dialog, the banner, and the end.
    pub struct ActingWords {
        log_in_as: "Log in as this user", "このユーザーとして代理ログイン";
        title(login_id: &str): "Log in as {login_id}", "{login_id} として代理ログイン";
        lasts(name: &str): "For 30 minutes at most you use the portal as {name}, with what both of you may do. Going back is one press away.", "最長 30 分間、{name} さんとしてポータルを利用します。利用できるのは、双方が持つ権限の範囲です。いつでも自分に戻れます。";
        stays: "Passwords, second factors, e-mail addresses, tokens, rights, policies and their own account stay as they are.", "パスワード、二要素認証、メールアドレス、トークン、権限、ポリシー、本人のアカウントは変更できません。";
        told(name: &str): "{name} is told by mail who, when and why. Whatever you do is recorded with both names.", "{name} さんには、誰が、いつ、なぜ代理ログインしたかがメールで通知されます。すべての操作は両方の名前で記録されます。";
        reason: "Reason", "理由";
        reason_hint: "One line, such as a ticket number. The user reads it too.", "チケット番号などを 1 行で入力します。本人にも表示されます。";
        code: "Your own one-time code", "あなた自身のワンタイムコード";
        code_hint: "From your authenticator. A recovery code does not count here.", "あなたの認証アプリに表示されたコードです。リカバリーコードは使えません。";
        password: "Your own password", "あなた自身のパスワード";
        password_hint: "You have no authenticator, so your password proves that it is you.", "認証アプリが設定されていないため、パスワードで本人確認を行います。";
        log_in: "Log in", "代理ログイン";
        forbidden: "Not allowed by the policy of the user’s company.", "このユーザーの会社のポリシーで許可されていません。";
        email_stays: "Stays as it is while you are logged in as another user.", "代理ログイン中は変更できません。";

        banner: "Logged in as another user", "代理ログイン中";
        signed_in_as(by: &str, name: &str, login_id: &str, until: &str): "You, {by}, are signed in as {name} ({login_id}) until {until}.", "{by} さんは {until} まで {name}（{login_id}）として代理ログイン中です。";
        because(reason: &str): "Reason: {reason}", "理由: {reason}";
        go_back: "Go back", "自分に戻る";

        over_title(name: &str): "You are no longer logged in as {name}", "{name} としての代理ログインは終了しました";
        over_text: "Whatever was not saved before was not done. You go on as yourself.", "保存していない操作は実行されていません。ここからはあなた自身として操作します。";
        go_on: "Go on as yourself", "自分として続ける";
    }
}
