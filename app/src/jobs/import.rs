//! Users from a file: what is asked for with it, what a row would change, and what is refused about it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{Language, users::UserColumn};

/// How a file is to be imported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
pub struct ImportOptions {
    /// Issue Credentials: whether an invitation is sent to each user who is added.
    #[serde(default)]
    pub issue_credentials: bool,
}

impl ImportOptions {
    /// The largest file, in mebibytes.
    pub const LARGEST_MEBIBYTES: u64 = 64;
    /// The most rows of a file.
    pub const MOST_ROWS: u64 = 200_000;
}

/// What a row of a file is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ImportedRow {
    /// The line of the file at which it begins, from 1; the headings stand above it.
    pub line: u64,
    /// The login ID as the file says it.
    pub login_id: String,
    /// What the import would change or changed. Of a new user everything that is not empty.
    pub differences: Vec<Difference>,
}

/// What changes in one column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Difference {
    /// The column.
    pub column: UserColumn,
    /// What an export says before; empty for a new user.
    pub before: String,
    /// What an export says after.
    pub after: String,
}

/// Why a file, or one of its rows, was not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ImportRefusal {
    /// There is nothing in the file, or nothing below the headings.
    Empty,
    /// The file is not in UTF-8.
    NotUtf8 {
        /// The first line that is not.
        line: u64,
    },
    /// No column has the heading `login_id`.
    NoLoginId,
    /// A heading that is not known.
    UnknownColumn {
        /// The heading.
        heading: String,
    },
    /// A heading that stands there twice.
    ColumnTwice {
        /// The heading.
        heading: String,
    },
    /// A row that is longer than any can be: most likely a quotation mark is missing.
    RowTooLong {
        /// The line at which it begins.
        line: u64,
    },
    /// A file that is larger than any that is taken.
    TooLarge {
        /// The most allowed, in mebibytes.
        mebibytes: u64,
    },
    /// More rows than a file may have.
    TooManyRows {
        /// The most allowed.
        max: u64,
    },
    /// The file broke off before its end.
    BrokeOff,
    /// The import was cancelled while its file was still being read.
    Cancelled,
    /// A row with more or fewer cells than there are headings.
    Cells {
        /// How many there are.
        found: u64,
        /// How many there should be.
        expected: u64,
    },
    /// A row about somebody who stands further up already.
    Twice {
        /// The line where they stand first.
        first: u64,
    },
}

crate::words! {
    struct ImportRefusalWords {
        empty: "There are no users in this file. Its first line names the columns, each further line is one user.", "このファイルにはユーザーの行がありません。1 行目に列名、2 行目以降に 1 行 1 人で記入してください。", "此文件中没有用户。第一行应为列名，之后每行一个用户。";
        not_utf8(line: u64): "Line {line} is not UTF-8. Save the file as “CSV UTF-8” and try again.", "{line} 行目が UTF-8 ではありません。「CSV UTF-8」形式で保存し直してください。", "第 {line} 行不是 UTF-8 编码。请将文件另存为“CSV UTF-8”后重试。";
        no_login_id: "No column is called login_id. The first line of the file names the columns.", "login_id という列がありません。ファイルの 1 行目に列名を書いてください。", "缺少 login_id 列。文件第一行应为列名。";
        unknown_column(heading: &str, known: &str): "There is no column “{heading}”. Rename or remove it. These are known: {known}.", "「{heading}」という列はありません。列名を直すか列を削除してください。使える列: {known}。", "没有名为“{heading}”的列，请重命名或删除。可用的列：{known}。";
        column_twice(heading: &str): "The column “{heading}” stands there twice. Remove one of them.", "「{heading}」列が 2 つあります。片方を削除してください。", "“{heading}”列出现了两次，请删除其中一列。";
        row_too_long(line: u64): "The row that begins at line {line} is too long. Is a quotation mark missing there?", "{line} 行目から始まる行が長すぎます。引用符が抜けていないか確認してください。", "从第 {line} 行开始的一行过长，请检查是否缺少引号。";
        too_large(mebibytes: u64): "A file may have {mebibytes} MiB at most. Split it and import the parts one after the other.", "1 ファイルは {mebibytes} MiB までです。分割して順にインポートしてください。", "每个文件最大 {mebibytes} MiB，请拆分后依次导入。";
        too_many_rows(max): "A file may have {max} row at most. Split it and import the parts one after the other." | "A file may have {max} rows at most. Split it and import the parts one after the other.", "1 ファイルは {max} 行までです。分割して順にインポートしてください。", "每个文件最多 {max} 行，请拆分后依次导入。";
        broke_off: "The file broke off before its end, so nothing was imported. Try again.", "ファイルの受信が途中で切れたため、インポートしませんでした。もう一度お試しください。", "文件在传输中途中断，未导入任何内容，请重试。";
        cancelled: "The import was cancelled.", "インポートはキャンセルされました。", "导入已取消。";
        cells(found: u64, expected: u64): "This row has {found} cells, but there are {expected} columns.", "この行のセルは {found} 個ですが、列は {expected} 個あります。", "此行有 {found} 个单元格，但应有 {expected} 列。";
        twice(first: u64): "Line {first} is about the same login ID. Each user may stand in a file once.", "{first} 行目に同じログイン ID があります。1 人につき 1 行にしてください。", "第 {first} 行是同一登录 ID。每个用户在文件中只能出现一次。";
    }
}

impl ImportRefusal {
    /// Why, in words for a person.
    pub fn words(&self, language: Language) -> String {
        let t = ImportRefusalWords(language);
        match self {
            ImportRefusal::Empty => t.empty().to_owned(),
            ImportRefusal::NotUtf8 { line } => t.not_utf8(*line),
            ImportRefusal::NoLoginId => t.no_login_id().to_owned(),
            ImportRefusal::UnknownColumn { heading } => {
                let known = UserColumn::ALL.map(UserColumn::code).join(", ");
                t.unknown_column(heading, &known)
            }
            ImportRefusal::ColumnTwice { heading } => t.column_twice(heading),
            ImportRefusal::RowTooLong { line } => t.row_too_long(*line),
            ImportRefusal::TooLarge { mebibytes } => t.too_large(*mebibytes),
            ImportRefusal::TooManyRows { max } => t.too_many_rows(*max),
            ImportRefusal::BrokeOff => t.broke_off().to_owned(),
            ImportRefusal::Cancelled => t.cancelled().to_owned(),
            ImportRefusal::Cells { found, expected } => t.cells(*found, *expected),
            ImportRefusal::Twice { first } => t.twice(*first),
        }
    }
}
