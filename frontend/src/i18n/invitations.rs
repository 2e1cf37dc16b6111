//! Words of the page to which the link in a mail leads.

app::words! {
    /// What the page of an invitation or password link says.
    pub struct InvitationWords {
        invitation_title: "Your account is ready", "アカウントの準備ができました", "您的账户已准备就绪";
        invitation_help: "This invitation is for the account below. If it is yours, continue to set it up.",
            "この招待は次のアカウント宛てです。ご自身のものであれば、設定に進んでください。",
            "此邀请对应以下账户。如果是您本人的账户，请继续完成设置。";
        password_title: "Set a new password", "パスワードの再設定", "设置新密码";
        password_help: "This link sets a new password for the account below. All its sessions end afterwards.",
            "このリンクで次のアカウントの新しいパスワードを設定できます。設定後、すべてのセッションが終了します。",
            "此链接用于为以下账户设置新密码。设置后，该账户的所有会话都会结束。";
        looking_title: "One moment", "お待ちください", "请稍候";
        login_id: "Login ID", "ログイン ID", "登录 ID";
        name: "Name", "氏名", "姓名";
        company: "Company", "会社", "公司";
        valid_until: "Valid until", "有効期限", "有效期至";
        go_on: "Click here to continue", "ここをクリックして続行", "点击此处继续";
        dead_title: "This link does not open", "このリンクは使用できません", "此链接无法打开";
        trouble_title: "The link could not be looked at", "リンクを確認できませんでした", "无法检查此链接";
        ask: "Ask for a new link", "新しいリンクを依頼する", "申请新链接";
        asked_invitation: "Asked. Those who can send you a new link have been told. Watch your mail.",
            "依頼しました。新しいリンクを発行できる担当者に通知しました。メールをお待ちください。",
            "已提交申请，并已通知可以向您发送新链接的人员。请留意您的邮件。";
        asked_password: "Asked. If the account can get a new link, it comes by mail.",
            "依頼しました。発行できる場合は、新しいリンクがメールで届きます。",
            "已提交申请。如果该账户可以获得新链接，将通过邮件发送。";
        to_sign_in: "Go to sign-in", "サインインへ", "前往登录";
    }
}
