//! The shape of the words of each screen.

use crate::domain::completeness::Lack;

type Str = &'static str;

/// The list of workbooks.
#[derive(Debug)]
pub struct HomeWords {
    /// Takes values.
    pub folder: fn(&str) -> String,
    /// Welcome. Let us begin the self-inspection.
    pub welcome: Str,
    /// Several.
    pub first_steps: &'static [Str],
    /// Year.
    pub year: Str,
    /// City.
    pub city: Str,
    /// Department.
    pub department: Str,
    /// Status.
    pub status: Str,
    /// Answered.
    pub progress: Str,
    /// Score.
    pub score: Str,
    /// Saved.
    pub saved: Str,
    /// Draft.
    pub draft: Str,
    /// Done.
    pub confirmed: Str,
    /// Return.
    pub returned: Str,
    /// New.
    pub new: Str,
    /// Export.
    pub export: Str,
    /// Check.
    pub check: Str,
    /// Person.
    pub person: Str,
    /// How the screen looks.
    pub appearance: Str,
    /// Help.
    pub help: Str,
    /// Quit.
    pub quit: Str,
    /// The checklists have problems. Choose Check.
    pub checklists_broken: Str,
    /// There is no workbook to export.
    pub nothing_to_export: Str,
    /// F5 reads the folder again.
    pub read_again: Str,
}

/// Beginning a workbook.
#[derive(Debug)]
pub struct SetupWords {
    /// A new workbook. Fill in from top to bottom, then choose Begin.
    pub intro: Str,
    /// City.
    pub city: Str,
    /// Choose with the arrow keys.
    pub city_hint: Str,
    /// Fiscal year.
    pub year: Str,
    /// Proposed from today. A fiscal year runs from April to March.
    pub year_hint: Str,
    /// Department code.
    pub code: Str,
    /// The number set by the division, such as 0420.
    pub code_hint: Str,
    /// Department.
    pub department: Str,
    /// The name of the department.
    pub department_hint: Str,
    /// Agency.
    pub agency: Str,
    /// Most departments belong to the mayor.
    pub agency_hint: Str,
    /// Your name.
    pub name: Str,
    /// Kept in the record of who answered.
    pub name_hint: Str,
    /// Post.
    pub title: Str,
    /// Such as head of department. May be left empty.
    pub title_hint: Str,
    /// Begin.
    pub begin: Str,
    /// Enter creates the workbook.
    pub begin_hint: Str,
    /// Takes values.
    pub needed: fn(&str) -> String,
    /// Save.
    pub keep: Str,
    /// Person.
    pub person: Str,
}

/// The questions about the department.
#[derive(Debug)]
pub struct ProfileWords {
    /// About the department. Items that cannot apply are left out.
    pub intro: Str,
    /// Takes values.
    pub asked: fn(usize, usize) -> String,
    /// yes.
    pub yes_open: Str,
    /// `[yes]`.
    pub yes_chosen: Str,
    /// no.
    pub no_open: Str,
    /// `[no]`.
    pub no_chosen: Str,
    /// Begin the inspection.
    pub begin: Str,
    /// Back.
    pub done: Str,
    /// An unanswered question counts as yes. You can change it later.
    pub done_hint: Str,
    /// Left for yes, right for no. You can change it later.
    pub no_note: Str,
}

/// The walk.
#[derive(Debug)]
pub struct WalkWords {
    /// Takes values.
    pub position: fn(usize, usize) -> String,
    /// Not asked of this department.
    pub position_aside: Str,
    /// Takes values.
    pub remaining: fn(usize, u32) -> String,
    /// `[division]`.
    pub division: Str,
    /// `[critical]`.
    pub critical: Str,
    /// `[by interpretation]`.
    pub interpretive: Str,
    /// `[on site]`.
    pub on_site: Str,
    /// Remark.
    pub remark: Str,
    /// Papers.
    pub evidence: Str,
    /// Reason.
    pub reason: Str,
    /// Appr.
    pub approver: Str,
    /// Before.
    pub previous: Str,
    /// Flag.
    pub flag: Str,
    /// Aside.
    pub set_aside: Str,
    /// (needed).
    pub needed: Str,
    /// (none).
    pub empty: Str,
    /// Takes values.
    pub examples: fn(&str) -> String,
    /// ,.
    pub separator: Str,
    /// Takes values.
    pub quoted: fn(&str) -> String,
    /// Not asked last year.
    pub previous_none: Str,
    /// No answer.
    pub previous_blank: Str,
    /// Same question as last year.
    pub wording_same: Str,
    /// The question has changed.
    pub wording_changed: Str,
    /// carried over.
    pub carried: Str,
    /// To be looked at again.
    pub flagged: Str,
    /// (none).
    pub not_flagged: Str,
    /// Takes values.
    pub taken_in: fn(&str) -> String,
    /// Takes values.
    pub left_out: fn(&str) -> String,
    /// Takes values.
    pub aside_but_answered: fn(&str) -> String,
    /// Cannot be chosen here..
    pub not_applicable_closed: Str,
    /// To be checked later (needs a remark).
    pub to_be_confirmed: Str,
    /// Why.
    pub why: Str,
    /// Do this now.
    pub report: Str,
    /// Clause.
    pub clause: Str,
    /// Clause.
    pub clause_row: Str,
    /// Threats.
    pub threats: Str,
    /// Tiers.
    pub tiers: Str,
    /// Answered by.
    pub respondent: Str,
    /// ※ marks a provisional value until the city sets its own.
    pub provisional: Str,
}

