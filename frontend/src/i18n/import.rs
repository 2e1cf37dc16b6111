//! Words of the page Import users.

app::words! {
    /// The page from which a file of users is imported.
    pub struct ImportWords {
        title: "Import users", "ユーザーのインポート", "导入用户";
        about: "Add and change many users at once, from a CSV file.", "CSV ファイルから、多数のユーザーをまとめて追加・変更します。", "通过 CSV 文件一次添加和更改多个用户。";
        file: "CSV file", "CSV ファイル", "CSV 文件";
        drop_here: "Drop the file here, or choose it", "ここにファイルをドロップするか、選択してください", "将文件拖放到此处，或点击选择";
        choose: "Choose a file", "ファイルを選択", "选择文件";
        choose_another: "Choose another file", "別のファイルを選択", "选择其他文件";
        file_hint(count, mebibytes: u64): "UTF-8, with commas, semicolons or tabs. At most {mebibytes} MiB and {count} rows.", "UTF-8 形式、区切りはカンマ・セミコロン・タブ。最大 {mebibytes} MiB、{count} 行。", "UTF-8 编码，以逗号、分号或制表符分隔。最大 {mebibytes} MiB、{count} 行。";
        bytes(count): "{count} byte" | "{count} bytes", "{count} バイト", "{count} 字节";
        kibibytes(size: &str): "{size} KiB", "{size} KiB", "{size} KiB";
        mebibytes(size: &str): "{size} MiB", "{size} MiB", "{size} MiB";
        issue_credentials: "Issue Credentials to new users", "新しいユーザーにクレデンシャルを発行", "向新用户签发凭据";
        issue_hint: "Each user who is added gets the User Registration Acceptance Email. Without it they can sign in only once you issue their credentials.", "追加された各ユーザーにユーザー登録受付メールを送信します。送信しない場合、後でクレデンシャルを発行するまでサインインできません。", "每个新添加的用户都会收到用户注册受理邮件。如不发送，则须待您签发凭据后才能登录。";
        check: "Check the file", "ファイルを確認", "检查文件";
        check_hint: "This changes nothing yet. Next you see row by row what would happen.", "まだ何も変更されません。次の画面で、1 行ごとに何が起こるかを確認できます。", "此步骤不会更改任何内容。接下来您可以逐行查看将会发生的更改。";
        sent(sent: &str, total: &str): "{sent} of {total} sent", "{total} のうち {sent} を送信済み", "已发送 {sent}，共 {total}";
        all_sent: "Sent. The file is being read…", "送信しました。ファイルを読み込んでいます…", "已发送，正在读取文件…";
        not_taken: "This file was not taken", "このファイルは読み込めませんでした", "此文件未被接受";
        no_file: "Choose a file first.", "ファイルを選択してください。", "请先选择文件。";
        changed: "This file has changed since you chose it, or is gone. Choose it again.", "選択した後にファイルが変更または削除されました。もう一度選択してください。", "此文件在选择之后已被更改或移走，请重新选择。";
        leave_title: "Leave while the file is being sent?", "ファイルの送信中に移動しますか?", "文件正在发送，确定离开？";
        leave_text: "What has not been sent yet is given up. Nothing is changed before you start it.", "送信し終えていないファイルは破棄されます。開始するまで何も変更されません。", "尚未发送的部分将被放弃。在您开始任务之前，不会更改任何内容。";
        leave: "Leave", "移動する", "离开";
        columns: "What the file holds", "ファイルの内容", "文件内容";
        columns_text: "The first line names the columns, in any order; each further line is one user. Only login_id is needed in every file: what has no column stays as it is.", "1 行目に列名を書き、2 行目以降に 1 行 1 人で記入します。列の順序は自由です。どのファイルにも必要なのは login_id だけで、列がない項目は変更されません。", "第一行是列名，顺序不限；之后每行一个用户。每个文件只有 login_id 是必需的，未包含的列保持不变。";
        easiest: "The easiest way: export the users, change that file, and import it again.", "一番簡単な方法: ユーザーをエクスポートし、そのファイルを編集してインポートします。", "最简单的方法：导出用户，编辑该文件后重新导入。";
        export: "Export users", "ユーザーをエクスポート", "导出用户";
        example: "Download an example", "記入例をダウンロード", "下载示例";
    }
}
