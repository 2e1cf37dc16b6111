//! A mail ready to be sent: headers, text and HTML as bytes, and the envelope.

use std::time::{Duration, SystemTime};

use app::{Language, Timestamp};
use lettre::{
    Address, Message,
    address::Envelope,
    message::{
        Body, Mailbox, MultiPart, SinglePart,
        header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue},
    },
};

use super::{compose::compose, entity::Model, html, letter::Contents, text};

/// A mail as it goes out.
#[derive(Clone, Debug)]
pub(super) struct Ready {
    /// From whom and to whom.
    pub envelope: Envelope,
    /// The whole message.
    pub bytes: Vec<u8>,
    /// To whom, for the console.
    pub to: String,
    /// Its subject, for the console.
    pub subject: String,
    /// The link that only the recipient should see, for the console.
    pub secret_link: Option<String>,
    /// Its name as a file.
    pub file_name: String,
}

/// The mail of `row`, whose opened contents are `contents`, or why it cannot be made.
pub(super) fn build(
    row: &Model,
    contents: &Contents,
    from: &Mailbox,
    public_url: &str,
) -> Result<Ready, String> {
    let language = Language::from_tag(&row.language).unwrap_or_default();
    let queued_at = Timestamp::from_millis(row.created_at);
    let sheet = compose(row, contents, language, public_url);
    let address: Address = row.recipient.parse().map_err(|error| {
        format!(
            "the address {:?} cannot be written to: {error}",
            row.recipient
        )
    })?;
    let subject = one_line(&sheet.subject);
    let message = Message::builder()
        .from(from.clone())
        .to(Mailbox::new(display_name(&row.recipient_name), address))
        .subject(subject.clone())
        .message_id(Some(row.message_id.clone()))
        .date(system_time(queued_at))
        .raw_header(header("Auto-Submitted", "auto-generated"))
        .raw_header(header("X-Auto-Response-Suppress", "All"))
        .raw_header(header("Content-Language", language.tag()))
        .multipart(
            MultiPart::alternative()
                .singlepart(part(
                    ContentType::TEXT_PLAIN,
                    text::render(&sheet),
                    language,
                )?)
                .singlepart(part(
                    ContentType::TEXT_HTML,
                    html::render(&sheet),
                    language,
                )?),
        )
        .map_err(|error| format!("the mail cannot be put together: {error}"))?;
    Ok(Ready {
        envelope: message.envelope().clone(),
        bytes: message.formatted(),
        to: row.recipient.clone(),
        subject,
        secret_link: contents
            .letter
            .secret_link()
            .map(|(link, _)| link.to_owned()),
        file_name: file_name(row, queued_at),
    })
}

/// Both encodings keep lines short and ASCII; the one is shorter for English, the other for Japanese and Chinese.
fn part(kind: ContentType, body: String, language: Language) -> Result<SinglePart, String> {
    let encoding = match language {
        Language::English => ContentTransferEncoding::QuotedPrintable,
        Language::Japanese | Language::Chinese => ContentTransferEncoding::Base64,
    };
    let body = Body::new_with_encoding(body, encoding)
        .map_err(|_| "the text cannot be encoded".to_owned())?;
    Ok(SinglePart::builder().header(kind).body(body))
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

/// The name beside the address. A line break in it would begin another header.
fn display_name(name: &str) -> Option<String> {
    let name = one_line(name);
    (!name.is_empty()).then_some(name)
}

fn one_line(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    spaced.trim().to_owned()
}

fn system_time(at: Timestamp) -> SystemTime {
    let millis = u64::try_from(at.millis()).unwrap_or_default();
    SystemTime::UNIX_EPOCH + Duration::from_millis(millis)
}

/// Sorts by time, and names the kind and the mail.
fn file_name(row: &Model, queued_at: Timestamp) -> String {
    let moment = queued_at.to_string();
    let seconds = moment.split(['.', 'Z']).next().unwrap_or_default();
    let compact: String = seconds.chars().filter(|c| !"-:".contains(*c)).collect();
    format!("{compact}Z-{}-{}.eml", row.kind, row.id)
}

#[cfg(test)]
#[path = "message_tests.rs"]
mod tests;