/// The overview.
#[derive(Debug)]
pub struct OverviewWords {
    /// Clause.
    pub clause: Str,
    /// Answered.
    pub response: Str,
    /// Implemented.
    pub implementation: Str,
    /// Score.
    pub score: Str,
    /// Crit.
    pub critical: Str,
    /// Takes values.
    pub critical_failures: fn(u64) -> String,
    /// Not applicable.
    pub not_applicable: Str,
    /// － set aside.
    pub aside: Str,
    /// open.
    pub open: Str,
    /// Filter.
    pub filter: Str,
    /// Several.
    pub filters: [Str; 8],
    /// The division's own items.
    pub division_part: Str,
    /// The checklist in force is newer than this one.
    pub newer_checklist: Str,
    /// Confirmed.
    pub confirmed: Str,
    /// Takes values.
    pub due: fn(&str, i64) -> String,
    /// The same of what came back.
    pub correction_due: fn(&str, i64) -> String,
    /// No question passes a filter, and what to do: a few lines for each.
    pub nothing: [&'static [Str]; 8],
    /// Several.
    pub menu: [Str; 8],
}

/// The review.
#[derive(Debug)]
pub struct ReviewWords {
    /// Takes values.
    pub confirmed: fn(&str, &str, &str) -> String,
    /// Scores, clause by clause.
    pub chart: Str,
    /// The score year after year.
    pub trend: Str,
    /// Takes values.
    pub lacking: fn(usize) -> String,
    /// Everything is there. Please check and confirm.
    pub complete: Str,
    /// Takes values.
    pub lack: fn(Lack) -> Str,
    /// Takes values.
    pub returned: fn(&str) -> String,
    /// Confirm.
    pub confirm: Str,
    /// Export the CSV files.
    pub export: Str,
    /// Look at the answers.
    pub look: Str,
    /// Reopen.
    pub reopen: Str,
    /// Returned by the division.
    pub take_back: Str,
    /// Name of the head of department.
    pub name: Str,
    /// The name of the head of department.
    pub name_hint: Str,
    /// Next.
    pub go_on: Str,
    /// You will be asked once more.
    pub go_on_hint: Str,
    /// Once confirmed, this is the answer for the year. It cannot be changed until it is returned or reopened.
    pub meaning: Str,
    /// Takes values.
    pub signed: fn(&str, &str) -> String,
    /// Confirm these answers?.
    pub really: Str,
    /// Not yet.
    pub not_yet: Str,
    /// Confirmed. Now export the CSV files.
    pub done: Str,
    /// Reason.
    pub reason: Str,
    /// Kept in the history.
    pub reason_hint: Str,
    /// It is a draft again.
    pub open_again: Str,
}

/// The export.
#[derive(Debug)]
pub struct ExportWords {
    /// Folder.
    pub folder: Str,
    /// A folder. It is made if it does not exist.
    pub folder_hint: Str,
    /// Headings.
    pub header: Str,
    /// Japanese for people, ids for programs.
    pub header_hint: Str,
    /// Japanese.
    pub header_ja: Str,
    /// Ids.
    pub header_en: Str,
    /// Export.
    pub write: Str,
    /// Enter writes two files. Nothing is overwritten.
    pub write_hint: Str,
    /// Back.
    pub back: Str,
    /// Enter leads back.
    pub back_hint: Str,
    /// Takes values.
    pub will_write: fn(&str, bool) -> [String; 2],
    /// Not confirmed yet. The files say draft.
    pub draft: Str,
    /// Open for reading only. The export is not recorded.
    pub read_only: Str,
    /// Some answers are not saved yet. Save them first.
    pub unsaved: Str,
    /// Nothing was exported, and why.
    pub failed: fn(&str) -> String,
    /// Written, read back and checked.
    pub written: Str,
    /// Files of that name were there, so these have another name.
    pub renamed: Str,
    /// Receipt.
    pub receipt: Str,
    /// Tell this number when you hand over the files.
    pub receipt_hint: Str,
}

/// The history.
#[derive(Debug)]
pub struct HistoryWords {
    /// Takes values.
    pub count: fn(usize) -> String,
}
