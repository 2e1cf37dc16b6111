//! Words of the command palette.

app::words! {
    /// Finding a page, a user, a company or something to do.
    pub struct PaletteWords {
        open: "Search or jump to…", "検索または移動…", "搜索或跳转…";
        recent: "Recent", "最近開いた項目", "最近打开";
        pages: "Pages", "ページ", "页面";
        users: "Users", "ユーザー", "用户";
        companies: "Companies", "会社", "公司";
        actions: "Actions", "操作", "操作";
        searching: "Searching…", "検索中…", "正在搜索…";
        results(count): "{count} result" | "{count} results", "検索結果 {count} 件", "{count} 个结果";
        nothing(text: &str): "Nothing found for “{text}”.", "「{text}」に一致するものはありません。", "未找到与“{text}”匹配的内容。";
        all_in(page: &str): "Show all that match in {page}", "一致するものをすべて「{page}」で表示", "在 {page} 中显示全部匹配项";
        theme_to(theme: &str): "Switch theme: {theme}", "テーマを切り替え: {theme}", "切换主题：{theme}";
        language_to(language: &str): "Switch language: {language}", "言語を切り替え: {language}", "切换语言：{language}";
        english: "English", "英語", "英语";
        japanese: "Japanese", "日本語", "日语";
        chinese: "Chinese", "中国語", "中文";
        key_choose: "choose", "選択", "选择";
        key_open: "open", "開く", "打开";
        key_new_tab: "in a new tab", "新しいタブで開く", "在新标签页中打开";
        key_close: "close", "閉じる", "关闭";
    }
}
