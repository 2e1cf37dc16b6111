//! The desk: one caller's request at the portal. Built once per request, it finds out who acts and asks the rooms.

/// Answers with what a service gives: `ask!(self, actor => expression)` finds out who acts first.
macro_rules! ask {
    ($desk:ident, $actor:ident => $service:expr) => {{
        let answer = async {
            let $actor = $desk.actor().await?;
            $service.await
        };
        answer.await.map_err(Error::into_refusal)
    }};
}

mod account;
mod home;
mod rooms;
mod sign_in;
mod users;

use std::{
    net::IpAddr,
    sync::{Arc, Mutex, PoisonError},
};

use app::{Language, Refusal, roles::Channel, tokens::TokenRefusal};

use crate::{
    actor::Actor,
    deps::Deps,
    error::Error,
    secret::{Secret, SecretHash},
    sessions,
    tokens::{self, bearer::Bearer},
};

/// Where a request comes from.
#[derive(Clone, Debug)]
pub struct Caller {
    /// The client's address, canonical.
    pub address: IpAddr,
    /// What the browser or program says it is, cut to 200 characters.
    pub user_agent: String,
    /// The request's identifier in logs and audit events.
    pub request_id: String,
    /// From where they act.
    pub channel: Channel,
    /// The language they ask for.
    pub language: Language,
    /// What they present as session.
    pub session: Option<SecretHash>,
    /// What they present as access token.
    pub token: Option<Bearer>,
    /// What they present as login flow: by cookie, or in the path.
    pub flow: Option<SecretHash>,
}

impl Caller {
    /// The same caller on `channel`.
    pub fn on(&self, channel: Channel) -> Self {
        Self {
            channel,
            ..self.clone()
        }
    }
}

/// What becomes of a cookie with this answer.
#[derive(Clone, Debug, Default)]
pub enum CookieChange {
    /// It stays as it is.
    #[default]
    Keep,
    /// It is set to this secret.
    Set(Secret),
    /// It is removed.
    Clear,
}

/// What becomes of the two cookies with this answer.
#[derive(Clone, Debug, Default)]
pub struct CookieChanges {
    /// The session's.
    pub session: CookieChange,
    /// The login flow's.
    pub flow: CookieChange,
}

/// One caller's request.
pub struct Desk {
    /// What every service is given.
    pub deps: Arc<Deps>,
    /// Where the request comes from.
    pub caller: Caller,
    cookies: Mutex<CookieChanges>,
}

impl Desk {
    /// A desk for one request.
    pub fn new(deps: Arc<Deps>, caller: Caller) -> Self {
        Self {
            deps,
            caller,
            cookies: Mutex::default(),
        }
    }

    /// The same request with the login flow that its path names.
    pub fn with_flow(&self, flow: &str) -> Self {
        let caller = Caller {
            flow: Some(SecretHash::of(flow)),
            ..self.caller.clone()
        };
        Self::new(Arc::clone(&self.deps), caller)
    }

    /// Who acts, or the refusal that nobody is signed in.
    pub async fn actor(&self) -> Result<Arc<Actor>, Error> {
        let Some(token) = &self.caller.token else {
            return sessions::service::actor(&self.deps, self.session()?, &self.caller).await;
        };
        let actor = tokens::bearer::actor(&self.deps, token, &self.caller).await?;
        if let Some(session) = &self.caller.session {
            // A browser that was made to send somebody's token would act as both.
            let other = sessions::service::actor(&self.deps, session, &self.caller).await?;
            if other.user != actor.user {
                return Err(TokenRefusal::TwoUsers.into());
            }
        }
        Ok(actor)
    }

    /// The same also for whoever was logged in as somebody else until now and has not been told that it is over.
    pub async fn whoever(&self) -> Result<Arc<Actor>, Error> {
        match self.caller.token {
            // A program is nobody else.
            Some(_) => self.actor().await,
            None => sessions::service::whoever(&self.deps, self.session()?, &self.caller).await,
        }
    }

    fn session(&self) -> Result<&SecretHash, Error> {
        let nobody = || Refusal::NotSignedIn.into();
        self.caller.session.as_ref().ok_or_else(nobody)
    }

    /// What becomes of the cookies, for the layer that answers.
    pub fn take_cookie_changes(&self) -> CookieChanges {
        std::mem::take(&mut *self.cookies.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn change_cookies(&self, change: impl FnOnce(&mut CookieChanges)) {
        change(&mut self.cookies.lock().unwrap_or_else(PoisonError::into_inner));
    }
}
