//! Passwords: storing, verifying, and which ones are too easy to guess.

use app::{Refusal, Timestamp, UserId, credentials::Password, field::Problem, policies::InForce};
use sea_orm::{ConnectionTrait, EntityTrait, Set, sea_query::OnConflict};

use super::hasher::Verdict;
use crate::{
    db::{Tx, sql},
    deps::{Deps, Randomness},
    error::Result,
    users::Account,
};

/// What a generated password is made of: nothing that looks like something else in any typeface.
const READABLE: &[u8; 31] = b"23456789abcdefghjkmnpqrstuvwxyz";
/// Its groups, and the characters of each: 24 of 31 make 118 bits.
const GROUPS: usize = 6;
const GROUP: usize = 4;

mod entity {
    //! A user's password hash.
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "passwords")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub user_id: i64,
        pub hash: String,
        pub set_at: i64,
        pub must_change: bool,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// The password of `user` as it is stored, if they have one.
pub async fn stored(db: &impl ConnectionTrait, user: UserId) -> Result<Option<String>> {
    Ok(entity::Entity::find_by_id(user.0)
        .one(db)
        .await?
        .map(|row| row.hash))
}

/// Why a password must be changed at the next sign-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeOwed {
    /// Somebody else has set it.
    SetByAnother,
    /// It is too old.
    TooOld {
        /// Since when.
        since: Timestamp,
    },
}

/// Why the password must be changed at the next sign-in, if it must: because somebody else set it, or because it is older
/// than `max_age_days`; 0 for never.
pub async fn change_owed(
    db: &impl ConnectionTrait,
    user: UserId,
    max_age_days: u32,
    now: Timestamp,
) -> Result<Option<ChangeOwed>> {
    let Some(row) = entity::Entity::find_by_id(user.0).one(db).await? else {
        return Ok(None);
    };
    if row.must_change {
        return Ok(Some(ChangeOwed::SetByAnother));
    }
    let since = too_old_since(Timestamp::from_millis(row.set_at), max_age_days);
    Ok(since
        .filter(|&since| since <= now)
        .map(|since| ChangeOwed::TooOld { since }))
}

/// From when on a password that was set at a moment is older than `max_age_days`; 0 for never.
pub fn too_old_since(set_at: Timestamp, max_age_days: u32) -> Option<Timestamp> {
    const DAY: i64 = 24 * 60 * 60;
    let age = i64::from(max_age_days) * DAY;
    (max_age_days > 0).then(|| set_at.plus_seconds(age))
}

/// Makes a password that nobody guesses and everybody can read out: `k7mq-…`, six groups of four.
pub fn generate(random: &dyn Randomness) -> Password {
    let mut text = String::with_capacity(GROUPS * (GROUP + 1));
    let mut buffer = [0; 64];
    let mut taken = 0;
    while taken < GROUPS * GROUP {
        random.fill(&mut buffer);
        // Of 32 values 31 are taken, so that no character is likelier than another.
        for value in buffer.map(|byte| usize::from(byte & 31)) {
            if let (Some(&character), true) = (READABLE.get(value), taken < GROUPS * GROUP) {
                if taken > 0 && taken % GROUP == 0 {
                    text.push('-');
                }
                text.push(char::from(character));
                taken += 1;
            }
        }
    }
    Password::new(text)
}

