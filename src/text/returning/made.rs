//! What became of an order of return slips, in words.

use std::path::Path;

use super::problem;
use crate::collect::collection::Entry;
use crate::collect::return_slips::Slips;
use crate::display::safe;
use crate::format::audits::AuditProblem;
use crate::text::en::number_of;
use crate::text::{Lang, desk};

/// Tells what became of an order of slips.
#[must_use]
pub fn made(lang: Lang, slips: &Slips<'_>) -> Vec<String> {
    let mut lines: Vec<String> = slips
        .written
        .iter()
        .flat_map(|slip| {
            let files = (slip.files.page.as_path(), slip.files.file.as_path());
            written(lang, slip.entry, slip.items, files, slip.files.was_there)
        })
        .collect();
    if slips.written.is_empty() {
        lines.push(nothing(lang).to_owned());
    } else {
        lines.push(self::slips(lang, slips.written.len()));
    }
    lines.extend(left_alone(lang, &slips.absent, slips.unknown));
    lines
}

/// Names a department and the state of what it handed in.
#[must_use]
pub fn named(lang: Lang, entry: &Entry, state: &str) -> String {
    let who = format!("{} {}", entry.department_code, entry.cover().department);
    let who = safe::line(who.trim());
    match lang {
        Lang::Ja => format!("{who}（{state}）"),
        Lang::En => format!("{who} ({state})"),
    }
}

/// Tells of one slip: whose, over what, and where.
#[must_use]
fn written(
    lang: Lang,
    entry: &Entry,
    items: usize,
    (page, file): (&Path, &Path),
    was_there: bool,
) -> Vec<String> {
    let who = safe::line(&format!(
        "{} {}",
        entry.department_code,
        entry.cover().department
    ));
    let state = desk::state(lang, entry.state);
    let head = match lang {
        Lang::Ja => format!(
            "{who}　{state}　{items}項目{}",
            if was_there {
                "　前と同じです"
            } else {
                ""
            }
        ),
        Lang::En => format!(
            "{who}: {state}, {}{}",
            number_of(items, "item", "items"),
            if was_there { ", as before" } else { "" }
        ),
    };
    vec![
        head,
        format!("  {}", page.display()),
        format!("  {}", file.display()),
    ]
}

/// Tells how many slips there are.
#[must_use]
fn slips(lang: Lang, count: usize) -> String {
    match lang {
        Lang::Ja => format!("{count}所属の差戻し票があります。"),
        Lang::En => format!("{}.", number_of(count, "return slip", "return slips")),
    }
}

/// Tells that nothing goes back.
#[must_use]
const fn nothing(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => {
            "差し戻すものはありません。項目を差し戻すには、項目の案を書き出して直し、「項目の表」に指定してください（コマンドでは --items）。"
        }
        Lang::En => {
            "Nothing goes back. To return items, write the proposed ones, edit them, and name the table as Items (--items)."
        }
    }
}

/// Tells who gets no slip: who handed in nothing, and what is of no department.
#[must_use]
fn left_alone(lang: Lang, absent: &[&Entry], unknown: usize) -> Vec<String> {
    let mut lines = Vec::new();
    if !absent.is_empty() {
        let names: Vec<String> = absent
            .iter()
            .map(|entry| {
                let (code, name) = (&entry.department_code, &entry.cover().department);
                safe::line(&format!("{code} {name}")).trim().to_owned()
            })
            .collect();
        lines.push(match lang {
            Lang::Ja => format!(
                "未提出の {}所属には作りません（直すものがありません）: {}",
                absent.len(),
                names.join("、")
            ),
            Lang::En => format!(
                "No slip for {} that handed in nothing this year: {}",
                number_of(absent.len(), "department", "departments"),
                names.join(", ")
            ),
        });
    }
    if unknown > 0 {
        lines.push(match lang {
            Lang::Ja => format!(
                "所属の一覧にない {unknown}件には作りません。所属コードを確かめてください。"
            ),
            Lang::En => {
                format!("No slip for {unknown} not on the roster. Check the department codes.")
            }
        });
    }
    lines
}

/// Tells which rows are about a submission that another has taken the place of.
#[must_use]
pub fn overtaken(lang: Lang, rows: &[usize]) -> String {
    let rows: Vec<String> = rows.iter().map(usize::to_string).collect();
    let rows = rows.join(", ");
    match lang {
        Lang::Ja => {
            format!("{rows}行目: そのあとに再提出が届いています。この行は使いませんでした。")
        }
        Lang::En => format!("Rows {rows}: something newer was handed in since; left out."),
    }
}

/// Tells that nothing was written, and every problem of the table.
#[must_use]
pub fn refusal(lang: Lang, path: &Path, problems: &[AuditProblem]) -> Vec<String> {
    let mut lines = vec![refused(lang, path, problems.len())];
    lines.extend(problems.iter().flat_map(|one| problem(lang, one)));
    lines
}

/// Tells how many problems the division's file has, and that nothing was written.
#[must_use]
fn refused(lang: Lang, path: &Path, count: usize) -> String {
    crate::text::commands::refused_file(lang, path, count)
}

/// Tells that proposals were written.
#[must_use]
pub fn template_written(lang: Lang, path: &Path, rows: usize) -> String {
    let path = path.display();
    match lang {
        Lang::Ja => format!(
            "{path}: 差戻しの案 {rows}行を書きました。差し戻さない行を消し、理由を直してください。"
        ),
        Lang::En => format!(
            "{path}: {} proposed. Remove what is not to be returned, and edit the reasons.",
            number_of(rows, "row", "rows")
        ),
    }
}
