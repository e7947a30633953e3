//! What checking exported files found, in words: a headline, the receipt, then a line for each
//! finding, faults before notes.

use super::en::number_of;
use super::{Lang, read_error, table};
use crate::display::safe;
use crate::display::width::Ruler;
use crate::format::csv_canonical::SheetKind;
use crate::format::csv_finding::{Check, Finding, FindingKind, ScaleBasis, Verdict};

mod en;
mod ja;

/// The longest name of a department or of its files, in cells.
const WHO_MAX: usize = 300;
/// The most findings of one department told at once.
const TOLD_MAX: usize = 300;

/// Returns what is said about one department's files of one year.
#[must_use]
pub fn verdict(lang: Lang, verdict: &Verdict) -> Vec<String> {
    let (who, outcome) = (who(lang, verdict), Outcome::of(verdict));
    let headline = match lang {
        Lang::Ja => ja::headline(&outcome),
        Lang::En => en::headline(&outcome),
    };
    let mut lines = vec![format!("{who}: {headline}")];
    if let Some(line) = files(lang, verdict) {
        lines.push(format!("  {line}"));
    }
    if let Some(receipt) = &verdict.receipt {
        let line = match lang {
            Lang::Ja => ja::receipt(receipt, verdict.receipt_check),
            Lang::En => en::receipt(receipt, verdict.receipt_check),
        };
        lines.push(format!("  {line}"));
    }
    if let Some(line) = scale(lang, verdict) {
        lines.push(format!("  {line}"));
    }
    lines.extend(
        faults(lang, verdict)
            .into_iter()
            .map(|line| format!("  {line}")),
    );
    lines
}

/// Returns what was found, each with its place and what to do.
#[must_use]
pub fn faults(lang: Lang, verdict: &Verdict) -> Vec<String> {
    let mut lines = Vec::new();
    let (notes, faults): (Vec<&Finding>, Vec<&Finding>) = verdict
        .findings
        .iter()
        .partition(|finding| finding.kind.is_note());
    let mut said = "";
    let all = faults.len() + notes.len();
    for finding in faults.into_iter().chain(notes).take(TOLD_MAX) {
        let (what, todo) = words(lang, finding);
        let lead = lead(lang, verdict, finding);
        // A whole column of lines with the same remedy says it once, at its head.
        let remedy = if todo == said {
            String::new()
        } else {
            format!(" → {todo}")
        };
        lines.push(format!("{lead}: {what}{remedy}"));
        said = todo;
    }
    if all > TOLD_MAX {
        lines.push(match lang {
            Lang::Ja => format!("ほかに {}件ありますが、省きました。", all - TOLD_MAX),
            Lang::En => {
                let more = number_of(all - TOLD_MAX, "more was", "more were");
                format!("{more} left out.")
            }
        });
    }
    lines
}

/// Returns what a matching receipt proves; to be said once, below all verdicts.
#[must_use]
pub const fn proof_note(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => {
            "受付照合番号はだれでも計算できます。一致しただけでは、書き換えがない証明になりません。電話や紙など別の方法で受け取った番号か、「記録の末尾」の控えと比べてください。"
        }
        Lang::En => {
            "Anyone can compute a receipt, so a match alone proves nothing. Compare it with the number received another way, or the journal head with a kept copy."
        }
    }
}

/// What the headline says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Outcome {
    result: ResultOf,
    /// Whether other files are about the same department and year.
    twice: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum ResultOf {
    /// The file cannot be read.
    Unreadable,
    /// Everything fits.
    Same,
    /// What is there fits; the receipt takes the other file too.
    Alone,
    /// The receipt fits, but a digest is absent.
    DigestMissing,
    /// There is no receipt or digest to check.
    Unsealed,
    /// Receipt or digests differ, and characters were lost: more cannot be known.
    Lost,
    /// So many faults.
    Differs(usize),
}

impl Outcome {
    fn of(verdict: &Verdict) -> Self {
        let (twice, faults): (Vec<&FindingKind>, Vec<&FindingKind>) = verdict
            .findings
            .iter()
            .map(|finding| &finding.kind)
            .filter(|kind| !kind.is_note())
            .partition(|kind| matches!(kind, FindingKind::Duplicate));
        let all = |is: fn(&FindingKind) -> bool| faults.iter().all(|kind| is(kind));
        let is_unsealed = |kind: &_| matches!(kind, FindingKind::SealMissing);
        let is_seal = |kind: &_| {
            matches!(
                kind,
                FindingKind::ReceiptDiffers { .. } | FindingKind::DigestDiffers { .. }
            )
        };
        let result = if verdict.unreadable.is_some() {
            ResultOf::Unreadable
        } else if faults.is_empty() {
            match verdict.receipt_check {
                Check::Good => ResultOf::Same,
                Check::Open | Check::Bad => ResultOf::Alone,
            }
        } else if all(is_unsealed) {
            match verdict.receipt_check {
                Check::Good => ResultOf::DigestMissing,
                Check::Open | Check::Bad => ResultOf::Unsealed,
            }
        } else if verdict.has_lost_characters() && all(is_seal) {
            ResultOf::Lost
        } else {
            ResultOf::Differs(faults.len())
        };
        Self {
            result,
            twice: !twice.is_empty(),
        }
    }
}

