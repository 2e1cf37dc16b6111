//! The mails that carry a link: invitation, password link, another e-mail address, somebody asks for a new one.

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

        email_subject: "Confirm your new e-mail address", "新しいメールアドレスの確認", "确认您的新电子邮件地址";
        email_opening: "You want mail about your account to come to this address. Open the link and confirm it; until then everything stays as it is.", "アカウントに関するメールをこのアドレスで受け取るための確認です。リンクを開いて確認してください。確認が済むまで、現在のアドレスのままです。", "您希望与账户有关的邮件发送到此地址。请打开链接并确认；在此之前一切保持不变。";
        email_action: "Confirm this address", "このアドレスを確認する", "确认此地址";
        email_once: "The link works once.", "リンクは一度だけ使えます。", "链接只能使用一次。";
        email_ignore: "If you did not ask for it, somebody has mistyped their address: you need not do anything.", "心当たりがない場合は、ほかの方がアドレスを誤って入力した可能性があります。何もする必要はありません。", "如果您没有申请，可能是他人输错了地址，您无需进行任何操作。";

        change_subject: "Your e-mail address is about to change", "メールアドレスの変更を受け付けました", "您的电子邮件地址即将更改";
        change_opening: "Mail about your account is to go to another address. That takes effect when it is confirmed there.", "アカウントに関するメールの送信先を変更する依頼を受け付けました。新しいアドレスで確認が済むと変更されます。", "与您的账户有关的邮件将发送到另一个地址。该地址确认后更改才会生效。";
        change_action: "Stop the change", "変更を取り消す", "阻止更改";
        change_was_you: "If it was you, you need not do anything here.", "ご自身による依頼の場合、このメールに対しては何もする必要はありません。", "如果是您本人操作，则无需进行任何处理。";
        change_not_you: "If it was not you, stop the change, set a new password at once and tell your administrator: somebody else may be using your session.", "心当たりがない場合は、変更を取り消し、すぐにパスワードを変更して管理者へ連絡してください。ほかの人があなたのセッションを使っているおそれがあります。", "如果不是您本人操作，请阻止更改，立即设置新密码并联系管理员：可能有他人正在使用您的会话。";

        asked_subject(login_id: &str): "{login_id} asks for a new link", "{login_id} さんが新しいリンクを依頼しています", "{login_id} 申请新链接";
        asked_opening: "Somebody opened an expired or used link of this user and asks for a new one.", "次のユーザーの期限切れまたは使用済みのリンクが開かれ、新しいリンクの依頼がありました。", "有人打开了该用户已过期或已使用的链接，并申请新链接。";
        asked_action: "Open User Detail", "ユーザー詳細を開く", "打开用户详情";
        asked_issue: "If that is right, press Issue Credentials there: a new link goes to the user by mail.", "問題がなければ「クレデンシャル発行」を押してください。新しいリンクがユーザーにメールで届きます。", "如情况属实，请在其中点击“签发凭据”，新链接会通过邮件发送给该用户。";
    }
}
