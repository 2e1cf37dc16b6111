//! Log in as: as whom a session acts, found out anew at each request.

use app::{
    Language, Refusal, SessionId, Timestamp, UserId,
    audit::AuditAction,
    roles::Permission,
    sessions::{Acting, ActingOver, ActingRefusal, Reason, WhyOver},
    sign_in::Me,
    users::{UserRef, UserRefusal, full_name},
};
use sea_orm::{ConnectionTrait, QueryResult};

use crate::{
    actor::{Actor, Behind},
    audit::{self, Entry},
    companies,
    db::{Tx, sql},
    deps::Deps,
    desk::Caller,
    error::Result,
    policies, roles,
    secret::SecretHash,
    users::{self, Account},
};

/// What the row of a session says of acting as somebody else.
#[derive(Clone, Debug)]
pub struct Pretence {
    subject: UserId,
    since: Timestamp,
    until: Timestamp,
    reason: String,
    over: Option<WhyOver>,
}

/// Reads the five columns of a session at `first`. None while it acts as nobody else.
pub(super) fn read(row: &QueryResult, first: usize) -> Result<Option<Pretence>> {
    let subject: i64 = row.try_get_by_index(first)?;
    if subject == 0 {
        return Ok(None);
    }
    let over: String = row.try_get_by_index(first + 4)?;
    Ok(Some(Pretence {
        subject: UserId(subject),
        since: Timestamp::from_millis(row.try_get_by_index(first + 1)?),
        until: Timestamp::from_millis(row.try_get_by_index(first + 2)?),
        reason: row.try_get_by_index(first + 3)?,
        // A way to end that this version does not know has ended all the same.
        over: (!over.is_empty()).then(|| WhyOver::from_code(&over).unwrap_or(WhyOver::NotAllowed)),
    }))
}

/// Who acts in the session of `oneself`, in which `pretence` was begun: the other user while everything still allows
/// it, else oneself, who is told why not. Never a mixture.
pub(super) async fn resolve(
    deps: &Deps,
    caller: &Caller,
    oneself: Actor,
    pretence: &Pretence,
) -> Result<Actor> {
    let db = deps.db.read();
    let subject = users::store::by_id(db, pretence.subject).await?;
    let named = named(pretence.subject, subject.as_ref(), oneself.me.language);
    let why = match (pretence.over, subject) {
        (Some(why), _) => why,
        (None, None) => WhyOver::SubjectClosed,
        (None, Some(subject)) => match as_subject(deps, &oneself, pretence, subject).await? {
            Ok(actor) => return Ok(actor),
            Err(why) => why,
        },
    };
    if pretence.over.is_none() {
        let tx = deps.db.begin().await?;
        if note_over(&tx, oneself.session()?, why).await? {
            let event = Entry::by(&oneself, caller, AuditAction::LogInAsEnded);
            record_end(&tx, deps, event, pretence.subject, why).await?;
        }
        tx.commit().await?;
    }
    Ok(Actor {
        me: Me {
            acting_over: Some(ActingOver {
                subject: named,
                why,
            }),
            ..oneself.me
        },
        ..oneself
    })
}

/// The actor that `oneself` is as `subject`, or why they are not.
async fn as_subject(
    deps: &Deps,
    oneself: &Actor,
    pretence: &Pretence,
    subject: Account,
) -> Result<Result<Actor, WhyOver>> {
    let (db, now) = (deps.db.read(), deps.now());
    let until = pretence.until.min(oneself.session_expires_at);
    if until <= now {
        return Ok(Err(WhyOver::TimeOver));
    }
    let rights = roles::store::rights(db, subject.id).await?;
    let policy = policies::store::in_force(db, &subject.path).await?;
    if !oneself.holds(Permission::UsersLogInAs) || !oneself.scope.contains(&subject.path) {
        return Ok(Err(WhyOver::NotAllowed));
    }
    match users::rules::may_be_acted_as(oneself, &subject, &rights, &policy, now) {
        Ok(()) => {}
        Err(Refusal::Acting(ActingRefusal::Forbidden)) => return Ok(Err(WhyOver::Forbidden)),
        Err(Refusal::User(UserRefusal::InTheBin | UserRefusal::CannotSignIn)) => {
            return Ok(Err(WhyOver::SubjectClosed));
        }
        Err(_) => return Ok(Err(WhyOver::NotAllowed)),
    }
    // Remembered no longer than the account lasts.
    let until = subject.expires_at.map_or(until, |end| until.min(end));
    let permissions = rights
        .permissions
        .shared_with(oneself.permissions)
        .while_acting();
    let company = companies::store::refs(db, [subject.company.0]).await?.pop();
    Ok(Ok(Actor {
        user: subject.id,
        login_id: subject.login_id.clone(),
        company: subject.company,
        permissions,
        scope: users::rules::reach(&subject.path, &rights),
        me: Me {
            id: subject.id,
            login_id: subject.login_id,
            email: subject.email,
            first_name: subject.first_name,
            last_name: subject.last_name,
            company: company.unwrap_or_else(|| oneself.me.company.clone()),
            permissions: permissions.on(oneself.channel),
            held: permissions,
            previous_sign_in_at: subject.last_sign_in_at,
            expires_at: subject.expires_at,
            acting: Some(Acting {
                by: by_name(oneself),
                since: pretence.since,
                until,
                reason: pretence.reason.clone(),
            }),
            ..oneself.me.clone()
        },
        behind: Some(Behind {
            user: oneself.user,
            login_id: oneself.login_id.clone(),
            until,
        }),
        ..oneself.clone()
    }))
}

