//! Large files of many exports, read once from beginning to end: summaries first, then the answers,
//! each joined with its summary as it goes by. Whatever cannot be joined at a glance is told with
//! its place, and looked at with everything else.

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::forms::Forms;
use super::gather::{Progress, Received, each};
use super::look::{Content, Setting, broken, troubled};
use super::pairing::Found;
use super::reader::{Piece, Reader};
use super::sections::{Divided, Part, Section, describe, divide, kind_of, sections};
use crate::error::Result;
use crate::format::csv_canonical::SheetKind;
use crate::format::csv_quick::{AnswersHalf, Rows, SummaryHalf, Taken};
use crate::format::csv_sheet::Sheet;
use crate::format::csv_submission::Handed;
use crate::store::inputs::WHOLE_MAX;
use crate::text::columns::Header;

/// The beginning of what a summary and its answers have in common. Of two that begin alike neither
/// is joined at a glance.
type Key = [u8; 8];

fn key([k0, k1, k2, k3, k4, k5, k6, k7, ..]: [u8; 32]) -> Key {
    [k0, k1, k2, k3, k4, k5, k6, k7]
}

/// A summary until it is joined with its answers.
struct Waiting {
    key: Key,
    /// Let go of as soon as it is joined: there are as many as departments.
    half: Option<Box<SummaryHalf>>,
    /// Whether answers came that fit, and it was joined already.
    again: bool,
}

/// A large file whose headings are as they are written.
struct File {
    /// Its position among the inputs.
    at: usize,
    kind: SheetKind,
}

/// What large files gave.
#[derive(Default)]
pub(super) struct Large {
    /// Which files these are.
    pub(super) files: HashSet<usize>,
    /// What was read and checked.
    pub(super) received: Vec<Received>,
    /// What has to be looked at.
    pub(super) found: Vec<Found>,
    /// How its parts are fetched.
    pub(super) contents: HashMap<usize, Content>,
    /// What the files have in common.
    pub(super) forms: Arc<Forms>,
}

/// A part that was read at a glance.
struct Glanced<T> {
    value: T,
    bytes: Range<u64>,
    first: usize,
}

/// What one file gave.
struct FileRead<T> {
    glanced: Vec<Glanced<T>>,
    sections: Vec<Section>,
    divided: Option<Divided>,
}

/// What was read of a file's parts at a glance.
type Halves = Vec<Glanced<Mutex<Waiting>>>;
type Joined = Vec<Glanced<(HalfPlace, Received)>>;

/// Where a summary that was read stands: among the files of summaries, and in its file.
type HalfPlace = (u32, u32);

/// Reads every large file.
pub(super) fn read(setting: &Setting<'_>, progress: &Progress) -> Large {
    let inputs = setting.inputs.iter().enumerate();
    let large = inputs.filter(|(_, input)| input.is_larger(setting.disk, WHOLE_MAX));
    let files: Vec<File> = large
        .filter_map(|(at, input)| {
            // One that cannot be opened is told when it is looked at.
            let file = input.reading(setting.disk).ok()?;
            let (kind, _) = kind_of(file).ok().flatten()?;
            Some(File { at, kind })
        })
        .collect();
    let mut large = Large {
        files: files.iter().map(|file| file.at).collect(),
        forms: forms(setting, &files),
        ..Large::default()
    };
    let (summaries, answers): (Vec<_>, Vec<_>) = files
        .into_iter()
        .partition(|file| file.kind == SheetKind::Summary);
    let see = |reader: &mut Reader, header, rows: Rows<'_>| reader.summary(header, rows);
    let keep = |_: &mut Reader, half: SummaryHalf| {
        Some(Mutex::new(Waiting {
            key: key(half.key()),
            half: Some(Box::new(half)),
            again: false,
        }))
    };
    let read = of_kind(setting, progress, &large.forms, &summaries, (see, keep));
    let halves = large.take(setting, &summaries, read);
    let joined = large.join(setting, progress, (&summaries, &halves), &answers);
    large.settle(setting, (&summaries, halves), (&answers, joined));
    large
}

