//! Words of token expiration: how long apps stay signed in, and exclusive login.

app::words! {
    /// Token expiration of a user.
    pub struct TokenWords {
        title: "Token expiration", "トークンの有効期限";
        title_of(login_id: &str): "Token expiration of {login_id}", "{login_id} のトークンの有効期限";
        about: "How long apps stay signed in. Browsers and API sessions keep the session limits of the policy class.", "アプリのサインインを維持する期間を設定します。ブラウザーと API のセッションには、ポリシークラスのセッション時間が適用されます。";
        validity: "App sessions stay valid", "アプリのセッションの有効期間";
        by_policy(value: &str, origin: &str): "As defined by the policy class: {value}, {origin}", "ポリシークラスに従う: {value}、{origin}";
        long_term: "Long-term Validity", "長期有効";
        long_term_hint: "Long-term Validity does not end by time. The account’s own expiry, disabling, deletion and trusted addresses hold at once all the same.", "長期有効は時間の経過では終了しません。アカウントの有効期限、無効化、削除、許可アドレスの制限は、この場合も直ちに適用されます。";
        expiration_time: "Expiration Time", "有効期限を指定";
        amount: "Valid for", "有効期間";
        unit: "Unit", "単位";
        bounds(min: &str, max: &str): "From {min} to {max}", "{min}～{max}";
        exclusive: "Exclusive Login", "排他ログイン";
        exclusive_hint: "A new sign-in ends the user’s other sessions of the same kind (browser, app, API), and both sides are told.", "新しくサインインすると、同じ種類（ブラウザー、アプリ、API）のほかのセッションが終了し、双方に通知されます。";
        would_end(count): "Saving this ends {count} session." | "Saving this ends {count} sessions.", "保存すると、セッション {count} 件が終了します。";
        would_end_newest: "The newest session of each kind stays.", "種類ごとに最新のセッションだけが残ります。";
        oneself: "You can make your own settings tighter. To loosen them, ask another administrator.", "自分の設定は厳しくすることだけができます。緩和はほかの管理者に依頼してください。";
        save: "Save Configuration", "設定を保存";
        saved(login_id: &str): "Token expiration of {login_id} saved", "{login_id} のトークンの有効期限を保存しました";
        stale: "Somebody has changed this user meanwhile. What is set now:", "別の人がこのユーザーを変更しました。現在の設定:";
        stale_again: "What you chose is kept. Save again to put it in its place.", "選択した内容はそのまま残っています。置き換えるにはもう一度保存してください。";
        set_for_user: "set for this user", "このユーザーに設定";
        edit: "Edit", "編集";
        ends: "Ends", "終了";
        no_end: "Long-term", "長期";
        channel_app: "App", "アプリ";
        channel_api: "API", "API";
    }
}
