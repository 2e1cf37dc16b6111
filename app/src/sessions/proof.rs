//! The step-up: whoever is signed in proves once more that it is they who ask.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    Language, Refusal,
    credentials::{OneTimeCode, Password},
    field::{Problem, Problems},
};

/// By what a user proves that it is they who ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProofKind {
    /// By a one-time code, where an authenticator is bound.
    Code,
    /// By the password, where none is.
    Password,
}

crate::words! {
    struct ProofWords {
        code: "Confirm first that it is you, with a one-time code of your authenticator.", "先に、認証アプリのワンタイムコードで本人確認を行ってください。", "请先用身份验证器的一次性验证码确认是您本人。";
        password: "Confirm first that it is you, with your password.", "先に、パスワードで本人確認を行ってください。", "请先用密码确认是您本人。";
    }
}

impl ProofKind {
    /// The kind that is asked of somebody with or without an authenticator.
    pub const fn of(has_authenticator: bool) -> Self {
        match has_authenticator {
            true => ProofKind::Code,
            false => ProofKind::Password,
        }
    }

    /// That it is asked for, in words for a person.
    pub fn words(self, language: Language) -> &'static str {
        let t = ProofWords(language);
        match self {
            ProofKind::Code => t.code(),
            ProofKind::Password => t.password(),
        }
    }
}

/// A proof as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ProofDraft {
    /// A one-time code of the caller's authenticator, if they have one. A recovery code does not count.
    #[serde(default)]
    pub code: String,
    /// The caller's password, if they have no authenticator.
    #[serde(default)]
    #[schema(value_type = String)]
    pub password: Password,
}

/// By what somebody shows that it is they who ask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StepUp {
    /// By a one-time code.
    Code(OneTimeCode),
    /// By the password.
    Password(Password),
}

impl ProofDraft {
    /// The proof of this kind, or what is wrong with it.
    pub fn check(self, kind: ProofKind) -> Result<StepUp, Refusal> {
        let mut problems = Problems::default();
        self.take(kind, &mut problems)
            .ok_or_else(|| Refusal::Malformed(problems.into_vec()))
    }

    /// The proof of this kind; what is wrong with it joins `problems`.
    pub(super) fn take(self, kind: ProofKind, problems: &mut Problems) -> Option<StepUp> {
        match kind {
            ProofKind::Code => problems
                .take("code", OneTimeCode::parse(&self.code))
                .map(StepUp::Code),
            ProofKind::Password if self.password.reveal().is_empty() => {
                problems.add("password", Problem::Missing);
                None
            }
            ProofKind::Password => Some(StepUp::Password(self.password)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{ProofDraft, ProofKind, StepUp};
    use crate::{Refusal, credentials::Password, field::Problem};

    #[test]
    fn each_kind_takes_its_own_proof_alone() {
        let both = ProofDraft {
            code: "123 456".into(),
            password: Password::new("secret"),
        };
        let code = both.clone().check(ProofKind::Code);
        assert!(matches!(code, Ok(StepUp::Code(_))));
        let password = both.check(ProofKind::Password);
        assert!(matches!(password, Ok(StepUp::Password(_))));
    }

    #[test]
    fn a_recovery_code_does_not_count() {
        let draft = ProofDraft {
            code: "abcd-efgh-jkmn".into(),
            ..ProofDraft::default()
        };
        assert!(matches!(
            draft.check(ProofKind::Code),
            Err(Refusal::Malformed(_))
        ));
        assert_eq!(
            ProofDraft::default().check(ProofKind::Password),
            Err(Refusal::field("password", Problem::Missing))
        );
    }
}
