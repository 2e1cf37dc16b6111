//! What is refused about jobs.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Language;

/// Why something about a job, or one of its rows, was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum JobRefusal {
    /// It can be started only once its preview is made, and only once.
    NotReady,
    /// It has ended already.
    Over,
    /// The caller has as many jobs under way as anybody may have.
    TooMany,
    /// The user has changed since the preview was made.
    UserChanged,
    /// Whoever started the job can no longer sign in.
    StarterGone,
}

crate::words! {
    struct JobRefusalWords {
        not_ready: "This job is not waiting to be started: its preview is still being made, or it was started already.", "このジョブは開始待ちではありません。プレビューを作成中か、すでに開始されています。", "此任务不在等待开始的状态：预览仍在生成，或任务已经开始。";
        over: "This job has ended already.", "このジョブはすでに終了しています。", "此任务已结束。";
        too_many(limit: usize): "You have {limit} jobs that have not ended. Start or cancel one of them first.", "終了していないジョブが {limit} 件あります。先にいずれかを開始するかキャンセルしてください。", "您有 {limit} 个未结束的任务，请先开始或取消其中一个。";
        user_changed: "This user has changed since the preview was made, so nothing was done.", "プレビューの作成後にこのユーザーが変更されたため、何も行いませんでした。", "生成预览后该用户已被更改，因此未做任何处理。";
        starter_gone: "Whoever started this job was disabled or deleted, or their account has expired, so nothing more was done.", "ジョブを開始した人が無効化・削除されたか期限切れになったため、以降は何も行いませんでした。", "任务发起人已被停用、删除或账户已过期，因此未再继续处理。";
    }
}

impl JobRefusal {
    /// How many jobs of one person may be there that have not ended.
    pub const MOST_AT_ONCE: usize = 5;

    /// Why, in words for a person.
    pub fn words(&self, language: Language) -> String {
        let t = JobRefusalWords(language);
        match self {
            JobRefusal::NotReady => t.not_ready().to_owned(),
            JobRefusal::Over => t.over().to_owned(),
            JobRefusal::TooMany => t.too_many(Self::MOST_AT_ONCE),
            JobRefusal::UserChanged => t.user_changed().to_owned(),
            JobRefusal::StarterGone => t.starter_gone().to_owned(),
        }
    }
}
