//! Words of the Audit page.

use app::audit::AuditOrigin;

app::words! {
    /// The page about audit events.
    pub struct AuditWords {
        audit: "Audit", "監査ログ";
        login_id: "Login ID", "ログイン ID";
        action: "Action", "操作";
        result: "Result", "結果";
        done: "Done", "成功";
        refused: "Refused", "拒否";
        from: "From", "開始日";
        until: "Until", "終了日";
        when: "When", "日時";
        who: "Who", "実行者";
        by(login_id: &str): "by {login_id}", "{login_id} が代理操作";
        really: "Logged in as them", "代理ログインした人";
        what: "What", "操作";
        whom: "To whom", "対象";
        company: "Company", "会社";
        address: "Address", "アドレス";
        not_signed_in: "not signed in", "未サインイン";
        doorward: "Doorward itself", "Doorward（自動処理）";
        details: "Details", "詳細";
        details_of(action: &str): "Details of “{action}”", "「{action}」の詳細";
        before: "Before", "変更前";
        after: "After", "変更後";
        no_details: "Nothing else was noted.", "その他の記録はありません。";
        channel: "Channel", "チャネル";
        command_line: "Command line", "コマンドライン";
        request: "Request", "リクエスト";
        field: "Field", "項目";
        event: "Event", "記録番号";
        seal: "Seal", "封印";
        not_sealed_yet: "in a few seconds", "数秒後";
        emptied: "What was noted here went when the user was purged.", "ユーザーの完全削除にともない、詳細は消去されました。";
        only_this_user: "Everything about this user", "このユーザーの記録のみ";
        only_this_company: "Only this company and below", "この会社とその下位のみ";
        only_this_address: "Only this address", "このアドレスのみ";
        only_this_request: "Only this request", "このリクエストのみ";
        in_company(name: &str): "{name} and below", "{name}とその下位";
        of_request(id: &str): "request {id}", "リクエスト {id}";
        copy_request: "Copy the request’s number", "リクエスト番号をコピー";
        more_filters: "More", "その他";
        export: "Export", "エクスポート";
        as_csv: "CSV, for spreadsheets", "CSV（表計算ソフト用）";
        as_json: "JSON, for programs", "JSON（プログラム用）";
        none_yet: "Nothing has happened yet.", "まだ記録がありません。";
        nothing_matches: "No event matches these filters.", "条件に一致する記録がありません。";
    }
}

impl AuditWords {
    /// Whose doing an event was that has no actor.
    pub fn without_actor(self, origin: AuditOrigin) -> &'static str {
        match origin {
            AuditOrigin::Request => self.not_signed_in(),
            AuditOrigin::CommandLine => self.command_line(),
            AuditOrigin::Doorward => self.doorward(),
        }
    }
}
