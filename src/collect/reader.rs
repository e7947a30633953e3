//! Reading pairs: by comparing rows with a pair read before where that is enough, else in full.
//! Each core has a reader of its own.

use std::borrow::Cow;

use super::gather::Received;
use crate::domain::checklist::Checklist;
use crate::format::csv_canonical::SheetKind;
use crate::format::csv_quick::{self, Rows, Scratch};
use crate::format::csv_quick_form::Form;
use crate::format::csv_quick_rows::body;
use crate::format::csv_submission::{self, Handed, HandedIn};
use crate::text::columns::Header;

/// The most checklists whose forms are remembered; more are read in full.
const FORMS_MAX: usize = 32;

/// One of the two files of an export, as bytes.
#[derive(Clone, Debug)]
pub(super) struct Piece<'a> {
    /// The file's name.
    pub(super) name: &'a str,
    /// The language of its headings and words.
    pub(super) header: Header,
    /// Its rows, the heading row left out.
    pub(super) rows: Cow<'a, [u8]>,
    /// The first row, as a spreadsheet shows it.
    pub(super) first: usize,
}

impl<'a> Piece<'a> {
    /// Takes a whole file; none when its heading row is not as it is written.
    pub(super) fn whole(kind: SheetKind, name: &'a str, bytes: &'a [u8]) -> Option<Self> {
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
    forms: Vec<Form>,
    scratch: Scratch,
}

impl Reader {
    /// Reads a pair by comparing; none when that is not enough.
    pub(super) fn quick(&mut self, summary: &Piece<'_>, answers: &Piece<'_>) -> Option<Received> {
        if summary.header != answers.header {
            return None;
        }
        let scratch = &mut self.scratch;
        let fits = |form: &&Form| form.header == summary.header && form.begins(&answers.rows);
        // Two checklists may begin alike.
        let (claim, submission) = self
            .forms
            .iter()
            .filter(fits)
            .find_map(|form| csv_quick::read(form, summary.rows(), answers.rows(), scratch))?;
        Some(Received {
            handed: HandedIn {
                claim,
                verdict: None,
                submission: Some(submission),
            },
            trouble: None,
        })
    }

    /// Reads a pair in full, and remembers its form for those that follow.
    pub(super) fn full(
        &mut self,
        summary: Option<Handed>,
        answers: Option<Handed>,
        pieces: Option<(&Piece<'_>, &Piece<'_>)>,
        checklists: &[Checklist],
    ) -> HandedIn {
        let handed = csv_submission::read(summary, answers, checklists);
        if let (Some(submission), Some((summary, answers))) = (&handed.submission, pieces)
            && self.forms.len() < FORMS_MAX
            && summary.header == answers.header
        {
            let learnt = Form::learn(summary.header, &summary.rows, &answers.rows, submission);
            // What cannot read its own example is no form.
            let mut scratch = Scratch::default();
            let works = |form: &Form| {
                csv_quick::read(form, summary.rows(), answers.rows(), &mut scratch).is_some()
            };
            self.forms.extend(learnt.filter(works));
        }
        handed
    }
}
