//! A login flow as it goes over the wire.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    Language, Refusal, Timestamp,
    companies::CompanyName,
    credentials::{Password, shortest},
    field::Problems,
    roles::Channel,
    sessions::TakenOver,
    users::{EmailAddress, LoginId, PersonName},
};

/// What a login flow is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FlowPurpose {
    /// Signing in.
    SignIn,
    /// Accepting an invitation.
    Invitation,
    /// Setting a forgotten password anew.
    PasswordReset,
    /// Setting up the first operator administrator.
    SetUp,
}

impl FlowPurpose {
    /// Every purpose.
    pub const ALL: [FlowPurpose; 4] = [
        FlowPurpose::SignIn,
        FlowPurpose::Invitation,
        FlowPurpose::PasswordReset,
        FlowPurpose::SetUp,
    ];

    /// The name under which it is stored and sent.
    pub const fn code(self) -> &'static str {
        match self {
            FlowPurpose::SignIn => "sign_in",
            FlowPurpose::Invitation => "invitation",
            FlowPurpose::PasswordReset => "password_reset",
            FlowPurpose::SetUp => "set_up",
        }
    }

    /// The purpose of a stored name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.code() == code)
    }
}

/// From where a program signs somebody in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProgramChannel {
    /// An installed app or mobile client, with a person before it.
    App,
    /// A program.
    Api,
}

impl ProgramChannel {
    /// The channel of the session that it opens.
    pub const fn channel(self) -> Channel {
        match self {
            ProgramChannel::App => Channel::App,
            ProgramChannel::Api => Channel::Api,
        }
    }
}

/// How a login flow is opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum SignInStart {
    /// With login ID and password.
    Password {
        /// What the user typed as login ID.
        login_id: String,
        /// What the user typed as password.
        password: Password,
        /// For which channel the session is to be; `api` when absent. The portal's own pages are `web` and leave it out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        channel: Option<ProgramChannel>,
    },
    /// With the secret of an invitation or password link. Nothing is spent by that.
    Link {
        /// The link's secret.
        token: String,
        /// For which channel the session is to be; `api` when absent. The portal's own pages are `web` and leave it out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        channel: Option<ProgramChannel>,
    },
}

impl SignInStart {
    /// For which channel it was asked.
    pub fn channel(&self) -> Option<Channel> {
        match self {
            SignInStart::Password { channel, .. } | SignInStart::Link { channel, .. } => {
                channel.map(ProgramChannel::channel)
            }
        }
    }
}

/// A proof offered for the step at which a flow stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Proof {
    /// The first code of the authenticator being set up.
    Enrol {
        /// Six digits.
        code: String,
    },
    /// The optional authenticator is put off.
    NotNow,
    /// A one-time code.
    Code {
        /// Six digits.
        code: String,
    },
    /// A recovery code in its place.
    RecoveryCode {
        /// Twelve characters.
        code: String,
    },
    /// The recovery codes have been kept.
    KeptRecoveryCodes,
    /// The code sent by e-mail.
    EmailCode {
        /// Six digits.
        code: String,
    },
    /// Another code is to be sent by e-mail; the one before is void.
    NewEmailCode,
    /// The password chosen.
    NewPassword {
        /// The password.
        password: Password,
    },
}

/// An authenticator about to be set up. The secret is in here.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Enrolment {
    /// The QR code as an SVG document, black on white with a quiet zone of 4 modules.
    pub qr_svg: String,
    /// The key for typing, base32 in groups of four.
    pub key: String,
    /// The `otpauth://` address, for opening the authenticator on the same phone.
    pub uri: String,
    /// Whether setting it up may be put off.
    pub optional: bool,
}

impl std::fmt::Debug for Enrolment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Enrolment(…)")
    }
}

/// What is asked at a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// Set up an authenticator and enter its code.
    Enrol(Enrolment),
    /// Enter a one-time code or a recovery code.
    SecondFactor,
    /// Keep these recovery codes; they are not shown again.
    KeepRecoveryCodes {
        /// The codes, grouped.
        codes: Vec<String>,
    },
    /// Enter the code sent by e-mail.
    EmailCode {
        /// Where mail goes, masked: `t•••@example.com`.
        to: String,
        /// Until when the newest code can be used; absent when there is none to be entered.
        expires_at: Option<Timestamp>,
        /// In how many seconds another code can be sent; absent when no more are sent in this flow.
        new_code_in: Option<u32>,
    },
    /// Choose a password.
    NewPassword {
        /// The fewest characters it may have.
        min_length: usize,
    },
    /// Signed in: a session is open.
    SignedIn,
}

/// Where a login flow stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FlowView {
    /// The flow's secret, for `/api/v1/login/{flow}`; only in the answer that opens it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub flow: Option<String>,
    /// What it is for.
    pub purpose: FlowPurpose,
    /// What is asked now.
    pub step: Step,
    /// Which step it is of how many, for the heading: `(2, 4)` is "2 of 4".
    #[schema(value_type = Vec<u8>, min_items = 2, max_items = 2)]
    pub position: (u8, u8),
    /// Whose account it is.
    pub login_id: String,
    /// When the flow ends by itself.
    pub expires_at: Timestamp,
    /// The user's other sessions that this sign-in ended, where exclusive login is in force.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken_over: Vec<TakenOver>,
}

/// The first operator administrator, as typed at set-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SetUpDraft {
    /// The set-up link's secret.
    pub token: String,
    /// The operator's name.
    pub company: String,
    /// Their login ID.
    pub login_id: String,
    /// Their e-mail address.
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Their password.
    pub password: Password,
    /// The language of their portal and mails.
    #[serde(default)]
    pub language: Language,
    /// Their IANA time zone.
    #[serde(default)]
    pub time_zone: String,
}

/// The first operator administrator, understood.
#[derive(Clone, Debug)]
pub struct NewOperator {
    /// The operator's name.
    pub company: CompanyName,
    /// Their login ID.
    pub login_id: LoginId,
    /// Their e-mail address.
    pub email: EmailAddress,
    /// First name.
    pub first_name: PersonName,
    /// Last name.
    pub last_name: PersonName,
    /// Their IANA time zone.
    pub time_zone: crate::users::TimeZone,
}

impl SetUpDraft {
    /// Understands the draft, or tells everything that is wrong with it.
    pub fn check(&self) -> Result<NewOperator, Refusal> {
        let mut problems = Problems::default();
        let company = problems.take("company", CompanyName::parse(&self.company));
        let login_id = problems.take("login_id", LoginId::parse(&self.login_id));
        let email = problems.take("email", EmailAddress::parse(&self.email));
        let first_name = problems.take("first_name", PersonName::parse(&self.first_name));
        let last_name = problems.take("last_name", PersonName::parse(&self.last_name));
        let time_zone = problems.take("time_zone", crate::users::TimeZone::parse(&self.time_zone));
        let length = problems.take("password", self.password.check_length(shortest(false)));
        match (
            company, login_id, email, first_name, last_name, time_zone, length,
        ) {
            (
                Some(company),
                Some(login_id),
                Some(email),
                Some(first_name),
                Some(last_name),
                Some(time_zone),
                Some(()),
            ) => Ok(NewOperator {
                company,
                login_id,
                email,
                first_name,
                last_name,
                time_zone,
            }),
            _ => Err(Refusal::Malformed(problems.into_vec())),
        }
    }
}
