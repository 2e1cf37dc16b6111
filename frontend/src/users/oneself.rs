//! Whether a user is the reader: nobody weakens or closes their own account, so that is not offered.

use app::UserId;

use crate::session::Session;

/// Whether `id` is the signed-in user; follows every change.
pub(super) fn is_oneself(session: Session, id: UserId) -> bool {
    session.me().is_some_and(|me| me.id == id)
}
