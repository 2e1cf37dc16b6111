//! Words of the Audit page.

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
        what: "What", "操作";
        whom: "To whom", "対象";
        company: "Company", "会社";
        address: "Address", "アドレス";
        nobody: "nobody yet known", "不明";
        details: "Details", "詳細";
        details_of(action: &str): "Details of “{action}”", "「{action}」の詳細";
        before: "Before", "変更前";
        after: "After", "変更後";
        no_details: "Nothing else was noted.", "その他の記録はありません。";
        channel: "Channel", "チャネル";
        command_line: "command line", "コマンドライン";
        request: "Request", "リクエスト";
        none_yet: "Nothing has happened yet.", "まだ記録がありません。";
        nothing_matches: "No event matches these filters.", "条件に一致する記録がありません。";
    }
}
