//! What stands in every mail.

app::words! {
    /// Greeting, names of facts, and why one gets the mail.
    pub struct FrameWords {
        greeting(name: &str): "Hello {name},", "{name} 様";
        user_name: "User name", "ユーザー名";
        company: "Company", "会社";
        valid_until: "Valid until", "有効期限";
        time: "Time", "日時";
        address: "Address", "IP アドレス";
        device: "Device", "端末";
        old_email: "Old address", "変更前";
        new_email: "New address", "変更後";
        name: "Name", "氏名";
        browser_on(browser: &str, system: &str): "{browser} on {system}", "{system} の {browser}";
        unknown_device: "Unknown program", "不明なプログラム";
        plain_link: "Or copy this address into your browser:", "ボタンを開けない場合は、次のアドレスをブラウザーに貼り付けてください。";
        not_you: "If you neither did nor expected this, tell your administrator at once.", "心当たりがない場合は、すぐに管理者へ連絡してください。";
        why_account(login_id: &str, portal: &str): "You get this mail because of your account {login_id} at {portal}. It was sent by a program; nobody reads replies.", "{portal} のアカウント {login_id} をお持ちの方へ自動送信しています。返信いただいてもお答えできません。";
        why_administrator(portal: &str): "You get this mail because you can issue credentials at {portal}. It was sent by a program; nobody reads replies.", "{portal} でクレデンシャルを発行できる方へ自動送信しています。返信いただいてもお答えできません。";
        why_may_extend(portal: &str): "You get this mail because you can edit users at {portal}. It was sent by a program; nobody reads replies.", "{portal} でユーザーを編集できる方へ自動送信しています。返信いただいてもお答えできません。";
        why_new_address(portal: &str): "You get this mail because somebody entered this address for their account at {portal}. It was sent by a program; nobody reads replies.", "{portal} のアカウント用にこのアドレスが入力されたため自動送信しています。返信いただいてもお答えできません。";
        why_old_address(portal: &str): "You get this mail because this was the address of an account at {portal}. It was sent by a program; nobody reads replies.", "{portal} のアカウントにこのアドレスが登録されていたため自動送信しています。返信いただいてもお答えできません。";
    }
}
