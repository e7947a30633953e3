//! One file, or the two of an export: read, divided into the parts of departments, and checked.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use arcstr::ArcStr;

use super::gather::Received;
use super::pairing::{Found, Pair, Part, Place, describe};
use super::reader::{Piece, Reader};
use super::sections::sections;
use crate::domain::checklist::Checklist;
use crate::domain::fiscal_year::FiscalYear;
use crate::error::Error;
use crate::format::csv_canonical::SheetKind;
use crate::format::csv_decode::BYTES_MAX;
use crate::format::csv_finding::FindingKind;
use crate::format::csv_parts;
use crate::format::csv_sheet::Sheet;
use crate::format::csv_submission::{self, Handed};
use crate::format::csv_table::ReadError;
use crate::store::disk::Disk;
use crate::store::inputs::Input;
use crate::text::columns::Header;

/// What every look needs.
pub(super) struct Setting<'a> {
    pub(super) disk: &'a Disk,
    pub(super) inputs: &'a [Input],
    pub(super) checklists: &'a [Checklist],
    /// The year whose answers are kept; none for all.
    pub(super) year: Option<FiscalYear>,
    /// How much of what was read may still be kept, in bytes.
    pub(super) room: AtomicUsize,
}

/// What a look at a file gave.
pub(super) enum Looked {
    /// Nothing more is to be done; what came of it, where it came of this file.
    Settled(Option<Received>),
    /// Parts that may have their partner in another file.
    Parts(FileParts),
}

/// The parts of a file.
pub(super) struct FileParts {
    pub(super) found: Vec<Found>,
    pub(super) content: Content,
    /// What is told of it already.
    pub(super) told: Option<Received>,
}

/// What is known of a file's content.
pub(super) enum Content {
    /// The parts.
    Sheets(Vec<Sheet>),
    /// It is read again.
    Again,
    /// A large file, of which parts are read.
    Large(SheetKind, Header),
}

fn unreadable(input: &Input, error: ReadError) -> Received {
    Received {
        handed: csv_submission::unreadable(&input.name, FindingKind::Unreadable(error)),
        trouble: None,
    }
}

/// What is told of a file that could not be divided to its end.
pub(super) fn broken(input: &Input, row: usize) -> Received {
    unreadable(input, ReadError::BrokenRow { row })
}

pub(super) fn troubled(input: &Input, error: Arc<Error>) -> Received {
    // The reason is the error's own; the finding only says that nothing was read.
    let finding = FindingKind::Unreadable(ReadError::Empty);
    Received {
        handed: csv_submission::unreadable(&input.name, finding),
        trouble: Some(error),
    }
}

/// Looks at one file.
pub(super) fn look(setting: &Setting<'_>, file: usize) -> Looked {
    let input = &setting.inputs[file];
    let name = input.name.clone();
    match input.read(setting.disk) {
        Ok(bytes) => parts(setting, file, &name, &bytes),
        Err(error) => Looked::Settled(Some(troubled(input, error))),
    }
}

fn parts(setting: &Setting<'_>, file: usize, name: &ArcStr, bytes: &[u8]) -> Looked {
    match Sheet::read(bytes) {
        Ok(sheet) => {
            let sheets = csv_parts::parts(sheet);
            of_sheets(setting, file, name, bytes.len(), sheets)
        }
        Err(error) => {
            let input = &setting.inputs[file];
            match in_sections(setting, file, name, bytes.len()) {
                Some(parts) => Looked::Parts(parts),
                None => Looked::Settled(Some(unreadable(input, error))),
            }
        }
    }
}

/// Divides a file that cannot be read as a whole into the parts of departments: what is wrong with
/// one takes nothing from the others.
fn in_sections(
    setting: &Setting<'_>,
    file: usize,
    name: &ArcStr,
    size: usize,
) -> Option<FileParts> {
    let input = &setting.inputs[file];
    let reading = input.reading(setting.disk).ok()?;
    let mut parts = Vec::new();
    let divided = sections(reading, |section| {
        parts.push(section);
        true
    });
    let divided = divided.ok().flatten()?;
    if size > BYTES_MAX || parts.len() < 2 {
        return None;
    }
    let parts = parts.into_iter();
    let found = parts.map(|section| section.found(divided.kind, (name, file)));
    Some(FileParts {
        found: found.collect(),
        content: Content::Large(divided.kind, divided.header),
        told: divided.broken.map(|row| broken(input, row)),
    })
}

