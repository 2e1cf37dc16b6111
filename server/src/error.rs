//! What goes wrong inside: a refusal that the caller is told, or a failure that is logged and told as "unavailable".

use app::Refusal;
use migrations::sea_orm::DbErr;

/// Why a service did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule said no; the caller learns which.
    #[error("{0}")]
    Refused(#[from] Refusal),
    /// The database failed.
    #[error("database: {0}")]
    Database(#[from] DbErr),
    /// Something that should hold did not, such as a secret that no longer opens.
    #[error("{0}")]
    Broken(String),
}

/// The result of a service.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// What the caller is told; a failure is logged here, once.
    pub fn into_refusal(self) -> Refusal {
        match self {
            Error::Refused(refusal) => refusal,
            failure => {
                tracing::error!(error = %failure, "a request failed");
                Refusal::Unavailable
            }
        }
    }
}

impl From<app::sign_in::SignInRefusal> for Error {
    fn from(refusal: app::sign_in::SignInRefusal) -> Self {
        Error::Refused(Refusal::SignIn(refusal))
    }
}

impl From<app::account::AccountRefusal> for Error {
    fn from(refusal: app::account::AccountRefusal) -> Self {
        Error::Refused(Refusal::Account(refusal))
    }
}

impl From<app::users::UserRefusal> for Error {
    fn from(refusal: app::users::UserRefusal) -> Self {
        Error::Refused(Refusal::User(refusal))
    }
}

impl From<app::sessions::ActingRefusal> for Error {
    fn from(refusal: app::sessions::ActingRefusal) -> Self {
        Error::Refused(Refusal::Acting(refusal))
    }
}

impl From<app::tokens::TokenRefusal> for Error {
    fn from(refusal: app::tokens::TokenRefusal) -> Self {
        Error::Refused(Refusal::Token(refusal))
    }
}

impl From<app::companies::CompanyRefusal> for Error {
    fn from(refusal: app::companies::CompanyRefusal) -> Self {
        Error::Refused(Refusal::Company(refusal))
    }
}

impl From<app::roles::RoleRefusal> for Error {
    fn from(refusal: app::roles::RoleRefusal) -> Self {
        Error::Refused(Refusal::Role(refusal))
    }
}

impl From<app::invitations::InvitationRefusal> for Error {
    fn from(refusal: app::invitations::InvitationRefusal) -> Self {
        Error::Refused(Refusal::Invitation(refusal))
    }
}

impl From<app::policies::PolicyRefusal> for Error {
    fn from(refusal: app::policies::PolicyRefusal) -> Self {
        Error::Refused(Refusal::Policy(refusal))
    }
}

impl From<app::jobs::ImportRefusal> for Error {
    fn from(refusal: app::jobs::ImportRefusal) -> Self {
        Error::Refused(Refusal::Import(refusal))
    }
}

impl From<app::jobs::JobRefusal> for Error {
    fn from(refusal: app::jobs::JobRefusal) -> Self {
        Error::Refused(Refusal::Job(refusal))
    }
}

impl From<app::mail::MailRefusal> for Error {
    fn from(refusal: app::mail::MailRefusal) -> Self {
        Error::Refused(Refusal::Mail(refusal))
    }
}
