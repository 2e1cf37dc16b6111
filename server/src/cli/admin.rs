//! `doorward admin`: an operator administrator without the portal.

use std::{
    io::{BufRead, IsTerminal},
    process::ExitCode,
};

use app::{Language, Refusal, credentials::Password, sign_in::SetUpDraft, users::LoginId};
use clap::{Args, Subcommand};

use super::{Done, Failure, open};
use crate::{config::Settings, error::Error, sign_in, users};

/// What to do about an administrator.
#[derive(Debug, Subcommand)]
pub enum Admin {
    /// Create an operator administrator; the password is asked for, or read with --password-stdin
    Create(Create),
    /// Remove the authenticator and recovery codes of a user who has lost them
    ResetTfa(ResetTfa),
}

/// A new operator administrator.
#[derive(Debug, Args)]
pub struct Create {
    /// What they type at sign-in
    #[arg(long, value_name = "LOGIN_ID")]
    login_id: String,
    /// Where their mail goes
    #[arg(long, value_name = "ADDRESS")]
    email: String,
    /// First name
    #[arg(long, value_name = "NAME")]
    first_name: String,
    /// Last name
    #[arg(long, value_name = "NAME")]
    last_name: String,
    /// The operator's name; only used when this is the first administrator
    #[arg(long, value_name = "NAME", default_value = "Operator")]
    company: String,
    /// The language of their portal and mails: en, ja or zh-Hans
    #[arg(long, value_name = "LANGUAGE", default_value = "en", value_parser = language)]
    language: Language,
    /// Their IANA time zone
    #[arg(long, value_name = "ZONE", default_value = "UTC")]
    time_zone: String,
    /// Read the password from the first line of the standard input instead of asking for it
    #[arg(long)]
    password_stdin: bool,
}

/// Whose second factor goes.
#[derive(Debug, Args)]
pub struct ResetTfa {
    /// Their login ID
    login_id: String,
}

/// Runs the command.
pub async fn admin(settings: &Settings, command: Admin) -> Done {
    let public_url = settings.public_url_at(settings.listen.port());
    match command {
        Admin::Create(create) => {
            let password = if create.password_stdin {
                from_stdin()?
            } else {
                from_terminal()?
            };
            let deps = open::deps(settings, public_url.origin()).await?;
            let login_id = create.login_id.clone();
            let draft = draft(create, password);
            draft.check().map_err(told)?;
            sign_in::set_up::create_operator(&deps, draft)
                .await
                .map_err(in_words)?;
            println!("{login_id} can sign in at {}", public_url.origin());
        }
        Admin::ResetTfa(reset) => {
            let deps = open::deps(settings, public_url.origin()).await?;
            let login_id = LoginId::parse(&reset.login_id)
                .map_err(|problem| told(Refusal::field("login_id", problem)))?;
            users::service::reset_by_operator(&deps, &login_id)
                .await
                .map_err(in_words)?;
            println!(
                "The second factor of {} is gone. They set up a new one at the next sign-in, if it is asked of them.",
                reset.login_id
            );
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn draft(create: Create, password: Password) -> SetUpDraft {
    SetUpDraft {
        token: String::new(),
        company: create.company,
        login_id: create.login_id,
        email: create.email,
        first_name: create.first_name,
        last_name: create.last_name,
        password,
        language: create.language,
        time_zone: create.time_zone,
    }
}

fn language(tag: &str) -> Result<Language, String> {
    Language::ALL
        .into_iter()
        .find(|language| language.tag() == tag)
        .ok_or_else(|| {
            format!(
                "allowed are {}",
                Language::ALL.map(Language::tag).join(", ")
            )
        })
}

fn from_stdin() -> Result<Password, Failure> {
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    Ok(Password::new(line.trim_end_matches(['\n', '\r'])))
}

fn from_terminal() -> Result<Password, Failure> {
    if !std::io::stdin().is_terminal() {
        return Err("there is no terminal to ask for the password: use --password-stdin".into());
    }
    let terminal = console::Term::stderr();
    let ask = |question: &str| {
        terminal.write_str(question)?;
        terminal.read_secure_line()
    };
    let password = ask("Password: ")?;
    if ask("Once more: ")? != password {
        return Err("the two passwords differ".into());
    }
    Ok(Password::new(password))
}

fn in_words(error: Error) -> Failure {
    match error {
        Error::Refused(refusal) => told(refusal),
        error => error.into(),
    }
}

/// A refusal with every field it is about, by the name of its flag.
fn told(refusal: Refusal) -> Failure {
    let mut message = refusal.words(Language::English);
    for problem in refusal.field_problems() {
        let flag = problem.field.replace('_', "-");
        message.push_str(&format!(
            "\n  --{flag}: {}",
            problem.problem.words(Language::English)
        ));
    }
    message.into()
}

#[cfg(test)]
mod tests {
    use super::{language, told};
    use app::{Language, Refusal, field::Problem};

    #[test]
    fn a_wrong_field_is_named_by_its_flag() {
        let message = told(Refusal::field("first_name", Problem::Missing)).to_string();
        assert!(
            message.ends_with("--first-name: Fill in this field."),
            "{message}"
        );
    }

    #[test]
    fn only_languages_that_are_spoken_are_taken() {
        assert_eq!(language("ja"), Ok(Language::Japanese));
        assert_eq!(language("fr").unwrap_err(), "allowed are en, ja, zh-Hans");
    }
}
