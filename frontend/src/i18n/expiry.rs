//! Words about when accounts end.

app::words! {
    /// Expiration dates, of one account and of all of a company.
    pub struct ExpiryWords {
        end_of_day(day: &str, zone: &str): "{day} at 24:00 ({zone})", "{day} 24:00（{zone}）", "{day} 24:00（{zone}）";
        at_moment(moment: &str, zone: &str): "{moment} ({zone})", "{moment}（{zone}）", "{moment}（{zone}）";
        ends(end: &str): "Ends on {end}.", "{end} に終了します。", "于 {end} 到期。";
        empty: "Empty: no end. Otherwise the last day, in the user's time zone, on which the account can be used.", "空欄の場合は無期限です。日付は、ユーザーのタイムゾーンでアカウントを利用できる最後の日です。", "留空：永不到期。否则填写账户可用的最后一天，以用户的时区为准。";
        at_the_latest(end: &str): "At the latest {end}, when your own account ends.", "あなたのアカウントの期限である {end} までの日付を選べます。", "最晚 {end}，即您自己的账户到期之时。";

        apply_to_all: "apply to all accounts of this company", "この会社のすべてのアカウントに適用", "应用于该公司的所有账户";
        apply_hint: "You see who is affected before anything changes.", "変更前に対象を確認できます。", "更改之前，您可以查看受影响的账户。";
        apply_after_move: "Save the new company first.", "先に新しい会社を保存してください。", "请先保存新的公司。";
        title(company: &str): "Apply to all accounts of {company}?", "{company} のすべてのアカウントに適用しますか?", "应用于 {company} 的所有账户？";
        sets(count, end: &str): "{count} account will end on {end}." | "{count} accounts will end on {end}.", "{count} 件のアカウントが {end} に終了するようになります。", "{count} 个账户将于 {end} 到期。";
        frees(count): "{count} account will have no end." | "{count} accounts will have no end.", "{count} 件のアカウントが無期限になります。", "{count} 个账户将永不到期。";
        sets_nobody: "No account gets another date.", "有効期限が変わるアカウントはありません。", "没有账户的日期会改变。";
        earlier(count): "{count} of them ends earlier than now." | "{count} of them end earlier than now.", "うち {count} 件は現在の期限より早く終了します。", "其中 {count} 个将比现在更早到期。";
        later(count): "{count} of them lasts longer than now." | "{count} of them last longer than now.", "うち {count} 件は現在より長く利用できるようになります。", "其中 {count} 个将比现在更晚到期。";
        revived(count): "{count} has expired already and can sign in again." | "{count} have expired already and can sign in again.", "すでに期限切れの {count} 件は再びサインインできるようになります。", "其中 {count} 个已过期，将可以重新登录。";
        unchanged(count): "{count} account has this date already." | "{count} accounts have this date already.", "{count} 件はすでにこの期限です。", "{count} 个账户已是此日期。";
        left_out(count): "{count} account keeps its date:" | "{count} accounts keep their date:", "次の {count} 件は変更しません:", "{count} 个账户保持原日期：";
        why_oneself: "your own account", "自分のアカウント", "您自己的账户";
        why_stronger: "has rights that you do not have", "自分にない権限を持つユーザー", "拥有您没有的权限";
        and_more(count): "and {count} more", "ほか {count} 件", "以及另外 {count} 个";
        not_below: "All end at the same moment. Subsidiaries stay as they are.", "全員が同じ時刻に終了します。子会社は変更しません。", "所有账户同时到期，子公司不受影响。";
        changed: "The accounts or their dates have changed since they were shown. This is how it is now: look at it and confirm again.", "表示後にアカウントまたは有効期限が変わりました。現在の内容を確認して、もう一度実行してください。", "显示之后，账户或其日期已发生变化。以下是最新情况，请查看后重新确认。";
        confirm(count): "Change {count} account" | "Change {count} accounts", "{count} 件を変更", "更改 {count} 个账户";
        confirm_none: "Save", "保存", "保存";
        applied(count, company: &str): "The expiration date of {count} account of {company} was changed" | "The expiration date of {count} accounts of {company} was changed", "{company} の {count} 件のアカウントの有効期限を変更しました", "已更改 {company} 的 {count} 个账户的到期日期";
    }
}
