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

/// Codes as they are compared ([`code_key`]), each held once: many claims name the same.
#[derive(Clone, Default, Debug)]
pub struct Keys {
    /// For each code the place of its key.
    places: Vec<u32>,
    keys: Vec<String>,
}

impl Keys {
    /// Finds those of codes.
    #[must_use]
    pub fn of<'a>(codes: impl Iterator<Item = &'a str>) -> Self {
        let mut written: HashMap<&str, u32> = HashMap::new();
        let mut known: HashMap<String, u32> = HashMap::new();
        let mut keys = Self::default();
        for code in codes {
            let place = *written.entry(code).or_insert_with(|| {
                *known.entry(code_key(code)).or_insert_with_key(|key| {
                    keys.keys.push(key.clone());
                    // As many as claims at the most, which are held in memory one by one.
                    u32::try_from(keys.keys.len() - 1).unwrap_or(u32::MAX)
                })
            });
            keys.places.push(place);
        }
        keys
    }

    /// Returns the place of a code's key: the same for codes that are the same.
    #[must_use]
    pub fn place(&self, at: usize) -> Option<u32> {
        self.places.get(at).copied()
    }

    /// Returns the key of the code at a position; empty where there is none.
    #[must_use]
    pub fn key(&self, at: usize) -> &str {
        let key = self
            .place(at)
            .and_then(|place| self.keys.get(place as usize));
        key.map_or("", String::as_str)
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
