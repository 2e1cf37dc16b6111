//! What is refused about users.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Language;

/// Why something about a user was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum UserRefusal {
    /// They have rights, or companies in their scope, that the caller lacks.
    Stronger,
    /// It would leave no operator administrator who can sign in.
    LastOperatorAdministrator,
    /// Nobody does this to themselves.
    Oneself,
    /// The set that would be deleted is no longer the one that was shown.
    DeletionChanged,
    /// The accounts of the company, or their dates, are no longer those that were shown.
    ExpiryChanged,
    /// They are in the bin.
    InTheBin,
    /// They are not in the bin.
    NotInTheBin,
    /// The change would keep the caller themselves out from where they are now.
    LocksOneselfOut,
    /// Disabled and expired users get no invitation.
    CannotSignIn,
}

crate::words! {
    struct UserRefusalWords {
        stronger: "This user has rights that you do not have, so you cannot act on them.", "このユーザーはあなたにない権限を持っているため、操作できません。", "该用户拥有您没有的权限，因此您不能对其操作。";
        last_operator_administrator: "This is the last operator administrator who can sign in. Make another one first.", "サインインできる最後の運営管理者です。先に別の運営管理者を作成してください。", "这是最后一位能够登录的运营商管理员，请先添加另一位。";
        oneself: "You cannot do this to your own account.", "自分のアカウントにはこの操作を行えません。", "不能对自己的账户执行此操作。";
        deletion_changed: "The users that would be deleted have changed since they were shown. Look at the new list and confirm again.", "表示後に削除対象が変わりました。新しい一覧を確認してからもう一度実行してください。", "显示之后，将被删除的用户已发生变化。请查看新列表并重新确认。";
        expiry_changed: "The accounts of this company, or their dates, have changed since they were shown. Look at the new preview and confirm again.", "表示後にこの会社のアカウントまたは有効期限が変わりました。新しい内容を確認してからもう一度実行してください。", "显示之后，该公司的账户或其到期日期已发生变化。请查看新预览并重新确认。";
        in_the_bin: "This user is in the bin. Restore them first.", "このユーザーはごみ箱にあります。先に元に戻してください。", "该用户在回收站中，请先还原。";
        not_in_the_bin: "This user is not in the bin.", "このユーザーはごみ箱にありません。", "该用户不在回收站中。";
        locks_oneself_out: "That would keep you out: you work from an address that is not in the list. Add it first.", "この変更を行うと、今お使いのアドレスからサインインできなくなります。先にそのアドレスを一覧に加えてください。", "这会将您自己拒之门外：您当前的地址不在列表中，请先添加。";
        cannot_sign_in: "This account is disabled or expired. Enable it or extend it first.", "このアカウントは無効または期限切れです。先に有効にするか期限を延ばしてください。", "此账户已停用或已过期，请先启用或延长有效期。";
    }
}

impl UserRefusal {
    /// Why, in words for a person.
    pub fn words(&self, language: Language) -> String {
        let t = UserRefusalWords(language);
        match self {
            UserRefusal::Stronger => t.stronger(),
            UserRefusal::LastOperatorAdministrator => t.last_operator_administrator(),
            UserRefusal::Oneself => t.oneself(),
            UserRefusal::DeletionChanged => t.deletion_changed(),
            UserRefusal::ExpiryChanged => t.expiry_changed(),
            UserRefusal::InTheBin => t.in_the_bin(),
            UserRefusal::NotInTheBin => t.not_in_the_bin(),
            UserRefusal::LocksOneselfOut => t.locks_oneself_out(),
            UserRefusal::CannotSignIn => t.cannot_sign_in(),
        }
        .to_owned()
    }
}
