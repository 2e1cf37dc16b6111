//! Words about when accounts end.

app::words! {
    /// Expiration dates, of one account and of all of a company.
    pub struct ExpiryWords {
        end_of_day(day: &str, zone: &str): "{day} at 24:00 ({zone})", "{day} 24:00（{zone}）";
        at_moment(moment: &str, zone: &str): "{moment} ({zone})", "{moment}（{zone}）";
        ends(end: &str): "Ends on {end}.", "{end} に終了します。";
        empty: "Empty: no end. Otherwise the last day, in the user's time zone, on which the account can be used.", "空欄の場合は無期限です。日付は、ユーザーのタイムゾーンでアカウントを利用できる最後の日です。";
        at_the_latest(end: &str): "At the latest {end}, when your own account ends.", "あなたのアカウントの期限である {end} までの日付を選べます。";

        apply_to_all: "apply to all accounts of this company", "この会社のすべてのアカウントに適用";
        apply_hint: "You see who is affected before anything changes.", "変更前に対象を確認できます。";
        apply_after_move: "Save the new company first.", "先に新しい会社を保存してください。";
        title(company: &str): "Apply to all accounts of {company}?", "{company} のすべてのアカウントに適用しますか?";
        sets(count, end: &str): "{count} account will end on {end}." | "{count} accounts will end on {end}.", "{count} 件のアカウントが {end} に終了するようになります。";
        frees(count): "{count} account will have no end." | "{count} accounts will have no end.", "{count} 件のアカウントが無期限になります。";
        sets_nobody: "No account gets another date.", "有効期限が変わるアカウントはありません。";
        earlier(count): "{count} of them ends earlier than now." | "{count} of them end earlier than now.", "うち {count} 件は現在の期限より早く終了します。";
        later(count): "{count} of them lasts longer than now." | "{count} of them last longer than now.", "うち {count} 件は現在より長く利用できるようになります。";
        revived(count): "{count} has expired already and can sign in again." | "{count} have expired already and can sign in again.", "すでに期限切れの {count} 件は再びサインインできるようになります。";
        unchanged(count): "{count} account has this date already." | "{count} accounts have this date already.", "{count} 件はすでにこの期限です。";
        left_out(count): "{count} account keeps its date:" | "{count} accounts keep their date:", "次の {count} 件は変更しません:";
        why_oneself: "your own account", "自分のアカウント";
        why_stronger: "has rights that you do not have", "自分にない権限を持つユーザー";
        and_more(count): "and {count} more", "ほか {count} 件";
        not_below: "All end at the same moment. Subsidiaries stay as they are.", "全員が同じ時刻に終了します。子会社は変更しません。";
        changed: "The accounts or their dates have changed since they were shown. This is how it is now: look at it and confirm again.", "表示後にアカウントまたは有効期限が変わりました。現在の内容を確認して、もう一度実行してください。";
        confirm(count): "Change {count} account" | "Change {count} accounts", "{count} 件を変更";
        confirm_none: "Save", "保存";
        applied(count, company: &str): "The expiration date of {count} account of {company} was changed" | "The expiration date of {count} accounts of {company} was changed", "{company} の {count} 件のアカウントの有効期限を変更しました";
    }
}
