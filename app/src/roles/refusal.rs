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
        built_in: "This role came with Doorward and stays as it is. Copy it and change the copy.", "標準のロールは変更できません。コピーしてから編集してください。", "此角色为 Doorward 自带，不能更改。请复制后更改副本。";
        above: "This role belongs to a company above yours. Its administrators change it.", "上位の会社のロールです。変更できるのはその会社の管理者だけです。", "此角色属于上级公司，只能由其管理员更改。";
        more_than_yours: "This role allows more than you may do yourself, so you cannot change it.", "自分にない権限を含むロールのため、変更できません。", "此角色包含您没有的权限，因此您不能更改。";
        your_own: "You have this role yourself. Another administrator must change it.", "自分に付与されているロールです。ほかの管理者に変更を依頼してください。", "您自己拥有此角色，须由其他管理员更改。";
        holder_stronger: "Somebody who has this role has rights or companies that you do not have, so you cannot change it for them.", "このロールを持つユーザーの中に、あなたにない権限や管理範囲を持つ人がいるため、変更できません。", "拥有此角色的用户中，有人具有您没有的权限或公司，因此您不能更改。";
        is_default: "New users of a kind of company get this role. Choose another default role first.", "会社の種別の既定のロールになっています。先に別のロールを既定にしてください。", "某类公司的新用户会获得此角色，请先选择其他默认角色。";
        in_use(holders): "{holders} user has this role. Look at what its deletion means and confirm." | "{holders} users have this role. Look at what its deletion means and confirm.", "{holders} 人がこのロールを持っています。削除の影響を確認してから実行してください。", "有 {holders} 个用户拥有此角色，请查看删除的影响并确认。";
        holders_changed: "Those who have this role have changed since they were shown. Look at the new list and confirm again.", "表示後に、このロールを持つユーザーが変わりました。新しい一覧を確認してからもう一度実行してください。", "显示之后，拥有此角色的用户已发生变化。请查看新列表并重新确认。";
        default_too_strong: "Some users would be left with a default role that allows more than you may do yourself. Give them another role first.", "既定のロールにあなたにない権限が含まれるため、ほかにロールのないユーザーから外せません。先に別のロールを付与してください。", "部分用户将只剩默认角色，而其中包含您没有的权限。请先为其分配其他角色。";
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
