//! Why a session ended: told to whoever presents its secret, and to nobody else.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::device::known_device;
use crate::{Language, Timestamp};

/// Why a session ended. Signing out is no ending to be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Ending {
    /// By a newer sign-in, where exclusive login is in force.
    Replaced(NewerSignIn),
    /// An administrator ended it.
    EndedByAdministrator,
    /// Its user ended it from another session.
    EndedByOneself,
    /// Its user chose a new password.
    PasswordChanged,
    /// An administrator had a new password made.
    PasswordGenerated,
    /// Its user replaced or removed their authenticator.
    AuthenticatorChanged,
    /// An administrator reset the second factor.
    TwoFactorReset,
    /// An administrator disabled the account.
    AccountDisabled,
    /// The account was deleted.
    AccountDeleted,
    /// The account's expiration date has passed.
    AccountExpired,
    /// It was not used for as long as the policy allows.
    Idle,
    /// It had lasted as long as one may.
    TimeUp,
}

/// The sign-in that took the place of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NewerSignIn {
    /// When.
    pub at: Timestamp,
    /// From which address.
    pub address: String,
    /// What the browser or app says it is.
    pub user_agent: String,
}

/// A session that a sign-in ended, told to whoever signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TakenOver {
    /// The address it was last used from.
    pub address: String,
    /// What the browser or app says it is.
    pub user_agent: String,
    /// When it was last used, to the minute.
    pub last_seen_at: Timestamp,
}

crate::words! {
    struct EndingWords {
        replaced: "This account was signed in to somewhere else, and it can be used in only one place at a time.", "このアカウントで別の場所からサインインが行われました。同時に使用できるのは 1 か所だけです。", "此账户已在别处登录，而它同一时间只能在一处使用。";
        newer(at: &str, address: &str, device: &str): "The newer sign-in was on {at} from {address} ({device}).", "新しいサインイン: {at}、{address}（{device}）", "新的登录：{at}，来自 {address}（{device}）。";
        unknown_device: "unknown device", "不明なデバイス", "未知设备";
        by_administrator: "An administrator ended your session.", "管理者がセッションを終了しました。", "管理员结束了您的会话。";
        by_oneself: "You ended this session from another one.", "別のセッションからこのセッションを終了しました。", "您从另一个会话结束了此会话。";
        password_changed: "Your password was changed. Sign in with the new one.", "パスワードが変更されました。新しいパスワードでサインインしてください。", "您的密码已更改，请用新密码登录。";
        password_generated: "An administrator set a new password for you. Ask them for it.", "管理者が新しいパスワードを設定しました。管理者に確認してください。", "管理员为您设置了新密码，请向管理员索取。";
        authenticator_changed: "Your authenticator was replaced or removed. Sign in again.", "認証アプリが交換または解除されました。もう一度サインインしてください。", "您的身份验证器已更换或移除，请重新登录。";
        two_factor_reset: "An administrator reset your two-factor authentication. Set it up again when you sign in.", "管理者が二要素認証をリセットしました。サインイン時にもう一度設定してください。", "管理员重置了您的双因素身份验证，请在登录时重新设置。";
        account_disabled: "An administrator disabled your account.", "管理者がアカウントを無効にしました。", "管理员停用了您的账户。";
        account_deleted: "Your account was deleted.", "アカウントは削除されました。", "您的账户已被删除。";
        account_expired: "Your account has expired. Ask your administrator to extend it.", "アカウントの有効期限が切れました。延長を管理者に依頼してください。", "您的账户已过期，请联系管理员延长有效期。";
        idle: "Your session was not used for a while.", "しばらく操作がなかったため、セッションが終了しました。", "您的会话因长时间未使用而结束。";
        time_up: "Your session has reached its longest duration.", "セッションの最長時間に達しました。", "您的会话已达到最长时限。";
    }
}

impl Ending {
    /// The reason in one or two sentences, without the facts of a newer sign-in.
    pub fn reason(&self, language: Language) -> &'static str {
        let t = EndingWords(language);
        match self {
            Ending::Replaced(_) => t.replaced(),
            Ending::EndedByAdministrator => t.by_administrator(),
            Ending::EndedByOneself => t.by_oneself(),
            Ending::PasswordChanged => t.password_changed(),
            Ending::PasswordGenerated => t.password_generated(),
            Ending::AuthenticatorChanged => t.authenticator_changed(),
            Ending::TwoFactorReset => t.two_factor_reset(),
            Ending::AccountDisabled => t.account_disabled(),
            Ending::AccountDeleted => t.account_deleted(),
            Ending::AccountExpired => t.account_expired(),
            Ending::Idle => t.idle(),
            Ending::TimeUp => t.time_up(),
        }
    }

    /// The reason with the facts of a newer sign-in.
    pub fn words(&self, language: Language) -> String {
        let reason = self.reason(language);
        match self {
            Ending::Replaced(newer) => {
                let t = EndingWords(language);
                let at = newer.at.to_minute();
                let device = device_in_words(&newer.user_agent, language);
                let newer = t.newer(&at, &newer.address, &device);
                format!("{reason} {newer}")
            }
            _ => reason.to_owned(),
        }
    }
}

/// A device by its user agent, in words that are never its own.
pub fn device_in_words(user_agent: &str, language: Language) -> String {
    known_device(user_agent).unwrap_or_else(|| EndingWords(language).unknown_device().to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Ending, NewerSignIn};
    use crate::{Language, Timestamp};

    #[test]
    fn a_newer_sign_in_is_told_with_when_and_from_where_but_never_in_its_own_words() {
        let newer = |user_agent: &str| {
            Ending::Replaced(NewerSignIn {
                at: Timestamp::parse("2027-03-31T15:00:00Z").unwrap(),
                address: "203.0.113.9".to_owned(),
                user_agent: user_agent.to_owned(),
            })
        };
        let told = newer("Mozilla/5.0 (Windows NT 10.0) Firefox/140.0").words(Language::English);
        assert!(told.ends_with("2027-03-31 15:00 UTC from 203.0.113.9 (Firefox · Windows)."));
        let told = newer("Call 0900-1234 at once").words(Language::English);
        assert!(told.ends_with("(unknown device)."));
    }
}
