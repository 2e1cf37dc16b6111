//! The problems, explained: the page to which the `type` of every problem leads.

use app::{
    Language, Refusal,
    account::AccountRefusal,
    companies::CompanyRefusal,
    field::Problem,
    invitations::InvitationRefusal,
    mail::MailRefusal,
    roles::Permission,
    sessions::{Ending, ProofKind},
    sign_in::SignInRefusal,
    users::UserRefusal,
};

use super::html::{code, element, line, slug, table};
use crate::http::status;

/// Every refusal a program may be told, one example of each kind.
fn refusals() -> Vec<Refusal> {
    vec![
        Refusal::NotSignedIn,
        Refusal::SessionEnded(Ending::Idle),
        Refusal::SessionEnded(Ending::EndedByAdministrator),
        Refusal::NotAllowed(Permission::UsersRead),
        Refusal::NotFound,
        Refusal::field("email", Problem::Missing),
        Refusal::Stale,
        Refusal::VersionMissing,
        Refusal::KeyReused,
        Refusal::Throttled { retry_after: 30 },
        Refusal::CrossSite,
        Refusal::Unavailable,
        Refusal::SignIn(SignInRefusal::WrongCredentials),
        Refusal::SignIn(SignInRefusal::FlowOver),
        Refusal::SignIn(SignInRefusal::WrongStep),
        Refusal::SignIn(SignInRefusal::SetUpOver),
        Refusal::ProofNeeded(ProofKind::Code),
        Refusal::ProofNeeded(ProofKind::Password),
        Refusal::Account(AccountRefusal::NoPassword),
        Refusal::Account(AccountRefusal::NoAuthenticator),
        Refusal::Account(AccountRefusal::RequiredByPolicy),
        Refusal::Account(AccountRefusal::RequiredForYou),
        Refusal::Account(AccountRefusal::SetUpOver),
        Refusal::Account(AccountRefusal::ClosingNotAllowed),
        Refusal::Account(AccountRefusal::HasSubUsers),
        Refusal::User(UserRefusal::Stronger),
        Refusal::User(UserRefusal::LastOperatorAdministrator),
        Refusal::User(UserRefusal::Oneself),
        Refusal::User(UserRefusal::DeletionChanged),
        Refusal::User(UserRefusal::InTheBin),
        Refusal::User(UserRefusal::NotInTheBin),
        Refusal::User(UserRefusal::CannotSignIn),
        Refusal::Company(CompanyRefusal::NotEmpty {
            users: 12,
            subsidiaries: 2,
        }),
        Refusal::Company(CompanyRefusal::Root),
        Refusal::Company(CompanyRefusal::OwnCompany),
        Refusal::Company(CompanyRefusal::TopOfScope),
        Refusal::Invitation(InvitationRefusal::Unknown),
        Refusal::Invitation(InvitationRefusal::Expired),
        Refusal::Invitation(InvitationRefusal::Used),
        Refusal::Invitation(InvitationRefusal::Voided),
        Refusal::Mail(MailRefusal::AlreadySent),
        Refusal::Mail(MailRefusal::Dropped),
    ]
}

/// What is told before any room is asked: code, status, words.
const TROUBLES: [(&str, u16, &str); 8] = [
    (
        "under_way",
        409,
        "A request with this `Idempotency-Key` is still being carried out. Send it again in a moment.",
    ),
    (
        "wrong_method",
        405,
        "This method is not for this path. `Allow` names those that are.",
    ),
    ("too_large", 413, "The body is larger than is read."),
    ("not_json", 415, "Send the body as `application/json`."),
    (
        "wrong_host",
        421,
        "The request names a host that is not Doorward's. Use its public URL.",
    ),
    (
        "unreadable_address",
        400,
        "A proxy sent an `X-Forwarded-For` that is not a list of addresses.",
    ),
    (
        "too_slow",
        504,
        "The request took too long and was given up.",
    ),
    (
        "crashed",
        500,
        "Something failed inside Doorward. The `request_id` leads to it in the log.",
    ),
];

/// The section about problems.
pub fn section() -> String {
    let refusals = refusals().into_iter().map(|refusal| {
        let words = refusal.words(Language::English);
        (
            status::code(&refusal),
            status::status(&refusal).as_u16(),
            words,
        )
    });
    let troubles = TROUBLES
        .iter()
        .map(|(code, status, words)| ((*code).to_owned(), *status, (*words).to_owned()));
    let rows: Vec<Vec<String>> = refusals
        .chain(troubles)
        .map(|(name, status, words)| row(&name, status, &words))
        .collect();
    let about = "A problem comes as `application/problem+json` (RFC 9457). `type` leads to its row here, `refusal` is its \
                 name for programs, `detail` its words in your language. `malformed` comes with `errors`, each with the \
                 `field`, a `code` and a `message`; its status is 400 if something could not be read at all.";
    let heading = element("h2", &[("id", "problems")], "Problems");
    format!(
        "{heading}{}{}",
        element("p", &[], &line(about)),
        table("Problems", &["Name", "Status", "Words"], &rows)
    )
}

fn row(name: &str, status: u16, words: &str) -> Vec<String> {
    let anchor = format!("problem-{}", slug(name));
    vec![
        element("span", &[("id", &anchor)], &code(name)),
        status.to_string(),
        line(words),
    ]
}

#[cfg(test)]
mod tests {
    use super::{refusals, section};
    use crate::http::problem::Problem;
    use app::Language;

    #[test]
    fn the_type_of_every_problem_leads_to_its_row() {
        let section = section();
        for refusal in refusals() {
            let problem = Problem::of(&refusal, Language::English);
            let anchor = problem.kind.rsplit('#').next().unwrap();
            assert!(section.contains(&format!("id=\"{anchor}\"")), "{anchor}");
        }
    }
}
