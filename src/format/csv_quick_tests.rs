//! The quick reader beside the full one: what it reads is the same, and it reads nothing else.

use arcstr::ArcStr;
use proptest::prelude::*;

use super::super::csv_quick_rows::body;
use super::super::csv_sheet::Sheet;
use super::super::csv_submission::{self, Handed, HandedIn};
use super::*;
use crate::domain::action;
use crate::domain::mark::Mark;
use crate::domain::record::TextField;
use crate::domain::workbook::Workbook;
use crate::format::csv_export::export_files;
use crate::format::csv_test_kit::{act, checklist, filled, input, profile, workbook};
use crate::text::columns::Header;

type Files = (Vec<u8>, Vec<u8>);

fn exported(workbook: &Workbook, header: Header) -> Files {
    let files = export_files(&input(checklist("odawara"), workbook, None, header)).unwrap();
    (files.summary, files.answers)
}

fn slow((summary, answers): &Files) -> Option<HandedIn> {
    let hand = |name: &str, bytes: &[u8]| {
        Some(Handed {
            name: name.into(),
            sheet: Sheet::read(bytes).ok()?,
        })
    };
    let (summary, answers) = (hand("s", summary)?, hand("a", answers)?);
    let kinds = (summary.sheet.kind, answers.sheet.kind);
    (kinds == (SheetKind::Summary, SheetKind::Answers))
        .then(|| csv_submission::read(Some(summary), Some(answers), &[]))
}

fn form(files: &Files) -> Arc<Form> {
    let (header, summary) = body(SheetKind::Summary, &files.0).unwrap();
    let (_, answers) = body(SheetKind::Answers, &files.1).unwrap();
    let submission = slow(files).unwrap().submission.unwrap();
    Arc::new(Form::learn(header, summary, answers, &submission).unwrap())
}

fn quick(form: &Arc<Form>, files: &Files) -> Option<(Claim, Submission)> {
    quick_for(form, files, None)
}

fn quick_for(
    form: &Arc<Form>,
    files: &Files,
    year: Option<FiscalYear>,
) -> Option<(Claim, Submission)> {
    let (header, summary) = body(SheetKind::Summary, &files.0)?;
    let (other, answers) = body(SheetKind::Answers, &files.1)?;
    assert_eq!((header, other), (form.header, form.header));
    let names = ["s", "a"].map(ArcStr::from);
    let [summary, answers] =
        [(&names[0], summary), (&names[1], answers)].map(|(name, bytes)| Rows {
            name,
            bytes,
            first: 2,
        });
    read(form, (summary, answers), year, &mut Scratch::default())
}

fn same(files: &Files, read: &(Claim, Submission)) {
    let slow = slow(files).unwrap();
    assert_eq!(read.0, slow.claim, "{:?}", slow.verdict);
    assert_eq!(Some(&read.1), slow.submission.as_deref());
}

#[test]
fn other_departments_of_the_same_checklist_are_read_alike() {
    for header in [Header::Ja, Header::En] {
        let first = exported(&filled(checklist("odawara"), "0420"), header);
        let form = form(&first);
        same(&first, &quick(&form, &first).unwrap());
        let other = exported(&filled(checklist("odawara"), "0430"), header);
        same(&other, &quick(&form, &other).unwrap());
        let mut draft = workbook(checklist("odawara"), "0440");
        profile(&mut draft);
        let draft = exported(&draft, header);
        same(&draft, &quick(&form, &draft).unwrap());
    }
}

#[test]
fn another_checklist_is_left_to_the_full_reader() {
    let odawara = exported(&filled(checklist("odawara"), "0420"), Header::Ja);
    let list = checklist("tsukubamirai");
    let workbook = filled(list, "0420");
    let files = export_files(&input(list, &workbook, None, Header::Ja)).unwrap();
    let form = form(&odawara);
    assert!(quick(&form, &(files.summary, files.answers)).is_none());
}

/// A workbook with marks and remarks of any kind.
fn any_workbook() -> impl Strategy<Value = Workbook> {
    let text = "[ -~あ-ん一-龠\"',\n\u{ff01}-\u{ff5e}〜～―—0-9/:=@-]{0,12}";
    prop::collection::vec((0..98_usize, 0..5_usize, text), 0..30).prop_map(|answers| {
        let list = checklist("odawara");
        let mut workbook = workbook(list, "0450");
        profile(&mut workbook);
        for (item, mark, text) in answers {
            let Some(item) = list.items.get(item) else {
                continue;
            };
            let steps = [
                action::mark(&workbook, item, Mark::ALL.get(mark).copied(), Some("理由")),
                action::text(&workbook, item, TextField::Remark, &text),
            ];
            let changes: Vec<_> = steps.into_iter().filter_map(Result::ok).flatten().collect();
            if !changes.is_empty() {
                act(&mut workbook, changes);
            }
        }
        workbook
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_is_answered_is_read_alike(workbook in any_workbook(), english in any::<bool>()) {
        let header = if english { Header::En } else { Header::Ja };
        let form = form(&exported(&filled(checklist("odawara"), "0420"), header));
        let files = exported(&workbook, header);
        let read = quick(&form, &files);
        prop_assert!(read.is_some());
        same(&files, &read.unwrap());
        // Of other years the same is kept, however it was read.
        let other = FiscalYear::new(2031).unwrap();
        let (claim, submission) = quick_for(&form, &files, Some(other)).unwrap();
        let mut kept = HandedIn::sound(claim, submission);
        let mut expected = slow(&files).unwrap();
        kept.keep_only(other);
        expected.keep_only(other);
        prop_assert_eq!(kept.score_tenths, expected.score_tenths);
        prop_assert_eq!(kept.submission, expected.submission);
    }

    #[test]
    fn nothing_is_read_that_the_full_reader_does_not_trust(
        places in prop::collection::vec((any::<bool>(), any::<prop::sample::Index>(), 0..6_u8, any::<u8>()), 1..4),
    ) {
        let mut files = exported(&filled(checklist("odawara"), "0430"), Header::En);
        let form = form(&exported(&filled(checklist("odawara"), "0420"), Header::En));
        for (which, place, how, byte) in places {
            let bytes = if which { &mut files.0 } else { &mut files.1 };
            let at = place.index(bytes.len());
            match how {
                0 => { bytes.remove(at); }
                1 => bytes.insert(at, byte),
                2 => bytes[at] = b',',
                3 => bytes[at] = b'"',
                4 => bytes[at] = b'0' + byte % 10,
                _ => bytes[at] = byte,
            }
        }
        if let Some(read) = quick(&form, &files) {
            same(&files, &read);
        }
    }
}
