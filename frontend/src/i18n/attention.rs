//! Words of what wants attention about one's own account.

app::words! {
    /// The lines of the home page that say what to see to.
    pub struct AttentionWords {
        title: "Needs your attention", "確認が必要な項目", "需要您处理的事项";
        new_device: "Sign-in from a new device", "新しいデバイスからのサインイン", "从新设备登录";
        new_device_named(device: &str): "Sign-in from a new device: {device}", "新しいデバイスからのサインイン: {device}", "从新设备登录：{device}";
        new_device_about(when: &str, address: &str): "{when}, from {address}. If that was not you, end its session and change your password.", "{when}、{address} から。心当たりがない場合は、そのセッションを終了し、パスワードを変更してください。", "{when}，来自 {address}。如果不是您本人，请结束该会话并更改密码。";
        see_sessions: "Review sessions", "セッションを確認", "查看会话";
        account_ends(day: &str): "Your account ends on {day}", "アカウントの有効期限: {day}", "您的账户将于 {day} 到期";
        account_ends_about: "If you need it for longer, ask your administrator to extend it.", "引き続き必要な場合は、管理者に延長を依頼してください。", "如需继续使用，请联系管理员延长有效期。";
        password_ends(when: &str): "Your password expires: {when}", "パスワードの有効期限: {when}", "您的密码将于 {when} 过期";
        password_ends_about: "Change it now, or the first sign-in after that asks for a new one.", "今すぐ変更できます。変更しない場合は、期限後の最初のサインイン時に新しいパスワードが必要になります。", "请现在更改，否则此后首次登录时须设置新密码。";
        password_over: "Your password has expired", "パスワードの有効期限が切れています", "您的密码已过期";
        password_over_about: "Change it now, or your next sign-in asks for a new one.", "今すぐ変更できます。変更しない場合は、次のサインイン時に新しいパスワードが必要になります。", "请现在更改，否则下次登录时须设置新密码。";
        change_password: "Change password", "パスワードを変更", "更改密码";
        codes_about: "They let you in when your phone is lost or broken.", "スマートフォンの紛失や故障の際に、リカバリーコードでサインインできます。", "手机丢失或损坏时，可凭恢复代码登录。";
        new_codes: "Make new codes", "コードを再発行", "重新生成代码";
        token_ends(name: &str, when: &str): "Your token “{name}” ends: {when}", "トークン「{name}」の有効期限: {when}", "您的令牌“{name}”将于 {when} 到期";
        tokens_end(count): "{count} token of yours ends soon" | "{count} tokens of yours end soon", "まもなく期限が切れるトークンが {count} 件あります", "您有 {count} 个令牌即将到期";
        tokens_end_about(name: &str, when: &str): "The first is “{name}”: {when}. What uses them stops then, so issue new ones in time.", "最初に切れるのは「{name}」（{when}）です。使用中のプログラムが停止する前に、新しいトークンを発行してください。", "最先到期的是“{name}”（{when}）。到期后使用它们的程序将停止工作，请及时签发新令牌。";
        token_ends_about: "What uses it stops then, so issue a new one in time.", "使用中のプログラムが停止する前に、新しいトークンを発行してください。", "到期后使用它的程序将停止工作，请及时签发新令牌。";
        see_tokens: "Manage tokens", "トークンを管理", "管理令牌";
        email_until(when: &str): "Open the link in the mail that went there. It works until {when}.", "送信したメールのリンクを開いてください。リンクの有効期限: {when}", "请打开发送到该地址的邮件中的链接，有效期至 {when}。";
    }
}
