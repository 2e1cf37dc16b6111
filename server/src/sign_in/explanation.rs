//! Why a user can sign in or not: the questions that a real sign-in asks, answered without one.

use std::net::IpAddr;

use app::{
    Timestamp, UserId,
    policies::{InForce, Setting, SettingValue, TrustedAddresses, TwoFactorSetting},
    policies::{VerificationArea, VerificationSetting},
    roles::{Channel, Permission},
    sign_in::{
        ExplainedStep, FlowPurpose, Rule, SignInExplanation, SignInPart, SignInQuestion, Stage,
        Verdict, Why, ahead,
    },
    users::{AccountStatus, LoginId},
};

use super::{store::Flow, subject::account_subject, view};
use crate::{
    actor::Actor,
    audit,
    credentials::password::{self, ChangeOwed},
    deps::Deps,
    error::{Error, Result},
    policies,
    secret::SecretHash,
    throttle::{self, Subject},
    users::{self, Account},
};

/// A sign-in by password of a user of the actor's scope, explained step by step.
pub async fn explain(
    deps: &Deps,
    actor: &Actor,
    id: UserId,
    question: SignInQuestion,
) -> Result<SignInExplanation> {
    let scope = actor.may(Permission::UsersRead)?;
    let (channel, address) = (question.channel(), question.check()?);
    let (db, now) = (deps.db.read(), deps.now());
    let account = users::store::find(db, scope, id).await?;
    let policy = policies::store::in_force(db, &account.path).await?;
    let flow = Flow::begin(SecretHash::of(""), FlowPurpose::SignIn, channel, id, 0, now);
    let facts = view::facts(db, &flow, &account, &policy, now).await?;
    let age = policy.password_max_age_days.value;
    let found = Found {
        stages: ahead(facts),
        addresses: account.addresses_in_force(&policy)?,
        policy: policies::store::seen(policy, scope, &account.path),
        channel,
        change_owed: password::change_owed(db, id, age, now).await?,
        locked_until: locked_until(deps, &account, address, now).await?,
        second_factor_waits: throttle::waits_until(db, &Subject::second_factor(id), now).await?,
        email_code_waits: throttle::waits_until(db, &Subject::email_code(id), now).await?,
        account,
        address,
        now,
    };
    let since = now.plus_seconds(-audit::sign_ins::OF_LATE);
    let last = audit::sign_ins::of_user(db, id, since).await?;
    Ok(SignInExplanation {
        channel,
        address: address.map(|address| address.to_string()),
        last_address: last.into_iter().next().map(|last| last.address),
        steps: in_turn(vec![
            found.account(),
            found.address()?,
            found.password(),
            found.authenticator(),
            found.email_code(),
            found.new_password(),
        ]),
    })
}

/// Until when a sign-in at `address` has to wait, counted where a real one is.
async fn locked_until(
    deps: &Deps,
    account: &Account,
    address: Option<IpAddr>,
    now: Timestamp,
) -> Result<Option<Timestamp>> {
    let db = deps.db.read();
    let login_id = LoginId::parse(&account.login_id)
        .map_err(|_| Error::Broken(format!("user {} has no usable login ID", account.id)))?;
    let subject = account_subject(db, address, &login_id, Some(account)).await?;
    throttle::waits_until(db, &subject, now).await
}

/// After the step that refuses, none is reached.
fn in_turn(mut steps: Vec<ExplainedStep>) -> Vec<ExplainedStep> {
    let refused = |step: &ExplainedStep| step.verdict == Verdict::Refused;
    if let Some(end) = steps.iter().position(refused) {
        for step in &mut steps[end + 1..] {
            step.verdict = Verdict::NotReached;
        }
    }
    steps
}

/// What a sign-in would find.
struct Found {
    account: Account,
    policy: InForce,
    addresses: TrustedAddresses,
    address: Option<IpAddr>,
    channel: Channel,
    stages: Vec<Stage>,
    change_owed: Option<ChangeOwed>,
    locked_until: Option<Timestamp>,
    second_factor_waits: Option<Timestamp>,
    email_code_waits: Option<Timestamp>,
    now: Timestamp,
}

fn step(part: SignInPart, verdict: Verdict, why: Why, rule: Option<Rule>) -> ExplainedStep {
    ExplainedStep {
        part,
        verdict,
        why,
        rule,
        wait_until: None,
    }
}

