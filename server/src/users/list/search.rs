//! How a search is carried out: through a text index, or row by row where many match.

use sea_orm::{ConnectionTrait, DbBackend};

use super::filter::Where;
use crate::{
    db::{
        paging::{escape_like, searched},
        sql,
    },
    error::Result,
};

/// A search with fewer matches than this goes through the text index.
const FEW_MATCHES: i64 = 2_000;

/// How a search is carried out.
pub(super) enum Search {
    Nothing,
    /// Through SQLite's text index: the match expression.
    Index(String),
    /// Row by row on SQLite, through the text index on PostgreSQL: LIKE patterns of which one fits; and where
    /// SQLite has an index that can count faster, its match expression.
    Pattern(Vec<String>, Option<String>),
}

/// What is looked for. The text indexes know parts of three characters: two are looked for where a word begins.
fn needles(text: &str) -> Vec<String> {
    match text.chars().count() {
        2 => vec![format!("\n{text}"), format!(" {text}")],
        _ => vec![text.to_owned()],
    }
}

impl Search {
    /// How `text` is best looked for, if there is any.
    pub async fn of(db: &impl ConnectionTrait, text: &str) -> Result<Self> {
        let text = searched("search", text)?;
        if text.is_empty() {
            return Ok(Search::Nothing);
        }
        let needles = needles(&text);
        let patterns = needles
            .iter()
            .map(|needle| format!("%{}%", escape_like(needle)))
            .collect();
        if db.get_database_backend() != DbBackend::Sqlite || text.chars().count() < 2 {
            return Ok(Search::Pattern(patterns, None));
        }
        let phrases: Vec<String> = needles
            .iter()
            .map(|needle| format!("\"{}\"", needle.replace('"', "\"\"")))
            .collect();
        let phrase = phrases.join(" OR ");
        let counting = format!(
            "SELECT COUNT(*) FROM (SELECT 1 FROM users_search WHERE users_search MATCH $1 LIMIT {FEW_MATCHES})"
        );
        let matches = sql::number(db, &counting, [phrase.clone().into()]).await?;
        Ok(match matches < FEW_MATCHES {
            true => Search::Index(phrase),
            false => Search::Pattern(patterns, Some(phrase)),
        })
    }

    /// Adds the condition that somebody is found.
    pub fn add_to(&self, filter: &mut Where) {
        match self {
            Search::Nothing => {}
            Search::Index(phrase) => {
                let phrase = filter.value(phrase.as_str());
                filter.and(format!(
                    "u.id IN (SELECT rowid FROM users_search WHERE users_search MATCH {phrase})"
                ));
            }
            Search::Pattern(patterns, _) => {
                let fits: Vec<String> = patterns
                    .iter()
                    .map(|pattern| filter.value(pattern.as_str()))
                    .map(|pattern| format!("u.search_text LIKE {pattern} ESCAPE '\\'"))
                    .collect();
                filter.and(format!("({})", fits.join(" OR ")));
            }
        }
    }
}