/// Whether `password` is one of the last `count` that `user` had before the present one.
pub async fn was_used(deps: &Deps, user: UserId, count: u32, password: &Password) -> Result<bool> {
    const SQL: &str =
        "SELECT hash FROM earlier_passwords WHERE user_id = $1 ORDER BY id DESC LIMIT $2";
    let values = [user.0.into(), i64::from(count).into()];
    for row in sql::all(deps.db.read(), SQL, values).await? {
        let hash: String = row.try_get_by_index(0)?;
        if deps.hasher.verify(password, Some(&hash)).await? != Verdict::Wrong {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Keeps the present password of `user` among the `count` that they had before the next one, and forgets older ones.
async fn keep_present(tx: &Tx, user: UserId, count: u32) -> Result<()> {
    let user = user.0;
    sql::execute(
        &**tx,
        "INSERT INTO earlier_passwords (user_id, hash) SELECT user_id, hash FROM passwords WHERE user_id = $1",
        [user.into()],
    )
    .await?;
    sql::execute(
        &**tx,
        "DELETE FROM earlier_passwords WHERE user_id = $1 AND id NOT IN (
            SELECT id FROM earlier_passwords WHERE user_id = $1 ORDER BY id DESC LIMIT $2)",
        [user.into(), i64::from(count).into()],
    )
    .await?;
    Ok(())
}

/// Stores `hash` as the password of `user`, chosen by themselves; of those before it, `remembered` are kept so that
/// none is chosen again.
pub async fn store(
    tx: &Tx,
    deps: &Deps,
    user: UserId,
    hash: String,
    remembered: u32,
) -> Result<()> {
    keep_present(tx, user, remembered).await?;
    put(tx, deps, user, hash, false).await
}

/// Stores `hash` as the password of `user` like [`store`], to be changed at the next sign-in: somebody else knows it.
pub async fn store_to_be_changed(
    tx: &Tx,
    deps: &Deps,
    user: UserId,
    hash: String,
    remembered: u32,
) -> Result<()> {
    keep_present(tx, user, remembered).await?;
    put(tx, deps, user, hash, true).await
}

async fn put(tx: &Tx, deps: &Deps, user: UserId, hash: String, must_change: bool) -> Result<()> {
    let now = deps.now().millis();
    let row = entity::ActiveModel {
        user_id: Set(user.0),
        hash: Set(hash),
        set_at: Set(now),
        must_change: Set(must_change),
    };
    entity::Entity::insert(row)
        .on_conflict(
            OnConflict::column(entity::Column::UserId)
                .update_columns([
                    entity::Column::Hash,
                    entity::Column::SetAt,
                    entity::Column::MustChange,
                ])
                .to_owned(),
        )
        .exec_without_returning(&**tx)
        .await?;
    crate::users::store::note_password(tx, user, now).await
}

/// Makes the hash anew when it was made with weaker parameters; a failure to do so is no failure to sign in.
pub async fn strengthen(deps: &Deps, user: UserId, password: &Password) -> Result<()> {
    let hash = deps.hasher.hash(password, &*deps.random).await?;
    entity::Entity::update(entity::ActiveModel {
        user_id: Set(user.0),
        hash: Set(hash),
        ..Default::default()
    })
    .exec(deps.db.write())
    .await?;
    Ok(())
}

/// Whether `password` is the one of `user`; the same work is done without a user or a password.
pub async fn verify(deps: &Deps, user: Option<UserId>, password: &Password) -> Result<Verdict> {
    let stored = match user {
        Some(user) => stored(deps.db.read(), user).await?,
        None => None,
    };
    deps.hasher.verify(password, stored.as_deref()).await
}

/// The hash of a new password that a user chooses, or what is wrong with it: it will not do, is the present one, or was used
/// before. `beside_second_factor` says whether it will stand beside one.
pub async fn choose(
    deps: &Deps,
    account: &Account,
    policy: &InForce,
    beside_second_factor: bool,
    new: &Password,
) -> Result<String> {
    let refuse = |problem| Refusal::field("password", problem);
    let shortest = policy.shortest_password(beside_second_factor);
    check_new(new, shortest, &account.own_words()).map_err(refuse)?;
    if account.password_set_at.is_some()
        && verify(deps, Some(account.id), new).await? != Verdict::Wrong
    {
        return Err(refuse(Problem::SamePassword).into());
    }
    let remembered = policy.password_history_count.value;
    if was_used(deps, account.id, remembered, new).await? {
        return Err(refuse(Problem::UsedBefore).into());
    }
    deps.hasher.hash(new, &*deps.random).await
}

/// Whether a new password will do: of at least `shortest` characters, not among those everybody tries, not one's own names.
pub fn check_new(password: &Password, shortest: usize, own_words: &[&str]) -> Result<(), Problem> {
    password.check_length(shortest)?;
    // Below 10^8 guesses a list of usual passwords and one's own names finds it (zxcvbn's score 2).
    const FEWEST_GUESSES: u64 = 100_000_000;
    // Guessing is estimated on a bounded prefix: the estimate's cost grows faster than the length.
    let prefix: String = password.reveal().chars().take(64).collect();
    if zxcvbn::zxcvbn(&prefix, own_words).guesses() < FEWEST_GUESSES {
        return Err(Problem::GuessablePassword);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{check_new, generate};
    use crate::deps::SystemRandomness;
    use app::{credentials::Password, field::Problem};

    #[test]
    fn a_generated_password_is_long_readable_and_never_the_same() {
        let (one, two) = (generate(&SystemRandomness), generate(&SystemRandomness));
        assert_ne!(one, two);
        let groups: Vec<_> = one.reveal().split('-').collect();
        assert_eq!(groups.len(), 6, "{}", one.reveal());
        assert!(groups.iter().all(|group| group.len() == 4));
        assert!(!one.reveal().contains(['0', 'o', '1', 'l', 'i']));
        assert_eq!(check_new(&one, 15, &["hana.sato"]), Ok(()));
    }

    #[test]
    fn what_everybody_tries_is_refused() {
        for text in [
            "password1234567",
            "aaaaaaaaaaaaaaaaaaaa",
            "qwertyuiopasdfgh",
        ] {
            assert_eq!(
                check_new(&Password::new(text), 15, &[]),
                Err(Problem::GuessablePassword),
                "{text}"
            );
        }
    }

    #[test]
    fn ones_own_names_are_refused() {
        let own = ["hana.sato", "Hana", "Sato", "hana.sato@example.com"];
        assert_eq!(
            check_new(&Password::new("hana.satohana.sato"), 15, &own),
            Err(Problem::GuessablePassword)
        );
    }

    #[test]
    fn a_phrase_will_do() {
        assert_eq!(
            check_new(&Password::new("walnut ferry october"), 15, &["hana"]),
            Ok(())
        );
        assert_eq!(
            check_new(&Password::new("雨上がりの坂道を自転車で下る"), 8, &[]),
            Ok(())
        );
    }
}
