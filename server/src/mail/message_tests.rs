//! What mails say, in every language, and that nothing in a name can break out of its place.

use app::{Language, Timestamp, mail::MailKind};
use lettre::message::Mailbox;

use super::{Ready, build, one_line};
use crate::mail::{
    compose::compose,
    entity::Model,
    html,
    letter::{Contents, EndingUser, Letter},
    sender::default_sender,
    text,
};

const PORTAL: &str = "https://id.example.com";

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).unwrap()
}

fn letters() -> Vec<Letter> {
    vec![
        Letter::Invitation {
            login_id: "hana.sato".into(),
            name: "Hana Sato".into(),
            company: "Beta & Sons".into(),
            link: format!("{PORTAL}/invitation/s3cr3t"),
            expires_at: at("2027-04-08T00:00:00Z"),
        },
        Letter::PasswordReset {
            login_id: "hana.sato".into(),
            name: "Hana Sato".into(),
            link: format!("{PORTAL}/password/s3cr3t"),
            expires_at: at("2027-04-01T00:30:00Z"),
        },
        Letter::EmailCode {
            code: "004 207".into(),
            expires_at: at("2027-04-01T00:10:00Z"),
            user_agent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
                .into(),
            address: "203.0.113.9".into(),
        },
        Letter::PasswordChanged,
        Letter::PasswordGenerated,
        Letter::AuthenticatorBound,
        Letter::TwoFactorReset,
        Letter::TwoFactorDisabled,
        Letter::EmailConfirmation {
            link: format!("{PORTAL}/email#secret"),
            expires_at: at("2027-04-02T00:00:00Z"),
        },
        Letter::EmailChangeAsked {
            new: "hana@new.example".into(),
            link: format!("{PORTAL}/email#other-secret"),
            expires_at: at("2027-04-02T00:00:00Z"),
        },
        Letter::EmailChanged {
            old: "hana@example.com".into(),
            new: "hana.sato@example.com".into(),
        },
        Letter::NewDevice {
            user_agent: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
                .into(),
            address: "203.0.113.9".into(),
            at: at("2027-04-01T00:00:00Z"),
        },
        Letter::LoggedInAs {
            name: "Ada Moore".into(),
            login_id: "ada.moore".into(),
            at: at("2027-04-01T00:00:00Z"),
            until: at("2027-04-01T00:30:00Z"),
            reason: "Ticket 4711: the list of invoices is empty".into(),
        },
        Letter::RecoveryCodesRenewed,
        Letter::RecoveryCodesLow { left: 2 },
        Letter::ApiTokenIssued {
            name: "Ada Moore".into(),
            login_id: "ada.moore".into(),
            token: "Nightly export".into(),
            expires_at: Some(at("2027-07-01T00:00:00+09:00")),
        },
        Letter::AccountClosed { days: 30 },
        Letter::AccountExpiring {
            expires_at: at("2027-04-08T00:00:00+09:00"),
        },
        Letter::UsersExpiring {
            users: vec![
                EndingUser {
                    login_id: "hana.sato".into(),
                    name: "Hana Sato".into(),
                    company: "Beta & Sons".into(),
                    expires_at: at("2027-04-08T00:00:00+09:00"),
                },
                EndingUser {
                    login_id: "k.tanaka".into(),
                    name: "Ken Tanaka".into(),
                    company: "Acme".into(),
                    expires_at: at("2027-04-30T12:00:00Z"),
                },
            ],
            count: 12,
            link: format!("{PORTAL}/admin/users?expiring=30"),
        },
        Letter::LinkAsked {
            login_id: "k.tanaka".into(),
            name: "Ken Tanaka".into(),
            link: format!("{PORTAL}/admin/users/7"),
        },
    ]
}

fn row(kind: MailKind, language: Language) -> Model {
    Model {
        id: 5,
        kind: kind.code().to_owned(),
        recipient: "hana@example.com".into(),
        recipient_name: app::users::full_name("Hana", "Sato", language),
        language: language.tag().to_owned(),
        user_id: Some(7),
        company_id: 1,
        message_id: "<0123@id.example.com>".into(),
        contents: None,
        state: "queued".into(),
        attempts: 1,
        next_attempt_at: 0,
        claimed_until: 0,
        last_error: None,
        created_at: at("2027-04-01T00:00:00Z").millis(),
        sent_at: 0,
    }
}

fn contents(letter: Letter) -> Contents {
    Contents {
        login_id: "hana.sato".into(),
        time_zone: "Asia/Tokyo".into(),
        date_output: String::new(),
        letter,
    }
}

