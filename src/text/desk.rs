//! The division's desk in words: why something handed in does not count, and what to do.

use std::cmp::Reverse;

use super::columns::{Header, collection::STATE, word};
use super::{Lang, errors, findings, table, wrapping};
use crate::domain::ledger::State;
use crate::error::Error;
use crate::format::csv_canonical::SheetKind;
use crate::format::csv_finding::{Finding, FindingKind, Verdict};

/// Why something does not count, with its place.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Reason {
    /// The file; empty where none is meant.
    pub file: String,
    /// The row, as a spreadsheet shows it.
    pub row: Option<usize>,
    /// The column in words; empty where none is meant.
    pub column: String,
    /// What is wrong; empty where nothing is.
    pub what: String,
    /// What to do.
    pub todo: String,
}

/// Returns the word of a state.
#[must_use]
pub fn state(lang: Lang, state: State) -> &'static str {
    match lang {
        Lang::Ja => word(STATE, state.code(), Header::Ja),
        Lang::En => match state {
            State::Submitted => "submitted",
            State::Resubmitted => "resubmitted",
            State::Superseded => "superseded",
            State::Duplicate => "duplicate",
            State::Draft => "draft",
            State::OtherEdition => "other edition",
            State::OtherYear => "other year",
            State::NotOnRoster => "not on roster",
            State::Lost => "lost characters",
            State::Altered => "altered",
            State::Alone => "file missing",
            State::Unreadable => "unreadable",
            State::NotSubmitted => "not submitted",
        },
    }
}

/// Returns why something handed in does not count.
#[must_use]
pub fn reason(
    lang: Lang,
    state: State,
    verdict: Option<&Verdict>,
    trouble: Option<&Error>,
) -> Reason {
    if let Some(trouble) = trouble {
        let mut lines = errors::error(lang, trouble).into_iter();
        return Reason {
            file: verdict
                .and_then(|one| one.unreadable.clone())
                .unwrap_or_default(),
            what: lines.next().unwrap_or_default(),
            todo: lines.next().unwrap_or_default(),
            ..Reason::default()
        };
    }
    if let Some(verdict) = verdict.filter(|_| state.is_fault()) {
        return fault(lang, state, verdict);
    }
    let (what, todo) = plain(lang, state);
    Reason {
        what: what.to_owned(),
        todo: todo.to_owned(),
        ..Reason::default()
    }
}

fn fault(lang: Lang, state: State, verdict: &Verdict) -> Reason {
    let telling = |finding: &&Finding| match state {
        State::Lost => matches!(finding.kind, FindingKind::Lost(_)),
        State::Alone => matches!(finding.kind, FindingKind::PartnerMissing(_)),
        // What a column held that was taken out is why sums and digests differ.
        _ => !finding.kind.is_note() || matches!(finding.kind, FindingKind::MissingColumn(_)),
    };
    let found: Vec<&Finding> = verdict.findings.iter().filter(telling).collect();
    // The first of those that say most.
    let telling = found.iter().min_by_key(|finding| weight(&finding.kind));
    let Some(finding) = telling else {
        return Reason::default();
    };
    let (mut what, todo) = findings::words(lang, finding);
    if found.len() > 1 {
        let more = found.len() - 1;
        what.push_str(&match lang {
            Lang::Ja => format!("ほかに{more}件あります。"),
            Lang::En => format!(" {more} more."),
        });
    }
    let file = match finding.sheet {
        Some(SheetKind::Summary) => verdict.summary.as_ref(),
        Some(SheetKind::Answers) => verdict.answers.as_ref(),
        None => verdict.unreadable.as_ref(),
    };
    let any = || verdict.answers.as_ref().or(verdict.summary.as_ref());
    Reason {
        file: file.or_else(any).cloned().unwrap_or_default(),
        row: finding.row,
        column: table::place(lang, None, finding.column, finding.column_id),
        what,
        todo: todo.to_owned(),
    }
}

/// How little a finding says about what was done to a file: a cell says more than a sum, the sum of
/// a small part more than that of the whole, and any more than a digest.
fn weight(kind: &FindingKind) -> (u8, Reverse<usize>) {
    use FindingKind as K;
    match kind {
        K::MissingColumn(_)
        | K::WorthDiffers { .. }
        | K::UnknownMark(_)
        | K::BadNumber(_)
        | K::CellDiffers { .. }
        | K::Inconsistent { .. } => (0, Reverse(0)),
        K::RowTwice { .. } | K::UnknownRow(_) | K::RowMissing(_) => (1, Reverse(0)),
        // The ids of clauses are longer the deeper they lie; those of tiers say less.
        K::FigureDiffers { scope, .. } => {
            let depth = if scope.starts_with('C') {
                scope.len()
            } else {
                0
            };
            (2, Reverse(depth))
        }
        K::SealMissing => (3, Reverse(0)),
        _ => (4, Reverse(0)),
    }
}

