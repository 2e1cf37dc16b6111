//! Words of Edit account: what one says of oneself, and another e-mail address.

app::words! {
    /// Edit account, and the page of the links about an e-mail address.
    pub struct ProfileWords {
        title: "Edit account", "アカウントの編集";
        user_name: "User name", "ユーザー名";
        user_name_fixed: "It never changes. If you need another one, ask your administrator for a new account.", "変更できません。別のユーザー名が必要な場合は、管理者に新しいアカウントを依頼してください。";
        name: "Name", "氏名";
        email: "E-mail", "メールアドレス";
        group: "Group", "グループ";
        group_hint: "Your department or team.", "部署やチームなど。";
        description: "Description", "説明";
        description_hint: "A line about you, seen by administrators.", "管理者に表示される短い説明です。";
        none: "none", "なし";
        edit: "Edit", "編集";
        edit_title: "Edit account", "アカウントの編集";
        save: "Save", "保存";
        saved: "Account saved", "アカウントを保存しました";
        stale: "Your account was changed meanwhile, perhaps by an administrator. These are the newest values; save again what you want to change.", "操作中にアカウントが変更されました（管理者による変更の可能性があります）。最新の内容を表示しています。変更したい項目を入力し直してください。";

        change_email: "Change", "変更";
        change_email_name: "Change the e-mail address", "メールアドレスを変更";
        email_title: "Change your e-mail address", "メールアドレスの変更";
        present_email: "Present address", "現在のアドレス";
        new_email: "New e-mail address", "新しいメールアドレス";
        new_email_hint: "A link goes there. The new address is used once you have opened that link and confirmed.", "確認用のリンクを送信します。リンクを開いて確認すると、新しいアドレスに切り替わります。";
        present_is_told: "Your present address is told at once, with a way to stop the change.", "現在のアドレスにも、変更を取り消す方法とともに直ちにお知らせします。";
        send_link: "Send the link", "リンクを送信";
        link_sent(email: &str): "Link sent to {email}", "{email} にリンクを送信しました";

        pending_title(email: &str): "{email} waits to be confirmed", "{email} の確認待ちです";
        pending_until: "Open the link in the mail that went there. It works until", "送信したメールのリンクを開いてください。リンクの有効期限:";
        pending_over: "The link has expired. Send it again, or cancel the change.", "リンクの有効期限が切れました。再送するか、変更を取り消してください。";
        send_again: "Send again", "再送";
        cancel_change: "Cancel the change", "変更を取り消す";
        cancelled: "Your e-mail address stays as it is.", "メールアドレスは変更されません。";

        confirm_title: "Confirm your new e-mail address", "新しいメールアドレスの確認";
        confirm_lead: "From then on, mail about this account goes to the new address.", "確認すると、このアカウントに関するメールは新しいアドレスに届きます。";
        confirm_button: "Confirm this address", "このアドレスを確認する";
        confirmed_title: "E-mail address confirmed", "メールアドレスを確認しました";
        confirmed(email: &str): "Mail goes to {email} from now on.", "今後は {email} にメールをお送りします。";
        stop_title: "Stop the change of your e-mail address", "メールアドレス変更の取り消し";
        stop_lead: "Somebody who is signed in to this account wants its mail to go to another address. If that was not you, stop it.", "このアカウントのメールの送信先を変更する依頼がありました。心当たりがない場合は取り消してください。";
        stop_button: "Stop the change", "変更を取り消す";
        stopped_title: "The change was stopped", "変更を取り消しました";
        stopped: "Your e-mail address stays as it is. If you did not ask for the change, sign in now and set a new password: your other sessions end with it.", "メールアドレスは変更されません。変更を依頼した覚えがない場合は、すぐにサインインしてパスワードを変更してください。ほかのセッションも終了します。";
        account_of: "Account of", "アカウント";
        valid_until: "Link works until", "リンクの有効期限";
        looking: "Opening the link", "リンクを確認しています";
        dead_title: "This link does not work any more", "このリンクは使えません";
        go_on: "Go to Doorward", "Doorward を開く";
    }
}
