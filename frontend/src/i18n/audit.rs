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
