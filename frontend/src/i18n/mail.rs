//! Words of the Mail page.

app::words! {
    /// The page about mail.
    pub struct MailWords {
        mail: "Mail", "メール", "邮件";
        state: "State", "状態", "状态";
        search: "Address", "宛先", "地址";
        to: "To", "宛先", "收件人";
        kind: "Mail", "内容", "类型";
        written: "Written", "作成日時", "创建时间";
        attempts: "Tries", "試行回数", "尝试次数";
        next_attempt: "Next try", "次回の送信", "下次尝试";
        says: "The mail server said", "メールサーバーの応答", "邮件服务器的响应";
        send_again: "Send again", "再送", "重新发送";
        send_again_to(address: &str): "Send again to {address}", "{address} に再送", "重新发送给 {address}";
        queued_again(address: &str): "The mail to {address} is queued again", "{address} 宛てのメールを再び送信待ちにしました", "发往 {address} 的邮件已重新排队";
        refresh: "Refresh", "更新", "刷新";
        none_yet: "No mail has been written yet.", "まだメールがありません。", "还没有邮件。";
        nothing_matches: "No mail matches these filters.", "条件に一致するメールがありません。", "没有符合筛选条件的邮件。";
    }
}
