//! Words of the page Import users.

app::words! {
    /// The page from which a file of users is imported.
    pub struct ImportWords {
        title: "Import users", "ユーザーのインポート";
        about: "Add and change many users at once, from a CSV file.", "CSV ファイルから、多数のユーザーをまとめて追加・変更します。";
        file: "CSV file", "CSV ファイル";
        drop_here: "Drop the file here, or choose it", "ここにファイルをドロップするか、選択してください";
        choose: "Choose a file", "ファイルを選択";
        choose_another: "Choose another file", "別のファイルを選択";
        file_hint(count, mebibytes: u64): "UTF-8, with commas, semicolons or tabs. At most {mebibytes} MiB and {count} rows.", "UTF-8 形式、区切りはカンマ・セミコロン・タブ。最大 {mebibytes} MiB、{count} 行。";
        bytes(count): "{count} byte" | "{count} bytes", "{count} バイト";
        kibibytes(size: &str): "{size} KiB", "{size} KiB";
        mebibytes(size: &str): "{size} MiB", "{size} MiB";
        issue_credentials: "Issue Credentials to new users", "新しいユーザーにクレデンシャルを発行";
        issue_hint: "Each user who is added gets the User Registration Acceptance Email. Without it they can sign in only once you issue their credentials.", "追加された各ユーザーにユーザー登録受付メールを送信します。送信しない場合、後でクレデンシャルを発行するまでサインインできません。";
        check: "Check the file", "ファイルを確認";
        check_hint: "This changes nothing yet. Next you see row by row what would happen.", "まだ何も変更されません。次の画面で、1 行ごとに何が起こるかを確認できます。";
        sent(sent: &str, total: &str): "{sent} of {total} sent", "{total} のうち {sent} を送信済み";
        all_sent: "Sent. The file is being read…", "送信しました。ファイルを読み込んでいます…";
        not_taken: "This file was not taken", "このファイルは読み込めませんでした";
        no_file: "Choose a file first.", "ファイルを選択してください。";
        changed: "This file has changed since you chose it, or is gone. Choose it again.", "選択した後にファイルが変更または削除されました。もう一度選択してください。";
        leave_title: "Leave while the file is being sent?", "ファイルの送信中に移動しますか?";
        leave_text: "What has not been sent yet is given up. Nothing is changed before you start it.", "送信し終えていないファイルは破棄されます。開始するまで何も変更されません。";
        leave: "Leave", "移動する";
        columns: "What the file holds", "ファイルの内容";
        columns_text: "The first line names the columns, in any order; each further line is one user. Only login_id is needed in every file: what has no column stays as it is.", "1 行目に列名を書き、2 行目以降に 1 行 1 人で記入します。列の順序は自由です。どのファイルにも必要なのは login_id だけで、列がない項目は変更されません。";
        easiest: "The easiest way: export the users, change that file, and import it again.", "一番簡単な方法: ユーザーをエクスポートし、そのファイルを編集してインポートします。";
        export: "Export users", "ユーザーをエクスポート";
        example: "Download an example", "記入例をダウンロード";
    }
}
