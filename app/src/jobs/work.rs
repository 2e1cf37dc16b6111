//! What a job is for.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{ImportOptions, JobAction};
use crate::{Language, roles::Permission};

/// What a job is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum JobWork {
    /// One action on many users.
    Action(JobAction),
    /// Users from a file.
    Import(ImportOptions),
}

crate::words! {
    struct WorkWords {
        import: "Import users", "ユーザーをインポート", "导入用户";
    }
}

impl JobWork {
    /// What somebody needs for it. What the single rows of an import need besides is asked with each.
    pub const fn permission(&self) -> Permission {
        match self {
            JobWork::Action(action) => action.permission(),
            JobWork::Import(_) => Permission::UsersCreate,
        }
    }

    /// The name for the audit trail.
    pub const fn code(&self) -> &'static str {
        match self {
            JobWork::Action(action) => action.code(),
            JobWork::Import(_) => "import",
        }
    }

    /// What it is for, in words.
    pub fn words(&self, language: Language) -> &'static str {
        match self {
            JobWork::Action(action) => action.words(language),
            JobWork::Import(_) => WorkWords(language).import(),
        }
    }
}