fn of_sheets(
    setting: &Setting<'_>,
    file: usize,
    name: &ArcStr,
    size: usize,
    sheets: Vec<Sheet>,
) -> Looked {
    let each = sheets.iter().enumerate();
    let found = each.map(|(part, sheet)| describe(sheet, (name, file, part)));
    let found = found.collect();
    let fits = setting
        .room
        .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |room| {
            room.checked_sub(size)
        });
    Looked::Parts(FileParts {
        found,
        content: if fits.is_ok() {
            Content::Sheets(sheets)
        } else {
            Content::Again
        },
        told: None,
    })
}

/// Looks at two files that seem to be of one export. When they are, everything is said about them
/// here; else each is looked at on its own.
pub(super) fn look_at_two(
    setting: &Setting<'_>,
    reader: &mut Reader,
    [summary, answers]: [usize; 2],
) -> Vec<(usize, Looked)> {
    let inputs = [&setting.inputs[summary], &setting.inputs[answers]];
    let apart = || {
        vec![
            (summary, look(setting, summary)),
            (answers, look(setting, answers)),
        ]
    };
    let mut buffers = std::mem::take(&mut reader.buffers);
    let [one, other] = &mut buffers;
    let read = [
        inputs[0].read_into(setting.disk, one),
        inputs[1].read_into(setting.disk, other),
    ];
    let looked = match read {
        [Ok(()), Ok(())] => two(setting, reader, [summary, answers], [one, other]),
        _ => apart(),
    };
    // Space that is kept is not asked for again at every file.
    reader.buffers = buffers;
    looked
}

/// Looks at two files that were read.
fn two(
    setting: &Setting<'_>,
    reader: &mut Reader,
    [summary, answers]: [usize; 2],
    [summary_bytes, answers_bytes]: [&[u8]; 2],
) -> Vec<(usize, Looked)> {
    let inputs = [&setting.inputs[summary], &setting.inputs[answers]];
    let apart = || {
        vec![
            (summary, look(setting, summary)),
            (answers, look(setting, answers)),
        ]
    };
    let settled = |received: Received| {
        vec![
            (summary, Looked::Settled(None)),
            (answers, Looked::Settled(Some(received))),
        ]
    };
    let pieces = Piece::whole(SheetKind::Summary, &inputs[0].name, summary_bytes).zip(
        Piece::whole(SheetKind::Answers, &inputs[1].name, answers_bytes),
    );
    if let Some((summary, answers)) = &pieces
        && let Some(received) = reader.quick(summary, answers)
    {
        return settled(received);
    }
    let (Ok(one), Ok(other)) = (Sheet::read(summary_bytes), Sheet::read(answers_bytes)) else {
        return apart();
    };
    let (mut one, mut other) = (csv_parts::parts(one), csv_parts::parts(other));
    let name = ArcStr::new();
    let of_one_export = one.len() == 1
        && other.len() == 1
        && describe(&one[0], (&name, 0, 0)).belongs_to(&describe(&other[0], (&name, 0, 0)))
        && one[0].kind == SheetKind::Summary;
    if !of_one_export {
        let sheets = [
            (summary, summary_bytes, one),
            (answers, answers_bytes, other),
        ];
        return sheets
            .map(|(file, bytes, sheets)| {
                let name: ArcStr = setting.inputs[file].name.clone();
                (file, of_sheets(setting, file, &name, bytes.len(), sheets))
            })
            .into();
    }
    let hand = |sheets: &mut Vec<Sheet>, input: &Input| {
        sheets.pop().map(|sheet| Handed {
            name: input.name.clone(),
            sheet,
        })
    };
    let (one, other) = (hand(&mut one, inputs[0]), hand(&mut other, inputs[1]));
    let pieces = pieces.as_ref().map(|(one, other)| (one, other));
    settled(Received {
        handed: reader.full(one, other, pieces, setting.checklists),
        trouble: None,
    })
}

