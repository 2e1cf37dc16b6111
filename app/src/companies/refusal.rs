//! What is refused about companies.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Language;

/// Why something about a company was not done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CompanyRefusal {
    /// It still has users or subsidiaries.
    NotEmpty {
        /// Users in it, with those in the bin.
        users: u64,
        /// Companies directly below.
        subsidiaries: u64,
    },
    /// Users who came from it still have roles of it.
    RolesHeld {
        /// How many users.
        users: u64,
    },
    /// The operator cannot be moved or deleted.
    Root,
    /// Nobody moves or deletes the company they belong to.
    OwnCompany,
    /// The company above has its say, and it is out of reach.
    TopOfScope,
}

crate::words! {
    struct CompanyRefusalWords {
        not_empty(users: &str, subsidiaries: &str): "The company still has {users} and {subsidiaries}. Move or delete them first.", "この会社には{users}と{subsidiaries}が残っています。先に移動または削除してください。", "该公司仍有 {users}，以及 {subsidiaries}，请先移动或删除。";
        users(count): "{count} user (with the bin)" | "{count} users (with the bin)", "ユーザー（ごみ箱を含む）{count} 人", "{count} 个用户（含回收站）";
        subsidiaries(count): "{count} subsidiary" | "{count} subsidiaries", "子会社 {count} 社", "{count} 家子公司";
        roles_held(users): "{users} user elsewhere still has a role of this company. Give them another first." | "{users} users elsewhere still have roles of this company. Give them others first.", "ほかの会社のユーザー {users} 人がこの会社のロールを持っています。先に別のロールを付与してください。", "其他公司仍有 {users} 个用户拥有该公司的角色，请先为其分配其他角色。";
        root: "The operator is the root of the tree and cannot be moved or deleted.", "運営会社はツリーの最上位のため、移動も削除もできません。", "运营商是公司树的根，不能移动或删除。";
        own_company: "You cannot move or delete the company you belong to.", "自分が所属する会社は移動も削除もできません。", "不能移动或删除您所属的公司。";
        top_of_scope: "Only an administrator of the company above can move or delete this company.", "この会社を移動または削除できるのは、上位の会社の管理者だけです。", "只有上级公司的管理员才能移动或删除该公司。";
    }
}

impl CompanyRefusal {
    /// Why, in words for a person.
    pub fn words(&self, language: Language) -> String {
        let t = CompanyRefusalWords(language);
        match self {
            CompanyRefusal::NotEmpty {
                users,
                subsidiaries,
            } => t.not_empty(&t.users(*users), &t.subsidiaries(*subsidiaries)),
            CompanyRefusal::RolesHeld { users } => t.roles_held(*users),
            CompanyRefusal::Root => t.root().to_owned(),
            CompanyRefusal::OwnCompany => t.own_company().to_owned(),
            CompanyRefusal::TopOfScope => t.top_of_scope().to_owned(),
        }
    }
}
