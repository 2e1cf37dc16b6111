//! What a file of users says: its headings, and each row by them.

use std::collections::{HashMap, hash_map::Entry};

use app::{
    jobs::{ImportOptions, ImportRefusal},
    users::UserColumn,
};

use crate::{
    csv::{Fault, Record},
    users::Sheet,
};

/// What a file of results has besides, so that it can be corrected and imported again.
pub const OF_RESULTS: [&str; 3] = ["line", "outcome", "why"];

/// A row to be kept.
#[derive(Debug, PartialEq)]
pub struct FileRow {
    /// The line at which it begins.
    pub line: u64,
    /// The login ID, as it is compared.
    pub login_id: String,
    /// What it says.
    pub said: Sheet,
    /// Why nobody needs to look at it any further.
    pub refusal: Option<ImportRefusal>,
}

/// A file under way: its headings, once they were read, and whom it is about so far.
#[derive(Default)]
pub struct File {
    /// Which cell is which column's; none for what is not taken.
    columns: Option<Vec<Option<UserColumn>>>,
    /// At which line each login ID stands.
    lines: HashMap<String, u64>,
    rows: u64,
}

impl File {
    /// Understands the next record: the first is the headings, every other one a row.
    pub fn take(&mut self, record: Record) -> Result<Option<FileRow>, ImportRefusal> {
        let Some(columns) = &self.columns else {
            self.columns = Some(headings(&record.cells)?);
            return Ok(None);
        };
        self.rows += 1;
        if self.rows > ImportOptions::MOST_ROWS {
            return Err(ImportRefusal::TooManyRows {
                max: ImportOptions::MOST_ROWS,
            });
        }
        let (found, expected) = (record.cells.len() as u64, columns.len() as u64);
        let mut cells = record.cells.into_iter();
        let mut said = Sheet::new();
        for column in columns {
            let cell = cells.next().unwrap_or_default();
            if let Some(column) = column {
                said.insert(*column, cell);
            }
        }
        let login_id = said.get(&UserColumn::LoginId);
        let login_id = login_id.map_or_else(String::new, |text| text.trim().to_ascii_lowercase());
        let refusal = match found == expected {
            false => Some(ImportRefusal::Cells { found, expected }),
            true => self.twice(&login_id, record.line),
        };
        Ok(Some(FileRow {
            line: record.line,
            login_id,
            said,
            refusal,
        }))
    }

    fn twice(&mut self, login_id: &str, line: u64) -> Option<ImportRefusal> {
        if login_id.is_empty() {
            return None;
        }
        match self.lines.entry(login_id.to_owned()) {
            Entry::Occupied(first) => Some(ImportRefusal::Twice {
                first: *first.get(),
            }),
            Entry::Vacant(new) => {
                new.insert(line);
                None
            }
        }
    }

    /// Nothing more comes.
    pub fn finish(&self) -> Result<(), ImportRefusal> {
        match self.rows {
            0 => Err(ImportRefusal::Empty),
            _ => Ok(()),
        }
    }
}

fn headings(cells: &[String]) -> Result<Vec<Option<UserColumn>>, ImportRefusal> {
    let mut columns = Vec::with_capacity(cells.len());
    for cell in cells {
        let heading = cell.trim().to_ascii_lowercase();
        let column = UserColumn::from_code(&heading);
        if column.is_none() && !OF_RESULTS.contains(&heading.as_str()) {
            let heading = cell.trim().chars().take(100).collect();
            return Err(ImportRefusal::UnknownColumn { heading });
        }
        if column.is_some() && columns.contains(&column) {
            return Err(ImportRefusal::ColumnTwice { heading });
        }
        columns.push(column);
    }
    match columns.contains(&Some(UserColumn::LoginId)) {
        true => Ok(columns),
        false => Err(ImportRefusal::NoLoginId),
    }
}

impl From<Fault> for ImportRefusal {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::NotUtf8 { line } => ImportRefusal::NotUtf8 { line },
            Fault::TooLong { line } => ImportRefusal::RowTooLong { line },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::File;
    use crate::csv::Record;
    use app::{jobs::ImportRefusal, users::UserColumn};

    fn record(line: u64, cells: &[&str]) -> Record {
        Record {
            line,
            cells: cells.iter().map(|cell| (*cell).to_owned()).collect(),
        }
    }

    fn headed(headings: &[&str]) -> Result<File, ImportRefusal> {
        let mut file = File::default();
        file.take(record(1, headings)).map(|_| file)
    }

    #[test]
    fn columns_are_found_by_their_headings_in_any_order() {
        let mut file = headed(&[" Email", "why", "LOGIN_ID"]).unwrap();
        let row = file
            .take(record(2, &["a@b.cd", "no", " Hana "]))
            .unwrap()
            .unwrap();
        assert_eq!(row.login_id, "hana");
        assert_eq!(row.said.get(&UserColumn::Email).unwrap(), "a@b.cd");
        assert_eq!((row.said.len(), row.refusal), (2, None));
    }

    #[test]
    fn what_cannot_be_a_file_of_users_is_told() {
        let refusal = |headings: &[&str]| headed(headings).err().unwrap();
        assert_eq!(refusal(&["email"]), ImportRefusal::NoLoginId);
        let heading = "Emial".to_owned();
        assert_eq!(
            refusal(&["login_id", "Emial "]),
            ImportRefusal::UnknownColumn { heading }
        );
        let heading = "email".to_owned();
        assert_eq!(
            refusal(&["login_id", "email", "Email"]),
            ImportRefusal::ColumnTwice { heading }
        );
        assert_eq!(
            headed(&["login_id"]).unwrap().finish(),
            Err(ImportRefusal::Empty)
        );
    }

    #[test]
    fn a_row_of_another_length_or_about_somebody_again_is_refused_by_itself() {
        let mut file = headed(&["login_id", "email"]).unwrap();
        let mut refusal =
            |line, cells: &[&str]| file.take(record(line, cells)).unwrap().unwrap().refusal;
        assert_eq!(refusal(2, &["hana", "a@b.cd"]), None);
        let (found, expected) = (3, 2);
        assert_eq!(
            refusal(3, &["ken", "a@b.cd", "x"]),
            Some(ImportRefusal::Cells { found, expected })
        );
        assert_eq!(
            refusal(4, &["Hana", ""]),
            Some(ImportRefusal::Twice { first: 2 })
        );
        assert_eq!(refusal(5, &["ken", ""]), None);
    }
}
