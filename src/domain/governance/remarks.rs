//! Remarks that several departments share. Blanks, signs, case and width make no difference.

use std::collections::HashMap;
use std::marker::PhantomData;

use unicode_normalization::UnicodeNormalization as _;

use super::{About, Finding, Group, REMARK_LETTERS_MIN, What};

/// Returns a remark as it is compared: letters and digits alone; none when it is too short.
pub(super) fn compared(remark: &str) -> Option<String> {
    let letters = at_a_glance(remark).unwrap_or_else(|| folded(remark));
    (letters.chars().count() >= REMARK_LETTERS_MIN).then_some(letters)
}

fn folded(remark: &str) -> String {
    remark
        .nfkc()
        .flat_map(char::to_lowercase)
        .filter(|sign| sign.is_alphanumeric())
        .collect()
}

/// The same for everyday signs, which need no tables; none where there are others.
fn at_a_glance(remark: &str) -> Option<String> {
    let mut letters = String::with_capacity(remark.len());
    for sign in remark.chars() {
        match sign {
            '0'..='9' | 'a'..='z' => letters.push(sign),
            'A'..='Z' => letters.push(sign.to_ascii_lowercase()),
            '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{30FC}' => letters.push(sign),
            '\u{4E00}'..='\u{9FFC}' => letters.push(sign),
            // The wide forms of ASCII.
            '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' => {
                let narrow = char::from_u32(u32::from(sign) - 0xFEE0)?;
                letters.push(narrow.to_ascii_lowercase());
            }
            '\u{FF01}'..='\u{FF5E}' => {}
            '\0'..='\u{7F}' | '\u{3000}'..='\u{3002}' | '\u{300C}' | '\u{300D}' | '\u{30FB}' => {}
            _ => return None,
        }
    }
    Some(letters)
}

/// Finds remarks that stand in more than one department.
pub(super) fn same<'a>(group: &Group<'a>, letters: &mut Letters<'a>, findings: &mut Vec<Finding>) {
    letters.begin();
    // The text as it is compared, the submission and the item.
    let mut remarks: Vec<(usize, usize, usize)> = Vec::new();
    let mut writers = 0;
    for (at, submission) in group.iter() {
        let before = remarks.len();
        for (position, remark) in submission.remarks() {
            let text = letters.of(remark);
            remarks.extend(text.map(|text| (text, at, position)));
        }
        writers += usize::from(remarks.len() > before);
    }
    remarks.sort_unstable();
    for alike in remarks.chunk_by(|(one, ..), (next, ..)| one == next) {
        let pairs = alike.iter().zip(alike.iter().skip(1));
        let departments = 1 + pairs
            .filter(|((_, one, _), (_, next, _))| one != next)
            .count();
        if departments < 2 {
            continue;
        }
        findings.extend(alike.iter().map(|&(_, submission, position)| Finding {
            submission,
            about: About::Answer(position),
            what: What::SameRemark {
                departments,
                compared: writers,
            },
        }));
    }
}

/// How many texts are remembered from one municipality to the next.
const REMEMBERED_MAX: usize = 1 << 16;

/// Remarks as they are compared, each text folded once.
#[derive(Default)]
pub(super) struct Letters<'a> {
    /// By where a text is held: many remarks share one.
    texts: HashMap<(*const u8, usize), Option<usize>>,
    letters: HashMap<String, usize>,
    lifetime: PhantomData<&'a str>,
}

impl<'a> Letters<'a> {
    /// Begins with another municipality.
    fn begin(&mut self) {
        if self.texts.len() > REMEMBERED_MAX {
            self.texts.clear();
            self.letters.clear();
        }
    }

    /// Returns a number, the same for remarks that are alike; none for one too short to compare.
    fn of(&mut self, remark: &'a str) -> Option<usize> {
        let place = (remark.as_ptr(), remark.len());
        if let Some(known) = self.texts.get(&place) {
            return *known;
        }
        let number = compared(remark).map(|letters| {
            let next = self.letters.len();
            *self.letters.entry(letters).or_insert(next)
        });
        self.texts.insert(place, number);
        number
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_glance_tells_what_the_tables_would(
            remark in "[ -~\\n\u{3000}-\u{3003}\u{300c}\u{300d}\u{3041}-\u{3099}\u{30a0}-\u{30ff}\u{4e00}-\u{9fff}０-９Ａ-ｚｱ-ﾝ]{0,12}"
        ) {
            if let Some(letters) = at_a_glance(&remark) {
                prop_assert_eq!(letters, folded(&remark));
            }
        }
    }
}
