//! Who acts, what they may do, and how far they reach.

use std::net::IpAddr;

use app::{
    CompanyId, Refusal, SessionId, Timestamp, TokenId, UserId,
    policies::TrustedAddresses,
    roles::{Channel, Permission, Permissions},
    sessions::ActingRefusal,
    sign_in::Me,
    tokens::TokenRefusal,
};
use sea_orm::{
    Condition,
    sea_query::{Alias, Expr, ExprTrait, IntoColumnRef, Query},
};

use crate::error::Result;

/// The place of a company in the tree: the identifiers from the root down, `/1/5/9/`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CompanyPath(pub String);

impl CompanyPath {
    /// Whether `other` is this company or one of its subsidiaries.
    pub fn contains(&self, other: &CompanyPath) -> bool {
        other.0.starts_with(&self.0)
    }

    /// The path of a company directly below this one.
    pub fn child(&self, id: CompanyId) -> CompanyPath {
        CompanyPath(format!("{}{id}/", self.0))
    }

    /// The company itself.
    pub fn company(&self) -> Option<CompanyId> {
        self.companies().pop()
    }

    /// The path of `company`, which is on this one.
    pub fn up_to(&self, company: CompanyId) -> CompanyPath {
        let part = format!("/{company}/");
        let end = self.0.find(&part).map_or(0, |start| start + part.len());
        CompanyPath(self.0[..end].to_owned())
    }

    /// The companies on the path, from the root.
    pub fn companies(&self) -> Vec<CompanyId> {
        self.0
            .split('/')
            .filter_map(|part| part.parse().ok())
            .map(CompanyId)
            .collect()
    }

    /// The first text after all paths that begin with this one: `0` follows `/`.
    pub fn end(&self) -> String {
        format!("{}0", self.0.trim_end_matches('/'))
    }
}

/// How far somebody reaches: whole subtrees of companies. Nothing of a tenant is read without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    roots: Vec<CompanyPath>,
}

impl Scope {
    /// The subtrees below `roots`; a root below another is left out.
    pub fn of(mut roots: Vec<CompanyPath>) -> Self {
        roots.sort();
        roots.dedup_by(|later, earlier| earlier.contains(later));
        Self { roots }
    }

    /// Whether the company at `path` is within.
    pub fn contains(&self, path: &CompanyPath) -> bool {
        self.roots.iter().any(|root| root.contains(path))
    }

    /// Whether everything within `other` is within this one.
    pub fn covers(&self, other: &Scope) -> bool {
        other.roots.iter().all(|root| self.contains(root))
    }

    /// Whether it is the whole tree, so that no condition is needed.
    pub fn is_everything(&self) -> bool {
        self.roots.iter().any(|root| root.companies().len() == 1)
    }

    /// The tops of the subtrees.
    pub fn roots(&self) -> &[CompanyPath] {
        &self.roots
    }

    /// The ranges of paths within: from the first included, to the second excluded.
    pub fn ranges(&self) -> impl Iterator<Item = (String, String)> {
        self.roots.iter().map(|root| (root.0.clone(), root.end()))
    }

    /// The condition that the company whose path is in the column `path` is within.
    pub fn of_path(&self, path: impl IntoColumnRef + Clone) -> Condition {
        if self.is_everything() {
            return Condition::all();
        }
        self.roots.iter().fold(Condition::any(), |condition, root| {
            condition.add(
                Expr::col(path.clone())
                    .gte(root.0.as_str())
                    .and(Expr::col(path.clone()).lt(root.end())),
            )
        })
    }

    /// The condition that the company whose identifier is in the column `company_id` is within.
    pub fn of_company(&self, company_id: impl IntoColumnRef) -> Condition {
        if self.is_everything() {
            return Condition::all();
        }
        let companies = Query::select()
            .column(Alias::new("id"))
            .from(Alias::new("companies"))
            .cond_where(self.of_path(Alias::new("path")))
            .to_owned();
        Condition::all().add(Expr::col(company_id).in_subquery(companies))
    }
}

/// By what somebody acts.
#[derive(Clone, Debug)]
pub enum By {
    /// They are signed in.
    Session(SessionId),
    /// A program acts for them, with an access token made from this token of theirs.
    Token {
        /// Which.
        id: TokenId,
        /// From where it can be used; empty for from wherever they may come.
        addresses: TrustedAddresses,
    },
    /// A job that they started goes on.
    Job,
}