impl Large {
    /// Reads answers, each part beside the one summary that has as much in common with it.
    fn join(
        &mut self,
        setting: &Setting<'_>,
        progress: &Progress,
        (summaries, halves): (&[File], &[Halves]),
        answers: &[File],
    ) -> Vec<Joined> {
        let mut known: Vec<(Key, HalfPlace)> = Vec::new();
        for (file, halves) in (0..).zip(halves) {
            for (at, half) in (0..).zip(halves) {
                known.push((open(&half.value).key, (file, at)));
            }
        }
        known.sort_unstable();
        let see = |reader: &mut Reader, header, rows: Rows<'_>| reader.answers(header, rows);
        let keep = |reader: &mut Reader, answers: AnswersHalf| {
            let key = key(answers.key());
            // Of two that are alike, the order of everything decides.
            let start = known.partition_point(|(other, _)| *other < key);
            let end = known.partition_point(|(other, _)| *other <= key);
            let [(_, place)] = known.get(start..end)?[..] else {
                return None;
            };
            let mut waiting = open(&of(halves, place)?.value);
            let Some(half) = waiting.half.take() else {
                waiting.again = true;
                return None;
            };
            let name = &setting.inputs[summaries.get(place.0 as usize)?.at].name;
            let received = reader.join(&half, name, answers);
            if received.is_none() {
                waiting.half = Some(half);
            }
            Some((place, received?))
        };
        let read = of_kind(setting, progress, &self.forms, answers, (see, keep));
        self.take(setting, answers, read)
    }

    /// Takes what was joined; where more answers fit a summary, all of them are looked at, and so
    /// are summaries without answers.
    fn settle(
        &mut self,
        setting: &Setting<'_>,
        (summaries, halves): (&[File], Vec<Halves>),
        (answers, joined): (&[File], Vec<Joined>),
    ) {
        for (file, joined) in answers.iter().zip(joined) {
            for one in joined {
                let (place, received) = one.value;
                let again = of(&halves, place).is_some_and(|half| open(&half.value).again);
                if again {
                    self.look_again(setting, file, one.bytes, one.first);
                } else {
                    self.received.push(received);
                }
            }
        }
        for (file, halves) in summaries.iter().zip(halves) {
            for half in halves {
                let waiting = open(&half.value);
                if waiting.half.is_some() || waiting.again {
                    self.look_again(setting, file, half.bytes.clone(), half.first);
                }
            }
        }
    }

    /// Takes what files gave; returns what was read of each at a glance.
    fn take<T>(
        &mut self,
        setting: &Setting<'_>,
        files: &[File],
        read: Vec<Result<FileRead<T>>>,
    ) -> Vec<Vec<Glanced<T>>> {
        let mut glanced = Vec::with_capacity(files.len());
        for (file, read) in files.iter().zip(read) {
            let input = &setting.inputs[file.at];
            let read = match read {
                Ok(read) => read,
                Err(error) => {
                    self.received.push(troubled(input, Arc::new(error)));
                    glanced.push(Vec::new());
                    continue;
                }
            };
            if let Some(divided) = read.divided {
                let content = Content::Large(divided.kind, divided.header);
                self.contents.insert(file.at, content);
                let broken = divided.broken.map(|row| broken(input, row));
                self.received.extend(broken);
            }
            for section in read.sections {
                self.found(setting, file, section);
            }
            glanced.push(read.glanced);
        }
        glanced
    }

    fn found(&mut self, setting: &Setting<'_>, file: &File, section: Section) {
        let name = &setting.inputs[file.at].name;
        let found = section.found(file.kind, (name, file.at));
        self.found.push(found);
    }

    /// Lets a part be looked at that was read at a glance.
    fn look_again(&mut self, setting: &Setting<'_>, file: &File, bytes: Range<u64>, first: usize) {
        let input = &setting.inputs[file.at];
        match input.read_part(setting.disk, bytes.clone()) {
            Ok(part) => {
                if let Some(section) = describe(file.kind, &part, bytes, first) {
                    self.found(setting, file, section);
                }
            }
            Err(error) => self.received.push(troubled(input, Arc::new(error))),
        }
    }
}

