//! Spoilt files: one defect each, and whether the department still counts.

/// What is done to the answers of a department and year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Spoilt {
    /// Without the mark at the beginning.
    NoMark,
    /// With `\n` alone between rows.
    LineFeeds,
    /// Saved in CP932, which has all its characters.
    Cp932,
    /// The same files a second time, under another name.
    Copied,
    /// Cut off within a row.
    CutOff,
    /// Without the heading of a column that is needed.
    NoColumn,
    /// One mark better than it was.
    Altered,
    /// A word that is no mark.
    NoMarkWord,
    /// Nothing in it.
    Empty,
    /// Headings and no rows.
    HeadingsOnly,
    /// A NUL in it.
    Nul,
    /// A row longer than the headings.
    LongRow,
    /// Without the summary.
    NoSummary,
}

use Spoilt::{
    Altered, Copied, Cp932, CutOff, Empty, HeadingsOnly, LineFeeds, LongRow, NoColumn, NoMark,
    NoMarkWord, NoSummary, Nul,
};

impl Spoilt {
    /// Every one.
    pub(crate) const ALL: [Self; 13] = [
        NoMark,
        LineFeeds,
        Cp932,
        Copied,
        CutOff,
        NoColumn,
        Altered,
        NoMarkWord,
        Empty,
        HeadingsOnly,
        Nul,
        LongRow,
        NoSummary,
    ];

    /// Returns whether the answers can be counted all the same.
    pub(crate) const fn counts(self) -> bool {
        matches!(self, NoMark | LineFeeds | Cp932 | Copied)
    }

    /// Returns the answers as they arrive.
    pub(crate) fn of(self, bytes: &[u8]) -> Vec<u8> {
        let text = || String::from_utf8(bytes.to_vec()).expect("UTF-8");
        match self {
            NoMark => bytes
                .strip_prefix(b"\xEF\xBB\xBF")
                .unwrap_or(bytes)
                .to_vec(),
            LineFeeds => text().replace("\r\n", "\n").into_bytes(),
            Cp932 => {
                let text = text();
                let bare = text.trim_start_matches('\u{feff}');
                encoding_rs::SHIFT_JIS.encode(bare).0.into_owned()
            }
            Copied | NoSummary => bytes.to_vec(),
            CutOff => bytes[..bytes.len() * 2 / 3].to_vec(),
            NoColumn => text().replacen(",回答,", ",,", 1).into_bytes(),
            Altered => text()
                .replacen(",一部実施,50,回答,", ",実施,100,回答,", 1)
                .into_bytes(),
            NoMarkWord => text()
                .replacen(",実施,100,回答,", ",ほぼ実施,100,回答,", 1)
                .into_bytes(),
            Empty => Vec::new(),
            HeadingsOnly => {
                let end = bytes.windows(2).position(|pair| pair == b"\r\n");
                bytes[..end.map_or(0, |end| end + 2)].to_vec()
            }
            Nul => {
                let mut bytes = bytes.to_vec();
                bytes.insert(bytes.len() / 2, 0);
                bytes
            }
            LongRow => [bytes, b"a,b\r\n", b"x,".repeat(40).as_slice(), b"x\r\n"].concat(),
        }
    }
}
