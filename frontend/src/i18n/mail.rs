//! Words of the Mail page.

app::words! {
    /// The page about mail.
    pub struct MailWords {
        mail: "Mail", "メール";
        state: "State", "状態";
        search: "Address", "宛先";
        to: "To", "宛先";
        kind: "Mail", "内容";
        written: "Written", "作成日時";
        attempts: "Tries", "試行回数";
        next_attempt: "Next try", "次回の送信";
        says: "The mail server said", "メールサーバーの応答";
        send_again: "Send again", "再送";
        send_again_to(address: &str): "Send again to {address}", "{address} に再送";
        queued_again(address: &str): "The mail to {address} is queued again", "{address} 宛てのメールを再び送信待ちにしました";
        refresh: "Refresh", "更新";
        none_yet: "No mail has been written yet.", "まだメールがありません。";
        nothing_matches: "No mail matches these filters.", "条件に一致するメールがありません。";
    }
}
