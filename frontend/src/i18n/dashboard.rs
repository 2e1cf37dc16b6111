//! Words of the dashboard: the numbers of an administrator's scope.

app::words! {
    /// The numbers on the home page.
    pub struct DashboardWords {
        title: "At a glance", "概要", "概览";
        expiring: "Accounts that end within 30 days", "30 日以内に期限が切れるアカウント", "30 天内到期的账户";
        invited: "Invitations not accepted yet", "未受諾の招待", "尚未接受的邀请";
        mails_failed: "Mails that could not be delivered", "送信できなかったメール", "未能发送的邮件";
        by_status: "Users by status", "状態別のユーザー", "按状态统计的用户";
        status: "Status", "状態", "状态";
        two_factor: "Two-factor authentication", "二要素認証", "双因素身份验证";
        state: "State", "状態", "状态";
        users: "Users", "ユーザー数", "用户数";
        sign_ins: "Sign-ins in the last 14 days", "過去 14 日間のサインイン", "过去 14 天的登录";
        signed_in: "Signed in", "成功", "成功";
        failed: "Failed", "失敗", "失败";
        day: "Day", "日付", "日期";
    }
}
