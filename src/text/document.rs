//! The words of the division's report: headings, columns, remarks and signs.

pub mod cells;
pub mod committee;
mod en;
mod ja;

use super::Lang;

type Str = &'static str;

/// The words of the report in one language.
#[derive(Debug)]
pub struct DocumentWords {
    /// The language, as HTML names it.
    pub language: Str,
    /// What the report is.
    pub title: Str,
    /// Names the municipality, or how many there are, with the year.
    pub subject: fn(&str, &str) -> String,
    /// How many municipalities there are.
    pub municipalities: fn(usize) -> String,
    /// The handling mark where the policy names none.
    pub internal: Str,
    /// What the mark of the edition with departments means.
    pub internal_meaning: Str,
    /// The handling mark of the edition of totals.
    pub public: Str,
    /// What it means.
    pub public_meaning: Str,
    /// When it was made.
    pub made: fn(&str) -> String,
    /// Who made it.
    pub by: Str,
    /// Stands between names.
    pub comma: Str,
    /// The heading of the table of contents.
    pub contents: Str,
    /// Says why figures are hidden.
    pub hidden_note: fn(usize, u64) -> String,
    /// The headings of the sections.
    pub headings: Headings,
    /// The names of the columns.
    pub columns: ColumnWords,
    /// What stands in the sections.
    pub parts: PartWords,
    /// Names a band: its lowest score and that of the next better one.
    pub band: fn(u8, Option<u8>) -> String,
    /// The formulas, each with its name.
    pub formulas: &'static [(Str, Str)],
    /// How things are counted, a sentence each.
    pub rules: &'static [Str],
    /// How the edition of totals differs.
    pub public_rules: &'static [Str],
}

/// The headings of the sections.
#[derive(Debug)]
pub struct Headings {
    /// The summary for the committee.
    pub summary: Str,
    /// The submission.
    pub submission: Str,
    /// Figures by clause.
    pub clauses: Str,
    /// The heat map.
    pub map: Str,
    /// Items failed most.
    pub items: Str,
    /// Year on year.
    pub years: Str,
    /// Continued failures.
    pub again: Str,
    /// Open points.
    pub open: Str,
    /// Answers that deserve a question.
    pub questions: Str,
    /// Lineage of departments.
    pub lineage: Str,
    /// The method.
    pub method: Str,
    /// Versions and receipts.
    pub version: Str,
}

/// The names of the columns.
#[derive(Debug)]
pub struct ColumnWords {
    /// The department's code.
    pub code: Str,
    /// The department.
    pub department: Str,
    /// Its agency.
    pub agency: Str,
    /// The state.
    pub state: Str,
    /// How many.
    pub count: Str,
    /// When it was confirmed.
    pub confirmed: Str,
    /// Who confirmed.
    pub confirmed_by: Str,
    /// The score.
    pub score: Str,
    /// The rate of implementation.
    pub implementation: Str,
    /// The rate of response.
    pub response: Str,
    /// The rate of applicability.
    pub applicability: Str,
    /// The change of the score over all items.
    pub change: Str,
    /// The change over items asked alike.
    pub change_alike: Str,
    /// The file.
    pub file: Str,
    /// Why it does not count, and what to do.
    pub reason: Str,
    /// The clause.
    pub clause: Str,
    /// Departments with an answer that counts.
    pub departments: Str,
    /// Items.
    pub items: Str,
    /// Items × departments.
    pub answers: Str,
    /// The item.
    pub item: Str,
    /// The question.
    pub question: Str,
    /// Whether it is critical.
    pub critical: Str,
    /// Whether it is critical, and again.
    pub flags: Str,
    /// The mark.
    pub mark: Str,
    /// The mark of the year before.
    pub previous: Str,
    /// Whether it was × the year before.
    pub again: Str,
    /// The remark.
    pub remark: Str,
    /// × of those it applies to.
    pub failed: Str,
    /// － of all.
    pub not_applicable: Str,
    /// To be confirmed.
    pub to_be_confirmed: Str,
    /// The year.
    pub year: Str,
    /// The score of the year before.
    pub score_before: Str,
    /// The score over items asked alike.
    pub score_alike: Str,
    /// The same, of the year before.
    pub score_alike_before: Str,
    /// What became of it.
    pub what: Str,
    /// Replaced items.
    pub replaced: Str,
    /// The predecessors.
    pub predecessors: Str,
    /// Compared with.
    pub compared: Str,
    /// A name.
    pub name: Str,
    /// A value.
    pub value: Str,
    /// A formula.
    pub formula: Str,
    /// The receipt.
    pub receipt: Str,
    /// The head of the journal.
    pub head: Str,
    /// The row in the file.
    pub row: Str,
    /// Heading of the part of a rate.
    pub part: Str,
    /// Heading of the whole of a rate.
    pub whole: Str,
    /// Heading of a band.
    pub band: Str,
    /// The rank.
    pub rank: Str,
    /// The deviation value.
    pub deviation: Str,
    /// The figures that led to a question.
    pub explanation: Str,
}

