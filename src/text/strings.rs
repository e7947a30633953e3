//! The shape of the words: every text of the screens is a field here, so that a text missing in a
//! language does not compile.

use super::keys::KeyTableWords;
use crate::domain::action::Refusal;
use crate::domain::completeness::Lack;

type Str = &'static str;

/// The words of one language.
#[derive(Debug)]
pub struct Strings {
    /// Names a fiscal year.
    pub fiscal_year: fn(i32) -> String,
    /// Tells why an action is refused.
    pub refusal: fn(Refusal) -> Str,
    /// Below 80×24: what to do, with the size now.
    pub too_small: fn(u16, u16) -> String,
    /// What keys do.
    pub keys: KeyLabels,
    /// The table of keys in the manual.
    pub key_table: KeyTableWords,
    /// The titles of the screens.
    pub titles: Titles,
    /// The title line.
    pub frame: FrameWords,
    /// What just happened.
    pub notices: Notices,
    /// The list of workbooks.
    pub home: HomeWords,
    /// Beginning a workbook.
    pub setup: SetupWords,
    /// The questions about the department.
    pub profile: ProfileWords,
    /// The walk.
    pub walk: WalkWords,
    /// The overview.
    pub overview: OverviewWords,
    /// The review.
    pub review: ReviewWords,
    /// The export.
    pub export: ExportWords,
    /// The history.
    pub history: HistoryWords,
    /// The search.
    pub search: SearchWords,
    /// The list of keys.
    pub help: HelpWords,
    /// Writing a text.
    pub edit: EditWords,
    /// The list of evidence.
    pub evidence: EvidenceWords,
    /// Leaving.
    pub quit: QuitWords,
    /// A text found again.
    pub draft: DraftWords,
    /// The figures.
    pub figures: FigureWords,
}

/// What keys do, in a few characters.
#[derive(Debug)]
pub struct KeyLabels {
    /// Help.
    pub help: Str,
    /// Redraw the screen.
    pub redraw: Str,
    /// Save now.
    pub save: Str,
    /// Undo.
    pub undo: Str,
    /// Redo.
    pub redo: Str,
    /// Quit.
    pub quit: Str,
    /// Copy (done by the terminal).
    pub copy: Str,
    /// Open.
    pub open: Str,
    /// Up.
    pub up: Str,
    /// Choose.
    pub choose: Str,
    /// Menu.
    pub menu: Str,
    /// Menu, left.
    pub menu_before: Str,
    /// Menu, right.
    pub menu_after: Str,
    /// First.
    pub first: Str,
    /// Last.
    pub last: Str,
    /// Next.
    pub next_field: Str,
    /// Next field.
    pub field_after: Str,
    /// Field before.
    pub field_before: Str,
    /// Choice before.
    pub choice_before: Str,
    /// Change choice.
    pub choice_after: Str,
    /// Back.
    pub back: Str,
    /// OK.
    pub decide: Str,
    /// Yes.
    pub yes: Str,
    /// No.
    pub no: Str,
    /// Remark etc.
    pub remark_and_more: Str,
    /// Question before.
    pub item_before: Str,
    /// Questions.
    pub item_after: Str,
    /// Overview.
    pub overview: Str,
    /// Search.
    pub search: Str,
    /// Answer 1.
    pub answer_1: Str,
    /// Answer 2.
    pub answer_2: Str,
    /// Answer 3.
    pub answer_3: Str,
    /// Answer 4.
    pub answer_4: Str,
    /// Answer 5.
    pub answer_5: Str,
    /// Clear the answer.
    pub clear: Str,
    /// Carry over last year.
    pub carry_over: Str,
    /// Flag for review.
    pub flag: Str,
    /// Switch going on by itself.
    pub advance: Str,
    /// Go there.
    pub go_there: Str,
    /// Page up.
    pub page_up: Str,
    /// Page down.
    pub page_down: Str,
    /// Filter.
    pub filter: Str,
    /// Filter before.
    pub filter_before: Str,
    /// Home.
    pub to_home: Str,
    /// Scroll.
    pub scroll: Str,
    /// Use this key.
    pub run_key: Str,
    /// Save and back.
    pub keep_and_back: Str,
    /// Add or edit.
    pub add_or_edit: Str,
    /// Remove.
    pub remove: Str,
}

/// The titles of the screens.
#[derive(Debug)]
pub struct Titles {
    /// Workbooks.
    pub home: Str,
    /// Begin a workbook.
    pub setup: Str,
    /// About the department.
    pub profile: Str,
    /// Self-inspection.
    pub walk: Str,
    /// Overview.
    pub overview: Str,
    /// Review and confirm.
    pub review: Str,
    /// Export.
    pub export: Str,
    /// History.
    pub history: Str,
    /// Checking the checklists.
    pub check: Str,
    /// Keys.
    pub help: Str,
}

/// The title line.
#[derive(Debug)]
pub struct FrameWords {
    /// Takes values.
    pub saved_at: fn(&str) -> String,
    /// Saved.
    pub saved: Str,
    /// Saving….
    pub saving: Str,
    /// Takes values.
    pub unsaved: fn(usize) -> String,
    /// Read only.
    pub read_only: Str,
}

