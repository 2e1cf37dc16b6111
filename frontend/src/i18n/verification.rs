//! Words of verification methods, and of explaining a sign-in.

app::words! {
    /// Multi-factor Authentication of a user, and a policy class's part in it.
    pub struct VerificationWords {
        title: "Multi-factor Authentication", "多要素認証";
        edit_of(login_id: &str): "Multi-factor Authentication of {login_id}", "{login_id} の多要素認証";
        about: "A code sent by e-mail is asked beside password and authenticator, never in their place. Programs that sign in with a password are asked what WEB says.", "メールの確認コードは、パスワードや認証アプリに加えて確認します（代わりにはなりません）。パスワードでサインインするプログラムには WEB の設定が適用されます。";
        by_policy(value: &str, origin: &str): "Policy class: {value}, {origin}", "ポリシークラス: {value}、{origin}";
        unlock_hint(policy: &str): "{policy}. For apps that lock themselves; no app of Doorward does so yet.", "{policy}。アプリの自動ロック用の設定です。現在ロックするアプリはまだありません。";
        face: "Face recognition (possible once passkeys exist)", "顔認証（パスキー対応後に使えます）";
        set_for_user: "set for this user", "このユーザーに設定";
        saved(login_id: &str): "Multi-factor Authentication of {login_id} saved", "{login_id} の多要素認証を保存しました";
        from_next_step: "It holds from the next step of a sign-in on. Open sessions stay.", "次回のサインイン手順から有効です。利用中のセッションは継続します。";
    }
}

app::words! {
    /// Explain sign-in.
    pub struct ExplainWords {
        title: "Explain sign-in", "サインインの可否を確認";
        title_of(login_id: &str): "Can {login_id} sign in?", "{login_id} のサインインの可否";
        channel: "Channel", "チャネル";
        address: "Address", "アドレス";
        address_hint: "From where; empty for any.", "接続元。空の場合は問いません。";
        last_address: "From where the user signed in last.", "前回サインインしたときの接続元です。";
        explain: "Explain", "確認";
        gets_in: "A sign-in with the right password succeeds, after the steps that are asked.", "正しいパスワードを入力し、必要な手順を終えるとサインインできます。";
        depends: "It depends on the address. Enter one to see.", "アドレスによります。アドレスを入力すると確認できます。";
        ends_at(step: &str): "A sign-in ends at this step: {step}.", "次の手順で拒否されます: {step}";
        steps: "Steps of the sign-in", "サインインの手順";
        waits: "Tries are refused until", "試行できるようになる日時:";
    }
}
