//! What is refused about policy classes.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Language;

/// Why something about a policy class was not done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PolicyRefusal {
    /// The class belongs to a company above the caller's scope.
    FromAbove,
    /// Companies point to it, and the deletion does not say that this was seen; or it has become another since.
    InUse {
        /// How many companies point to it.
        companies: u64,
    },
    /// Companies that are to move point to classes that cannot be used at the new place.
    NotUsableThere {
        /// The names of these classes.
        classes: Vec<String>,
    },
}

crate::words! {
    struct PolicyRefusalWords {
        of_above: "This policy class belongs to a company above. You can use it, but not change it.", "上位の会社のポリシークラスです。使用できますが、変更はできません。";
        in_use(count): "{count} company points to this policy class. Look at what deleting it would change and confirm that." | "{count} companies point to this policy class. Look at what deleting it would change and confirm that.", "このポリシークラスは {count} 社で使われています。削除による変更を確認してから削除してください。";
        not_usable_there(classes: &str): "At the new place these policy classes cannot be used: {classes}. Choose others first, or let the companies inherit.", "移動先では次のポリシークラスを使えません: {classes}。先に別のクラスを選ぶか、上位から継承するようにしてください。";
    }
}

impl PolicyRefusal {
    /// Why, in words for a person.
    pub fn words(&self, language: Language) -> String {
        let t = PolicyRefusalWords(language);
        match self {
            PolicyRefusal::FromAbove => t.of_above().to_owned(),
            PolicyRefusal::InUse { companies } => t.in_use(*companies),
            PolicyRefusal::NotUsableThere { classes } => t.not_usable_there(&classes.join(", ")),
        }
    }
}
