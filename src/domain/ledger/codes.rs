//! Codes of departments and municipalities as they may come back from a spreadsheet.

use std::collections::HashMap;

use crate::domain::roster::Roster;

/// Returns a code without what spreadsheets take away or turn: leading zeros, wide digits, blanks.
#[must_use]
pub fn code_key(code: &str) -> String {
    let narrow: String = code
        .trim()
        .chars()
        .map(|sign| match sign {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(sign) - 0xFEE0).unwrap_or(sign),
            _ => sign,
        })
        .collect();
    let bare = narrow.trim_start_matches('0');
    if bare.is_empty() {
        narrow
    } else {
        bare.to_lowercase()
    }
}

/// The codes of a roster as they may come back.
pub(super) struct Codes<'a> {
    exact: HashMap<&'a str, usize>,
    /// By key; none where two codes share one.
    bare: HashMap<String, Option<usize>>,
}

impl<'a> Codes<'a> {
    pub(super) fn new(roster: &'a Roster) -> Self {
        let mut bare: HashMap<String, Option<usize>> = HashMap::new();
        for (at, department) in roster.departments.iter().enumerate() {
            bare.entry(code_key(&department.code))
                .and_modify(|known| *known = None)
                .or_insert(Some(at));
        }
        let codes = roster.departments.iter().enumerate();
        Self {
            exact: codes.map(|(at, one)| (one.code.as_str(), at)).collect(),
            bare,
        }
    }

    pub(super) fn find(&self, code: &str) -> Option<usize> {
        let exact = self.exact.get(code.trim()).copied();
        exact.or_else(|| self.bare.get(&code_key(code)).copied().flatten())
    }
}
