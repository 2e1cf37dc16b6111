//! What is refused about roles.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Language;

/// Why something about a role was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RoleRefusal {
    /// It came with Doorward.
    BuiltIn,
    /// It belongs to a company that the caller's scope does not hold.
    FromAbove,
    /// It allows something that the caller does not hold.
    MoreThanYours,
    /// The caller has it.
    YourOwn,
    /// Somebody who has it has rights, or companies in their scope, that the caller lacks.
    HolderStronger,
    /// New users of a kind of company get it.
    IsDefault,
    /// Somebody has it, and the deletion was not confirmed with that in view.
    InUse {
        /// How many, with those in the bin.
        holders: u64,
    },
    /// Those who have it are no longer those who were shown.
    HoldersChanged,
    /// Those left without a role would get a default role that allows more than the caller holds.
    DefaultTooStrong,
}

crate::words! {
    struct RoleRefusalWords {
        built_in: "This role came with Doorward and stays as it is. Copy it and change the copy.", "標準のロールは変更できません。コピーしてから編集してください。";
        above: "This role belongs to a company above yours. Its administrators change it.", "上位の会社のロールです。変更できるのはその会社の管理者だけです。";
        more_than_yours: "This role allows more than you may do yourself, so you cannot change it.", "自分にない権限を含むロールのため、変更できません。";
        your_own: "You have this role yourself. Another administrator must change it.", "自分に付与されているロールです。ほかの管理者に変更を依頼してください。";
        holder_stronger: "Somebody who has this role has rights or companies that you do not have, so you cannot change it for them.", "このロールを持つユーザーの中に、あなたにない権限や管理範囲を持つ人がいるため、変更できません。";
        is_default: "New users of a kind of company get this role. Choose another default role first.", "会社の種別の既定のロールになっています。先に別のロールを既定にしてください。";
        in_use(holders): "{holders} user has this role. Look at what its deletion means and confirm." | "{holders} users have this role. Look at what its deletion means and confirm.", "{holders} 人がこのロールを持っています。削除の影響を確認してから実行してください。";
        holders_changed: "Those who have this role have changed since they were shown. Look at the new list and confirm again.", "表示後に、このロールを持つユーザーが変わりました。新しい一覧を確認してからもう一度実行してください。";
        default_too_strong: "Some users would be left with a default role that allows more than you may do yourself. Give them another role first.", "既定のロールにあなたにない権限が含まれるため、ほかにロールのないユーザーから外せません。先に別のロールを付与してください。";
    }
}

impl RoleRefusal {
    /// Why, in words for a person.
    pub fn words(self, language: Language) -> String {
        let t = RoleRefusalWords(language);
        match self {
            RoleRefusal::BuiltIn => t.built_in(),
            RoleRefusal::FromAbove => t.above(),
            RoleRefusal::MoreThanYours => t.more_than_yours(),
            RoleRefusal::YourOwn => t.your_own(),
            RoleRefusal::HolderStronger => t.holder_stronger(),
            RoleRefusal::IsDefault => t.is_default(),
            RoleRefusal::InUse { holders } => return t.in_use(holders),
            RoleRefusal::HoldersChanged => t.holders_changed(),
            RoleRefusal::DefaultTooStrong => t.default_too_strong(),
        }
        .to_owned()
    }
}
