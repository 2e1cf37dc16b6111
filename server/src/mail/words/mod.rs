//! The words of the mails, each in every language.

mod frame;
mod links;
mod notices;

pub(super) use frame::FrameWords;
pub(super) use links::LinkWords;
pub(super) use notices::NoticeWords;
