//! Turns a letter into the sheet that is rendered: which words, which facts, which button.

use app::{Language, Timestamp, sessions::device};

use super::{
    entity::Model,
    letter::{Contents, EndingUser, Letter},
    moment::Clock,
    sheet::{Action, Sheet},
    words::{ExpiryWords, FrameWords, LinkWords, NoticeWords},
};

/// The sheet of the mail `row` with these contents.
pub(super) fn compose(
    row: &Model,
    contents: &Contents,
    language: Language,
    public_url: &str,
) -> Sheet {
    let writer = Writer {
        row,
        contents,
        frame: FrameWords(language),
        expiry: ExpiryWords(language),
        links: LinkWords(language),
        notices: NoticeWords(language),
        public_url,
    };
    writer.sheet(&contents.letter)
}

struct Writer<'a> {
    row: &'a Model,
    contents: &'a Contents,
    frame: FrameWords,
    expiry: ExpiryWords,
    links: LinkWords,
    notices: NoticeWords,
    public_url: &'a str,
}

impl Writer<'_> {
    fn sheet(&self, letter: &Letter) -> Sheet {
        let (frame, t) = (self.frame, self.notices);
        match letter {
            Letter::Invitation {
                login_id,
                name,
                company,
                link,
                expires_at,
            } => Sheet {
                greeting: frame.greeting(name),
                facts: vec![
                    (frame.user_name().into(), login_id.clone()),
                    (frame.company().into(), company.clone()),
                    (frame.valid_until().into(), self.local(*expires_at)),
                ],
                ..self.invitation(company, link)
            },
            Letter::PasswordReset {
                login_id,
                name,
                link,
                expires_at,
            } => Sheet {
                greeting: frame.greeting(name),
                facts: vec![
                    (frame.user_name().into(), login_id.clone()),
                    (frame.valid_until().into(), self.local(*expires_at)),
                ],
                ..self.password_reset(link)
            },
            Letter::LinkAsked {
                login_id,
                name,
                link,
            } => Sheet {
                facts: vec![
                    (frame.user_name().into(), login_id.clone()),
                    (frame.name().into(), name.clone()),
                ],
                ..self.link_asked(login_id, link)
            },
            Letter::EmailCode {
                code,
                expires_at,
                user_agent,
                address,
            } => Sheet {
                code: Some(code.clone()),
                facts: vec![
                    (frame.user_name().into(), self.contents.login_id.clone()),
                    (frame.valid_until().into(), self.local(*expires_at)),
                    (frame.address().into(), address.clone()),
                    (frame.device().into(), self.device(user_agent)),
                ],
                closing: owned(&[t.code_secret(), t.code_not_you()]),
                ..self.notice(t.code_subject(), &[t.code_opening()])
            },
            Letter::PasswordChanged => self.notice(t.password_subject(), &[t.password_opening()]),
            Letter::PasswordGenerated => self.notice(
                t.generated_subject(),
                &[t.generated_opening(), t.generated_next()],
            ),
            Letter::AuthenticatorBound => self.notice(t.bound_subject(), &[t.bound_opening()]),
            Letter::TwoFactorReset => {
                self.notice(t.reset_subject(), &[t.reset_opening(), t.reset_next()])
            }
            Letter::TwoFactorDisabled => self.notice(t.disabled_subject(), &[t.disabled_opening()]),
            Letter::EmailConfirmation { link, expires_at } => {
                self.email_confirmation(link, *expires_at)
            }
            Letter::EmailChangeAsked {
                new,
                link,
                expires_at,
            } => self.email_change_asked(new, link, *expires_at),
            Letter::EmailChanged { old, new } => self.email_changed(old, new),
            Letter::NewDevice {
                user_agent,
                address,
                at,
            } => Sheet {
                facts: vec![
                    (frame.user_name().into(), self.contents.login_id.clone()),
                    (frame.time().into(), self.local(*at)),
                    (frame.address().into(), address.clone()),
                    (frame.device().into(), self.device(user_agent)),
                ],
                closing: vec![t.device_not_you().to_owned()],
                ..self.notice(t.device_subject(), &[t.device_opening()])
            },
            Letter::LoggedInAs {
                name,
                login_id,
                at,
                until,
                reason,
            } => Sheet {
                facts: vec![
                    (frame.user_name().into(), self.contents.login_id.clone()),
                    (t.acting_who().into(), format!("{name} ({login_id})")),
                    (frame.time().into(), self.local(*at)),
                    (t.acting_until().into(), self.local(*until)),
                    (t.acting_reason().into(), reason.clone()),
                ],
                ..self.notice(
                    &t.acting_subject(name),
                    &[t.acting_opening(), t.acting_next()],
                )
            },
            Letter::ApiTokenIssued {
                name,
                login_id,
                token,
                expires_at,
            } => self.api_token_issued(&format!("{name} ({login_id})"), token, *expires_at),
            Letter::AccountClosed { days } => self.notice(
                t.closed_subject(),
                &[t.closed_opening(), &t.closed_next((*days).into())],
            ),
            Letter::AccountExpiring { expires_at } => self.account_expiring(*expires_at),
            Letter::UsersExpiring { users, count, link } => {
                self.users_expiring(users, *count, link)
            }
            Letter::RecoveryCodesRenewed => {
                self.notice(t.renewed_subject(), &[t.renewed_opening()])
            }
            Letter::RecoveryCodesLow { left } => self.recovery_codes_low(*left),
        }
    }

    fn invitation(&self, company: &str, link: &str) -> Sheet {
        let t = self.links;
        Sheet {
            opening: vec![t.invitation_opening(company)],
            action: Some(self.action(t.invitation_action(), link)),
            closing: owned(&[t.invitation_once(), t.invitation_keep()]),
            ..self.blank(t.invitation_subject(company))
        }
    }

    fn password_reset(&self, link: &str) -> Sheet {
        let t = self.links;
        Sheet {
            opening: owned(&[t.reset_opening()]),
            action: Some(self.action(t.reset_action(), link)),
            closing: owned(&[t.reset_once(), t.reset_ignore()]),
            ..self.blank(t.reset_subject().to_owned())
        }
    }

    fn link_asked(&self, login_id: &str, link: &str) -> Sheet {
        let t = self.links;
        Sheet {
            opening: owned(&[t.asked_opening()]),
            action: Some(self.action(t.asked_action(), link)),
            closing: owned(&[t.asked_issue()]),
            footer: self.frame.why_administrator(self.public_url),
            ..self.blank(t.asked_subject(login_id))
        }
    }

    /// Names no login ID: who mistypes their address tells a stranger as little as can be.
    fn email_confirmation(&self, link: &str, expires_at: Timestamp) -> Sheet {
        let (frame, t) = (self.frame, self.links);
        Sheet {
            opening: owned(&[t.email_opening()]),
            action: Some(self.action(t.email_action(), link)),
            facts: vec![
                (frame.new_email().into(), self.row.recipient.clone()),
                (frame.valid_until().into(), self.local(expires_at)),
            ],
            closing: owned(&[t.email_once(), t.email_ignore()]),
            footer: frame.why_new_address(self.public_url),
            ..self.blank(t.email_subject().to_owned())
        }
    }

    fn email_change_asked(&self, new: &str, link: &str, expires_at: Timestamp) -> Sheet {
        let (frame, t) = (self.frame, self.links);
        let notice = self.notice(t.change_subject(), &[t.change_opening()]);
        let mut facts = notice.facts.clone();
        facts.push((frame.new_email().into(), new.to_owned()));
        facts.push((frame.valid_until().into(), self.local(expires_at)));
        Sheet {
            facts,
            action: Some(self.action(t.change_action(), link)),
            closing: owned(&[t.change_was_you(), t.change_not_you()]),
            ..notice
        }
    }

    fn email_changed(&self, old: &str, new: &str) -> Sheet {
        let (frame, t) = (self.frame, self.notices);
        let notice = self.notice(t.email_subject(), &[t.email_opening()]);
        let mut facts = notice.facts.clone();
        facts.push((frame.old_email().into(), old.to_owned()));
        facts.push((frame.new_email().into(), new.to_owned()));
        let footer = if self.row.recipient == old {
            frame.why_old_address(self.public_url)
        } else {
            notice.footer.clone()
        };
        Sheet {
            facts,
            footer,
            ..notice
        }
    }

    fn recovery_codes_low(&self, left: u32) -> Sheet {
        let t = self.notices;
        let count = match left {
            0 => t.codes_none().to_owned(),
            _ => t.codes_left(left.into()),
        };
        Sheet {
            opening: vec![count, t.codes_next().to_owned()],
            facts: vec![(
                self.frame.user_name().into(),
                self.contents.login_id.clone(),
            )],
            ..self.blank(t.codes_subject().to_owned())
        }
    }

    fn api_token_issued(&self, by: &str, token: &str, expires_at: Option<Timestamp>) -> Sheet {
        let t = self.notices;
        let notice = self.notice(t.api_token_subject(), &[t.api_token_opening()]);
        let mut facts = notice.facts.clone();
        facts.push((t.api_token_name().into(), token.to_owned()));
        facts.push((t.acting_who().into(), by.to_owned()));
        if let Some(end) = expires_at {
            facts.push((self.frame.valid_until().into(), self.local(end)));
        }
        Sheet { facts, ..notice }
    }

    fn account_expiring(&self, expires_at: Timestamp) -> Sheet {
        let t = self.expiry;
        let end = self.end(expires_at);
        Sheet {
            opening: owned(&[t.account_opening()]),
            closing: owned(&[t.account_next()]),
            facts: vec![
                (
                    self.frame.user_name().into(),
                    self.contents.login_id.clone(),
                ),
                (t.ends().into(), end.clone()),
            ],
            ..self.blank(t.account_subject(&end))
        }
    }

    fn users_expiring(&self, users: &[EndingUser], count: u64, link: &str) -> Sheet {
        let t = self.expiry;
        let line = |user: &EndingUser| {
            let told = t.users_line(&user.name, &user.company, &self.end(user.expires_at));
            (user.login_id.clone().into(), told)
        };
        let more = count.saturating_sub(users.len() as u64);
        let mut closing = owned(&[t.users_next()]);
        if more > 0 {
            closing.insert(0, t.users_more(more));
        }
        Sheet {
            opening: vec![t.users_opening(count)],
            facts: users.iter().map(line).collect(),
            action: Some(self.action(t.users_action(), link)),
            closing,
            footer: self.frame.why_may_extend(self.public_url),
            ..self.blank(t.users_subject(count))
        }
    }

    /// A mail that tells what happened to the recipient's account, without any link in it.
    fn notice(&self, subject: &str, opening: &[&str]) -> Sheet {
        let frame = self.frame;
        Sheet {
            opening: owned(opening),
            facts: vec![
                (frame.user_name().into(), self.contents.login_id.clone()),
                (
                    frame.time().into(),
                    self.local(Timestamp::from_millis(self.row.created_at)),
                ),
            ],
            closing: owned(&[frame.not_you()]),
            ..self.blank(subject.to_owned())
        }
    }

    fn blank(&self, subject: String) -> Sheet {
        let frame = self.frame;
        Sheet {
            language: frame.0,
            subject,
            greeting: frame.greeting(&self.row.recipient_name),
            opening: Vec::new(),
            code: None,
            facts: Vec::new(),
            action: None,
            closing: Vec::new(),
            footer: frame.why_account(&self.contents.login_id, self.public_url),
        }
    }

    fn action(&self, label: &'static str, link: &str) -> Action {
        Action {
            label,
            link: link.to_owned(),
            plain: self.frame.plain_link(),
        }
    }

    fn local(&self, at: Timestamp) -> String {
        self.clock().moment(at)
    }

    fn end(&self, at: Timestamp) -> String {
        self.clock().end(at)
    }

    fn clock(&self) -> Clock {
        let contents = self.contents;
        Clock::new(&contents.time_zone, &contents.date_output, self.frame.0)
    }

    fn device(&self, user_agent: &str) -> String {
        match device(user_agent) {
            (Some(browser), Some(system)) => self.frame.browser_on(browser, system),
            (Some(known), None) | (None, Some(known)) => known.to_owned(),
            (None, None) => self.frame.unknown_device().to_owned(),
        }
    }
}

fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}
