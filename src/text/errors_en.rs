//! Errors in English.

use super::{is_workbook, name, time};
use crate::error::{Doing, Error, Holder, Unfit};
use crate::text::en::number_of;
use crate::text::{Lang, damage, merge};

pub(super) fn english(error: &Error) -> Vec<String> {
    let (what, todo) = match error {
        Error::Io {
            doing,
            path,
            source,
        } => {
            let doing = match doing {
                Doing::Reading => "cannot read",
                Doing::Writing => "cannot write",
                Doing::MakingFolder => "cannot make the folder",
                Doing::Listing => "cannot list the folder",
                Doing::Locking => "cannot lock",
                Doing::Drawing => "cannot draw",
            };
            (
                format!("{}: {doing}: {source}.", name(path)),
                "Check the place and try again.",
            )
        }
        Error::Damaged { path, damage } => (
            format!("{}: {}", name(path), damage::what(Lang::En, damage)),
            damage::todo(Lang::En, damage),
        ),
        Error::Unreadable { path, why } => (
            format!("{}: cannot be understood ({why}).", name(path)),
            "Nothing was changed. Check whether another program changed it.",
        ),
        Error::TooLarge { path, max } => (
            format!(
                "{}: too large. At most {} MB are read.",
                name(path),
                max / (1024 * 1024)
            ),
            "Check whether it is the right file.",
        ),
        Error::ChecklistMissing { path } => (
            format!("{}: the checklist of this workbook is missing.", name(path)),
            "The answers are safe. Move the file beginning with checklist- along with the workbook.",
        ),
        Error::Locked { path, holder } => (
            format!(
                "{}: another program writes it{}.",
                name(path),
                holder_en(holder.as_ref())
            ),
            "Try again once it is closed.",
        ),
        Error::ChangedOutside(path) => (
            format!("{}: changed by another program while open.", name(path)),
            "Nothing more was written. Open the workbook again and repeat it.",
        ),
        Error::NotFound(path) => (
            format!("{}: there is no such file.", name(path)),
            if is_workbook(path) {
                "Check the name; tenken list shows what there is."
            } else {
                "Check the place and the name."
            },
        ),
        Error::Exists(path) => (
            format!("{}: it is there already.", name(path)),
            "Use the one that is there, or take another name. Nothing was overwritten.",
        ),
        Error::NotEmpty(path) => (
            format!("{}: the folder is not empty.", name(path)),
            "Name a new folder or an empty one. Nothing was written.",
        ),
        other => return english_input(other),
    };
    vec![what, todo.to_owned()]
}

#[expect(clippy::too_many_lines, reason = "one arm for each error")]
pub(super) fn english_input(error: &Error) -> Vec<String> {
    let known = |known: &[String]| format!("There are: {}", known.join(", "));
    let (what, todo) = match error {
        Error::BadWorkbookName(text) => (
            format!("`{text}` does not name a workbook."),
            "Use year/city/code, such as 2026/odawara/0420.".to_owned(),
        ),
        Error::BadDepartmentCode(text) => (
            format!("`{text}` cannot be a code."),
            "Use up to 20 letters, digits, - and _.".to_owned(),
        ),
        Error::UnknownChecklist(city, names) => {
            (format!("There is no checklist `{city}`."), known(names))
        }
        Error::UnknownAgency(agency, names) => {
            (format!("There is no agency `{agency}`."), known(names))
        }
        Error::UnknownProfileKey(key, names) => {
            (format!("There is no profile key `{key}`."), known(names))
        }
        Error::NotYesOrNo(text) => (
            format!("`{text}` is neither yes nor no."),
            "Write key=yes or key=no.".to_owned(),
        ),
        Error::BadYear(text) => (
            format!("`{text}` is not a fiscal year."),
            "Write the year it begins in, such as 2026.".to_owned(),
        ),
        Error::BadTime(text) => (
            format!("`{text}` is not a date or time."),
            "Write it like 2026-11-22.".to_owned(),
        ),
        Error::NotAFile(path) => (
            format!("{}: it is no regular file.", name(path)),
            "Copy what it gives into a file, and name that one.".to_owned(),
        ),
        Error::PastDue(day) => (
            format!("{day} is over."),
            "Write today or a later day.".to_owned(),
        ),
        Error::NameMissing => (
            "A name is missing.".to_owned(),
            "Give it with --by or --name.".to_owned(),
        ),
        Error::Refused(refusal) => (
            (Lang::En.strings().refusal)(*refusal).to_owned(),
            String::new(),
        ),
        Error::NoCopy(path) => merge::no_copy(Lang::En, &name(path)),
        Error::Merge(refusal) => merge::refusal(Lang::En, *refusal),
        Error::BadDecision(text) => merge::bad_decision(Lang::En, text),
        Error::Undecided(count) => merge::undecided(Lang::En, *count),
        Error::Incomplete(count) => (
            format!("It cannot be confirmed: {} missing.", number_of(*count, "thing is", "things are")),
            "See the list below.".to_owned(),
        ),
        Error::Link(path) => (
            format!("{}: a link to another place, which is not followed.", name(path)),
            "Put the file or folder itself there.".to_owned(),
        ),
        Error::TooMany { path, max } => (
            format!(
                "{}: too many files. At most {max} are looked at.",
                name(path)
            ),
            "Check whether it is the right folder.".to_owned(),
        ),
        Error::SelfCheck(path) => (
            format!("{}: what was written does not read back the same.", name(path)),
            "The files were removed. Export to another place.".to_owned(),
        ),
        Error::NotATerminal => (
            "There is no terminal to draw on.".to_owned(),
            "tenken --plain and tenken desk --plain ask line by line. Commands without a screen: tenken --help.".to_owned(),
        ),
        Error::Unfit(unfit) => unfit_en(unfit),
        Error::BadAmbiguous(word) => (
            format!("TENKEN_AMBIGUOUS={word} is not known."),
            "Use auto, 1, 2 or unknown.".to_owned(),
        ),
        Error::Bug(words) => (
            format!("A defect of the program: {words}."),
            "Please tell the division. Saved answers are safe.".to_owned(),
        ),
        _ => (String::new(), String::new()),
    };
    [what, todo]
        .into_iter()
        .filter(|line| !line.is_empty())
        .collect()
}

fn unfit_en(unfit: &Unfit) -> (String, String) {
    match unfit {
        Unfit::Lines => (
            "This terminal cannot draw the screens.".to_owned(),
            "Lines of text follow, as with tenken --plain.".to_owned(),
        ),
        Unfit::NoJapanese => (
            "This console has no Japanese letters.".to_owned(),
            "Use a terminal window, or fbterm or kmscon.".to_owned(),
        ),
        Unfit::Encoding(name) => (
            format!("This terminal is not set to UTF-8 ({name})."),
            "Set it to UTF-8, for example LANG=ja_JP.UTF-8.".to_owned(),
        ),
    }
}

pub(super) fn holder_en(holder: Option<&Holder>) -> String {
    holder.map_or_else(String::new, |holder| {
        format!(
            " ({}, {}, since {})",
            holder.name,
            holder.host,
            time(&holder.since)
        )
    })
}
