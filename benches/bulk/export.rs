//! The two files of one department and year, put together of pieces.

use std::collections::HashMap;

use chrono::{NaiveDate, TimeDelta};
use tenken::demo::seeded::Seeded;
use tenken::domain::mark::Mark;
use tenken::domain::score::{Entry, Figures, one_decimal};
use tenken::format::csv_canonical::SheetKind;
use tenken::format::csv_figures;
use tenken::format::digest::lettered;
use tenken::text::columns::{self, Header};
use tenken::text::demo::departments::PLACES;
use tenken::text::demo::people::{FAMILIES, GIVEN};

use super::piece::{Piece, Sheet, receipt};
use super::stock::Stock;

/// A municipality.
pub(crate) struct Municipality {
    pub(crate) code: String,
    pub(crate) name: String,
}

impl Municipality {
    /// Invents one, with a check digit.
    pub(crate) fn of(index: usize) -> Self {
        const ONE: &[char] = &[
            '青', '赤', '白', '大', '小', '上', '東', '西', '南', '北', '中', '新', '長', '高',
            '富', '松', '梅',
        ];
        const TWO: &[char] = &[
            '田', '川', '山', '野', '原', '島', '沢', '井', '谷', '岡', '浜', '津', '里', '本',
            '橋',
        ];
        let digits = format!("{:02}{:03}", index % 47 + 1, 100 + index / 47 % 900);
        let weighed = digits.bytes().zip([6, 5, 4, 3, 2]);
        let sum: u32 = weighed
            .map(|(digit, weight)| u32::from(digit - b'0') * weight)
            .sum();
        let check = (11 - sum % 11) % 10;
        let kind = ['市', '町', '村'][index % 3];
        Self {
            code: format!("{digits}{check}"),
            name: format!(
                "{}{}{kind}",
                ONE[index % ONE.len()],
                TWO[index / 17 % TWO.len()]
            ),
        }
    }
}

/// Returns the code of a department.
pub(crate) fn code(department: usize) -> String {
    format!("{:04}", 100 + department * 5)
}

/// What counts of a clause, in one department and year.
#[derive(Clone, Copy, Default)]
pub(crate) struct Truth {
    /// Items, and of them by [`Mark::ALL`].
    pub(crate) items: u32,
    pub(crate) marks: [u32; 5],
    /// Σ weight × worth in hundredths, and Σ weight, over what applies.
    pub(crate) earned: u32,
    pub(crate) weighed: u32,
}

/// A department that goes from year to year.
pub(crate) struct Department<'a> {
    stock: &'a Stock,
    seeded: Seeded,
    municipality: &'a Municipality,
    department: usize,
    /// What was drawn for each item, 0–999, and how high the bar is.
    drawn: Vec<i32>,
    level: i32,
    /// The marks of the year before, none where nothing was asked, and the score.
    before: Option<(Vec<Option<Mark>>, String)>,
    pub(crate) truth: Vec<Truth>,
}

/// Two files in the making, and what is the same in all of them: used again and again.
#[derive(Default)]
pub(crate) struct Desk {
    pub(crate) summary: Sheet,
    pub(crate) answers: Sheet,
    moments: HashMap<(i32, i32), Piece>,
    numbers: HashMap<(&'static str, String), Piece>,
}

impl<'a> Department<'a> {
    pub(crate) fn new(
        stock: &'a Stock,
        municipality: &'a Municipality,
        department: usize,
        seed: u64,
    ) -> Self {
        let mut seeded = Seeded::of(seed, &[&municipality.code, &code(department)]);
        Self {
            drawn: stock.items.iter().map(|_| seeded.between(0, 999)).collect(),
            level: seeded.between(450, 850),
            stock,
            seeded,
            municipality,
            department,
            before: None,
            truth: Vec::new(),
        }
    }

