//! The mails that tell beforehand that accounts end.

app::words! {
    /// Mails about accounts that end.
    pub struct ExpiryWords {
        account_subject(end: &str): "Your account ends on {end}", "アカウントの有効期限: {end}";
        account_opening: "Your account ends soon. From that moment on you cannot sign in, and your sessions end.", "アカウントの有効期限が近づいています。期限を過ぎるとサインインできなくなり、セッションも終了します。";
        account_next: "If you need it for longer, ask your administrator to extend it.", "引き続き利用する場合は、管理者に延長を依頼してください。";
        ends: "Ends", "有効期限";

        users_subject(count): "{count} account ends soon" | "{count} accounts end soon", "期限が近いアカウントが {count} 件あります";
        users_opening(count): "This account ends soon. Its user was told too, unless the invitation is not accepted yet." | "These {count} accounts end soon. Their users were told too, but for those who have not accepted their invitation yet.", "次の {count} 件のアカウントの有効期限が近づいています。招待を受諾済みのユーザーには本人にも通知しました。";
        users_line(name: &str, company: &str, end: &str): "{name}, {company}: {end}", "{name}（{company}） {end}";
        users_more(count): "{count} more account is in the list." | "{count} more accounts are in the list.", "ほか {count} 件は一覧で確認できます。";
        users_action: "Open the list", "一覧を開く";
        users_next: "To extend an account, choose another expiration date in Edit User; if you do nothing, it ends by itself.", "延長するには「ユーザーの編集」で有効期限を変更してください。何もしない場合は期限に終了します。";
    }
}
