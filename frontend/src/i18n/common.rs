//! Words that every room uses.

app::words! {
    /// Buttons, states and questions that are the same everywhere.
    pub struct CommonWords {
        save: "Save", "保存";
        cancel: "Cancel", "キャンセル";
        close: "Close", "閉じる";
        edit: "Edit", "編集";
        delete: "Delete", "削除";
        add: "Add", "追加";
        back: "Back", "戻る";
        next: "Next", "次へ";
        continue_: "Continue", "続ける";
        submit: "Submit", "送信";
        copy: "Copy", "コピー";
        copied: "Copied", "コピーしました";
        copy_failed: "Copying did not work. Select the text and copy it by hand.", "コピーできませんでした。文字を選択してコピーしてください。";
        download: "Download", "ダウンロード";
        print: "Print", "印刷";
        retry: "Retry", "再試行";
        search: "Search", "検索";
        clear: "Clear", "消去";
        clear_search: "Clear the search", "検索条件を消去";
        clear_filters: "Clear filters", "絞り込みを解除";
        remove_filter(name: &str): "Remove filter: {name}", "絞り込みを解除: {name}";
        selected_of(count): "{count} chosen", "{count} 件選択中";
        required: "required", "必須";
        optional: "optional", "任意";
        yes: "Yes", "はい";
        no: "No", "いいえ";
        none: "None", "なし";
        loading: "Loading…", "読み込み中…";
        working: "One moment…", "処理中です…";
        show_password: "Show password", "パスワードを表示";
        hide_password: "Hide password", "パスワードを隠す";
        show_secret: "Show", "表示";
        hide_secret: "Hide", "隠す";
        strength: "Strength", "強度";
        problems(count): "{count} thing needs your attention" | "{count} things need your attention", "確認が必要な項目が {count} 件あります";
        unsaved_title: "Leave without saving?", "保存せずに移動しますか?";
        unsaved_text: "What you changed here has not been saved.", "ここでの変更はまだ保存されていません。";
        keep_editing: "Keep editing", "編集を続ける";
        discard: "Discard changes", "変更を破棄";
        secret_title: "Close without copying?", "コピーせずに閉じますか?";
        secret_text: "It is not shown again.", "二度と表示されません。";
        secret_back: "Go back", "戻る";
        type_to_confirm(word: &str): "Type “{word}” to confirm", "確認のため「{word}」と入力してください";
        secret_once: "This is shown only once. Copy or download it now.", "表示されるのは今回だけです。今すぐコピーまたはダウンロードしてください。";
        actions_for(name: &str): "Actions for {name}", "{name} の操作";
        actions: "Actions", "操作";
        more: "More", "その他";
        sort_by(name: &str): "Sort by {name}", "{name} で並べ替え";
        select_all: "Select all rows on this page", "このページの行をすべて選択";
        select_row(name: &str): "Select {name}", "{name} を選択";
        previous_page: "Previous page", "前のページ";
        next_page: "Next page", "次のページ";
        page_controls: "Pages", "ページ";
        per_page(count: u32): "{count} per page", "{count} 件ずつ表示";
        range(from: &str, to: &str, total: &str): "{from}–{to} of {total}", "{total} 件中 {from}–{to} 件目";
        range_open(from: &str, to: &str, total: &str): "{from}–{to} of more than {total}", "{total} 件以上のうち {from}–{to} 件目";
        rows_per_page: "Rows per page", "1 ページの行数";
        expand(name: &str): "Open {name}", "{name} を開く";
        on_this_page: "On this page", "このページの内容";
        path: "Path", "階層";
        language: "Language", "言語";
        open_calendar: "Open the calendar", "カレンダーを開く";
        theme: "Theme", "テーマ";
        theme_system: "As the system", "システムに合わせる";
        theme_light: "Light", "ライト";
        theme_dark: "Dark", "ダーク";
        never: "never", "なし";
        messages: "Messages", "お知らせ";
        dismiss: "Dismiss this message", "このメッセージを閉じる";
        nothing_matches: "Nothing matches", "一致するものがありません";
    }
}