    /// Makes the two files of a year, those of the year before made already.
    pub(crate) fn year(&mut self, desk: &mut Desk, year: i32) {
        let stock = self.stock;
        let place = self.department % PLACES.len();
        let set_aside = &stock.set_aside[place][usize::from(self.before.is_some())];
        let marks: Vec<Mark> = (0..stock.items.len())
            .map(|at| match set_aside[at] {
                Some(_) => Mark::NotApplicable,
                None => self.mark(at),
            })
            .collect();
        self.level += 35;
        let (family, given) = (self.seeded.pick(FAMILIES), self.seeded.pick(GIVEN));
        let [family, given] = [family, given].map(|name| name.copied().unwrap_or_default());
        let (day, first) = (self.seeded.between(0, 25), self.seeded.between(0, 300));
        let identity = self.identity(year, day, first, &format!("課長 {family} {given}"));
        let head: [u64; 4] = std::array::from_fn(|_| self.seeded.number());
        let head: Vec<u8> = head
            .iter()
            .flat_map(|number| number.to_le_bytes())
            .collect();
        let head = [("journal_head", lettered(&head))];
        let clerk = Piece::of(
            SheetKind::Answers,
            [("answered_by", format!("係長 {given} {family}").as_str())],
        );
        self.answers(
            desk,
            &identity,
            (&marks, set_aside),
            (year, day, first),
            &clerk,
            &head,
        );
        let score = self.summary(desk, &identity, &marks, &head);
        desk.answers.close(SheetKind::Answers);
        desk.summary.close(SheetKind::Summary);
        let receipt = receipt(&desk.summary, &desk.answers);
        desk.answers.seal(&receipt);
        desk.summary.seal(&receipt);
        self.count(&marks);
        let given = marks.into_iter().zip(set_aside);
        let given = given.map(|(mark, aside)| aside.is_none().then_some(mark));
        self.before = Some((given.collect(), score));
    }

    fn mark(&mut self, at: usize) -> Mark {
        let item = &self.stock.checklist.items[at];
        let bar = self.level.min(960);
        let drawn = self.drawn[at];
        if item.not_applicable.is_some() && drawn % 37 == 0 {
            Mark::NotApplicable
        } else if drawn < bar {
            Mark::Implemented
        } else if drawn < bar + (1_000 - bar) * 6 / 10 {
            if !item.critical && drawn % 19 == 0 {
                Mark::ToBeConfirmed
            } else {
                Mark::Partial
            }
        } else {
            Mark::NotImplemented
        }
    }

    /// The cells that are the same in every row of both files.
    fn identity(&self, year: i32, day: i32, first: i32, by: &str) -> [Piece; 2] {
        let policy = &self.stock.checklist.policy;
        let place = &PLACES[self.department % PLACES.len()];
        let round = self.department / PLACES.len();
        let name = if round == 0 {
            place.name.to_owned()
        } else {
            format!("{}{}", place.name, round + 1)
        };
        let (year_text, code) = (year.to_string(), code(self.department));
        let edition = policy.edition.to_string();
        let at = moment(year, day, first + 90);
        let status = columns::word(columns::STATUS, "confirmed", Header::Ja);
        let cells = [
            ("municipality_code", self.municipality.code.as_str()),
            ("municipality", &self.municipality.name),
            ("fiscal_year", &year_text),
            ("department_code", &code),
            ("department", &name),
            ("agency", place.agency.names()[0]),
            ("edition", &edition),
            ("checklist_digest", &self.stock.checklist.digest),
            ("status", status),
            ("confirmed_at", &at),
            ("confirmed_by", by),
        ];
        [SheetKind::Summary, SheetKind::Answers].map(|kind| Piece::of(kind, cells))
    }

