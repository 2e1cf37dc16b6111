//! Reading records piece by piece, as they arrive: the memory is that of one record, however long the file.

use csv_core::{ReadRecordResult, ReaderBuilder};

use super::is_guarded;

/// The most that one record may take, in bytes.
const MOST_BYTES: usize = 64 * 1024;
/// The most cells that one record may have.
const MOST_CELLS: usize = 256;
/// What stands between cells in the files of one program or another.
const DELIMITERS: [u8; 3] = *b",;\t";
const MARK: &[u8] = super::BYTE_ORDER_MARK.as_bytes();

/// One record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The line at which it begins, from 1.
    pub line: u64,
    /// Its cells, without the apostrophes that guard formulas.
    pub cells: Vec<String>,
}

/// Why a file cannot be read on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not in UTF-8.
    NotUtf8 {
        /// The line at which the record begins.
        line: u64,
    },
    /// A record is longer than any can be.
    TooLong {
        /// The line at which it begins.
        line: u64,
    },
}

/// Reads a file whose pieces are given to it one after the other. Which delimiter it uses is seen from its first line.
pub struct Reader {
    /// The beginning of the file, as long as its first line is not whole.
    head: Option<Vec<u8>>,
    core: csv_core::Reader,
    bytes: Vec<u8>,
    ends: Vec<usize>,
    /// How much of `bytes` and `ends` the record under way has filled.
    filled: (usize, usize),
    /// Whether the last byte that was read ended a line.
    at_line_feed: bool,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            head: Some(Vec::new()),
            core: csv_core::Reader::new(),
            bytes: vec![0; MOST_BYTES],
            ends: vec![0; MOST_CELLS],
            filled: (0, 0),
            at_line_feed: false,
        }
    }
}

impl Reader {
    /// Takes the next piece. The records that are whole by now.
    pub fn push(&mut self, piece: &[u8]) -> Result<Vec<Record>, Fault> {
        let Some(head) = &mut self.head else {
            return self.read(piece);
        };
        head.extend_from_slice(piece);
        match head.iter().position(|byte| b"\r\n".contains(byte)) {
            Some(end) => self.begin(end),
            None if head.len() > MOST_BYTES => Err(Fault::TooLong { line: 1 }),
            None => Ok(Vec::new()),
        }
    }

    /// Nothing more comes. The records that are whole by that.
    pub fn finish(mut self) -> Result<Vec<Record>, Fault> {
        let mut records = match &self.head {
            Some(head) => {
                let end = head.len();
                self.begin(end)?
            }
            None => Vec::new(),
        };
        records.extend(self.read(&[])?);
        Ok(records)
    }

    /// The first line is whole, up to `end`.
    fn begin(&mut self, end: usize) -> Result<Vec<Record>, Fault> {
        let head = self.head.take().unwrap_or_default();
        let first = head[..end].iter();
        let times = |delimiter: &u8| first.clone().filter(|byte| *byte == delimiter).count();
        // The first of those that come equally often, so a comma where there is none at all.
        let delimiter = DELIMITERS.iter().rev().max_by_key(|one| times(one));
        self.core = ReaderBuilder::new()
            .delimiter(*delimiter.unwrap_or(&b','))
            .build();
        self.read(head.strip_prefix(MARK).unwrap_or(&head))
    }

    /// Reads on; nothing means the end of the file.
    fn read(&mut self, mut piece: &[u8]) -> Result<Vec<Record>, Fault> {
        let is_end = piece.is_empty();
        let mut records = Vec::new();
        loop {
            let (result, read, bytes, ends) = self.core.read_record(
                piece,
                &mut self.bytes[self.filled.0..],
                &mut self.ends[self.filled.1..],
            );
            if let Some(last) = read.checked_sub(1).and_then(|last| piece.get(last)) {
                self.at_line_feed = *last == b'\n';
            }
            piece = &piece[read..];
            self.filled.0 += bytes;
            self.filled.1 += ends;
            match result {
                ReadRecordResult::InputEmpty if is_end => {}
                ReadRecordResult::InputEmpty | ReadRecordResult::End => return Ok(records),
                ReadRecordResult::Record => records.extend(self.record()?),
                ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull => {
                    let line = self.first_line(&self.bytes[..self.filled.0], false);
                    return Err(Fault::TooLong { line });
                }
            }
        }
    }

