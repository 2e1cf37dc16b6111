//! Words of the frame around every page.

app::words! {
    /// The shell, the sign-in card's frame, and the page that does not exist.
    pub struct ShellWords {
        product: "Doorward", "Doorward";
        skip: "Skip to the content", "本文へ移動";
        navigation: "Main", "メイン";
        open_navigation: "Open the menu", "メニューを開く";
        close_navigation: "Close the menu", "メニューを閉じる";
        your_account(name: &str): "Your account: {name}", "アカウント: {name}";
        home: "Home", "ホーム";
        not_found_title: "There is nothing here", "ページが見つかりません";
        not_found_text: "The address may be mistyped, or what it led to is gone or not yours to see.",
            "アドレスが間違っているか、ページがなくなったか、閲覧する権限がありません。";
        to_home: "Go to Home", "ホームへ";
        welcome_title: "Welcome", "ようこそ";
        welcome_text: "This door is being fitted. Come back in a moment.", "ただいま準備中です。しばらくしてからお越しください。";
    }
}
