//! The words a policy gives: terms, settings and the names of tiers.

use std::collections::BTreeMap;

use crate::domain::policy::{Setting, Tier};
use crate::domain::problem::ProblemKind;
use crate::format::ron_source::{Fields, Located, Reader};

/// The fields.
pub(in crate::format) const SETTING: &[&str] = &["value", "note", "provisional"];
/// The longest term, and value of a setting, in characters.
const FILLED_IN_MAX: usize = 200;

/// Reads the city's words for `{term.…}`.
pub(super) fn terms<'a>(
    reader: &Reader<'a>,
    fields: &Fields<'a, '_>,
    sound: &mut bool,
) -> BTreeMap<String, String> {
    fields
        .pairs("terms")
        .into_iter()
        .map(|(key, node)| {
            let words = short(reader, fields.filled("terms", node));
            *sound &= words.is_some();
            (key, words.map_or_else(String::new, |words| words.value))
        })
        .collect()
}

/// Refuses what is put into texts, many times over, and is long.
fn short<'a>(
    reader: &Reader<'a>,
    text: Option<Located<'a, String>>,
) -> Option<Located<'a, String>> {
    text.filter(|text| {
        let good = text.value.chars().count() <= FILLED_IN_MAX;
        if !good {
            reader.problem(text.node, ProblemKind::TextTooLong(FILLED_IN_MAX));
        }
        good
    })
}

/// Reads the values for `{setting.…}`.
pub(super) fn settings<'a>(
    reader: &Reader<'a>,
    fields: &Fields<'a, '_>,
    sound: &mut bool,
) -> BTreeMap<String, Setting> {
    fields
        .pairs("settings")
        .into_iter()
        .filter_map(|(key, node)| {
            let fields = reader.fields(node, SETTING)?;
            let value = short(reader, fields.text("value"));
            *sound &= value.is_some();
            let note = fields.optional_text("note");
            // A value is a proposal until the file says otherwise.
            let provisional =
                fields.optional("provisional").is_none() || fields.flag("provisional");
            Some((
                key,
                Setting {
                    value: value.map_or_else(String::new, |value| value.value),
                    note: note.map_or_else(String::new, |note| note.value),
                    provisional,
                },
            ))
        })
        .collect()
}

/// Reads the city's names of the tiers, each of which must have one.
pub(super) fn tier_names<'a>(
    reader: &Reader<'a>,
    fields: &Fields<'a, '_>,
) -> BTreeMap<Tier, String> {
    let mut names = BTreeMap::new();
    for (key, node) in fields.pairs("tier_names") {
        if let Some(tier) = Tier::from_code(&key) {
            let name = fields.filled("tier_names", node);
            names.insert(tier, name.map_or_else(String::new, |name| name.value));
        } else {
            let words = Tier::ALL.iter().map(|tier| tier.code()).collect();
            reader.problem(node, ProblemKind::UnknownWord(key, words));
        }
    }
    for tier in Tier::ALL {
        if !names.contains_key(&tier) {
            let node = fields.optional("tier_names").unwrap_or(fields.node);
            reader.problem(node, ProblemKind::TierUnnamed(tier.code()));
        }
    }
    names
}
