//! The shape of the words: every text of the screens is a field here, so that a text missing in a
//! language does not compile.

use super::board::BoardWords;
pub use super::general_strings::*;
pub use super::key_labels::KeyLabels;
use super::keys::KeyTableWords;
use super::merge::MergeWords;
use super::palette::PaletteWords;
use super::returning::TakingWords;
pub use super::screen_strings::*;
use super::tour::TourWords;
use super::writing::WritingWords;
use crate::domain::action::Refusal;

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
    /// Merging a copy.
    pub merge: MergeWords,
    /// Taking a return slip.
    pub taking: TakingWords,
    /// The division's screens.
    pub board: BoardWords,
    /// The history.
    pub history: HistoryWords,
    /// Finding an action.
    pub palette: PaletteWords,
    /// The first start.
    pub tour: TourWords,
    /// The search.
    pub search: SearchWords,
    /// The list of keys.
    pub help: HelpWords,
    /// Writing a text.
    pub edit: EditWords,
    /// Fields that are written in.
    pub writing: WritingWords,
    /// The list of evidence.
    pub evidence: EvidenceWords,
    /// Leaving.
    pub quit: QuitWords,
    /// A text found again.
    pub draft: DraftWords,
    /// The figures.
    pub figures: FigureWords,
}
