//! The mails that carry a link: invitation, password link, another e-mail address, somebody asks for a new one.

app::words! {
    /// Mails that carry a link.
    pub struct LinkWords {
        invitation_subject(company: &str): "User Registration Acceptance Email: your account at {company}", "ユーザー登録受付メール: {company} のアカウント";
        invitation_opening(company: &str): "An account at {company} is ready for you. Open the link to set it up; that takes a few minutes.", "{company} のアカウントをご用意しました。リンクを開いて設定を済ませてください。数分で完了します。";
        invitation_action: "Set up your account", "アカウントを設定する";
        invitation_once: "The link works once. When its time has passed, open it all the same: the page offers to ask for a new one.", "リンクは一度だけ使えます。期限が過ぎたときも開いていただくと、新しいリンクを依頼できます。";
        invitation_keep: "Keep this mail to yourself: whoever has the link can set up the account. If you expected no account, you need not do anything.", "リンクを知っている人は誰でもアカウントを設定できます。このメールを転送しないでください。心当たりがない場合は何もする必要はありません。";

        reset_subject: "Set a new password", "パスワードの再設定";
        reset_opening: "Somebody, hopefully you, asked for a link to set a new password.", "パスワードを再設定するためのリンクの依頼を受け付けました。";
        reset_action: "Set a new password", "パスワードを再設定する";
        reset_once: "The link works once. If two-factor authentication is on for you, it is asked as always. When the new password is set, you are signed out everywhere.", "リンクは一度だけ使えます。二要素認証が有効な場合は、いつもどおり確認します。再設定が終わると、すべての端末からサインアウトします。";
        reset_ignore: "If you did not ask for it, you need not do anything: your password stays as it is.", "依頼していない場合は何もする必要はありません。パスワードは変わりません。";

        email_subject: "Confirm your new e-mail address", "新しいメールアドレスの確認";
        email_opening: "You want mail about your account to come to this address. Open the link and confirm it; until then everything stays as it is.", "アカウントに関するメールをこのアドレスで受け取るための確認です。リンクを開いて確認してください。確認が済むまで、現在のアドレスのままです。";
        email_action: "Confirm this address", "このアドレスを確認する";
        email_once: "The link works once.", "リンクは一度だけ使えます。";
        email_ignore: "If you did not ask for it, somebody has mistyped their address: you need not do anything.", "心当たりがない場合は、ほかの方がアドレスを誤って入力した可能性があります。何もする必要はありません。";

        change_subject: "Your e-mail address is about to change", "メールアドレスの変更を受け付けました";
        change_opening: "Mail about your account is to go to another address. That takes effect when it is confirmed there.", "アカウントに関するメールの送信先を変更する依頼を受け付けました。新しいアドレスで確認が済むと変更されます。";
        change_action: "Stop the change", "変更を取り消す";
        change_was_you: "If it was you, you need not do anything here.", "ご自身による依頼の場合、このメールに対しては何もする必要はありません。";
        change_not_you: "If it was not you, stop the change, set a new password at once and tell your administrator: somebody else may be using your session.", "心当たりがない場合は、変更を取り消し、すぐにパスワードを変更して管理者へ連絡してください。ほかの人があなたのセッションを使っているおそれがあります。";

        asked_subject(login_id: &str): "{login_id} asks for a new link", "{login_id} さんが新しいリンクを依頼しています";
        asked_opening: "Somebody opened an expired or used link of this user and asks for a new one.", "次のユーザーの期限切れまたは使用済みのリンクが開かれ、新しいリンクの依頼がありました。";
        asked_action: "Open User Detail", "ユーザー詳細を開く";
        asked_issue: "If that is right, press Issue Credentials there: a new link goes to the user by mail.", "問題がなければ「クレデンシャル発行」を押してください。新しいリンクがユーザーにメールで届きます。";
    }
}
