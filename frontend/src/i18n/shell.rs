//! Words of the frame around every page.

app::words! {
    /// The shell, the sign-in card's frame, and the page that does not exist.
    pub struct ShellWords {
        product: "Doorward", "Doorward", "Doorward";
        skip: "Skip to the content", "本文へ移動", "跳到正文";
        navigation: "Main", "メイン", "主导航";
        open_navigation: "Open the menu", "メニューを開く", "打开菜单";
        close_navigation: "Close the menu", "メニューを閉じる", "关闭菜单";
        your_account(name: &str): "Your account: {name}", "アカウント: {name}", "您的账户：{name}";
        home: "Home", "ホーム", "首页";
        not_found_title: "There is nothing here", "ページが見つかりません", "找不到页面";
        not_found_text: "The address may be mistyped, or what it led to is gone or not yours to see.",
            "アドレスが間違っているか、ページがなくなったか、閲覧する権限がありません。",
            "地址可能有误，或其内容已不存在，或您无权查看。";
        to_home: "Go to Home", "ホームへ", "前往首页";
        welcome_title: "Welcome", "ようこそ", "欢迎";
        welcome_text: "This door is being fitted. Come back in a moment.", "ただいま準備中です。しばらくしてからお越しください。", "此处尚在准备中，请稍后再来。";
    }
}
