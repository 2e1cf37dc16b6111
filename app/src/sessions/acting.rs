//! Log in as: a session of one user that acts as another, for a reason and a while.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::proof::{ProofDraft, ProofKind, StepUp};
use crate::{
    Refusal, Timestamp,
    credentials::Password,
    field::{Problem, Problems},
    text::line_of_text,
    users::UserRef,
};

/// Why somebody logs in as somebody else: one line of 1 to 200 characters, told to the user and kept in the trail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason(String);

impl Reason {
    /// The most characters.
    pub const MOST: usize = 200;

    /// Reads a reason.
    pub fn parse(text: &str) -> Result<Self, Problem> {
        line_of_text(text, 1, Self::MOST).map(Self)
    }

    /// The reason.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The wish to log in as somebody, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LogInAsDraft {
    /// Why: one line, told to the user.
    #[schema(max_length = 200)]
    pub reason: String,
    /// A one-time code of the caller's own authenticator, if they have one. A recovery code does not count.
    #[serde(default)]
    pub code: String,
    /// The caller's own password, if they have no authenticator.
    #[serde(default)]
    #[schema(value_type = String)]
    pub password: Password,
}

impl LogInAsDraft {
    /// The reason and the proof, or every field that is wrong. Who has an authenticator proves it by a code, who has none
    /// by the password.
    pub fn check(self, has_authenticator: bool) -> Result<(Reason, StepUp), Refusal> {
        let mut problems = Problems::default();
        let reason = problems.take("reason", Reason::parse(&self.reason));
        let proof = ProofDraft {
            code: self.code,
            password: self.password,
        };
        let proof = proof.take(ProofKind::of(has_authenticator), &mut problems);
        match (reason, proof) {
            (Some(reason), Some(proof)) => Ok((reason, proof)),
            _ => Err(Refusal::Malformed(problems.into_vec())),
        }
    }
}

/// Who really acts in a session, and for how long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Acting {
    /// Who really acts.
    pub by: UserRef,
    /// Since when.
    pub since: Timestamp,
    /// Until when at the latest.
    pub until: Timestamp,
    /// Why.
    pub reason: String,
}

/// As whom somebody acted until now, and why no longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ActingOver {
    /// As whom they acted.
    pub subject: UserRef,
    /// Why it is over.
    pub why: WhyOver,
}

macro_rules! reasons {
    ($( $name:ident = $code:tt, $method:ident: $en:literal, $ja:literal, $zh:literal; )*) => {
        /// Why logging in as somebody is over.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum WhyOver {
            $( #[doc = $en] $name, )*
        }

        crate::words! {
            struct WhyWords { $( $method: $en, $ja, $zh; )* }
        }

        impl WhyOver {
            /// Every way in which it can end.
            pub const ALL: &'static [WhyOver] = &[$(WhyOver::$name),*];

            /// The name under which it is stored and noted.
            pub const fn code(self) -> &'static str {
                match self { $( WhyOver::$name => $code, )* }
            }

            /// The way of a stored name.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|why| why.code() == code)
            }

            /// It in words.
            pub fn words(self, language: crate::Language) -> &'static str {
                let t = WhyWords(language);
                match self { $( WhyOver::$name => t.$method(), )* }
            }
        }
    };
}

reasons! {
    WentBack = "went_back", went_back: "You went back.", "元のユーザーに戻りました。", "您已返回自己的身份。";
    SignedOut = "signed_out", signed_out: "You signed out.", "サインアウトしました。", "您已退出登录。";
    TimeOver = "time_over", time_over: "The time was over.", "代理ログインの制限時間が過ぎました。", "代为登录的时间已到。";
    SubjectClosed = "subject_closed", subject_closed: "The user’s account was disabled, deleted, or has expired.", "このユーザーのアカウントが無効化または削除されたか、有効期限が切れました。", "该用户的账户已被停用、删除或已过期。";
    NotAllowed = "not_allowed", not_allowed: "You may no longer log in as this user.", "このユーザーに代理ログインする権限がなくなりました。", "您不再有权以该用户身份登录。";
    Forbidden = "forbidden", forbidden: "The policy of the user’s company no longer allows it.", "このユーザーの会社のポリシーで、代理ログインが許可されなくなりました。", "该用户所属公司的策略不再允许代为登录。";
}

#[cfg(test)]
mod tests {
    use super::{LogInAsDraft, Reason, WhyOver};
    use crate::{Refusal, credentials::Password, field::Problem, sessions::StepUp};

    fn draft(reason: &str, code: &str, password: &str) -> LogInAsDraft {
        LogInAsDraft {
            reason: reason.into(),
            code: code.into(),
            password: Password::new(password),
        }
    }

    fn wrong(draft: LogInAsDraft, has_authenticator: bool) -> Vec<String> {
        match draft.check(has_authenticator) {
            Err(Refusal::Malformed(problems)) => {
                problems.into_iter().map(|problem| problem.field).collect()
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_reason_is_one_line_that_is_not_empty() {
        assert_eq!(Reason::parse(" Ticket 7 ").unwrap().as_str(), "Ticket 7");
        assert_eq!(Reason::parse("  "), Err(Problem::Missing));
        assert_eq!(Reason::parse("a\nb"), Err(Problem::ControlCharacter));
        assert!(Reason::parse(&"理".repeat(200)).is_ok());
        assert_eq!(
            Reason::parse(&"x".repeat(201)),
            Err(Problem::TooLong { max: 200 })
        );
    }

    #[test]
    fn who_has_an_authenticator_proves_it_by_a_code_and_nothing_else() {
        let (_, proof) = draft("x", "123 456", "").check(true).unwrap();
        assert!(matches!(proof, StepUp::Code(_)));
        assert_eq!(wrong(draft("", "", "secret"), true), ["reason", "code"]);
        assert_eq!(wrong(draft("x", "abcd-efgh-jkmn", ""), true), ["code"]);
        assert_eq!(wrong(draft("x", "123456", ""), false), ["password"]);
        let (_, proof) = draft("x", "", "secret").check(false).unwrap();
        assert!(matches!(proof, StepUp::Password(_)));
    }

    #[test]
    fn ways_to_end_are_read_back() {
        for &why in WhyOver::ALL {
            assert_eq!(WhyOver::from_code(why.code()), Some(why));
        }
    }
}
