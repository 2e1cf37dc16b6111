//! Words of the keyboard shortcuts.

app::words! {
    /// The list of the shortcuts.
    pub struct ShortcutWords {
        title: "Keyboard shortcuts", "キーボードショートカット", "键盘快捷键";
        keys: "Keys", "キー", "按键";
        does: "What they do", "動作", "作用";
        then: "then", "続けて", "然后";
        palette: "Search or jump to a page, a user, a company or an action", "ページ、ユーザー、会社、操作を検索して移動", "搜索并跳转到页面、用户、公司或操作";
        list: "Show this list", "この一覧を表示", "显示此列表";
        search: "Search the list on this page", "このページの一覧を検索", "搜索本页的列表";
        go_to(page: &str): "Go to {page}", "「{page}」へ移動", "前往 {page}";
        single: "Use shortcuts without Ctrl or ⌘", "Ctrl や ⌘ を使わないショートカットを有効にする", "启用不带 Ctrl 或 ⌘ 的快捷键";
        single_hint(keys: &str): "Switch them off if you dictate, or press keys by accident. {keys} works all the same. Kept in this browser.", "音声入力や誤操作で動作してしまう場合はオフにしてください。{keys} は引き続き使えます。設定はこのブラウザーに保存されます。", "如果使用语音输入或容易误按，请关闭。{keys} 仍可使用。此设置保存在本浏览器中。";
    }
}
