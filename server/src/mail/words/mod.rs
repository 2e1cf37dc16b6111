//! The words of the mails, each in every language.

mod expiry;
mod frame;
mod links;
mod notices;

pub(super) use expiry::ExpiryWords;
pub(super) use frame::FrameWords;
pub(super) use links::LinkWords;
pub(super) use notices::NoticeWords;
