//! What stands in every mail.

app::words! {
    /// Greeting, names of facts, and why one gets the mail.
    pub struct FrameWords {
        greeting(name: &str): "Hello {name},", "{name} 様", "{name}，您好：";
        user_name: "User name", "ユーザー名", "用户名";
        company: "Company", "会社", "公司";
        valid_until: "Valid until", "有効期限", "有效期至";
        time: "Time", "日時", "时间";
        address: "Address", "IP アドレス", "IP 地址";
        device: "Device", "端末", "设备";
        old_email: "Old address", "変更前", "原地址";
        new_email: "New address", "変更後", "新地址";
        name: "Name", "氏名", "姓名";
        browser_on(browser: &str, system: &str): "{browser} on {system}", "{system} の {browser}", "{system} 上的 {browser}";
        unknown_device: "Unknown program", "不明なプログラム", "未知程序";
        plain_link: "Or copy this address into your browser:", "ボタンを開けない場合は、次のアドレスをブラウザーに貼り付けてください。", "或将以下地址复制到浏览器中打开：";
        not_you: "If you neither did nor expected this, tell your administrator at once.", "心当たりがない場合は、すぐに管理者へ連絡してください。", "如果这不是您的操作，您也不知情，请立即告知管理员。";
        why_account(login_id: &str, portal: &str): "You get this mail because of your account {login_id} at {portal}. It was sent by a program; nobody reads replies.", "{portal} のアカウント {login_id} をお持ちの方へ自動送信しています。返信いただいてもお答えできません。", "您收到此邮件，是因为您在 {portal} 有账户 {login_id}。此邮件由系统自动发送，请勿回复。";
        why_administrator(portal: &str): "You get this mail because you can issue credentials at {portal}. It was sent by a program; nobody reads replies.", "{portal} でクレデンシャルを発行できる方へ自動送信しています。返信いただいてもお答えできません。", "您收到此邮件，是因为您可以在 {portal} 签发凭据。此邮件由系统自动发送，请勿回复。";
        why_may_extend(portal: &str): "You get this mail because you can edit users at {portal}. It was sent by a program; nobody reads replies.", "{portal} でユーザーを編集できる方へ自動送信しています。返信いただいてもお答えできません。", "您收到此邮件，是因为您可以在 {portal} 编辑用户。此邮件由系统自动发送，请勿回复。";
        why_new_address(portal: &str): "You get this mail because somebody entered this address for their account at {portal}. It was sent by a program; nobody reads replies.", "{portal} のアカウント用にこのアドレスが入力されたため自動送信しています。返信いただいてもお答えできません。", "您收到此邮件，是因为有人在 {portal} 为其账户输入了此地址。本邮件由系统自动发送，回复将无人查看。";
        why_old_address(portal: &str): "You get this mail because this was the address of an account at {portal}. It was sent by a program; nobody reads replies.", "{portal} のアカウントにこのアドレスが登録されていたため自動送信しています。返信いただいてもお答えできません。", "您收到此邮件，是因为这曾是 {portal} 某个账户的地址。此邮件由系统自动发送，请勿回复。";
    }
}