/// Begins to act as `subject` in a session that acts as nobody else. Whether it was one.
pub(super) async fn begin(
    tx: &Tx,
    session: SessionId,
    subject: UserId,
    (since, until): (Timestamp, Timestamp),
    reason: &Reason,
) -> Result<bool> {
    const SQL: &str = "
        UPDATE sessions SET acting_as = $2, acting_since = $3, acting_until = $4, acting_reason = $5, acting_over = ''
        WHERE id = $1 AND acting_as = 0";
    let values = [
        session.0.into(),
        subject.0.into(),
        since.millis().into(),
        until.millis().into(),
        reason.as_str().into(),
    ];
    Ok(sql::execute(&**tx, SQL, values).await? == 1)
}

/// Ends it because its user wants so: nothing of it stays. Whether it lasted until now.
pub(super) async fn clear(tx: &Tx, session: SessionId) -> Result<bool> {
    let lasted = note_over(tx, session, WhyOver::WentBack).await?;
    const SQL: &str = "
        UPDATE sessions SET acting_as = 0, acting_since = 0, acting_until = 0, acting_reason = '', acting_over = ''
        WHERE id = $1";
    sql::execute(&**tx, SQL, [session.0.into()]).await?;
    Ok(lasted)
}

/// Ends it together with the session of a secret.
pub async fn end_with_session(
    tx: &Tx,
    deps: &Deps,
    caller: &Caller,
    secret: &SecretHash,
) -> Result<()> {
    const WHICH: &str = "s.secret_hash = $1";
    for lasting in lasting(&**tx, WHICH, secret.as_str().into()).await? {
        let event = Entry::unattended(caller, AuditAction::LogInAsEnded);
        lasting.end(tx, deps, event, WhyOver::SignedOut).await?;
    }
    Ok(())
}

/// Ends whatever has come to its time, whether anybody asks for something in that session or not.
pub async fn end_overdue(deps: &Deps) -> Result<()> {
    const WHICH: &str = "s.acting_until <= $1";
    let now = deps.now().millis();
    if lasting(deps.db.read(), WHICH, now.into()).await?.is_empty() {
        return Ok(());
    }
    let tx = deps.db.begin().await?;
    for lasting in lasting(&*tx, WHICH, now.into()).await? {
        let event = Entry::by_doorward(AuditAction::LogInAsEnded);
        lasting.end(&tx, deps, event, WhyOver::TimeOver).await?;
    }
    tx.commit().await
}

/// A session that acts as somebody else.
struct Lasting {
    session: SessionId,
    user: UserId,
    login_id: String,
    subject: UserId,
}

impl Lasting {
    async fn end(&self, tx: &Tx, deps: &Deps, event: Entry, why: WhyOver) -> Result<()> {
        if note_over(tx, self.session, why).await? {
            let event = event.of(self.user, &self.login_id);
            record_end(tx, deps, event, self.subject, why).await?;
        }
        Ok(())
    }
}

async fn lasting(
    db: &impl ConnectionTrait,
    which: &str,
    value: sea_orm::Value,
) -> Result<Vec<Lasting>> {
    let sql = format!(
        "SELECT s.id, s.user_id, u.login_id, s.acting_as FROM sessions s JOIN users u ON u.id = s.user_id
         WHERE s.acting_as <> 0 AND s.acting_over = '' AND {which} ORDER BY s.id"
    );
    let rows = sql::all(db, &sql, [value]).await?;
    rows.iter()
        .map(|row| {
            Ok(Lasting {
                session: SessionId(row.try_get_by_index(0)?),
                user: UserId(row.try_get_by_index(1)?),
                login_id: row.try_get_by_index(2)?,
                subject: UserId(row.try_get_by_index(3)?),
            })
        })
        .collect()
}

/// Notes why it is over. Whether it lasted until now: of those who find out together one records it.
async fn note_over(tx: &Tx, session: SessionId, why: WhyOver) -> Result<bool> {
    const SQL: &str = "
        UPDATE sessions SET acting_over = $2 WHERE id = $1 AND acting_as <> 0 AND acting_over = ''";
    Ok(sql::execute(&**tx, SQL, [session.0.into(), why.code().into()]).await? == 1)
}

/// Records the end of acting as `subject`.
pub(super) async fn record_end(
    tx: &Tx,
    deps: &Deps,
    event: Entry,
    subject: UserId,
    why: WhyOver,
) -> Result<()> {
    let event = match users::store::by_id(&**tx, subject).await? {
        Some(account) => event.on(subject, &account.login_id, account.company),
        None => event,
    };
    audit::record(tx, deps, event.with("why", why.code())).await
}

fn by_name(oneself: &Actor) -> UserRef {
    let me = &oneself.me;
    UserRef {
        id: me.id,
        login_id: me.login_id.clone(),
        name: full_name(&me.first_name, &me.last_name, me.language),
    }
}

fn named(id: UserId, account: Option<&Account>, language: Language) -> UserRef {
    match account {
        Some(account) => UserRef {
            name: full_name(&account.first_name, &account.last_name, language),
            ..account.to_ref()
        },
        // Purged meanwhile.
        None => UserRef {
            id,
            login_id: format!("#{id}"),
            name: format!("#{id}"),
        },
    }
}
