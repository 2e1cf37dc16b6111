//! The mails that carry a link: invitation, password link, somebody asks for a new one.

app::words! {
    /// Mails that carry a link.
    pub struct LinkWords {
        invitation_subject(company: &str): "User Registration Acceptance Email: your account at {company}", "ユーザー登録受付メール: {company} のアカウント", "用户注册受理邮件：您在 {company} 的账户";
        invitation_opening(company: &str): "An account at {company} is ready for you. Open the link to set it up; that takes a few minutes.", "{company} のアカウントをご用意しました。リンクを開いて設定を済ませてください。数分で完了します。", "您在 {company} 的账户已准备就绪。请打开链接完成设置，只需几分钟。";
        invitation_action: "Set up your account", "アカウントを設定する", "设置您的账户";
        invitation_once: "The link works once. When its time has passed, open it all the same: the page offers to ask for a new one.", "リンクは一度だけ使えます。期限が過ぎたときも開いていただくと、新しいリンクを依頼できます。", "链接只能使用一次。过期后仍可打开，页面会提供申请新链接的途径。";
        invitation_keep: "Keep this mail to yourself: whoever has the link can set up the account. If you expected no account, you need not do anything.", "リンクを知っている人は誰でもアカウントを設定できます。このメールを転送しないでください。心当たりがない場合は何もする必要はありません。", "请勿转发此邮件：任何持有链接的人都能设置该账户。如果您并未预期获得账户，无需任何操作。";

        reset_subject: "Set a new password", "パスワードの再設定", "设置新密码";
        reset_opening: "Somebody, hopefully you, asked for a link to set a new password.", "パスワードを再設定するためのリンクの依頼を受け付けました。", "有人（应该是您本人）申请了设置新密码的链接。";
        reset_action: "Set a new password", "パスワードを再設定する", "设置新密码";
        reset_once: "The link works once. If two-factor authentication is on for you, it is asked as always. When the new password is set, you are signed out everywhere.", "リンクは一度だけ使えます。二要素認証が有効な場合は、いつもどおり確認します。再設定が終わると、すべての端末からサインアウトします。", "链接只能使用一次。如果您已启用双因素身份验证，仍需照常验证。设置新密码后，您会在各处退出登录。";
        reset_ignore: "If you did not ask for it, you need not do anything: your password stays as it is.", "依頼していない場合は何もする必要はありません。パスワードは変わりません。", "如果不是您申请的，无需任何操作，您的密码保持不变。";

        asked_subject(login_id: &str): "{login_id} asks for a new link", "{login_id} さんが新しいリンクを依頼しています", "{login_id} 申请新链接";
        asked_opening: "Somebody opened an expired or used link of this user and asks for a new one.", "次のユーザーの期限切れまたは使用済みのリンクが開かれ、新しいリンクの依頼がありました。", "有人打开了该用户已过期或已使用的链接，并申请新链接。";
        asked_action: "Open User Detail", "ユーザー詳細を開く", "打开用户详情";
        asked_issue: "If that is right, press Issue Credentials there: a new link goes to the user by mail.", "問題がなければ「クレデンシャル発行」を押してください。新しいリンクがユーザーにメールで届きます。", "如情况属实，请在其中点击“签发凭据”，新链接会通过邮件发送给该用户。";
    }
}
