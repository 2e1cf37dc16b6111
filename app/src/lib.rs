//! What Doorward's browser and server both believe: types parsed once, pure rules, and what may be asked.

pub mod account;
pub mod audit;
pub mod companies;
pub mod credentials;
pub mod dates;
pub mod door;
pub mod field;
pub mod home;
mod ids;
pub mod invitations;
pub mod jobs;
pub mod language;
pub mod mail;
mod number;
mod page;
pub mod policies;
mod portal;
mod refusal;
pub mod roles;
pub mod sessions;
pub mod sign_in;
mod text;
mod timestamp;
pub mod tokens;
pub mod users;

pub use ids::{
    AuditEventId, CompanyId, InvitationId, JobId, MailId, PolicyClassId, RoleId, SessionId,
    TokenId, UserId,
};
pub use language::Language;
pub use number::grouped;
pub use page::{DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, Page, PageQuery};
pub use portal::{Portal, portal};
pub use refusal::Refusal;
pub use timestamp::Timestamp;