/// What just happened.
#[derive(Debug)]
pub struct Notices {
    /// There is nothing to undo.
    pub nothing_to_undo: Str,
    /// There is nothing to redo.
    pub nothing_to_redo: Str,
    /// Undone.
    pub undone: Str,
    /// Redone.
    pub redone: Str,
    /// Open for reading only. Nothing can be changed.
    pub read_only: Str,
    /// This could not be recorded. Please open the workbook again.
    pub not_possible: Str,
    /// The input method is on. Switch it off first.
    pub input_method: Str,
    /// Copying is done by the terminal. Ctrl+Q leaves the program.
    pub copy: Str,
    /// Everything is saved.
    pub all_saved: Str,
    /// Takes values.
    pub full: fn(usize) -> String,
    /// Not applicable needs a reason. The answer was not changed.
    pub not_applicable_needs_reason: Str,
    /// The next question comes by itself.
    pub advance_on: Str,
    /// The question stays after an answer.
    pub advance_off: Str,
    /// There is no workbook of last year.
    pub no_previous: Str,
    /// Takes values.
    pub carried: fn(&str) -> String,
    /// Takes values.
    pub carried_changed: fn(&str) -> String,
    /// This is the first question.
    pub first_item: Str,
    /// This is the last question. F2 shows the overview.
    pub last_item: Str,
    /// Every question is answered.
    pub all_answered: Str,
}

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
    /// Help.
    pub help: Str,
    /// Quit.
    pub quit: Str,
    /// The checklists have problems. Choose Check.
    pub checklists_broken: Str,
    /// There is no workbook to export.
    pub nothing_to_export: Str,
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
    /// [yes].
    pub yes_chosen: Str,
    /// no.
    pub no_open: Str,
    /// [no].
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
    /// Takes values.
    pub remaining: fn(usize, u32) -> String,
    /// [critical].
    pub critical: Str,
    /// [by interpretation].
    pub interpretive: Str,
    /// [on site].
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
    pub filters: [Str; 7],
    /// No question matches.
    pub nothing: Str,
    /// Several.
    pub menu: [Str; 7],
}

/// The review.
#[derive(Debug)]
pub struct ReviewWords {
    /// Takes values.
    pub confirmed: fn(&str, &str, &str) -> String,
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
    /// Takes values.
    pub will_write: fn(&str) -> [String; 2],
    /// Not confirmed yet. The files say draft.
    pub draft: Str,
    /// Open for reading only. The export is not recorded.
    pub read_only: Str,
    /// Some answers are not saved yet. Save them first.
    pub unsaved: Str,
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

/// The search.
#[derive(Debug)]
pub struct SearchWords {
    /// Search.
    pub title: Str,
    /// Words:.
    pub label: Str,
    /// Text of a question, its id or its clause.
    pub hint: Str,
    /// Takes values.
    pub count: fn(usize) -> String,
}

/// The list of keys.
#[derive(Debug)]
pub struct HelpWords {
    /// Keys valid here (type to narrow the list).
    pub title: Str,
    /// Find:.
    pub search: Str,
    /// No key matches.
    pub nothing: Str,
}

/// Writing a text.
#[derive(Debug)]
pub struct EditWords {
    /// Remark.
    pub remark: Str,
    /// Why it does not apply.
    pub reason: Str,
    /// Who approved that it does not apply.
    pub approver: Str,
    /// Write your own.
    pub own: Str,
    /// Save and back.
    pub keep: Str,
    /// (write here).
    pub hint: Str,
}

/// The list of evidence.
#[derive(Debug)]
pub struct EvidenceWords {
    /// Evidence.
    pub title: Str,
    /// Choose the documents you looked at, or write your own.
    pub hint: Str,
    /// Takes values.
    pub named: fn(&str) -> String,
    /// Takes values.
    pub dated: fn(&str, &str) -> String,
    /// Takes values.
    pub example: fn(&str) -> String,
    /// Another document.
    pub own: Str,
    /// [ Back ].
    pub done: Str,
    /// Document.
    pub name: Str,
    /// The name of the document.
    pub name_hint: Str,
    /// Date.
    pub date: Str,
    /// The date of the document. May be left empty.
    pub date_hint: Str,
    /// Save.
    pub keep: Str,
}

/// Leaving.
#[derive(Debug)]
pub struct QuitWords {
    /// Leave the program?.
    pub title: Str,
    /// Every answer is saved. You can go on at any time.
    pub saved: Str,
    /// Takes values.
    pub unsaved: fn(usize) -> String,
    /// They are lost if you leave now. Choose Stay and press Ctrl+S to try again.
    pub unsaved_hint: Str,
    /// Leave.
    pub leave: Str,
    /// Stay.
    pub stay: Str,
}

/// A text found again.
#[derive(Debug)]
pub struct DraftWords {
    /// A text was being written.
    pub title: Str,
    /// Takes values.
    pub found: fn(&str) -> String,
    /// Go on writing.
    pub restore: Str,
    /// Discard.
    pub discard: Str,
}

/// The figures.
#[derive(Debug)]
pub struct FigureWords {
    /// Answered.
    pub response: Str,
    /// Applicable.
    pub applicability: Str,
    /// Implemented.
    pub implementation: Str,
    /// Score.
    pub score: Str,
    /// Band.
    pub band: Str,
    /// Grade.
    pub grade: Str,
    /// Takes values.
    pub critical: fn(u64) -> String,
    /// The grade is set once everything is answered.
    pub no_grade: Str,
}