impl Found {
    fn account(&self) -> ExplainedStep {
        let account = &self.account;
        let (verdict, why) = match account.status(self.now) {
            AccountStatus::Deleted => (
                Verdict::Refused,
                Why::Deleted {
                    at: account.deleted_at.unwrap_or(self.now),
                },
            ),
            AccountStatus::Disabled => (Verdict::Refused, Why::Disabled),
            AccountStatus::Expired => (
                Verdict::Refused,
                Why::Expired {
                    at: account.expires_at.unwrap_or(self.now),
                },
            ),
            AccountStatus::Active | AccountStatus::Invited if self.locked_until.is_some() => {
                (Verdict::Refused, Why::LockedOut)
            }
            AccountStatus::Invited => (Verdict::Passed, Why::Invited),
            AccountStatus::Active => (Verdict::Passed, Why::Active),
        };
        ExplainedStep {
            wait_until: self.locked_until,
            ..step(SignInPart::Account, verdict, why, None)
        }
    }

    fn address(&self) -> Result<ExplainedStep> {
        let rule = match self.account.trusted_addresses()?.is_empty() {
            true => self.rule(Setting::TrustedAddresses),
            false => Rule::of_user(
                Setting::TrustedAddresses,
                SettingValue::Addresses(self.addresses.clone()),
            ),
        };
        let (verdict, why) = match self.address {
            _ if self.addresses.is_empty() => (Verdict::Passed, Why::Anywhere),
            None => (Verdict::Depends, Why::NoAddressNamed),
            Some(address) if self.addresses.let_in(address) => {
                match self.addresses.entry_for(address) {
                    Some(entry) => (Verdict::Passed, Why::Listed { entry }),
                    None => (Verdict::Passed, Why::Anywhere),
                }
            }
            Some(_) => (Verdict::Refused, Why::NotListed),
        };
        Ok(step(SignInPart::Address, verdict, why, Some(rule)))
    }

    fn password(&self) -> ExplainedStep {
        let (verdict, why) = match self.account.password_set_at {
            Some(at) => (Verdict::Asked, Why::PasswordSet { at }),
            None => (Verdict::Refused, Why::NoPassword),
        };
        step(SignInPart::Password, verdict, why, None)
    }

    fn authenticator(&self) -> ExplainedStep {
        let (verdict, why) = match () {
            () if self.stages.contains(&Stage::SecondFactor) => (Verdict::Asked, Why::Enrolled),
            () if self.stages.contains(&Stage::Enrol { optional: false }) => {
                (Verdict::Asked, Why::ToSetUp)
            }
            () => (Verdict::NotAsked, Why::AuthenticatorNotRequired),
        };
        let of_user = |yes| Rule::of_user(Setting::TwoFactorRequired, SettingValue::YesNo(yes));
        let rule = match self.account.two_factor {
            TwoFactorSetting::Inherit => self.rule(Setting::TwoFactorRequired),
            TwoFactorSetting::Yes => of_user(true),
            TwoFactorSetting::No => of_user(false),
        };
        ExplainedStep {
            wait_until: self.second_factor_waits,
            ..step(SignInPart::Authenticator, verdict, why, Some(rule))
        }
    }

    fn email_code(&self) -> ExplainedStep {
        let (verdict, why) = match self.stages.contains(&Stage::EmailCode) {
            true => (
                Verdict::Asked,
                Why::CodeSent {
                    to: self.account.email.clone(),
                },
            ),
            false => (Verdict::NotAsked, Why::NoCodeSent),
        };
        let area = VerificationArea::of_login(self.channel);
        let rule = match self.account.verification.of(area) {
            VerificationSetting::Inherit => self.rule(area.setting()),
            VerificationSetting::None | VerificationSetting::Email => Rule::of_user(
                area.setting(),
                SettingValue::Verification(
                    self.account.login_verification(&self.policy, self.channel),
                ),
            ),
        };
        ExplainedStep {
            wait_until: self.email_code_waits,
            ..step(SignInPart::EmailCode, verdict, why, Some(rule))
        }
    }

    fn new_password(&self) -> ExplainedStep {
        let verdict = match self.stages.contains(&Stage::NewPassword) {
            true => Verdict::Asked,
            false => Verdict::NotAsked,
        };
        let (why, rule) = match self.change_owed {
            Some(ChangeOwed::SetByAnother) => (Why::PasswordByAdministrator, None),
            Some(ChangeOwed::TooOld { since }) => (
                Why::PasswordTooOld { since },
                Some(self.rule(Setting::PasswordMaxAgeDays)),
            ),
            None => (
                Why::PasswordStays,
                Some(self.rule(Setting::PasswordMaxAgeDays)),
            ),
        };
        step(SignInPart::NewPassword, verdict, why, rule)
    }

    fn rule(&self, setting: Setting) -> Rule {
        Rule::of_policy(setting, self.policy.get(setting))
    }
}
