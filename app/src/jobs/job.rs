//! A job as whoever started it sees it: how far it has come, and what became of each row.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ImportedRow, JobWork};
use crate::{JobId, Language, PageQuery, Refusal, Timestamp, UserId, users::UserRef};

/// How far a job has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    /// Its file is being read.
    Receiving,
    /// It finds out what would become of each row.
    Previewing,
    /// The preview is made; it waits to be started.
    Ready,
    /// It is being done.
    Running,
    /// Every row has its outcome.
    Done,
    /// It was cancelled; what was not done until then stays as it was.
    Cancelled,
    /// It broke off by a fault of Doorward; what was not done until then stays as it was.
    Failed,
}

crate::words! {
    struct StateWords {
        receiving: "Reading the file", "ファイル読み込み中", "正在读取文件";
        previewing: "Making the preview", "プレビュー作成中", "正在生成预览";
        ready: "Ready to start", "開始待ち", "等待开始";
        running: "Running", "実行中", "正在运行";
        done: "Done", "完了", "已完成";
        cancelled: "Cancelled", "キャンセル済み", "已取消";
        failed: "Failed", "失敗", "失败";
    }
}

impl JobState {
    /// Every state, in their order.
    pub const ALL: [JobState; 7] = [
        JobState::Receiving,
        JobState::Previewing,
        JobState::Ready,
        JobState::Running,
        JobState::Done,
        JobState::Cancelled,
        JobState::Failed,
    ];

    /// The name on the wire and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            JobState::Receiving => "receiving",
            JobState::Previewing => "previewing",
            JobState::Ready => "ready",
            JobState::Running => "running",
            JobState::Done => "done",
            JobState::Cancelled => "cancelled",
            JobState::Failed => "failed",
        }
    }

    /// The state of a name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether the server works at it.
    pub const fn is_working(self) -> bool {
        matches!(
            self,
            JobState::Receiving | JobState::Previewing | JobState::Running
        )
    }

    /// Whether nothing more happens to it.
    pub const fn is_over(self) -> bool {
        matches!(
            self,
            JobState::Done | JobState::Cancelled | JobState::Failed
        )
    }

    /// The state in words.
    pub fn words(self, language: Language) -> &'static str {
        let t = StateWords(language);
        match self {
            JobState::Receiving => t.receiving(),
            JobState::Previewing => t.previewing(),
            JobState::Ready => t.ready(),
            JobState::Running => t.running(),
            JobState::Done => t.done(),
            JobState::Cancelled => t.cancelled(),
            JobState::Failed => t.failed(),
        }
    }
}

/// What became of a row, or would.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RowOutcome {
    /// Nobody has looked at it yet.
    Waiting,
    /// A user would be added; in a job that has ended it was not done.
    WouldCreate,
    /// It would change; in a job that has ended it was not done.
    WouldChange,
    /// A user was added.
    Created,
    /// It was changed.
    Changed,
    /// It is as wanted already.
    NothingToDo,
    /// A rule says no.
    Refused,
}

crate::words! {
    struct OutcomeWords {
        waiting: "Waiting", "待機中", "等待中";
        would_create: "Would be added", "追加予定", "将添加";
        would_change: "Would change", "変更予定", "将更改";
        created: "Added", "追加済み", "已添加";
        changed: "Changed", "変更済み", "已更改";
        nothing_to_do: "Nothing to do", "変更不要", "无需更改";
        refused: "Refused", "拒否", "已拒绝";
    }
}

impl RowOutcome {
    /// Every outcome, in the order of the filter.
    pub const ALL: [RowOutcome; 7] = [
        RowOutcome::Waiting,
        RowOutcome::WouldCreate,
        RowOutcome::WouldChange,
        RowOutcome::Created,
        RowOutcome::Changed,
        RowOutcome::NothingToDo,
        RowOutcome::Refused,
    ];

