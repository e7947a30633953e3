//! Sheets of a checklist: every problem told at its cell, or files that give the same sheets again.

use std::sync::OnceLock;

use tenken::format::checklist_files::ChecklistFiles;
use tenken::format::sheet_bytes::csv;
use tenken::format::sheet_in::SheetFiles;
use tenken::format::sheet_out::sheets;
use tenken::format::sheet_problem::SheetProblem;
use tenken::format::sheet_rows::Gathering;
use tenken::text::columns::Header;
use tenken::text::sheet::{self as words, Form};

use super::shown::{LANGS, all_fit_to_show, fit_to_show};
use super::workbook;

/// A sheet's file: name and bytes.
type File = (String, Vec<u8>);

/// Returns the sheets of a checklist as CSV files.
fn written(files: &ChecklistFiles, city: &str) -> Vec<File> {
    sheets(files, city, Header::Ja)
        .iter()
        .map(|cells| {
            let bytes = csv(cells, Header::Ja).unwrap();
            (format!("{}.csv", cells.sheet.id), bytes)
        })
        .collect()
}

fn shipped() -> &'static [File] {
    static FILES: OnceLock<Vec<File>> = OnceLock::new();
    FILES.get_or_init(|| written(&workbook::built_in().files, "odawara"))
}

/// Checks bytes as an xlsx file, and as one of the sheets among good ones.
pub(crate) fn check(data: &[u8]) {
    let mut gathering = Gathering::default();
    gathering.xlsx(data);
    read(gathering);
    let heading = |bytes: &[u8]| {
        bytes
            .split(|byte| *byte == b'\n')
            .next()
            .map(<[u8]>::to_vec)
    };
    let place = shipped()
        .iter()
        .position(|(_, bytes)| heading(bytes) == heading(data));
    let mut gathering = Gathering::default();
    for (index, (name, bytes)) in shipped().iter().enumerate() {
        let own = place.map_or(name == "items.csv", |place| place == index);
        gathering.csv(name, if own { data } else { bytes });
    }
    read(gathering);
}

fn read(gathering: Gathering) {
    let gathered = match gathering.finish() {
        Ok(gathered) => gathered,
        Err(problems) => {
            assert!(problems.iter().all(|problem| problem.place.row.is_none()));
            return tell(&problems);
        }
    };
    for note in &gathered.notes {
        for lang in LANGS {
            fit_to_show(&words::note(lang, Form::Csv, note));
        }
    }
    let made = SheetFiles::of(gathered);
    let files = ChecklistFiles {
        files: made.files.clone(),
    };
    let loaded = files.load(false);
    let (problems, others) = made.sorted(loaded.problems);
    assert!(others.is_empty(), "a problem of no sheet");
    if problems.is_empty() {
        let again = written(&files, &made.city);
        let mut gathering = Gathering::default();
        for (name, bytes) in &again {
            gathering.csv(name, bytes);
        }
        let again = SheetFiles::of(gathering.finish().unwrap());
        assert!(again.files == made.files, "the files differ");
    } else {
        tell(&problems);
    }
}

fn tell(problems: &[SheetProblem]) {
    assert!(!problems.is_empty());
    for problem in problems {
        assert!(problem.place.row.is_none_or(|row| row > 1));
        for lang in LANGS {
            for form in [Form::Xlsx, Form::Csv] {
                all_fit_to_show(&words::problem(lang, form, problem));
            }
        }
    }
}