    /// The record that is whole now, unless it is a line without anything in it.
    fn record(&mut self) -> Result<Option<Record>, Fault> {
        let (bytes, ends) = std::mem::take(&mut self.filled);
        let bytes = &self.bytes[..bytes];
        let line = self.first_line(bytes, self.at_line_feed);
        let mut start = 0;
        let mut cells = Vec::with_capacity(ends);
        for &end in &self.ends[..ends] {
            let cell =
                std::str::from_utf8(&bytes[start..end]).map_err(|_| Fault::NotUtf8 { line })?;
            let cell = match is_guarded(cell) {
                true => cell.strip_prefix('\'').unwrap_or(cell),
                false => cell,
            };
            cells.push(cell.to_owned());
            start = end;
        }
        let is_blank = cells.iter().all(|cell| cell.trim().is_empty());
        Ok((!is_blank).then_some(Record { line, cells }))
    }

    /// The line at which what was read last begins: lines that end within its cells are its own, and so is the one that
    /// ended with it.
    fn first_line(&self, bytes: &[u8], has_ended: bool) -> u64 {
        let within = bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
        let own = within + u64::from(has_ended);
        self.core.line().saturating_sub(own).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, Reader, Record};
    use crate::csv::{BYTE_ORDER_MARK, record};
    use proptest::prelude::*;

    fn read(pieces: &[&[u8]]) -> Result<Vec<Record>, Fault> {
        let mut reader = Reader::default();
        let mut records = Vec::new();
        for piece in pieces {
            records.extend(reader.push(piece)?);
        }
        records.extend(reader.finish()?);
        Ok(records)
    }

    fn lines(text: &str) -> Vec<(u64, Vec<String>)> {
        let records = read(&[text.as_bytes()]).unwrap();
        records
            .into_iter()
            .map(|one| (one.line, one.cells))
            .collect()
    }

    proptest! {
        #[test]
        fn what_was_written_is_read_back_however_it_is_cut(
            rows in proptest::collection::vec(
                proptest::collection::vec("[-=+@a'\", ;\t\r\n＝é]{0,6}", 3),
                1..6,
            ),
            cuts in proptest::collection::vec(0_usize..200, 0..6),
        ) {
            let mut text = BYTE_ORDER_MARK.to_owned();
            record(&mut text, ["first", "second", "third"]);
            for row in &rows {
                record(&mut text, row.iter().map(String::as_str));
            }
            let bytes = text.as_bytes();
            let mut cuts: Vec<usize> = cuts.into_iter().map(|cut| cut.min(bytes.len())).collect();
            cuts.sort_unstable();
            let (mut pieces, mut from) = (Vec::new(), 0);
            for cut in cuts.into_iter().chain([bytes.len()]) {
                // What is empty means the end only where it is said.
                if cut > from {
                    pieces.push(&bytes[from..cut]);
                    from = cut;
                }
            }
            let told: Vec<Vec<String>> = read(&pieces).unwrap().into_iter().map(|one| one.cells).skip(1).collect();
            let written: Vec<Vec<String>> = rows
                .into_iter()
                .filter(|row| row.iter().any(|cell| !cell.trim().is_empty()))
                .collect();
            prop_assert_eq!(told, written);
        }
    }

    #[test]
    fn a_record_knows_the_line_at_which_it_begins() {
        for end in ["\n", "\r\n"] {
            let text = ["a,b", "1,2", "", "3,\"4", "5\"", ",", "6,7"].join(end);
            let found: Vec<u64> = lines(&text).into_iter().map(|(line, _)| line).collect();
            assert_eq!(found, [1, 2, 4, 7], "{end:?}");
        }
    }

    #[test]
    fn the_first_line_tells_the_delimiter() {
        for text in ["a;b,c;d\n1;2,3;4\n", "a\tb\n1\t2\n", "a,b\n1,2", "a\n1\n"] {
            let found = lines(text);
            assert_eq!(found.len(), 2, "{text:?}");
            assert_eq!(found[0].1.len(), found[1].1.len(), "{text:?}");
            assert!(found[1].1[0] == "1", "{text:?}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_line() {
        assert_eq!(
            read(&[b"a,b\n1,\x93\xfa\n"]),
            Err(Fault::NotUtf8 { line: 2 })
        );
        let long = format!("a,b\n1,2\n3,\"{}", "x\n".repeat(40_000));
        assert_eq!(read(&[long.as_bytes()]), Err(Fault::TooLong { line: 3 }));
        assert_eq!(
            read(&["a".repeat(70_000).as_bytes()]),
            Err(Fault::TooLong { line: 1 })
        );
    }
}