/// A part that was fetched for its second look.
enum Fetched<'a> {
    Sheet(Handed),
    Piece(SheetKind, Piece<'a>),
}

impl<'a> Fetched<'a> {
    const fn piece(&self) -> Option<&Piece<'a>> {
        match self {
            Self::Sheet(_) => None,
            Self::Piece(_, piece) => Some(piece),
        }
    }

    fn handed(&self) -> Result<Handed, ReadError> {
        match self {
            Self::Sheet(handed) => Ok(handed.clone()),
            Self::Piece(kind, piece) => Ok(Handed {
                name: piece.name.clone(),
                sheet: Sheet::read_part(*kind, piece.header, &piece.rows, piece.first)?,
            }),
        }
    }
}

/// Checks a pair that was found in different files, or the one part there is.
pub(super) fn check(
    setting: &Setting<'_>,
    reader: &mut Reader,
    contents: &HashMap<usize, Content>,
    pair: &Pair,
) -> Received {
    let mut fetched: [Option<Fetched<'_>>; 2] = [None, None];
    for (part, fetched) in [&pair.summary, &pair.answers].into_iter().zip(&mut fetched) {
        let Some(part) = part else {
            continue;
        };
        match fetch(setting, contents, part) {
            Ok(found) => *fetched = Some(found),
            Err(received) => return received,
        }
    }
    let [summary, answers] = &fetched;
    let pieces = summary.as_ref().and_then(Fetched::piece);
    let pieces = pieces.zip(answers.as_ref().and_then(Fetched::piece));
    if let Some((summary, answers)) = pieces
        && let Some(received) = reader.quick(summary, answers)
    {
        return received;
    }
    let mut handed: [Option<Handed>; 2] = [None, None];
    let parts = [&pair.summary, &pair.answers];
    for ((fetched, part), handed) in fetched.iter().zip(parts).zip(&mut handed) {
        match fetched.as_ref().map(Fetched::handed).transpose() {
            Ok(found) => *handed = found,
            Err(error) => {
                let file = part.as_ref().map_or(0, |part| part.file);
                return unreadable(&setting.inputs[file], error);
            }
        }
    }
    let [summary, answers] = handed;
    Received {
        handed: reader.full(summary, answers, pieces, setting.checklists),
        trouble: None,
    }
}

/// Returns whether a part is as its digest says.
pub(super) fn is_intact(
    setting: &Setting<'_>,
    contents: &HashMap<usize, Content>,
    part: &Part,
) -> bool {
    let fetched = fetch(setting, contents, part).ok();
    let handed = fetched.and_then(|fetched| fetched.handed().ok());
    handed.is_some_and(csv_submission::is_intact)
}

fn fetch<'a>(
    setting: &Setting<'a>,
    contents: &HashMap<usize, Content>,
    part: &Part,
) -> Result<Fetched<'a>, Received> {
    let input = &setting.inputs[part.file];
    let hand = |sheet: Option<Sheet>| {
        let sheet = sheet.ok_or_else(|| unreadable(input, ReadError::Empty))?;
        Ok(Fetched::Sheet(Handed {
            name: input.name.clone(),
            sheet,
        }))
    };
    match (contents.get(&part.file), &part.place) {
        (Some(Content::Sheets(sheets)), Place::Part(at)) => hand(sheets.get(*at).cloned()),
        (Some(Content::Large(kind, header)), Place::Bytes(bytes)) => {
            let rows = input
                .read_part(setting.disk, bytes.start..bytes.end)
                .map_err(|error| troubled(input, Arc::new(error)))?;
            let piece = Piece {
                name: &input.name,
                header: *header,
                rows: Cow::Owned(rows),
                first: bytes.first,
            };
            Ok(Fetched::Piece(*kind, piece))
        }
        (_, Place::Part(at)) => {
            let bytes = input
                .read(setting.disk)
                .map_err(|error| troubled(input, error))?;
            let sheet = Sheet::read(&bytes).map_err(|error| unreadable(input, error))?;
            hand(csv_parts::parts(sheet).into_iter().nth(*at))
        }
        (_, Place::Bytes(_)) => hand(None),
    }
}
