//! The plain tables of `show` and `list`.

use super::Lang;
use super::en::number_of;
use super::figures::{lines, percent, points};
use crate::display::width::Ruler;
use crate::domain::completeness::missing;
use crate::domain::progress::progress;
use crate::domain::scope::{Scope, ScopeKind, figures, scopes, total};
use crate::domain::workbook::Status;
use crate::store::shelf::Summary;
use crate::store::workbooks::Opened;

/// Width of a scope's name, in cells.
const NAME_WIDTH: usize = 46;

/// Returns the figures of a workbook as a table.
#[must_use]
pub fn show(lang: Lang, opened: &Opened) -> Vec<String> {
    let strings = lang.strings();
    let created = opened.workbook.created();
    let checklist = &opened.checklist;
    let year = (strings.fiscal_year)(created.fiscal_year);
    let mut out = vec![format!(
        "{}　{}　{year}　{}",
        created.municipality,
        created.department,
        status(
            lang,
            opened.workbook.status(),
            opened.workbook.is_returned()
        )
    )];
    let all = total(checklist, &opened.workbook);
    out.extend(lines(strings, &checklist.scale, &all));
    let progress = progress(checklist, &opened.workbook);
    out.push((strings.walk.remaining)(progress.open, progress.minutes));
    let lacking = missing(checklist, &opened.workbook).len();
    if lacking > 0 {
        out.push(match lang {
            Lang::Ja => format!("確定までに、あと {lacking}件あります。"),
            Lang::En => {
                let missing = number_of(lacking, "thing is", "things are");
                format!("{missing} missing before confirming.")
            }
        });
    }
    out.push(String::new());
    let words = &strings.figures;
    out.push(
        [
            Ruler::Narrow.fit("", NAME_WIDTH),
            Ruler::Narrow.fit_right(words.response, 12),
            Ruler::Narrow.fit_right(words.implementation, 12),
            Ruler::Narrow.fit_right(words.score, 8),
        ]
        .concat(),
    );
    for scope in scopes(checklist) {
        let figures = figures(checklist, &opened.workbook, &scope);
        out.push(
            [
                Ruler::Narrow.fit(&name(lang, &scope), NAME_WIDTH),
                Ruler::Narrow.fit_right(&percent(figures.response()), 12),
                Ruler::Narrow.fit_right(&percent(figures.implementation()), 12),
                Ruler::Narrow.fit_right(&points(figures.score_tenths()), 8),
            ]
            .concat(),
        );
    }
    out
}

/// Returns a workbook as one row.
#[must_use]
pub fn list_row(lang: Lang, key: &str, summary: &Summary) -> String {
    let done = summary.progress.asked - summary.progress.open;
    let saved = summary
        .saved_at
        .map_or_else(String::new, |at| at.format("%Y-%m-%d %H:%M").to_string());
    [
        Ruler::Narrow.fit(key, 26),
        Ruler::Narrow.fit(&summary.municipality, 18),
        Ruler::Narrow.fit(&summary.department, 24),
        Ruler::Narrow.fit(status(lang, &summary.status, summary.returned), 10),
        Ruler::Narrow.fit_right(&format!("{done}/{}", summary.progress.asked), 8),
        Ruler::Narrow.fit_right(&points(summary.score), 8),
        format!("  {saved}"),
    ]
    .concat()
}

const fn status(lang: Lang, status: &Status, returned: bool) -> &'static str {
    let words = &lang.strings().home;
    match status {
        Status::Draft if returned => words.returned,
        Status::Draft => words.draft,
        Status::Confirmed { .. } => words.confirmed,
    }
}

fn name(lang: Lang, scope: &Scope) -> String {
    match scope.kind {
        ScopeKind::Total => match lang {
            Lang::Ja => "全体".to_owned(),
            Lang::En => "total".to_owned(),
        },
        ScopeKind::Article => format!("{} {}", scope.citation, scope.heading),
        ScopeKind::Clause => format!(
            "{}{} {}",
            "  ".repeat(scope.depth + 1),
            scope.citation,
            scope.heading
        ),
        ScopeKind::Tier => scope.heading.clone(),
    }
}
