//! Words of tokens: what a user issues to a program.

app::words! {
    /// Issuing, listing, replacing and deleting tokens.
    pub struct IssuedTokenWords {
        title: "Issue token", "トークンの発行";
        issue: "Issue token", "トークンを発行";
        issue_api: "Issue API token", "API トークンを発行";
        issue_api_of(login_id: &str): "API token access of {login_id}", "{login_id} の API トークンアクセス";
        tokens: "Tokens", "トークン";
        your_tokens: "Your tokens", "自分のトークン";
        about: "A token lets a program, such as a script or a CRM system, work for you without your password: with a part of your permissions, until it ends or you delete it.", "トークンを使うと、スクリプトや CRM システムなどのプログラムが、あなたのパスワードなしで、あなたに代わって動作できます。許可されるのは選択した権限だけで、期限切れまたは削除まで有効です。";
        none_yet: "You have issued no token. A program needs one to work for you.", "発行したトークンはありません。プログラムに操作を任せるにはトークンが必要です。";
        to_tokens: "Manage tokens", "トークンを管理";
        acting: "You are logged in as this user. Only they can issue, replace or delete their tokens.", "このユーザーとして代理ログイン中です。トークンの発行、シークレットの再発行、削除は本人だけが行えます。";

        name: "Name", "名前";
        permissions: "Permissions", "権限";
        created: "Created", "作成日時";
        used: "Last used", "最終使用";
        ends: "Expiry", "有効期限";
        never_used: "never", "未使用";
        no_end: "Long-term", "長期";
        ended: "Ended", "期限切れ";
        ends_soon: "Ends soon", "まもなく期限切れ";
        rotates: "Rotates", "ローテーション";
        from(address: &str): "from {address}", "{address} から";
        everything: "Everything the owner may do", "所有者のすべての権限";
        count(count): "{count} permission" | "{count} permissions", "権限 {count} 件";
        no_permission: "None", "なし";
        only_from(addresses: &str): "Only from {addresses}", "{addresses} からのみ使用可";
        earlier_until: "The earlier secret is good until", "以前のシークレットの有効期限:";

        kind: "Kind", "種類";
        kind_refresh: "Refresh token: exchanged for access tokens (OAuth 2.0)", "リフレッシュトークン: アクセストークンと交換（OAuth 2.0）";
        kind_api: "API token: opens an API session together with your login ID", "API トークン: ログイン ID と組み合わせて API セッションを開始";
        name_hint: "Such as the program that gets it: “Nightly report”.", "使用するプログラムがわかる名前（例: 夜間レポート）";
        valid: "Valid for", "有効期間";
        days(count): "{count} day" | "{count} days", "{count} 日間";
        one_year: "1 year", "1 年間";
        longest(date: &str): "As long as allowed, until {date}", "許可されている最長期間（{date} まで）";
        until_date: "Until a date", "日付を指定";
        long_term: "Long-term: it does not end by time", "長期（期限なし）";
        last_day: "Last day", "最終日";
        last_day_hint(zone: &str): "The last day on which it can be used ({zone}).", "トークンを使用できる最後の日（{zone}）";
        what: "What it may do", "許可する操作";
        only_these: "Only what is ticked below", "以下で選択した操作だけ";
        all_of_mine: "Everything you may do as a program, now and later", "プログラムとして許可されているすべての操作（今後の変更を含む）";
        all_warning: "Whoever has this token can do whatever you can. Choose less if the program needs less.", "このトークンを持つ人は、あなたと同じ操作を行えます。プログラムに必要な権限だけを選択してください。";
        read_only: "Read only", "閲覧のみ";
        tick_all: "All", "すべて";
        tick_none: "None", "すべて解除";
        nothing_to_give: "You hold no permission for programs (API), so a token of yours can only tell who you are.", "プログラム（API）用の権限がないため、トークンで確認できるのは自分のアカウント情報だけです。";
        nothing_in_common: "This user holds no permission for programs (API) that you hold too, so the token could only tell who they are. Give them permissions in Access first.", "あなたと共通するプログラム（API）用の権限がこのユーザーにないため、トークンで確認できるのはアカウント情報だけです。先に「アクセス権」で権限を付与してください。";
        addresses: "Trusted addresses", "許可アドレス";
        addresses_hint_api: "One address or network in each field. With none, it can be used from wherever the user may come.", "1 つの欄にアドレスまたはネットワークを 1 つ入力します。空の場合は、ユーザーが利用できるすべてのアドレスから使用できます。";
        addresses_hint: "One address or network in each field. With none, it can be used from wherever you may come.", "1 つの欄にアドレスまたはネットワークを 1 つ入力します。空の場合は、自分が利用できるすべてのアドレスから使用できます。";
        rotate: "A new refresh token with each exchange", "交換のたびに新しいリフレッシュトークンを発行";
        rotate_hint: "Each one works once. Only for programs that keep the new one they get.", "各トークンは 1 回だけ使えます。新しいトークンを保存できるプログラム専用です。";

        issued(name: &str): "“{name}” is issued", "「{name}」を発行しました";
        refresh_token: "Refresh token", "リフレッシュトークン";
        api_token: "API token", "API トークン";
        keep_it_api(login_id: &str): "Whoever has it can act as {login_id} within its permissions. Keep it like a password.", "このトークンを持つ人は、許可された範囲で {login_id} として操作できます。パスワードと同じように管理してください。";
        keep_it: "Whoever has it can act for you within its permissions. Keep it like a password.", "このトークンを持つ人は、許可された範囲であなたとして操作できます。パスワードと同じように管理してください。";
        how_to: "Exchange it for an access token", "アクセストークンへの交換";
        how_to_api: "Open an API session with it", "API セッションの開始";
        then_use: "Send the access token of the answer with each request. It lasts for minutes; then do the same again.", "返されたアクセストークンを各リクエストに付けて送信します。数分で失効するため、その後は同じ操作を繰り返してください。";
        copy_command: "Copy the command", "コマンドをコピー";
        done: "Done", "完了";

        replace_of(name: &str): "Replace the secret of {name}", "{name} のシークレットを再発行";
        replace_title(name: &str): "Replace the secret of “{name}”?", "「{name}」のシークレットを再発行しますか?";
        replace: "Replace secret", "シークレットを再発行";
        replace_stays: "The token keeps its name, permissions, addresses and expiry.", "名前、権限、許可アドレス、有効期限は変わりません。";
        replace_overlap: "The present secret stays good for 24 hours, so that the program can be given the new one.", "現在のシークレットは 24 時間有効です。その間にプログラムの設定を変更してください。";
        replace_at_once: "The present secret stops working at once, because this token rotates.", "ローテーションするトークンのため、現在のシークレットは直ちに使えなくなります。";
        replaced(name: &str): "“{name}” has a new secret", "「{name}」のシークレットを再発行しました";

        delete_of(name: &str): "Delete {name}", "{name} を削除";
        delete_title(name: &str): "Delete the token “{name}”?", "トークン「{name}」を削除しますか?";
        delete_yes: "Yes, Delete this token", "はい、このトークンを削除します";
        delete_stops: "The program that uses it is refused at once, also with access tokens it has already.", "このトークンを使うプログラムは直ちに拒否されます。取得済みのアクセストークンも使えなくなります。";
        delete_for_good: "It cannot be restored.", "元に戻すことはできません。";
        deleted(name: &str): "“{name}” was deleted", "「{name}」を削除しました";
        delete_all: "Delete all", "すべて削除";
        delete_all_title(count): "Delete {count} token?" | "Delete all {count} tokens?", "トークン {count} 件をすべて削除しますか?";
        delete_all_yes(count): "Yes, Delete {count} token" | "Yes, Delete all {count} tokens", "はい、{count} 件すべて削除します";
        deleted_all(count): "{count} token was deleted" | "{count} tokens were deleted", "トークン {count} 件を削除しました";

        none_of_user: "No program acts for this user by a token.", "このユーザーのトークンはありません。";
        who_sees: "Programs that act for this user: by refresh tokens of their own, or by API tokens (API token access). The list is shown to administrators with the permission “See tokens”; nobody is shown a token itself.", "このユーザーに代わって動作するプログラムのトークンです。本人のリフレッシュトークンと、API トークン（API トークンアクセス）があります。この一覧は「トークンの閲覧」権限を持つ管理者にだけ表示されます。トークン自体は表示されません。";
    }
}
