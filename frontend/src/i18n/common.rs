//! Words that every room uses.

app::words! {
    /// Buttons, states and questions that are the same everywhere.
    pub struct CommonWords {
        save: "Save", "保存", "保存";
        cancel: "Cancel", "キャンセル", "取消";
        close: "Close", "閉じる", "关闭";
        edit: "Edit", "編集", "编辑";
        delete: "Delete", "削除", "删除";
        add: "Add", "追加", "添加";
        back: "Back", "戻る", "返回";
        next: "Next", "次へ", "下一步";
        continue_: "Continue", "続ける", "继续";
        submit: "Submit", "送信", "提交";
        copy: "Copy", "コピー", "复制";
        copied: "Copied", "コピーしました", "已复制";
        copy_failed: "Copying did not work. Select the text and copy it by hand.", "コピーできませんでした。文字を選択してコピーしてください。", "复制失败，请选中文本后手动复制。";
        download: "Download", "ダウンロード", "下载";
        print: "Print", "印刷", "打印";
        retry: "Retry", "再試行", "重试";
        search: "Search", "検索", "搜索";
        clear: "Clear", "消去", "清除";
        clear_search: "Clear the search", "検索条件を消去", "清除搜索内容";
        clear_filters: "Clear filters", "絞り込みを解除", "清除筛选条件";
        remove_filter(name: &str): "Remove filter: {name}", "絞り込みを解除: {name}", "移除筛选条件：{name}";
        selected_of(count): "{count} chosen", "{count} 件選択中", "已选 {count} 项";
        required: "required", "必須", "必填";
        optional: "optional", "任意", "选填";
        yes: "Yes", "はい", "是";
        no: "No", "いいえ", "否";
        none: "None", "なし", "无";
        loading: "Loading…", "読み込み中…", "正在加载…";
        working: "One moment…", "処理中です…", "请稍候…";
        show_password: "Show password", "パスワードを表示", "显示密码";
        hide_password: "Hide password", "パスワードを隠す", "隐藏密码";
        show_secret: "Show", "表示", "显示";
        hide_secret: "Hide", "隠す", "隐藏";
        strength: "Strength", "強度", "强度";
        problems(count): "{count} thing needs your attention" | "{count} things need your attention", "確認が必要な項目が {count} 件あります", "有 {count} 处需要更正";
        unsaved_title: "Leave without saving?", "保存せずに移動しますか?", "不保存就离开？";
        unsaved_text: "What you changed here has not been saved.", "ここでの変更はまだ保存されていません。", "您在此处所做的更改尚未保存。";
        keep_editing: "Keep editing", "編集を続ける", "继续编辑";
        discard: "Discard changes", "変更を破棄", "放弃更改";
        secret_title: "Close without copying?", "コピーせずに閉じますか?", "不复制就关闭？";
        secret_text: "It is not shown again.", "二度と表示されません。", "关闭后不会再次显示。";
        secret_back: "Go back", "戻る", "返回";
        type_to_confirm(word: &str): "Type “{word}” to confirm", "確認のため「{word}」と入力してください", "请输入“{word}”以确认";
        secret_once: "This is shown only once. Copy or download it now.", "表示されるのは今回だけです。今すぐコピーまたはダウンロードしてください。", "此内容仅显示一次，请立即复制或下载。";
        actions_for(name: &str): "Actions for {name}", "{name} の操作", "对 {name} 的操作";
        actions: "Actions", "操作", "操作";
        more: "More", "その他", "更多";
        sort_by(name: &str): "Sort by {name}", "{name} で並べ替え", "按 {name} 排序";
        select_all: "Select all rows on this page", "このページの行をすべて選択", "选择本页所有行";
        select_row(name: &str): "Select {name}", "{name} を選択", "选择 {name}";
        previous_page: "Previous page", "前のページ", "上一页";
        next_page: "Next page", "次のページ", "下一页";
        page_controls: "Pages", "ページ", "分页";
        per_page(count: u32): "{count} per page", "{count} 件ずつ表示", "每页 {count} 条";
        range(from: &str, to: &str, total: &str): "{from}–{to} of {total}", "{total} 件中 {from}–{to} 件目", "第 {from}–{to} 条，共 {total} 条";
        range_open(from: &str, to: &str, total: &str): "{from}–{to} of more than {total}", "{total} 件以上のうち {from}–{to} 件目", "第 {from}–{to} 条，共 {total} 条以上";
        rows_per_page: "Rows per page", "1 ページの行数", "每页行数";
        expand(name: &str): "Open {name}", "{name} を開く", "展开 {name}";
        on_this_page: "On this page", "このページの内容", "本页内容";
        path: "Path", "階層", "路径";
        language: "Language", "言語", "语言";
        open_calendar: "Open the calendar", "カレンダーを開く", "打开日历";
        theme: "Theme", "テーマ", "主题";
        theme_system: "As the system", "システムに合わせる", "跟随系统";
        theme_light: "Light", "ライト", "浅色";
        theme_dark: "Dark", "ダーク", "深色";
        never: "never", "なし", "从未";
        messages: "Messages", "お知らせ", "消息";
        dismiss: "Dismiss this message", "このメッセージを閉じる", "关闭此消息";
        nothing_matches: "Nothing matches", "一致するものがありません", "没有匹配项";
    }
}