    /// The name on the wire and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            RowOutcome::Waiting => "waiting",
            RowOutcome::WouldCreate => "would_create",
            RowOutcome::WouldChange => "would_change",
            RowOutcome::Created => "created",
            RowOutcome::Changed => "changed",
            RowOutcome::NothingToDo => "nothing_to_do",
            RowOutcome::Refused => "refused",
        }
    }

    /// The outcome of a name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }

    /// The outcome in words.
    pub fn words(self, language: Language) -> &'static str {
        let t = OutcomeWords(language);
        match self {
            RowOutcome::Waiting => t.waiting(),
            RowOutcome::WouldCreate => t.would_create(),
            RowOutcome::WouldChange => t.would_change(),
            RowOutcome::Created => t.created(),
            RowOutcome::Changed => t.changed(),
            RowOutcome::NothingToDo => t.nothing_to_do(),
            RowOutcome::Refused => t.refused(),
        }
    }
}

/// How many rows have which outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
pub struct JobCounts {
    /// All rows.
    pub rows: u64,
    /// Nobody has looked at them yet.
    pub waiting: u64,
    /// Users would be added, or were not.
    pub would_create: u64,
    /// They would change, or were not done.
    pub would_change: u64,
    /// Users were added.
    pub created: u64,
    /// They were changed.
    pub changed: u64,
    /// They are as wanted already.
    pub nothing_to_do: u64,
    /// A rule says no.
    pub refused: u64,
}

impl JobCounts {
    /// How many rows have this outcome.
    pub const fn of(&self, outcome: RowOutcome) -> u64 {
        match outcome {
            RowOutcome::Waiting => self.waiting,
            RowOutcome::WouldCreate => self.would_create,
            RowOutcome::WouldChange => self.would_change,
            RowOutcome::Created => self.created,
            RowOutcome::Changed => self.changed,
            RowOutcome::NothingToDo => self.nothing_to_do,
            RowOutcome::Refused => self.refused,
        }
    }

    /// How many rows are to be done when it is started, or are left.
    pub const fn to_do(&self) -> u64 {
        self.would_create + self.would_change
    }

    /// How many rows have come as far as the state aims at.
    pub const fn done(&self, state: JobState) -> u64 {
        match state {
            JobState::Receiving | JobState::Previewing => self.rows - self.waiting,
            _ => self.rows - self.waiting - self.to_do(),
        }
    }
}

/// A job.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Job {
    /// Its identifier.
    pub id: JobId,
    /// What it is for.
    pub work: JobWork,
    /// The name of the role or company that the action is about.
    pub target: Option<String>,
    /// How far it has come.
    pub state: JobState,
    /// How many rows have which outcome.
    pub counts: JobCounts,
    /// When its preview was asked for.
    pub created_at: Timestamp,
    /// When it was started.
    pub started_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// How long it will take until the preview is made or the job is done, judged by what was done so far.
    pub seconds_left: Option<u64>,
}

/// One row of a job: one user, or one user to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct JobRow {
    /// Its place in the job, from 1.
    pub position: u64,
    /// The number of the user, once there is one.
    pub user_id: Option<UserId>,
    /// The user, if the caller may see them.
    pub user: Option<UserRef>,
    /// The user with whom they go along when these are deleted.
    pub along_with: Option<UserId>,
    /// What became of it.
    pub outcome: RowOutcome,
    /// Why it was refused.
    pub refusal: Option<Refusal>,
    /// The same in words, in the caller's language.
    pub why: Option<String>,
    /// When it was done.
    pub done_at: Option<Timestamp>,
    /// What the file says, if the job imports one.
    pub imported: Option<ImportedRow>,
}

/// Which rows of a job.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct JobRowQuery {
    /// Only those of this outcome.
    #[serde(default)]
    pub outcome: Option<RowOutcome>,
    /// Which page.
    #[serde(default, flatten)]
    pub page: PageQuery,
}
