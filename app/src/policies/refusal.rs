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
        of_above: "This policy class belongs to a company above. You can use it, but not change it.", "上位の会社のポリシークラスです。使用できますが、変更はできません。", "此策略类属于上级公司，您可以使用，但不能更改。";
        in_use(count): "{count} company points to this policy class. Look at what deleting it would change and confirm that." | "{count} companies point to this policy class. Look at what deleting it would change and confirm that.", "このポリシークラスは {count} 社で使われています。削除による変更を確認してから削除してください。", "有 {count} 家公司使用此策略类。请查看删除会带来的更改并确认。";
        not_usable_there(classes: &str): "At the new place these policy classes cannot be used: {classes}. Choose others first, or let the companies inherit.", "移動先では次のポリシークラスを使えません: {classes}。先に別のクラスを選ぶか、上位から継承するようにしてください。", "以下策略类不能在新位置使用：{classes}。请先选择其他策略类，或让这些公司继承上级的设置。";
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
