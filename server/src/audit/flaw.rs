//! What a check of the trail finds wrong first.

/// The first thing that does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// An event is not as it was recorded, or was not recorded by Doorward.
    #[error("event {0} was changed after it was recorded, or was not recorded by Doorward")]
    EventChanged(i64),
    /// The details of an event are empty, and no purge emptied them.
    #[error("the details of event {0} were emptied, and not by purging a user")]
    DetailsGone(i64),
    /// An event of a seal is no longer there.
    #[error("event {0} is missing: it was sealed in seal {1}")]
    EventMissing(i64, i64),
    /// An event of a seal is in another one now, or in none.
    #[error("event {0} was taken out of seal {1}")]
    EventTakenOut(i64, i64),
    /// An event stands in a seal that does not hold it.
    #[error("event {0} was put into seal {1}, which was made without it")]
    EventAdded(i64, i64),
    /// All events of a seal were recorded by Doorward, but not with these identifiers.
    #[error("events of seal {0} were exchanged with each other or with other ones")]
    EventsExchanged(i64),
    /// An event is there twice.
    #[error("event {0} is a copy of an earlier one")]
    EventTwice(i64),
    /// A seal is not as it was made, or the one before it is not.
    #[error("seal {0} was changed, or does not follow the seal before it")]
    SealChanged(i64),
    /// A seal is no longer there.
    #[error("seal {0} is missing")]
    SealMissing(i64),
    /// The last seals are no longer there.
    #[error("the end was cut off: the seals after seal {0} are missing")]
    CutOff(i64),
    /// The note of the last seal is not as it was made.
    #[error("the note of the last seal (audit_head) was changed or put back")]
    HeadChanged,
    /// A seal is another one than was written down.
    #[error("seal {0} is not the one that was noted: another chain was put in its place")]
    NotAsNoted(i64),
}
