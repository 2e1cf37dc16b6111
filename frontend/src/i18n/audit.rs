//! Words of the Audit page.

use app::audit::AuditOrigin;

app::words! {
    /// The page about audit events.
    pub struct AuditWords {
        audit: "Audit", "監査ログ", "审计日志";
        login_id: "Login ID", "ログイン ID", "登录 ID";
        action: "Action", "操作", "操作";
        result: "Result", "結果", "结果";
        done: "Done", "成功", "成功";
        refused: "Refused", "拒否", "被拒绝";
        from: "From", "開始日", "开始日期";
        until: "Until", "終了日", "结束日期";
        when: "When", "日時", "时间";
        who: "Who", "実行者", "操作者";
        by(login_id: &str): "by {login_id}", "{login_id} が代理操作", "由 {login_id} 代为操作";
        really: "Logged in as them", "代理ログインした人", "实际登录者";
        what: "What", "操作", "操作";
        whom: "To whom", "対象", "对象";
        company: "Company", "会社", "公司";
        address: "Address", "アドレス", "地址";
        not_signed_in: "not signed in", "未サインイン", "未登录";
        doorward: "Doorward itself", "Doorward（自動処理）", "Doorward 自身";
        details: "Details", "詳細", "详情";
        details_of(action: &str): "Details of “{action}”", "「{action}」の詳細", "“{action}”的详情";
        before: "Before", "変更前", "更改前";
        after: "After", "変更後", "更改后";
        no_details: "Nothing else was noted.", "その他の記録はありません。", "没有其他记录。";
        channel: "Channel", "チャネル", "渠道";
        command_line: "Command line", "コマンドライン", "命令行";
        request: "Request", "リクエスト", "请求";
        field: "Field", "項目", "字段";
        event: "Event", "記録番号", "事件";
        seal: "Seal", "封印", "封存";
        not_sealed_yet: "in a few seconds", "数秒後", "几秒后完成";
        emptied: "What was noted here went when the user was purged.", "ユーザーの完全削除にともない、詳細は消去されました。", "此处的记录已随用户的彻底删除而清除。";
        only_this_user: "Everything about this user", "このユーザーの記録のみ", "该用户的所有记录";
        only_this_company: "Only this company and below", "この会社とその下位のみ", "仅限该公司及其下级";
        only_this_address: "Only this address", "このアドレスのみ", "仅限此地址";
        only_this_request: "Only this request", "このリクエストのみ", "仅限此请求";
        in_company(name: &str): "{name} and below", "{name}とその下位", "{name} 及其下级";
        of_request(id: &str): "request {id}", "リクエスト {id}", "请求 {id}";
        copy_request: "Copy the request’s number", "リクエスト番号をコピー", "复制请求编号";
        more_filters: "More", "その他", "更多";
        export: "Export", "エクスポート", "导出";
        as_csv: "CSV, for spreadsheets", "CSV（表計算ソフト用）", "CSV，用于电子表格";
        as_json: "JSON, for programs", "JSON（プログラム用）", "JSON，用于程序";
        none_yet: "Nothing has happened yet.", "まだ記録がありません。", "还没有记录。";
        nothing_matches: "No event matches these filters.", "条件に一致する記録がありません。", "没有符合筛选条件的记录。";
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
