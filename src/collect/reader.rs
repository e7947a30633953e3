//! Reading pairs: by comparing rows with a pair read before where that is enough, else in full.
//! Each core has a reader of its own.

use std::borrow::Cow;
use std::sync::Arc;

use arcstr::ArcStr;

use super::forms::Forms;
use super::gather::Received;
use crate::domain::checklist::Checklist;
use crate::domain::fiscal_year::FiscalYear;
use crate::domain::ledger::Claim;
use crate::domain::submission::Submission;
use crate::format::csv_canonical::SheetKind;
use crate::format::csv_quick::{self, AnswersHalf, Rows, Scratch, SummaryHalf, Taken};
use crate::format::csv_quick_form::Form;
use crate::format::csv_quick_rows::body;
use crate::format::csv_submission::{self, Handed, HandedIn};
use crate::text::columns::Header;

/// One of the two files of an export, as bytes.
#[derive(Clone, Debug)]
pub(super) struct Piece<'a> {
    /// The file's name.
    pub(super) name: &'a ArcStr,
    /// The language of its headings and words.
    pub(super) header: Header,
    /// Its rows, the heading row left out.
    pub(super) rows: Cow<'a, [u8]>,
    /// The first row, as a spreadsheet shows it.
    pub(super) first: usize,
}

impl<'a> Piece<'a> {
    /// Takes a whole file; none when its heading row is not as it is written.
    pub(super) fn whole(kind: SheetKind, name: &'a ArcStr, bytes: &'a [u8]) -> Option<Self> {
        let (header, rows) = body(kind, bytes)?;
        Some(Self {
            name,
            header,
            rows: Cow::Borrowed(rows),
            first: 2,
        })
    }

    fn rows(&self) -> Rows<'_> {
        Rows {
            name: self.name,
            bytes: &self.rows,
            first: self.first,
        }
    }
}

/// What one core reads with.
#[derive(Default)]
pub(super) struct Reader {
    year: Option<FiscalYear>,
    shared: Arc<Forms>,
    /// Those of the shared forms that were needed so far.
    forms: Vec<Arc<Form>>,
    scratch: Scratch,
    /// Where a summary and its answers are read into.
    pub(super) buffers: [Vec<u8>; 2],
}

impl Reader {
    /// Begins with forms that others learn too; answers of other years than this are not kept.
    pub(super) fn with(shared: &Arc<Forms>, year: Option<FiscalYear>) -> Self {
        Self {
            year,
            shared: Arc::clone(shared),
            ..Self::default()
        }
    }

    /// Returns the first known form that some rows may be of.
    fn form(&mut self, header: Header, rows: &[u8]) -> Option<Arc<Form>> {
        let fitting = |forms: &[Arc<Form>]| {
            let mut forms = forms.iter();
            forms.find(|form| form.may_fit(header, rows)).cloned()
        };
        fitting(&self.forms).or_else(|| {
            self.shared.catch_up(&mut self.forms);
            fitting(&self.forms)
        })
    }

    /// Reads a summary's part by comparing; none when that is not enough.
    pub(super) fn summary(&mut self, header: Header, rows: Rows<'_>) -> Option<Taken<SummaryHalf>> {
        let form = self.form(header, rows.bytes)?;
        csv_quick::read_summary(&form, rows, &mut self.scratch)
    }

    /// Reads a part of answers by comparing; none when that is not enough.
    pub(super) fn answers(&mut self, header: Header, rows: Rows<'_>) -> Option<Taken<AnswersHalf>> {
        let form = self.form(header, rows.bytes)?;
        csv_quick::read_answers(&form, rows, self.year, &mut self.scratch)
    }

    /// Joins what was read of both.
    pub(super) fn join(
        &mut self,
        summary: &SummaryHalf,
        name: &ArcStr,
        answers: AnswersHalf,
    ) -> Option<Received> {
        let joined = csv_quick::join(summary, name, answers, &mut self.scratch);
        joined.map(|joined| self.sound(joined))
    }

    /// Reads a pair by comparing; none when that is not enough.
    pub(super) fn quick(&mut self, summary: &Piece<'_>, answers: &Piece<'_>) -> Option<Received> {
        if summary.header != answers.header {
            return None;
        }
        self.form(answers.header, &answers.rows)?;
        let (year, scratch) = (self.year, &mut self.scratch);
        let both = (summary.rows(), answers.rows());
        let fits = |form: &&Arc<Form>| form.may_fit(answers.header, &answers.rows);
        let (claim, submission) = self
            .forms
            .iter()
            .filter(fits)
            .find_map(|form| csv_quick::read(form, both, year, scratch))?;
        Some(self.sound((claim, submission)))
    }

    /// Reads a pair in full, and remembers its form for those that follow.
    pub(super) fn full(
        &mut self,
        summary: Option<Handed>,
        answers: Option<Handed>,
        pieces: Option<(&Piece<'_>, &Piece<'_>)>,
        checklists: &[Checklist],
    ) -> HandedIn {
        let shared = Arc::clone(&self.shared);
        let new = pieces.filter(|(_, answers)| self.form(answers.header, &answers.rows).is_none());
        let turn = new.and_then(|_| shared.turn());
        // While this one waited, another may have learnt what is needed.
        if let (Some((summary, answers)), Some(_)) = (new, &turn)
            && let Some(received) = self.quick(summary, answers)
        {
            return received.handed;
        }
        let mut handed = csv_submission::read(summary, answers, checklists);
        if let (Some(submission), Some(pieces)) = (&handed.submission, pieces)
            && shared.has_room()
            && let Some(form) = learn(pieces, submission)
        {
            shared.add(form);
        } else if let Some(mut vain) = turn {
            *vain += 1;
        }
        if let Some(year) = self.year {
            handed.keep_only(year);
        }
        handed
    }

    /// What can be trusted, as it was received.
    fn sound(&self, (claim, submission): (Claim, Submission)) -> Received {
        let mut handed = HandedIn::sound(claim, submission);
        if let Some(year) = self.year {
            handed.keep_only(year);
        }
        Received {
            handed,
            trouble: None,
        }
    }
}

/// Learns the form of a pair that was read in full.
fn learn(
    (summary, answers): (&Piece<'_>, &Piece<'_>),
    submission: &Submission,
) -> Option<Arc<Form>> {
    if summary.header != answers.header {
        return None;
    }
    let learnt = Form::learn(summary.header, &summary.rows, &answers.rows, submission)?;
    let form = Arc::new(learnt);
    // What cannot read its own example is no form.
    let both = (summary.rows(), answers.rows());
    csv_quick::read(&form, both, None, &mut Scratch::default())?;
    Some(form)
}
