//! Words of the page to which the link in a mail leads.

app::words! {
    /// What the page of an invitation or password link says.
    pub struct InvitationWords {
        invitation_title: "Your account is ready", "アカウントの準備ができました";
        invitation_help: "This invitation is for the account below. If it is yours, continue to set it up.",
            "この招待は次のアカウント宛てです。ご自身のものであれば、設定に進んでください。";
        password_title: "Set a new password", "パスワードの再設定";
        password_help: "This link sets a new password for the account below. All its sessions end afterwards.",
            "このリンクで次のアカウントの新しいパスワードを設定できます。設定後、すべてのセッションが終了します。";
        looking_title: "One moment", "お待ちください";
        login_id: "Login ID", "ログイン ID";
        name: "Name", "氏名";
        company: "Company", "会社";
        valid_until: "Valid until", "有効期限";
        go_on: "Click here to continue", "ここをクリックして続行";
        dead_title: "This link does not open", "このリンクは使用できません";
        trouble_title: "The link could not be looked at", "リンクを確認できませんでした";
        ask: "Ask for a new link", "新しいリンクを依頼する";
        asked_invitation: "Asked. Those who can send you a new link have been told. Watch your mail.",
            "依頼しました。新しいリンクを発行できる担当者に通知しました。メールをお待ちください。";
        asked_password: "Asked. If the account can get a new link, it comes by mail.",
            "依頼しました。発行できる場合は、新しいリンクがメールで届きます。";
        to_sign_in: "Go to sign-in", "サインインへ";
    }
}
