//! Audit events as a file: CSV for spreadsheets, JSON for programs.

use std::fmt::Write as _;

use app::audit::{AuditDetail, AuditEvent, AuditOrigin, ExportFormat};

use crate::{
    csv,
    error::{Error, Result},
};

const HEADINGS: [&str; 19] = [
    "id",
    "at",
    "action",
    "result",
    "actor_id",
    "actor",
    "behind_id",
    "behind",
    "subject_id",
    "subject",
    "company_id",
    "company",
    "origin",
    "address",
    "channel",
    "request_id",
    "details",
    "emptied",
    "seal",
];

/// Writes an export piece by piece.
#[derive(Debug)]
pub struct Writer {
    format: ExportFormat,
    has_begun: bool,
}

impl Writer {
    /// A writer of this format.
    pub fn new(format: ExportFormat) -> Self {
        Self {
            format,
            has_begun: false,
        }
    }

    /// What stands before the first event.
    pub fn head(&self) -> String {
        match self.format {
            ExportFormat::Csv => {
                let mut text = csv::BYTE_ORDER_MARK.to_owned();
                csv::record(&mut text, HEADINGS);
                text
            }
            ExportFormat::Json => "[".to_owned(),
        }
    }

    /// The next events.
    pub fn events(&mut self, events: &[AuditEvent]) -> Result<String> {
        let mut text = String::new();
        for event in events {
            match self.format {
                ExportFormat::Csv => write_record(&mut text, event),
                ExportFormat::Json => {
                    text.push_str(if self.has_begun { ",\n" } else { "\n" });
                    let json = serde_json::to_string(event);
                    text += &json.map_err(|error| Error::Broken(format!("an event: {error}")))?;
                }
            }
            self.has_begun = true;
        }
        Ok(text)
    }

    /// What stands after the last event; without it the file was cut off.
    pub fn end(&self) -> &'static str {
        match self.format {
            ExportFormat::Csv => "",
            ExportFormat::Json => "\n]\n",
        }
    }
}

fn write_record(text: &mut String, event: &AuditEvent) {
    let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let (actor, subject) = (event.actor.as_ref(), event.subject.as_ref());
    let (behind, company) = (event.behind.as_ref(), event.company.as_ref());
    let cells: [String; HEADINGS.len()] = [
        event.id.to_string(),
        event.at.to_string(),
        event.action.code().to_owned(),
        if event.succeeded { "done" } else { "refused" }.to_owned(),
        number(actor.map(|user| user.id.0)),
        actor.map(|user| user.login_id.clone()).unwrap_or_default(),
        number(behind.map(|user| user.id.0)),
        behind.map(|user| user.login_id.clone()).unwrap_or_default(),
        number(subject.map(|user| user.id.0)),
        subject
            .map(|user| user.login_id.clone())
            .unwrap_or_default(),
        number(company.map(|company| company.id.0)),
        company
            .map(|company| company.name.clone())
            .unwrap_or_default(),
        origin(event.origin).to_owned(),
        event.address.clone(),
        event
            .channel
            .map(|channel| channel.code().to_owned())
            .unwrap_or_default(),
        event.request_id.clone(),
        details(&event.details),
        event.emptied.to_string(),
        number(event.seal),
    ];
    csv::record(text, cells.iter().map(String::as_str));
}

fn origin(origin: AuditOrigin) -> &'static str {
    match origin {
        AuditOrigin::Request => "request",
        AuditOrigin::CommandLine => "command_line",
        AuditOrigin::Doorward => "doorward",
    }
}

/// One line for each field: `email: old@example.com → new@example.com`.
fn details(details: &[AuditDetail]) -> String {
    let mut text = String::new();
    for AuditDetail {
        field,
        before,
        after,
    } in details
    {
        let line = if text.is_empty() { "" } else { "\n" };
        let after = after.as_deref().unwrap_or_default();
        // Writing to a string does not fail.
        let _ = match before {
            Some(before) => write!(text, "{line}{field}: {before} → {after}"),
            None => write!(text, "{line}{field}: {after}"),
        };
    }
    text
}