    fn answers(
        &mut self,
        desk: &mut Desk,
        [_, identity]: &[Piece; 2],
        (marks, set_aside): (&[Mark], &[Option<Piece>]),
        (year, day, first): (i32, i32, i32),
        clerk: &Piece,
        head: &[(&'static str, String); 1],
    ) {
        let (stock, nothing) = (self.stock, &self.stock.nothing);
        let head = head.each_ref().map(|(id, head)| (*id, head.as_str()));
        let head = Piece::of(SheetKind::Answers, head);
        let sheet = &mut desk.answers;
        sheet.begin();
        let mut minute = first;
        for (at, (item, &mark)) in stock.items.iter().zip(marks).enumerate() {
            sheet.row();
            sheet.push(identity);
            sheet.push(&item.asked);
            let drawn = self.seeded.number();
            let some = |pieces: &'a [Piece], shift: u32| {
                let count = u64::try_from(pieces.len()).unwrap_or(1);
                let index = (drawn >> shift) % count;
                usize::try_from(index).map_or(nothing, |index| &pieces[index])
            };
            let before = self
                .before
                .as_ref()
                .map_or(6, |(before, _)| before[at].map_or(5, Mark::index));
            if let Some(reason) = &set_aside[at] {
                // What is set aside was no answer, and is none for the year after.
                for piece in [&stock.marks[5], reason, nothing, nothing, nothing] {
                    sheet.push(piece);
                }
                sheet.push(&stock.before[before]);
                sheet.push(nothing);
                sheet.push(nothing);
            } else {
                minute += i32::from(drawn.is_multiple_of(3));
                sheet.push(&stock.marks[mark.index()]);
                let not_applicable = mark == Mark::NotApplicable;
                sheet.push(if not_applicable {
                    &item.reason
                } else {
                    nothing
                });
                sheet.push(match mark {
                    Mark::Partial => some(&item.remarks[0], 8),
                    Mark::NotImplemented => some(&item.remarks[1], 8),
                    Mark::ToBeConfirmed => some(&item.remarks[2], 8),
                    Mark::Implemented | Mark::NotApplicable => nothing,
                });
                let shown = mark.needs_evidence()
                    && (stock.checklist.items[at].weight == 3 || drawn % 5 < 2);
                sheet.push(if shown {
                    some(&item.evidence, 24)
                } else {
                    nothing
                });
                let approved = not_applicable && stock.checklist.items[at].critical;
                sheet.push(if approved { &stock.approver } else { nothing });
                sheet.push(&stock.before[before]);
                let key = (year, day * 1_440 + minute);
                let when = desk.moments.entry(key).or_insert_with(|| {
                    let text = moment(year, day, minute);
                    Piece::of(SheetKind::Answers, [("answered_at", text.as_str())])
                });
                sheet.push(when);
                sheet.push(clerk);
            }
            sheet.push(&head);
            sheet.end_row();
        }
    }

    /// Makes the summary; returns the score of the whole.
    fn summary(
        &self,
        desk: &mut Desk,
        [identity, _]: &[Piece; 2],
        marks: &[Mark],
        head: &[(&'static str, String); 1],
    ) -> String {
        let scale = &self.stock.checklist.scale;
        let head = head.each_ref().map(|(id, head)| (*id, head.as_str()));
        let head = Piece::of(SheetKind::Summary, head);
        let mut score = String::new();
        desk.summary.begin();
        for one in &self.stock.scopes {
            let entries = one.scope.items.iter().map(|&at| {
                let item = &self.stock.checklist.items[at];
                Entry {
                    weight: item.weight,
                    critical: item.critical,
                    mark: Some(marks[at]),
                }
            });
            let figures = Figures::of(entries, scale);
            let is_total = one.scope.id == "T";
            desk.summary.row();
            desk.summary.push(identity);
            desk.summary.push(&one.named);
            let mut number = |id: &'static str, text: String| {
                let piece = desk.numbers.entry((id, text));
                let piece = piece.or_insert_with_key(|(id, text)| {
                    Piece::of(SheetKind::Summary, [(*id, text.as_str())])
                });
                desk.summary.push(piece);
            };
            for id in csv_figures::COLUMNS {
                let cell = csv_figures::cell(&figures, scale, is_total, id);
                number(id, cell.unwrap_or_default());
            }
            let before = self.before.as_ref().filter(|_| is_total);
            let before = before.map_or("", |(_, score)| score);
            number("previous_score", before.to_owned());
            if is_total {
                score = figures.score_tenths().map_or_else(String::new, one_decimal);
            }
            desk.summary.push(&self.stock.handling);
            desk.summary.push(&head);
            desk.summary.end_row();
        }
        score
    }

    fn count(&mut self, marks: &[Mark]) {
        self.truth = vec![Truth::default(); self.stock.clauses.len()];
        let items = self.stock.checklist.items.iter();
        for ((item, stocked), mark) in items.zip(&self.stock.items).zip(marks) {
            let truth = &mut self.truth[stocked.clause];
            truth.items += 1;
            truth.marks[mark.index()] += 1;
            if let Some(worth) = self.stock.checklist.scale.value(*mark) {
                truth.earned += u32::from(item.weight) * u32::from(worth);
                truth.weighed += u32::from(item.weight);
            }
        }
    }
}

/// A minute of a working day in November, as it stands in a cell.
fn moment(year: i32, day: i32, minute: i32) -> String {
    let first = NaiveDate::from_ymd_opt(year, 11, 2).and_then(|day| day.and_hms_opt(9, 0, 0));
    let first = first.expect("a day");
    let minutes = TimeDelta::days(day.into()) + TimeDelta::minutes(minute.into());
    (first + minutes).format("%Y-%m-%d %H:%M").to_string()
}
