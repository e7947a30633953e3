//! Checklist files: every problem told with its place, or a checklist that stays what it is.

use tenken::domain::expression::Expression;
use tenken::domain::file_name;
use tenken::domain::problem::Problem;
use tenken::format::checklist_files::{ChecklistFiles, Loaded};
use tenken::format::frozen;
use tenken::format::ron_source::SourceFile;
use tenken::text::problems;

use super::shown::{LANGS, all_fit_to_show};
use super::workbook;

/// The file put in place of one of the small set: the first line says which, as `//scale`.
const NAMES: [(&str, &str, &str); 4] = [
    ("//scale", "scale.ron", include_str!("checklist/scale.ron")),
    (
        "//profile",
        "profile.ron",
        include_str!("checklist/profile.ron"),
    ),
    (
        "//items",
        "items/a.ron",
        include_str!("checklist/items.ron"),
    ),
    (
        "//policy",
        "sample.ron",
        include_str!("checklist/policy.ron"),
    ),
];

/// Checks bytes as a file of a checklist, as a frozen checklist and as an expression.
pub(crate) fn check(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let replaced = NAMES.iter().find(|(mark, _, _)| text.starts_with(mark));
    let replaced = replaced.map_or("sample.ron", |(_, name, _)| *name);
    let file = |name: &str, text: &str| SourceFile {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    let files = NAMES
        .iter()
        .map(|(_, name, base)| file(name, if *name == replaced { &text } else { base }))
        .collect();
    check_files(&ChecklistFiles { files }, true);
    if let Ok(files) = frozen::decode(&text) {
        check_frozen(&files);
        check_files(&files, false);
    }
    check_expression(&text);
}

fn check_files(files: &ChecklistFiles, whole: bool) {
    let Loaded {
        checklists,
        problems,
    } = files.load(whole);
    for problem in &problems {
        check_problem(files, problem);
    }
    for checklist in &checklists {
        let own = files.of_city(&checklist.policy.id);
        assert_eq!(own.digest(), checklist.digest);
        check_frozen(&own);
    }
    if problems.iter().any(Problem::blocks) {
        return;
    }
    for checklist in &checklists {
        let id = &checklist.policy.id;
        assert_eq!(
            file_name::safe(id).as_ref(),
            Some(id),
            "a city is no file name"
        );
        // The city's own files alone give the same checklist.
        let own = files.of_city(id).load(false);
        let again = own.checklists.iter().find(|other| other.policy.id == *id);
        let again = again.expect("not read again");
        assert!(again.items == checklist.items && again.policy == checklist.policy);
        workbook::exports_well(checklist, &workbook::begin(checklist));
    }
}

fn check_problem(files: &ChecklistFiles, problem: &Problem) {
    let place = &problem.place;
    if place.line > 0 {
        let mut texts = files.files.iter().filter(|file| file.name == place.file);
        let is_inside = texts.any(|file| {
            let line = file.text.split('\n').nth(place.line - 1);
            line.is_some_and(|line| place.column <= line.chars().count() + 1)
        });
        assert!(
            is_inside && place.column > 0 && place.length > 0,
            "{place:?}"
        );
    }
    for lang in LANGS {
        all_fit_to_show(&problems::lines(lang, problem));
    }
}

/// A frozen copy gives the same files and digest.
fn check_frozen(files: &ChecklistFiles) {
    let text = frozen::encode(files).unwrap();
    let again = frozen::decode(&text).unwrap();
    assert!(again == *files && again.digest() == files.digest());
}

fn check_expression(text: &str) {
    match Expression::parse(text) {
        Ok(expression) => {
            assert!(expression.holds(&|_| true));
            let _ = expression.keys();
        }
        Err(error) => assert!(text.is_char_boundary(error.offset)),
    }
}
