//! Words of token expiration: how long apps stay signed in, and exclusive login.

app::words! {
    /// Token expiration of a user.
    pub struct TokenWords {
        title: "Token expiration", "トークンの有効期限", "令牌有效期";
        title_of(login_id: &str): "Token expiration of {login_id}", "{login_id} のトークンの有効期限", "{login_id} 的令牌有效期";
        about: "How long apps stay signed in. Browsers and API sessions keep the session limits of the policy class.", "アプリのサインインを維持する期間を設定します。ブラウザーと API のセッションには、ポリシークラスのセッション時間が適用されます。", "设置应用保持登录的时长。浏览器和 API 会话仍以策略类的会话时限为准。";
        validity: "App sessions stay valid", "アプリのセッションの有効期間", "应用会话的有效期";
        by_policy(value: &str, origin: &str): "As defined by the policy class: {value}, {origin}", "ポリシークラスに従う: {value}、{origin}", "由策略类决定：{value}，{origin}";
        long_term: "Long-term Validity", "長期有効", "长期有效";
        long_term_hint: "Long-term Validity does not end by time. The account’s own expiry, disabling, deletion and trusted addresses hold at once all the same.", "長期有効は時間の経過では終了しません。アカウントの有効期限、無効化、削除、許可アドレスの制限は、この場合も直ちに適用されます。", "长期有效不会因时间而结束。但账户到期、停用、删除以及受信任地址的限制仍会立即生效。";
        expiration_time: "Expiration Time", "有効期限を指定", "指定有效期";
        amount: "Valid for", "有効期間", "有效时长";
        unit: "Unit", "単位", "单位";
        bounds(min: &str, max: &str): "From {min} to {max}", "{min}～{max}", "{min} 到 {max}";
        exclusive: "Exclusive Login", "排他ログイン", "独占登录";
        exclusive_hint: "A new sign-in ends the user’s other sessions of the same kind (browser, app, API), and both sides are told.", "新しくサインインすると、同じ種類（ブラウザー、アプリ、API）のほかのセッションが終了し、双方に通知されます。", "新的登录会结束该用户同类（浏览器、应用、API）的其他会话，并通知双方。";
        would_end(count): "Saving this ends {count} session." | "Saving this ends {count} sessions.", "保存すると、セッション {count} 件が終了します。", "保存后将结束 {count} 个会话。";
        would_end_newest: "The newest session of each kind stays.", "種類ごとに最新のセッションだけが残ります。", "每类会话保留最新的一个。";
        oneself: "You can make your own settings tighter. To loosen them, ask another administrator.", "自分の設定は厳しくすることだけができます。緩和はほかの管理者に依頼してください。", "您只能将自己的设置改得更严格。如需放宽，请联系其他管理员。";
        save: "Save Configuration", "設定を保存", "保存配置";
        saved(login_id: &str): "Token expiration of {login_id} saved", "{login_id} のトークンの有効期限を保存しました", "已保存 {login_id} 的令牌有效期";
        stale: "Somebody has changed this user meanwhile. What is set now:", "別の人がこのユーザーを変更しました。現在の設定:", "其他人已更改此用户。当前的设置：";
        stale_again: "What you chose is kept. Save again to put it in its place.", "選択した内容はそのまま残っています。置き換えるにはもう一度保存してください。", "您的选择已保留。如需覆盖，请再次保存。";
        set_for_user: "set for this user", "このユーザーに設定", "为该用户设置";
        edit: "Edit", "編集", "编辑";
        ends: "Ends", "終了", "结束";
        no_end: "Long-term", "長期", "长期";
        channel_app: "App", "アプリ", "应用";
        channel_api: "API", "API", "API";
    }
}