/// Somebody who acts, as every service receives them.
#[derive(Clone, Debug)]
pub struct Actor {
    /// Who.
    pub user: UserId,
    /// Their login ID, for audit events.
    pub login_id: String,
    /// By what they act.
    pub by: By,
    /// When that ends at the latest.
    pub session_expires_at: Timestamp,
    /// The company they belong to.
    pub company: CompanyId,
    /// From where they act.
    pub channel: Channel,
    /// Everything they may do.
    pub permissions: Permissions,
    /// How far they reach.
    pub scope: Scope,
    /// From where they may act.
    pub addresses: TrustedAddresses,
    /// Who they are, as they see it themselves.
    pub me: Me,
    /// Who really acts, if somebody else is logged in as them.
    pub behind: Option<Behind>,
}

/// Somebody who is logged in as somebody else.
#[derive(Clone, Debug)]
pub struct Behind {
    /// Who.
    pub user: UserId,
    /// Their login ID, for audit events.
    pub login_id: String,
    /// Until when.
    pub until: Timestamp,
}

impl Actor {
    /// Whether they hold `permission` on the channel they act from.
    pub fn holds(&self, permission: Permission) -> bool {
        self.permissions.allows(permission, self.channel)
    }

    /// How far they reach with `permission`, or the refusal that they lack it.
    pub fn may(&self, permission: Permission) -> Result<&Scope> {
        if self.holds(permission) {
            return Ok(&self.scope);
        }
        if !permission.held_while_acting() {
            self.in_person()?;
        }
        Err(Refusal::NotAllowed(permission).into())
    }

    /// Refuses what is not done while logged in as somebody else, whatever permission it needs: setting an e-mail address,
    /// trusted addresses, a second factor or how far somebody reaches.
    pub fn in_person(&self) -> Result<()> {
        match self.behind {
            None => Ok(()),
            Some(_) => Err(Refusal::Acting(ActingRefusal::NotWhileActing).into()),
        }
    }

    /// Refuses to change the account of `user` while logged in as them, or by a token of theirs. To be asked by whatever
    /// somebody may do to their own account.
    pub fn in_person_on(&self, user: UserId) -> Result<()> {
        match user == self.user {
            true => self.by_a_person().and_then(|()| self.in_person()),
            false => Ok(()),
        }
    }

    /// Refuses what no permission decides, when a token asks: it has a part of its owner's permissions and nothing else.
    pub fn by_a_person(&self) -> Result<()> {
        match self.by {
            By::Token { .. } => Err(TokenRefusal::NotByToken.into()),
            By::Session(_) | By::Job => Ok(()),
        }
    }

    /// Who really acts: they themselves, or who is logged in as them.
    pub fn really(&self) -> UserId {
        self.behind.as_ref().map_or(self.user, |behind| behind.user)
    }

    /// The session they act in, or the refusal that this is not done without one.
    pub fn session(&self) -> Result<SessionId> {
        match self.by {
            By::Session(id) => Ok(id),
            By::Token { .. } | By::Job => Err(TokenRefusal::NotByToken.into()),
        }
    }

    /// Whether they may act from `address`.
    pub fn comes_from(&self, address: IpAddr) -> bool {
        let narrower = match &self.by {
            By::Token { addresses, .. } => addresses.let_in(address),
            By::Session(_) | By::Job => true,
        };
        narrower && self.addresses.let_in(address)
    }

    /// Whether they are still who acts in their session at `now`.
    pub fn lasts(&self, now: Timestamp) -> bool {
        self.session_expires_at > now
            && self.behind.as_ref().is_none_or(|behind| behind.until > now)
    }
}

#[cfg(test)]
mod tests {
    use super::{CompanyPath, Scope};

    fn path(text: &str) -> CompanyPath {
        CompanyPath(text.to_owned())
    }

    #[test]
    fn a_number_that_begins_alike_is_another_company() {
        let scope = Scope::of(vec![path("/1/5/")]);
        assert!(scope.contains(&path("/1/5/9/")));
        assert!(!scope.contains(&path("/1/50/")));
        assert!(!scope.contains(&path("/1/")));
    }

    #[test]
    fn a_root_below_another_adds_nothing() {
        let scope = Scope::of(vec![path("/1/5/9/"), path("/1/5/"), path("/1/7/")]);
        assert_eq!(scope.roots(), [path("/1/5/"), path("/1/7/")]);
    }

    #[test]
    fn the_root_reaches_everything() {
        assert!(Scope::of(vec![path("/1/")]).is_everything());
        assert!(!Scope::of(vec![path("/1/2/")]).is_everything());
    }
}
