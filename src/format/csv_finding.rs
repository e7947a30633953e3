//! What checking exported files gives: verdicts and findings, worded elsewhere.

use super::csv_canonical::SheetKind;
use super::csv_table::ReadError;

/// A sign that a character or number did not survive being saved.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LostSign {
    /// `?`, put in place of a character the encoding lacks.
    QuestionMark,
    /// The replacement character.
    Replacement,
    /// The geta sign, put in place of a character the encoding lacks.
    Geta,
    /// `&#…;`, the number of a character the encoding lacks.
    NumberedCharacter,
    /// A long number shortened to `1.23E+11`.
    Exponent,
    /// `###`, what a spreadsheet shows in a narrow column.
    Hashes,
}

/// What was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FindingKind {
    /// The file cannot be read.
    Unreadable(ReadError),
    /// The other file of the pair was not given, so the receipt cannot be computed.
    PartnerMissing(SheetKind),
    /// Another file of the same kind is about the same department and year.
    Duplicate,
    /// The receipt printed is not that of the two files.
    ReceiptDiffers {
        /// The receipt in the file.
        printed: String,
        /// The receipt of the content.
        computed: String,
    },
    /// The digest printed is not that of the file.
    DigestDiffers {
        /// The digest in the file.
        printed: String,
        /// The digest of the content.
        computed: String,
    },
    /// A receipt or digest is absent.
    SealMissing,
    /// A cell that is the same in all rows of both files differs here.
    Inconsistent {
        /// What stands here.
        found: String,
        /// What stands in the first row.
        expected: String,
    },
    /// A figure is not the one the answers give.
    FigureDiffers {
        /// The scope's id.
        scope: String,
        /// What stands there.
        found: String,
        /// What the answers give.
        expected: String,
    },
    /// A cell is not what the checklist or the workbook has.
    CellDiffers {
        /// What stands there.
        found: String,
        /// What should.
        expected: String,
    },
    /// A mark that is none, so nothing can be counted.
    UnknownMark(String),
    /// A weight or a mark's worth that is none, so nothing can be counted.
    BadNumber(String),
    /// The marks' worths contradict each other, or the checklist's scale.
    WorthDiffers {
        /// What stands there.
        found: String,
        /// What the scale, or the first such mark, has.
        expected: String,
    },
    /// An item or scope stands twice; here again.
    RowTwice {
        /// The row it stands in first.
        first: usize,
    },
    /// An item or scope the checklist does not have.
    UnknownRow(String),
    /// An item or scope that is not in the file.
    RowMissing(String),
    /// Likely lost characters, told where a digest differs: damage by saving, not tampering.
    Lost(LostSign),
    /// A row ends early.
    ShortRow,
    /// A column the file lacks.
    MissingColumn(&'static str),
    /// A column that is none of ours; it is not looked at.
    UnknownColumn(String),
    /// None of the checklists at hand is the one the files name, so none was used.
    OtherChecklist {
        /// The digest in the file.
        found: String,
    },
}

impl FindingKind {
    /// Returns whether this is worth telling but takes nothing away from the files: where it did,
    /// a digest differs as well.
    #[must_use]
    pub const fn is_note(&self) -> bool {
        matches!(
            self,
            Self::PartnerMissing(_)
                | Self::ShortRow
                | Self::MissingColumn(_)
                | Self::UnknownColumn(_)
                | Self::OtherChecklist { .. }
                | Self::Lost(_)
        )
    }
}

/// A finding and its place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// Which file of the pair; none when it is about both.
    pub sheet: Option<SheetKind>,
    /// The row, as a spreadsheet shows it.
    pub row: Option<usize>,
    /// The column, from 1, as it stands in the file.
    pub column: Option<usize>,
    /// The column's id, also where the file lacks it.
    pub column_id: Option<&'static str>,
    /// What.
    pub kind: FindingKind,
}

impl Finding {
    /// Returns a finding about a file, or about both.
    #[must_use]
    pub const fn about(sheet: Option<SheetKind>, kind: FindingKind) -> Self {
        Self {
            sheet,
            row: None,
            column: None,
            column_id: None,
            kind,
        }
    }
}

/// Whether a seal fits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Check {
    /// It fits.
    Good,
    /// It does not.
    Bad,
    /// It could not be checked: a file is missing, unreadable or bears none.
    Open,
}

/// Which scale the figures were recomputed with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ScaleBasis {
    /// The checklist's.
    Checklist,
    /// The shipped one.
    Default,
    /// The worths in the file, which are not those of the shipped scale.
    File,
    /// The figures were not recomputed.
    None,
}

/// What is said about one department's files of one year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verdict {
    /// The municipality code, as written.
    pub municipality_code: String,
    /// The municipality.
    pub municipality: String,
    /// The department code, as written.
    pub department_code: String,
    /// The department.
    pub department: String,
    /// The fiscal year, as written.
    pub fiscal_year: String,
    /// The hash of the record the files were written after, as written.
    pub journal_head: String,
    /// The name of a file that could not be read; then there is nothing else.
    pub unreadable: Option<String>,
    /// The name of the summary, if there is one.
    pub summary: Option<String>,
    /// The name of the answers, if there are any.
    pub answers: Option<String>,
    /// The receipt of the content, where both files are there.
    pub receipt: Option<String>,
    /// Whether the receipt fits.
    pub receipt_check: Check,
    /// Whether the summary's digest fits.
    pub summary_check: Check,
    /// Whether the answers' digest fits.
    pub answers_check: Check,
    /// Which scale the figures were recomputed with.
    pub scale: ScaleBasis,
    /// What was found.
    pub findings: Vec<Finding>,
}

impl Verdict {
    /// Returns whether nothing but notes was found.
    #[must_use]
    pub fn is_good(&self) -> bool {
        self.findings.iter().all(|finding| finding.kind.is_note())
    }

    /// Returns whether lost characters are a likely cause of what was found.
    #[must_use]
    pub fn has_lost_characters(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| matches!(finding.kind, FindingKind::Lost(_)))
    }
}
