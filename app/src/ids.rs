//! The identifiers of things, each its own type so that one cannot be taken for another.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident;)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
        #[serde(transparent)]
        pub struct $name(
            /// The number under which it is stored.
            pub i64,
        );

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )*};
}

ids! {
    /// A company.
    CompanyId;
    /// A user.
    UserId;
    /// A role.
    RoleId;
    /// A policy class.
    PolicyClassId;
    /// A session, as it is listed; not the secret that opens it.
    SessionId;
    /// An issued token, as it is listed; not the secret that opens it.
    TokenId;
    /// An invitation, as it is listed; not the secret in its link.
    InvitationId;
    /// A job.
    JobId;
    /// A message in the outbox.
    MailId;
    /// An audit event.
    AuditEventId;
}