fn of(halves: &[Halves], (file, at): HalfPlace) -> Option<&Glanced<Mutex<Waiting>>> {
    halves.get(file as usize)?.get(at as usize)
}

fn open(half: &Mutex<Waiting>) -> MutexGuard<'_, Waiting> {
    half.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads the files of one kind, on all cores.
fn of_kind<S, T: Send>(
    setting: &Setting<'_>,
    progress: &Progress,
    forms: &Arc<Forms>,
    files: &[File],
    (see, keep): (
        impl Fn(&mut Reader, Header, Rows<'_>) -> Option<Taken<S>> + Sync,
        impl Fn(&mut Reader, S) -> Option<T> + Sync,
    ),
) -> Vec<Result<FileRead<T>>> {
    each(
        files.len(),
        progress,
        (forms, setting.year),
        |reader, at| {
            let file = &files[at];
            let name = &setting.inputs[file.at].name;
            let mut read = FileRead {
                glanced: Vec::new(),
                sections: Vec::new(),
                divided: None,
            };
            let divided = divide(
                setting.inputs[file.at].reading(setting.disk)?,
                reader,
                (
                    |reader: &mut Reader, header, bytes: &[u8], first| {
                        see(reader, header, Rows { name, bytes, first })
                    },
                    &keep,
                ),
                |part| {
                    match part {
                        Part::Read(value, bytes, first) => read.glanced.push(Glanced {
                            value,
                            bytes,
                            first,
                        }),
                        Part::Section(section) => read.sections.push(section),
                    }
                    !progress.is_stopped()
                },
            );
            progress.done.fetch_add(1, Ordering::Relaxed);
            read.divided = divided?;
            Ok(read)
        },
    )
}

/// Learns what the files have in common from the first part of each, where summary and answers
/// begin with the same department.
fn forms(setting: &Setting<'_>, files: &[File]) -> Arc<Forms> {
    let learnt = Arc::new(Forms::default());
    let firsts: Vec<(&File, Header, Section)> = files
        .iter()
        .filter_map(|file| {
            let mut first = None;
            let input = setting.inputs[file.at].reading(setting.disk).ok()?;
            let divided = sections(input, |section| {
                first = Some(section);
                false
            });
            let header = divided.ok().flatten()?.header;
            Some((file, header, first?))
        })
        .collect();
    let mut reader = Reader::with(&learnt, None);
    for (file, header, section) in &firsts {
        let partner = firsts.iter().find(|(other, language, found)| {
            let of_one_export = found.whose == section.whose && found.seals[0] == section.seals[0];
            file.kind == SheetKind::Answers
                && other.kind == SheetKind::Summary
                && language == header
                && of_one_export
        });
        let Some((other, _, found)) = partner else {
            continue;
        };
        let fetch = |file: &File, section: &Section| {
            let input = &setting.inputs[file.at];
            input.read_part(setting.disk, section.bytes.clone()).ok()
        };
        let (Some(summary), Some(answers)) = (fetch(other, found), fetch(file, section)) else {
            continue;
        };
        let piece = |at: usize, rows: Vec<u8>, first| Piece {
            name: &setting.inputs[at].name,
            header: *header,
            rows: rows.into(),
            first,
        };
        let summary = piece(other.at, summary, found.first);
        let answers = piece(file.at, answers, section.first);
        if reader.quick(&summary, &answers).is_some() {
            continue;
        }
        let hand = |kind, piece: &Piece<'_>| {
            let sheet = Sheet::read_part(kind, piece.header, &piece.rows, piece.first).ok()?;
            let name = piece.name.clone();
            Some(Handed { name, sheet })
        };
        reader.full(
            hand(SheetKind::Summary, &summary),
            hand(SheetKind::Answers, &answers),
            Some((&summary, &answers)),
            setting.checklists,
        );
    }
    learnt
}