/// Whose files they are; the files' names when nothing in them says so.
fn who(lang: Lang, verdict: &Verdict) -> String {
    let named = |name: &str, code: &str| match (name.trim(), code.trim(), lang) {
        ("", code, _) => code.to_owned(),
        (name, "", _) => name.to_owned(),
        (name, code, Lang::Ja) => format!("{name}（{code}）"),
        (name, code, Lang::En) => format!("{name} ({code})"),
    };
    let year = match (verdict.fiscal_year.trim(), lang) {
        ("", _) => String::new(),
        (year, Lang::Ja) => format!("{year}年度"),
        (year, Lang::En) => format!("fiscal year {year}"),
    };
    let parts = [
        named(&verdict.municipality, &verdict.municipality_code),
        named(&verdict.department, &verdict.department_code),
        year,
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let who = if parts.is_empty() {
        let names = [&verdict.unreadable, &verdict.summary, &verdict.answers];
        let names: Vec<&str> = names.into_iter().flatten().map(String::as_str).collect();
        names.join(" ")
    } else {
        parts.join(" ")
    };
    // A quotation mark left open makes a department of half a file.
    Ruler::Narrow.truncate(&safe::line(&who), WHO_MAX)
}

fn files(lang: Lang, verdict: &Verdict) -> Option<String> {
    let names = [&verdict.summary, &verdict.answers];
    let names: Vec<String> = names
        .map(Option::as_deref)
        .into_iter()
        .flatten()
        .map(safe::line)
        .collect();
    (!names.is_empty()).then(|| match lang {
        Lang::Ja => format!("ファイル: {}", names.join("、")),
        Lang::En => format!("Files: {}", names.join(", ")),
    })
}

/// How the figures were recomputed, where that is worth telling.
fn scale(lang: Lang, verdict: &Verdict) -> Option<&'static str> {
    let is_pair = verdict.summary.is_some() && verdict.answers.is_some();
    match (verdict.scale, lang) {
        (ScaleBasis::Checklist | ScaleBasis::Default, _) => None,
        (ScaleBasis::File, Lang::Ja) => {
            Some("回答の点が標準と違うので、ファイルにある点で数値を計算し直しました。")
        }
        (ScaleBasis::File, Lang::En) => Some(
            "The worths of the marks are not the usual ones; the figures were recomputed with those in the file.",
        ),
        (ScaleBasis::None, Lang::Ja) => is_pair.then_some("数値は計算し直していません。"),
        (ScaleBasis::None, Lang::En) => is_pair.then_some("The figures were not recomputed."),
    }
}

/// Whether it is a fault or a note, and its place.
fn lead(lang: Lang, verdict: &Verdict, finding: &Finding) -> String {
    let label = match (finding.kind.is_note(), lang) {
        (false, Lang::Ja) => "要確認",
        (true, Lang::Ja) => "参考",
        (false, Lang::En) => "check",
        (true, Lang::En) => "note",
    };
    let file = match finding.sheet {
        Some(kind) => {
            let name = match kind {
                SheetKind::Summary => &verdict.summary,
                SheetKind::Answers => &verdict.answers,
            };
            let name = name.as_deref().map(|name| safe::line(last_part(name)));
            name.unwrap_or_else(|| table::sheet(lang, kind).to_owned())
        }
        None => String::new(),
    };
    let place = match finding.kind {
        // Its words name the place.
        FindingKind::Unreadable(_) => String::new(),
        _ => table::place(lang, finding.row, finding.column, finding.column_id),
    };
    [label, &file, &place]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// A file's name without its folders; those stand above, where the files are named.
fn last_part(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

/// Returns what was found, and what to do.
#[must_use]
pub fn words(lang: Lang, finding: &Finding) -> (String, &'static str) {
    if let FindingKind::Unreadable(error) = &finding.kind {
        return read_error::words(lang, error);
    }
    match lang {
        Lang::Ja => (ja::what(finding), ja::todo(&finding.kind)),
        Lang::En => (en::what(finding), en::todo(&finding.kind)),
    }
}

#[cfg(test)]
#[path = "findings_tests.rs"]
mod tests;
