//! The HTTP status and the machine's code of every refusal.

use app::{
    Refusal, account::AccountRefusal, field::Problem, invitations::InvitationRefusal,
    policies::PolicyRefusal, roles::RoleRefusal, sessions::ActingRefusal, sign_in::SignInRefusal,
    tokens::TokenRefusal, users::UserRefusal,
};
use axum::http::StatusCode;

/// The status with which a refusal is answered.
pub fn status(refusal: &Refusal) -> StatusCode {
    match refusal {
        Refusal::NotSignedIn
        | Refusal::SessionEnded(_)
        | Refusal::Token(TokenRefusal::Invalid | TokenRefusal::ApiSessionRefused) => {
            StatusCode::UNAUTHORIZED
        }
        Refusal::Token(TokenRefusal::TwoUsers) => StatusCode::BAD_REQUEST,
        Refusal::Token(TokenRefusal::NotByToken) => StatusCode::FORBIDDEN,
        Refusal::Token(TokenRefusal::TooMany) => StatusCode::CONFLICT,
        Refusal::AddressNotTrusted
        | Refusal::NotAllowed(_)
        | Refusal::CrossSite
        | Refusal::ProofNeeded(_) => StatusCode::FORBIDDEN,
        Refusal::NotFound => StatusCode::NOT_FOUND,
        Refusal::Malformed(problems) => {
            let unreadable = |problem: &Problem| matches!(problem, Problem::Unreadable { .. });
            if problems.iter().any(|field| unreadable(&field.problem)) {
                StatusCode::BAD_REQUEST
            } else {
                StatusCode::UNPROCESSABLE_ENTITY
            }
        }
        Refusal::Stale => StatusCode::PRECONDITION_FAILED,
        Refusal::VersionMissing => StatusCode::PRECONDITION_REQUIRED,
        Refusal::KeyReused => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::Throttled { .. } => StatusCode::TOO_MANY_REQUESTS,
        Refusal::Unavailable | Refusal::Unreachable => StatusCode::SERVICE_UNAVAILABLE,
        Refusal::SignIn(refusal) => match refusal {
            SignInRefusal::WrongCredentials => StatusCode::UNAUTHORIZED,
            SignInRefusal::AccountExpired => StatusCode::FORBIDDEN,
            SignInRefusal::FlowOver | SignInRefusal::TooManyTries | SignInRefusal::SetUpOver => {
                StatusCode::GONE
            }
            SignInRefusal::WrongStep | SignInRefusal::NoMoreCodes => StatusCode::CONFLICT,
        },
        Refusal::Acting(refusal) => match refusal {
            ActingRefusal::NotWeaker | ActingRefusal::Forbidden | ActingRefusal::NotWhileActing => {
                StatusCode::FORBIDDEN
            }
            ActingRefusal::AlreadyActing | ActingRefusal::Over => StatusCode::CONFLICT,
        },
        Refusal::Account(AccountRefusal::SetUpOver | AccountRefusal::EmailLinkOver) => {
            StatusCode::GONE
        }
        Refusal::Account(_) => StatusCode::CONFLICT,
        Refusal::User(UserRefusal::Stronger) => StatusCode::FORBIDDEN,
        Refusal::Role(refusal) => match refusal {
            RoleRefusal::FromAbove
            | RoleRefusal::MoreThanYours
            | RoleRefusal::HolderStronger
            | RoleRefusal::DefaultTooStrong => StatusCode::FORBIDDEN,
            RoleRefusal::BuiltIn
            | RoleRefusal::YourOwn
            | RoleRefusal::IsDefault
            | RoleRefusal::InUse { .. }
            | RoleRefusal::HoldersChanged => StatusCode::CONFLICT,
        },
        Refusal::Policy(PolicyRefusal::FromAbove) => StatusCode::FORBIDDEN,
        // What is wrong with a file is wrong with what was sent, like the fields of a body.
        Refusal::Import(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Refusal::User(_)
        | Refusal::Company(_)
        | Refusal::Job(_)
        | Refusal::Mail(_)
        | Refusal::Policy(_) => StatusCode::CONFLICT,
        Refusal::Invitation(InvitationRefusal::Unknown) => StatusCode::NOT_FOUND,
        Refusal::Invitation(_) => StatusCode::GONE,
    }
}

/// The name by which programs know a refusal: `not_found`, `user.stronger`.
pub fn code(refusal: &Refusal) -> String {
    let json = serde_json::to_value(refusal).unwrap_or_default();
    let tag = json["refusal"].as_str().unwrap_or("unavailable");
    let about = &json["about"];
    match refusal {
        Refusal::SessionEnded(_)
        | Refusal::SignIn(_)
        | Refusal::ProofNeeded(_)
        | Refusal::Acting(_)
        | Refusal::Token(_)
        | Refusal::Account(_)
        | Refusal::User(_)
        | Refusal::Company(_)
        | Refusal::Role(_)
        | Refusal::Invitation(_)
        | Refusal::Import(_)
        | Refusal::Job(_)
        | Refusal::Mail(_)
        | Refusal::Policy(_) => {
            let which = about
                .as_str()
                .or_else(|| about["kind"].as_str())
                .unwrap_or_default();
            format!("{tag}.{which}")
        }
        _ => tag.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::{code, status};
    use app::{
        Refusal, companies::CompanyRefusal, field::Problem, roles::Permission, sessions::Ending,
        users::UserRefusal,
    };

    #[test]
    fn a_refusal_has_a_status_and_a_code() {
        for (refusal, expected, name) in [
            (Refusal::NotSignedIn, 401, "not_signed_in"),
            (
                Refusal::SessionEnded(Ending::Idle),
                401,
                "session_ended.idle",
            ),
            (
                Refusal::NotAllowed(Permission::UsersRead),
                403,
                "not_allowed",
            ),
            (Refusal::field("email", Problem::Missing), 422, "malformed"),
            (
                Refusal::field(
                    "body",
                    Problem::Unreadable {
                        expected: "x".into(),
                    },
                ),
                400,
                "malformed",
            ),
            (Refusal::Stale, 412, "stale"),
            (Refusal::Throttled { retry_after: 3 }, 429, "throttled"),
            (Refusal::User(UserRefusal::Stronger), 403, "user.stronger"),
            (
                Refusal::Company(CompanyRefusal::NotEmpty {
                    users: 1,
                    subsidiaries: 0,
                }),
                409,
                "company.not_empty",
            ),
        ] {
            assert_eq!(status(&refusal).as_u16(), expected, "{refusal}");
            assert_eq!(code(&refusal), name);
        }
    }
}
