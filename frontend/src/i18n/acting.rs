//! Words of logging in as another user.

app::words! {
    /// Log in as this user: the dialog, the banner, and the end.
    pub struct ActingWords {
        log_in_as: "Log in as this user", "このユーザーとして代理ログイン", "以该用户身份登录";
        title(login_id: &str): "Log in as {login_id}", "{login_id} として代理ログイン", "以 {login_id} 的身份登录";
        lasts(name: &str): "For 30 minutes at most you use the portal as {name}, with what both of you may do. Going back is one press away.", "最長 30 分間、{name} さんとしてポータルを利用します。利用できるのは、双方が持つ権限の範囲です。いつでも自分に戻れます。", "您将以 {name} 的身份使用门户，最长 30 分钟，权限为双方共有的部分。您可以随时返回。";
        stays: "Passwords, second factors, e-mail addresses, tokens, rights, policies and their own account stay as they are.", "パスワード、二要素認証、メールアドレス、トークン、権限、ポリシー、本人のアカウントは変更できません。", "密码、第二因素、电子邮件地址、令牌、权限、策略和该用户自己的账户均不可更改。";
        told(name: &str): "{name} is told by mail who, when and why. Whatever you do is recorded with both names.", "{name} さんには、誰が、いつ、なぜ代理ログインしたかがメールで通知されます。すべての操作は両方の名前で記録されます。", "{name} 会收到邮件，得知登录者、时间和原因。您的所有操作都会以两个人的名义记录。";
        reason: "Reason", "理由", "原因";
        reason_hint: "One line, such as a ticket number. The user reads it too.", "チケット番号などを 1 行で入力します。本人にも表示されます。", "一行文字，例如工单编号。该用户也会看到。";
        code: "Your own one-time code", "あなた自身のワンタイムコード", "您自己的一次性验证码";
        code_hint: "From your authenticator. A recovery code does not count here.", "あなたの認証アプリに表示されたコードです。リカバリーコードは使えません。", "来自您的身份验证器，此处不能使用恢复代码。";
        password: "Your own password", "あなた自身のパスワード", "您自己的密码";
        password_hint: "You have no authenticator, so your password proves that it is you.", "認証アプリが設定されていないため、パスワードで本人確認を行います。", "您没有身份验证器，因此用密码确认是您本人。";
        log_in: "Log in", "代理ログイン", "登录";
        forbidden: "Not allowed by the policy of the user’s company.", "このユーザーの会社のポリシーで許可されていません。", "该用户所属公司的策略不允许。";
        email_stays: "Stays as it is while you are logged in as another user.", "代理ログイン中は変更できません。", "代为登录期间不可更改。";

        banner: "Logged in as another user", "代理ログイン中", "正以其他用户身份登录";
        signed_in_as(by: &str, name: &str, login_id: &str, until: &str): "You, {by}, are signed in as {name} ({login_id}) until {until}.", "{by} さんは {until} まで {name}（{login_id}）として代理ログイン中です。", "{by}，您正以 {name}（{login_id}）的身份登录，直至 {until}。";
        because(reason: &str): "Reason: {reason}", "理由: {reason}", "原因：{reason}";
        go_back: "Go back", "自分に戻る", "返回";

        over_title(name: &str): "You are no longer logged in as {name}", "{name} としての代理ログインは終了しました", "您已不再以 {name} 的身份登录";
        over_text: "Whatever was not saved before was not done. You go on as yourself.", "保存していない操作は実行されていません。ここからはあなた自身として操作します。", "此前未保存的内容没有执行。您将以自己的身份继续。";
        go_on: "Go on as yourself", "自分として続ける", "以自己的身份继续";
    }
}