fn from() -> Mailbox {
    default_sender(PORTAL).unwrap()
}

impl Ready {
    /// A mail for other tests.
    pub(in crate::mail) fn example() -> Self {
        let letter = letters().remove(0);
        let row = row(letter.kind(), Language::English);
        let mut mail = build(&row, &contents(letter), &from(), PORTAL).unwrap();
        // The border between text and HTML is random in each message.
        mail.bytes = b"example".to_vec();
        mail
    }
}

#[test]
fn every_mail_says_what_it_should_in_every_language() {
    for language in Language::ALL {
        for letter in letters() {
            let row = row(letter.kind(), language);
            let sheet = compose(&row, &contents(letter.clone()), language, PORTAL);
            let shown = format!("Subject: {}\n\n{}", sheet.subject, text::render(&sheet));
            insta::assert_snapshot!(
                format!("{}.{}", letter.kind().code(), language.tag()),
                shown
            );
        }
    }
}

#[test]
fn every_kind_of_mail_is_written() {
    let written: Vec<_> = letters().iter().map(Letter::kind).collect();
    assert_eq!(written, MailKind::ALL);
}

#[test]
fn the_html_of_an_invitation_is_as_it_was() {
    let letter = letters().remove(0);
    let row = row(letter.kind(), Language::English);
    let sheet = compose(&row, &contents(letter), Language::English, PORTAL);
    insta::assert_snapshot!("invitation.html", html::render(&sheet));
}

#[test]
fn names_cannot_become_markup() {
    let letter = Letter::LinkAsked {
        login_id: "k.tanaka".into(),
        name: "<img src=x onerror=alert(1)>".into(),
        link: format!("{PORTAL}/\"><script>"),
    };
    let mut row = row(letter.kind(), Language::English);
    row.recipient_name = "<b>Hana</b>".into();
    let sheet = compose(&row, &contents(letter), Language::English, PORTAL);
    let html = html::render(&sheet);
    for markup in ["<img", "<script", "<b>"] {
        assert!(!html.contains(markup), "{markup}");
    }
}

#[test]
fn a_line_break_in_a_name_adds_no_header() {
    let letter = Letter::PasswordChanged;
    let mut row = row(letter.kind(), Language::English);
    row.recipient_name = "Hana\r\nBcc: everybody@example.com".into();
    let mail = build(&row, &contents(letter), &from(), PORTAL).unwrap();
    let message = String::from_utf8(mail.bytes).unwrap();
    let head = message.split("\r\n\r\n").next().unwrap();
    assert!(!head.contains("\nBcc:"), "{head}");
    assert_eq!(mail.envelope.to().len(), 1);
    assert_eq!(one_line("a\r\n\tb "), "a   b");
}

#[test]
fn a_message_has_its_id_its_date_and_asks_for_no_automatic_answer() {
    for language in Language::ALL {
        let letter = letters().remove(0);
        let row = row(letter.kind(), language);
        let mail = build(&row, &contents(letter), &from(), PORTAL).unwrap();
        let message = String::from_utf8(mail.bytes).unwrap();
        let head = message.split("\r\n\r\n").next().unwrap();
        for line in [
            "Message-ID: <0123@id.example.com>",
            "Date: Thu, 01 Apr 2027 00:00:00 +0000",
            "Auto-Submitted: auto-generated",
            "X-Auto-Response-Suppress: All",
            "From: Doorward <doorward@id.example.com>",
        ] {
            assert!(head.contains(line), "{line} is missing in\n{head}");
        }
        assert!(message.is_ascii() && message.lines().all(|line| line.len() <= 998));
        assert_eq!(mail.file_name, "20270401T000000Z-invitation-5.eml");
    }
}

#[test]
fn a_portal_without_a_name_sends_mail_too() {
    let letter = Letter::PasswordChanged;
    let row = row(letter.kind(), Language::English);
    for url in ["http://192.168.1.5:3000", "http://[2001:db8::5]:3000"] {
        let from = default_sender(url).unwrap();
        let mail = build(&row, &contents(letter.clone()), &from, url).unwrap();
        assert_eq!(mail.envelope.from(), Some(&from.email), "{url}");
    }
}

#[test]
fn an_address_that_is_none_is_told() {
    let letter = Letter::PasswordChanged;
    let mut row = row(letter.kind(), Language::English);
    row.recipient = "hana".into();
    let why = build(&row, &contents(letter), &from(), PORTAL).unwrap_err();
    assert!(why.contains("\"hana\""), "{why}");
}
