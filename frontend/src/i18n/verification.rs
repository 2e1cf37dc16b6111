//! Words of verification methods, and of explaining a sign-in.

app::words! {
    /// Multi-factor Authentication of a user, and a policy class's part in it.
    pub struct VerificationWords {
        title: "Multi-factor Authentication", "多要素認証", "多因素身份验证";
        edit_of(login_id: &str): "Multi-factor Authentication of {login_id}", "{login_id} の多要素認証", "{login_id} 的多因素身份验证";
        about: "A code sent by e-mail is asked beside password and authenticator, never in their place. Programs that sign in with a password are asked what WEB says.", "メールの確認コードは、パスワードや認証アプリに加えて確認します（代わりにはなりません）。パスワードでサインインするプログラムには WEB の設定が適用されます。", "除密码和身份验证器之外，还会要求邮件验证码，但不能代替它们。用密码登录的程序适用 WEB 的设置。";
        by_policy(value: &str, origin: &str): "Policy class: {value}, {origin}", "ポリシークラス: {value}、{origin}", "策略类：{value}，{origin}";
        unlock_hint(policy: &str): "{policy}. For apps that lock themselves; no app of Doorward does so yet.", "{policy}。アプリの自動ロック用の設定です。現在ロックするアプリはまだありません。", "{policy}。用于会自动锁定的应用，目前 Doorward 尚无此类应用。";
        face: "Face recognition (possible once passkeys exist)", "顔認証（パスキー対応後に使えます）", "人脸识别（支持通行密钥后可用）";
        set_for_user: "set for this user", "このユーザーに設定", "为该用户设置";
        saved(login_id: &str): "Multi-factor Authentication of {login_id} saved", "{login_id} の多要素認証を保存しました", "已保存 {login_id} 的多因素身份验证";
        from_next_step: "It holds from the next step of a sign-in on. Open sessions stay.", "次回のサインイン手順から有効です。利用中のセッションは継続します。", "自登录的下一步骤起生效，已打开的会话不受影响。";
    }
}

app::words! {
    /// Explain sign-in.
    pub struct ExplainWords {
        title: "Explain sign-in", "サインインの可否を確認", "登录诊断";
        title_of(login_id: &str): "Can {login_id} sign in?", "{login_id} のサインインの可否", "{login_id} 能否登录？";
        channel: "Channel", "チャネル", "渠道";
        address: "Address", "アドレス", "地址";
        address_hint: "From where; empty for any.", "接続元。空の場合は問いません。", "登录来源；留空表示任意。";
        last_address: "From where the user signed in last.", "前回サインインしたときの接続元です。", "该用户上次登录的地址。";
        explain: "Explain", "確認", "诊断";
        gets_in: "A sign-in with the right password succeeds, after the steps that are asked.", "正しいパスワードを入力し、必要な手順を終えるとサインインできます。", "输入正确的密码并完成所需步骤后，即可登录。";
        depends: "It depends on the address. Enter one to see.", "アドレスによります。アドレスを入力すると確認できます。", "取决于地址，输入一个地址即可查看。";
        ends_at(step: &str): "A sign-in ends at this step: {step}.", "次の手順で拒否されます: {step}", "登录会在此步骤终止：{step}。";
        steps: "Steps of the sign-in", "サインインの手順", "登录步骤";
        waits: "Tries are refused until", "試行できるようになる日時:", "在此之前拒绝尝试：";
    }
}