/// What stands in the sections.
#[derive(Debug)]
pub struct PartWords {
    /// Heading of the sentences.
    pub results: Str,
    /// Heading of the steps.
    pub steps: Str,
    /// The marks of all.
    pub shares: Str,
    /// What the chart of marks shows.
    pub shares_described: Str,
    /// The whole.
    pub whole: Str,
    /// Submitted of those to hand in.
    pub submitted: Str,
    /// Not known how many are to hand in.
    pub no_roster: Str,
    /// Critical items not implemented.
    pub critical: Str,
    /// Answers in so many departments.
    pub in_departments: fn(usize) -> String,
    /// Continued failures.
    pub again: Str,
    /// Change of the score.
    pub change: Str,
    /// The change over items asked alike.
    pub alike: fn(&str) -> String,
    /// Departments that count.
    pub over: fn(usize) -> String,
    /// Table of states.
    pub states: Str,
    /// Board of departments.
    pub board: Str,
    /// What is not counted.
    pub doubtful: Str,
    /// Nothing is left uncounted.
    pub doubtful_none: Str,
    /// Names a row of a file.
    pub row: fn(usize) -> String,
    /// The whole ledger.
    pub ledger: Str,
    /// Chart of clauses.
    pub chart: Str,
    /// What the chart of clauses shows.
    pub chart_described: fn(bool) -> String,
    /// Table of clauses.
    pub clauses: Str,
    /// Table of tiers.
    pub tiers: Str,
    /// The heat map.
    pub map: Str,
    /// How the heat map is read.
    pub map_described: Str,
    /// Items not implemented most.
    pub failed_most: Str,
    /// Every item.
    pub every_item: Str,
    /// No item.
    pub failed_none: Str,
    /// None of it.
    pub none: Str,
    /// Chart of years.
    pub trend: Str,
    /// What the chart of years shows.
    pub trend_described: Str,
    /// There is no year before.
    pub no_past: Str,
    /// Table of two years by clause.
    pub two_years: Str,
    /// How two years are compared.
    pub two_years_described: fn(usize, usize) -> String,
    /// Table of what became of answers.
    pub moved: Str,
    /// Table of how questions differ.
    pub revised: Str,
    /// Questions are the same.
    pub revised_none: fn(usize) -> String,
    /// A new question.
    pub new: Str,
    /// A question asked otherwise.
    pub reworded: Str,
    /// A question in the place of others.
    pub split: Str,
    /// A question asked no more.
    pub withdrawn: Str,
    /// Table of continued failures.
    pub continued: Str,
    /// × the year before as well.
    pub again_here: Str,
    /// There are none.
    pub continued_none: Str,
    /// How open points are listed.
    pub open_described: fn(usize) -> String,
    /// Table of open points by department.
    pub open_counts: Str,
    /// Table of × on critical items and others.
    pub open_failed: Str,
    /// Table of all open points.
    pub open_all: Str,
    /// Table of lineage.
    pub lineage: Str,
    /// How lineage is read.
    pub lineage_described: Str,
    /// No department came from another.
    pub lineage_none: Str,
    /// Nothing of the year before.
    pub nothing_before: Str,
    /// Table of formulas.
    pub formulas: Str,
    /// Heading of the rules.
    pub rules: Str,
    /// Heading of the rules of publication.
    pub public_rules: Str,
    /// Table of versions.
    pub versions: Str,
    /// The program.
    pub program: Str,
    /// The policy's edition.
    pub edition: Str,
    /// The checklist's digest.
    pub checklist: Str,
    /// Table of receipts.
    pub receipts: Str,
    /// What a receipt proves.
    pub receipts_described: Str,
    /// The year before in charts.
    pub year_before: Str,
    /// This year in charts.
    pub this_year: Str,
    /// A critical item.
    pub critical_item: Str,
    /// Further departments or items follow elsewhere.
    pub rest_on_sheet: fn(usize) -> String,
    /// A scale's bands.
    pub bands: Str,
    /// No value.
    pub no_value: Str,
    /// Who is ranked: lowest response in percent, fewest ranked, fewest for a deviation value.
    pub ranks_described: fn(u32, usize, usize) -> String,
    /// How questions are meant.
    pub questions_described: fn(usize) -> String,
    /// Table of all questions.
    pub questions_all: Str,
}

/// Returns the words of a language.
#[must_use]
pub const fn words(lang: Lang) -> &'static DocumentWords {
    match lang {
        Lang::Ja => &ja::JA,
        Lang::En => &en::EN,
    }
}

/// Returns the help of the command and its arguments; empty for others.
#[must_use]
pub fn help(lang: Lang, name: &str) -> &'static str {
    let (ja, en) = match name {
        "report" => (
            "取りまとめの結果を報告書（HTML と Excel）にする",
            "Write the division's report as a page and as sheets",
        ),
        "desk" => ("取りまとめのフォルダ", "The division's folder"),
        "edition" => (
            "庁内限り（internal）か公表用（public）か",
            "For the office (internal) or for everybody (public)",
        ),
        _ => ("", ""),
    };
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}
