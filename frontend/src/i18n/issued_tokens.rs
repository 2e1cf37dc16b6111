//! Words of tokens: what a user issues to a program.

app::words! {
    /// Issuing, listing, replacing and deleting tokens.
    pub struct IssuedTokenWords {
        title: "Issue token", "トークンの発行", "签发令牌";
        issue: "Issue token", "トークンを発行", "签发令牌";
        issue_api: "Issue API token", "API トークンを発行", "签发 API 令牌";
        issue_api_of(login_id: &str): "API token access of {login_id}", "{login_id} の API トークンアクセス", "{login_id} 的 API 令牌访问";
        tokens: "Tokens", "トークン", "令牌";
        your_tokens: "Your tokens", "自分のトークン", "您的令牌";
        about: "A token lets a program, such as a script or a CRM system, work for you without your password: with a part of your permissions, until it ends or you delete it.", "トークンを使うと、スクリプトや CRM システムなどのプログラムが、あなたのパスワードなしで、あなたに代わって動作できます。許可されるのは選択した権限だけで、期限切れまたは削除まで有効です。", "令牌让脚本或 CRM 系统等程序无需您的密码即可代您操作：仅有您的部分权限，直到令牌到期或被您删除。";
        none_yet: "You have issued no token. A program needs one to work for you.", "発行したトークンはありません。プログラムに操作を任せるにはトークンが必要です。", "您尚未签发令牌。程序需要令牌才能代您操作。";
        to_tokens: "Manage tokens", "トークンを管理", "管理令牌";
        acting: "You are logged in as this user. Only they can issue, replace or delete their tokens.", "このユーザーとして代理ログイン中です。トークンの発行、シークレットの再発行、削除は本人だけが行えます。", "您正以该用户身份登录。只有本人可以签发、更换或删除令牌。";

        name: "Name", "名前", "名称";
        permissions: "Permissions", "権限", "权限";
        created: "Created", "作成日時", "创建时间";
        used: "Last used", "最終使用", "上次使用";
        ends: "Expiry", "有効期限", "到期时间";
        never_used: "never", "未使用", "从未";
        no_end: "Long-term", "長期", "长期";
        ended: "Ended", "期限切れ", "已到期";
        ends_soon: "Ends soon", "まもなく期限切れ", "即将到期";
        rotates: "Rotates", "ローテーション", "轮换";
        from(address: &str): "from {address}", "{address} から", "来自 {address}";
        everything: "Everything the owner may do", "所有者のすべての権限", "所有者的全部权限";
        count(count): "{count} permission" | "{count} permissions", "権限 {count} 件", "{count} 项权限";
        no_permission: "None", "なし", "无";
        only_from(addresses: &str): "Only from {addresses}", "{addresses} からのみ使用可", "仅限 {addresses}";
        earlier_until: "The earlier secret is good until", "以前のシークレットの有効期限:", "之前的密文有效至";

        kind: "Kind", "種類", "类型";
        kind_refresh: "Refresh token: exchanged for access tokens (OAuth 2.0)", "リフレッシュトークン: アクセストークンと交換（OAuth 2.0）", "刷新令牌：用于换取访问令牌（OAuth 2.0）";
        kind_api: "API token: opens an API session together with your login ID", "API トークン: ログイン ID と組み合わせて API セッションを開始", "API 令牌：与登录 ID 一起打开 API 会话";
        name_hint: "Such as the program that gets it: “Nightly report”.", "使用するプログラムがわかる名前（例: 夜間レポート）", "例如使用它的程序：“夜间报表”。";
        valid: "Valid for", "有効期間", "有效时长";
        days(count): "{count} day" | "{count} days", "{count} 日間", "{count} 天";
        one_year: "1 year", "1 年間", "1 年";
        longest(date: &str): "As long as allowed, until {date}", "許可されている最長期間（{date} まで）", "允许的最长期限，至 {date}";
        until_date: "Until a date", "日付を指定", "指定日期";
        long_term: "Long-term: it does not end by time", "長期（期限なし）", "长期：不会因时间而结束";
        last_day: "Last day", "最終日", "最后一天";
        last_day_hint(zone: &str): "The last day on which it can be used ({zone}).", "トークンを使用できる最後の日（{zone}）", "可以使用的最后一天（{zone}）。";
        what: "What it may do", "許可する操作", "允许的操作";
        only_these: "Only what is ticked below", "以下で選択した操作だけ", "仅限下面勾选的操作";
        all_of_mine: "Everything you may do as a program, now and later", "プログラムとして許可されているすべての操作（今後の変更を含む）", "您以程序身份可执行的全部操作（包括以后的变更）";
        all_warning: "Whoever has this token can do whatever you can. Choose less if the program needs less.", "このトークンを持つ人は、あなたと同じ操作を行えます。プログラムに必要な権限だけを選択してください。", "拥有此令牌者可以执行您能执行的一切操作。如果程序不需要，请少选一些。";
        read_only: "Read only", "閲覧のみ", "只读";
        tick_all: "All", "すべて", "全选";
        tick_none: "None", "すべて解除", "无";
        nothing_to_give: "You hold no permission for programs (API), so a token of yours can only tell who you are.", "プログラム（API）用の権限がないため、トークンで確認できるのは自分のアカウント情報だけです。", "您没有用于程序（API）的权限，因此您的令牌只能说明您是谁。";
        nothing_in_common: "This user holds no permission for programs (API) that you hold too, so the token could only tell who they are. Give them permissions in Access first.", "あなたと共通するプログラム（API）用の権限がこのユーザーにないため、トークンで確認できるのはアカウント情報だけです。先に「アクセス権」で権限を付与してください。", "该用户没有与您相同的程序（API）权限，因此令牌只能说明其身份。请先在“访问权限”中授予权限。";
        addresses: "Trusted addresses", "許可アドレス", "受信任地址";
        addresses_hint_api: "One address or network in each field. With none, it can be used from wherever the user may come.", "1 つの欄にアドレスまたはネットワークを 1 つ入力します。空の場合は、ユーザーが利用できるすべてのアドレスから使用できます。", "每个输入框填写一个地址或网段。留空则可从该用户允许的任何地址使用。";
        addresses_hint: "One address or network in each field. With none, it can be used from wherever you may come.", "1 つの欄にアドレスまたはネットワークを 1 つ入力します。空の場合は、自分が利用できるすべてのアドレスから使用できます。", "每个输入框填写一个地址或网段。留空则可从您允许的任何地址使用。";
        rotate: "A new refresh token with each exchange", "交換のたびに新しいリフレッシュトークンを発行", "每次兑换都签发新的刷新令牌";
        rotate_hint: "Each one works once. Only for programs that keep the new one they get.", "各トークンは 1 回だけ使えます。新しいトークンを保存できるプログラム専用です。", "每个令牌只能使用一次。仅适用于会保存新令牌的程序。";

        issued(name: &str): "“{name}” is issued", "「{name}」を発行しました", "已签发“{name}”";
        refresh_token: "Refresh token", "リフレッシュトークン", "刷新令牌";
        api_token: "API token", "API トークン", "API 令牌";
        keep_it_api(login_id: &str): "Whoever has it can act as {login_id} within its permissions. Keep it like a password.", "このトークンを持つ人は、許可された範囲で {login_id} として操作できます。パスワードと同じように管理してください。", "拥有它的人可在其权限范围内以 {login_id} 身份操作。请像密码一样妥善保管。";
        keep_it: "Whoever has it can act for you within its permissions. Keep it like a password.", "このトークンを持つ人は、許可された範囲であなたとして操作できます。パスワードと同じように管理してください。", "拥有它的人可在其权限范围内代您操作。请像密码一样妥善保管。";
        how_to: "Exchange it for an access token", "アクセストークンへの交換", "换取访问令牌";
        how_to_api: "Open an API session with it", "API セッションの開始", "打开 API 会话";
        then_use: "Send the access token of the answer with each request. It lasts for minutes; then do the same again.", "返されたアクセストークンを各リクエストに付けて送信します。数分で失効するため、その後は同じ操作を繰り返してください。", "请在每个请求中附上返回的访问令牌。它只在几分钟内有效，之后请重复此操作。";
        copy_command: "Copy the command", "コマンドをコピー", "复制命令";
        done: "Done", "完了", "完成";

        replace_of(name: &str): "Replace the secret of {name}", "{name} のシークレットを再発行", "更换 {name} 的密文";
        replace_title(name: &str): "Replace the secret of “{name}”?", "「{name}」のシークレットを再発行しますか?", "要更换“{name}”的密文吗？";
        replace: "Replace secret", "シークレットを再発行", "更换密文";
        replace_stays: "The token keeps its name, permissions, addresses and expiry.", "名前、権限、許可アドレス、有効期限は変わりません。", "令牌的名称、权限、地址和到期时间保持不变。";
        replace_overlap: "The present secret stays good for 24 hours, so that the program can be given the new one.", "現在のシークレットは 24 時間有効です。その間にプログラムの設定を変更してください。", "当前密文在 24 小时内仍然有效，以便为程序换上新密文。";
        replace_at_once: "The present secret stops working at once, because this token rotates.", "ローテーションするトークンのため、現在のシークレットは直ちに使えなくなります。", "由于此令牌会轮换，当前密文将立即失效。";
        replaced(name: &str): "“{name}” has a new secret", "「{name}」のシークレットを再発行しました", "“{name}”的密文已更换";

        delete_of(name: &str): "Delete {name}", "{name} を削除", "删除 {name}";
        delete_title(name: &str): "Delete the token “{name}”?", "トークン「{name}」を削除しますか?", "要删除令牌“{name}”吗？";
        delete_yes: "Yes, Delete this token", "はい、このトークンを削除します", "是，删除此令牌";
        delete_stops: "The program that uses it is refused at once, also with access tokens it has already.", "このトークンを使うプログラムは直ちに拒否されます。取得済みのアクセストークンも使えなくなります。", "使用它的程序会立即被拒绝，包括其已获得的访问令牌。";
        delete_for_good: "It cannot be restored.", "元に戻すことはできません。", "无法恢复。";
        deleted(name: &str): "“{name}” was deleted", "「{name}」を削除しました", "已删除“{name}”";
        delete_all: "Delete all", "すべて削除", "全部删除";
        delete_all_title(count): "Delete {count} token?" | "Delete all {count} tokens?", "トークン {count} 件をすべて削除しますか?", "要删除全部 {count} 个令牌吗？";
        delete_all_yes(count): "Yes, Delete {count} token" | "Yes, Delete all {count} tokens", "はい、{count} 件すべて削除します", "是，删除全部 {count} 个令牌";
        deleted_all(count): "{count} token was deleted" | "{count} tokens were deleted", "トークン {count} 件を削除しました", "已删除 {count} 个令牌";

        none_of_user: "No program acts for this user by a token.", "このユーザーのトークンはありません。", "没有程序通过令牌代该用户操作。";
        who_sees: "Programs that act for this user: by refresh tokens of their own, or by API tokens (API token access). The list is shown to administrators with the permission “See tokens”; nobody is shown a token itself.", "このユーザーに代わって動作するプログラムのトークンです。本人のリフレッシュトークンと、API トークン（API トークンアクセス）があります。この一覧は「トークンの閲覧」権限を持つ管理者にだけ表示されます。トークン自体は表示されません。", "代该用户操作的程序：使用其本人的刷新令牌，或使用 API 令牌（API 令牌访问）。此列表仅对拥有“查看令牌”权限的管理员显示；令牌本身不会向任何人显示。";
    }
}
