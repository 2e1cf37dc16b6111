//! Words of Edit account: what one says of oneself, and another e-mail address.

app::words! {
    /// Edit account, and the page of the links about an e-mail address.
    pub struct ProfileWords {
        title: "Edit account", "アカウントの編集", "编辑账户";
        user_name: "User name", "ユーザー名", "用户名";
        user_name_fixed: "It never changes. If you need another one, ask your administrator for a new account.", "変更できません。別のユーザー名が必要な場合は、管理者に新しいアカウントを依頼してください。", "用户名不可更改。如需其他用户名，请向管理员申请新账户。";
        name: "Name", "氏名", "姓名";
        email: "E-mail", "メールアドレス", "电子邮件";
        group: "Group", "グループ", "组";
        group_hint: "Your department or team.", "部署やチームなど。", "您所在的部门或团队。";
        description: "Description", "説明", "说明";
        description_hint: "A line about you, seen by administrators.", "管理者に表示される短い説明です。", "关于您的一行说明，管理员可以看到。";
        none: "none", "なし", "无";
        edit: "Edit", "編集", "编辑";
        edit_title: "Edit account", "アカウントの編集", "编辑账户";
        save: "Save", "保存", "保存";
        saved: "Account saved", "アカウントを保存しました", "账户已保存";
        stale: "Your account was changed meanwhile, perhaps by an administrator. These are the newest values; save again what you want to change.", "操作中にアカウントが変更されました（管理者による変更の可能性があります）。最新の内容を表示しています。変更したい項目を入力し直してください。", "在此期间您的账户已被更改（可能由管理员更改）。以下是最新的值；请重新保存您要更改的内容。";

        change_email: "Change", "変更", "更改";
        change_email_name: "Change the e-mail address", "メールアドレスを変更", "更改电子邮件地址";
        email_title: "Change your e-mail address", "メールアドレスの変更", "更改您的电子邮件地址";
        present_email: "Present address", "現在のアドレス", "当前地址";
        new_email: "New e-mail address", "新しいメールアドレス", "新电子邮件地址";
        new_email_hint: "A link goes there. The new address is used once you have opened that link and confirmed.", "確認用のリンクを送信します。リンクを開いて確認すると、新しいアドレスに切り替わります。", "链接将发送到该地址。打开链接并确认后，新地址才会生效。";
        present_is_told: "Your present address is told at once, with a way to stop the change.", "現在のアドレスにも、変更を取り消す方法とともに直ちにお知らせします。", "系统会立即通知您当前的地址，并提供取消更改的方法。";
        send_link: "Send the link", "リンクを送信", "发送链接";
        link_sent(email: &str): "Link sent to {email}", "{email} にリンクを送信しました", "链接已发送到 {email}";

        pending_title(email: &str): "{email} waits to be confirmed", "{email} の確認待ちです", "{email} 等待确认";
        pending_until: "Open the link in the mail that went there. It works until", "送信したメールのリンクを開いてください。リンクの有効期限:", "请打开发送到该地址的邮件中的链接。有效期至";
        pending_over: "The link has expired. Send it again, or cancel the change.", "リンクの有効期限が切れました。再送するか、変更を取り消してください。", "链接已过期。请重新发送，或取消更改。";
        send_again: "Send again", "再送", "重新发送";
        cancel_change: "Cancel the change", "変更を取り消す", "取消更改";
        cancelled: "Your e-mail address stays as it is.", "メールアドレスは変更されません。", "您的电子邮件地址保持不变。";

        confirm_title: "Confirm your new e-mail address", "新しいメールアドレスの確認", "确认您的新电子邮件地址";
        confirm_lead: "From then on, mail about this account goes to the new address.", "確認すると、このアカウントに関するメールは新しいアドレスに届きます。", "确认后，与此账户有关的邮件将发送到新地址。";
        confirm_button: "Confirm this address", "このアドレスを確認する", "确认此地址";
        confirmed_title: "E-mail address confirmed", "メールアドレスを確認しました", "电子邮件地址已确认";
        confirmed(email: &str): "Mail goes to {email} from now on.", "今後は {email} にメールをお送りします。", "今后邮件将发送到 {email}。";
        stop_title: "Stop the change of your e-mail address", "メールアドレス変更の取り消し", "阻止更改您的电子邮件地址";
        stop_lead: "Somebody who is signed in to this account wants its mail to go to another address. If that was not you, stop it.", "このアカウントのメールの送信先を変更する依頼がありました。心当たりがない場合は取り消してください。", "有人登录此账户并希望将邮件发送到其他地址。如果不是您本人，请阻止更改。";
        stop_button: "Stop the change", "変更を取り消す", "阻止更改";
        stopped_title: "The change was stopped", "変更を取り消しました", "更改已被阻止";
        stopped: "Your e-mail address stays as it is. If you did not ask for the change, sign in now and set a new password: your other sessions end with it.", "メールアドレスは変更されません。変更を依頼した覚えがない場合は、すぐにサインインしてパスワードを変更してください。ほかのセッションも終了します。", "您的电子邮件地址保持不变。如果您没有申请此更改，请立即登录并设置新密码，其他会话会随之结束。";
        account_of: "Account of", "アカウント", "账户";
        valid_until: "Link works until", "リンクの有効期限", "链接有效期至";
        looking: "Opening the link", "リンクを確認しています", "正在打开链接";
        dead_title: "This link does not work any more", "このリンクは使えません", "此链接已失效";
        go_on: "Go to Doorward", "Doorward を開く", "前往 Doorward";
    }
}