fn plain(lang: Lang, state: State) -> (&'static str, &'static str) {
    match lang {
        Lang::Ja => plain_ja(state),
        Lang::En => plain_en(state),
    }
}

const fn plain_ja(state: State) -> (&'static str, &'static str) {
    match state {
        State::Superseded => ("あとで出し直したものを数えました。", ""),
        State::Duplicate => ("同じものが、先にもう一つあります。", ""),
        State::Draft => (
            "まだ確定していません。",
            "確定してから書き出してもらってください。",
        ),
        State::OtherEdition => (
            "ほかの課と方針の版が違います。",
            "今の版の点検票で答え直してもらってください。",
        ),
        State::OtherYear => (
            "集めている年度のものではありません。",
            "その年度の集計に入れるか、提出した課に確かめてください。",
        ),
        State::NotOnRoster => (
            "所属の一覧に、この所属コードがありません。",
            "コードを課に確かめるか、departments.csv に足してください。",
        ),
        State::NotSubmitted => ("届いていません。", "課に提出を頼んでください。"),
        _ => ("", ""),
    }
}

const fn plain_en(state: State) -> (&'static str, &'static str) {
    match state {
        State::Superseded => ("A later one counts.", ""),
        State::Duplicate => ("The same is there already.", ""),
        State::Draft => (
            "It is not confirmed yet.",
            "Ask for an export after confirming.",
        ),
        State::OtherEdition => (
            "Its edition of the policy is not that of the others.",
            "Ask for answers to the present edition.",
        ),
        State::OtherYear => (
            "It is not of the year collected.",
            "Collect it with its own year, or ask the department.",
        ),
        State::NotOnRoster => (
            "The roster does not have this department code.",
            "Ask the department, or add it to departments.csv.",
        ),
        State::NotSubmitted => ("Nothing has come.", "Ask the department."),
        _ => ("", ""),
    }
}

/// Returns an error of the desk as lines; none for any other error.
#[must_use]
pub fn error(lang: Lang, error: &Error) -> Option<Vec<String>> {
    let lines = |what: String, todo: &str| Some(vec![what, todo.to_owned()]);
    match (error, lang) {
        (Error::Roster { path, problems }, _) => {
            let name = path.display().to_string();
            let mut told = vec![super::roster::refused(lang, &name, problems.len())];
            for problem in problems {
                told.extend(super::roster::problem(lang, problem));
            }
            Some(told)
        }
        (Error::NoDesk(path), Lang::Ja) => lines(
            format!("{}: 集めた結果がありません。", path.display()),
            "場所を確かめてください。まだなら、先に集めてください（コマンドでは tenken collect）。",
        ),
        (Error::NoDesk(path), Lang::En) => lines(
            format!("{}: nothing was collected here.", path.display()),
            "Check the place. If nothing was collected yet, collect first (tenken collect).",
        ),
        (Error::OtherDesk { path, year }, Lang::Ja) => lines(
            format!("{}: {year}年度を集めたフォルダです。", path.display()),
            "年度ごとに別のフォルダを --to で指定してください。",
        ),
        (Error::OtherDesk { path, year }, Lang::En) => lines(
            format!("{}: fiscal year {year} was collected here.", path.display()),
            "Name another folder for each year with --to.",
        ),
        (Error::KeepsCopies(path), Lang::Ja) => lines(
            format!(
                "{}: 受け取ったファイルの写しを取ってあるフォルダです。",
                path.display()
            ),
            "--no-keep を付けないか、別のフォルダを --to で指定してください。",
        ),
        (Error::KeepsCopies(path), Lang::En) => lines(
            format!("{}: this folder keeps copies of what came.", path.display()),
            "Leave out --no-keep, or name another folder with --to.",
        ),
        (Error::NotCollected(code), Lang::Ja) => lines(
            format!(
                "所属コード {} の提出は、今年度の集計にありません。",
                table::quoted(lang, code)
            ),
            "ledger.csv の所属コードを確かめてください。",
        ),
        (Error::NotCollected(code), Lang::En) => lines(
            format!(
                "No submission of department {} counts this year.",
                table::quoted(lang, code)
            ),
            "Check the codes in ledger.csv.",
        ),
        (Error::Stopped, Lang::Ja) => lines(
            "途中でやめました。何も書いていません。".to_owned(),
            "同じ命令で、初めからやり直せます。",
        ),
        (Error::Stopped, Lang::En) => lines(
            "Stopped. Nothing was written.".to_owned(),
            "The same command begins again.",
        ),
        _ => wrapping::error(lang, error),
    }
}
