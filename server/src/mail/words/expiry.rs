//! The mails that tell beforehand that accounts end.

app::words! {
    /// Mails about accounts that end.
    pub struct ExpiryWords {
        account_subject(end: &str): "Your account ends on {end}", "アカウントの有効期限: {end}", "您的账户将于 {end} 到期";
        account_opening: "Your account ends soon. From that moment on you cannot sign in, and your sessions end.", "アカウントの有効期限が近づいています。期限を過ぎるとサインインできなくなり、セッションも終了します。", "您的账户即将到期。到期后您将无法登录，会话也会结束。";
        account_next: "If you need it for longer, ask your administrator to extend it.", "引き続き利用する場合は、管理者に延長を依頼してください。", "如需继续使用，请联系管理员延长有效期。";
        ends: "Ends", "有効期限", "到期时间";

        users_subject(count): "{count} account ends soon" | "{count} accounts end soon", "期限が近いアカウントが {count} 件あります", "{count} 个账户即将到期";
        users_opening(count): "This account ends soon. Its user was told too, unless the invitation is not accepted yet." | "These {count} accounts end soon. Their users were told too, but for those who have not accepted their invitation yet.", "次の {count} 件のアカウントの有効期限が近づいています。招待を受諾済みのユーザーには本人にも通知しました。", "以下 {count} 个账户即将到期。已接受邀请的用户也收到了通知。";
        users_line(name: &str, company: &str, end: &str): "{name}, {company}: {end}", "{name}（{company}） {end}", "{name}，{company}：{end}";
        users_more(count): "{count} more account is in the list." | "{count} more accounts are in the list.", "ほか {count} 件は一覧で確認できます。", "列表中还有 {count} 个账户。";
        users_action: "Open the list", "一覧を開く", "打开列表";
        users_next: "To extend an account, choose another expiration date in Edit User; if you do nothing, it ends by itself.", "延長するには「ユーザーの編集」で有効期限を変更してください。何もしない場合は期限に終了します。", "如需延长账户，请在“编辑用户”中选择其他到期日期；如不处理，账户会自动到期。";
    }
}
