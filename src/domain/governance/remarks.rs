//! Remarks that several departments share. Blanks, signs, case and width make no difference.

use std::collections::BTreeMap;

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
            '\0'..='\u{7F}' | '\u{3000}'..='\u{3002}' | '\u{300C}' | '\u{300D}' | '\u{30FB}' => {}
            _ => return None,
        }
    }
    Some(letters)
}

/// Finds remarks that stand in more than one department.
pub(super) fn same(group: &Group<'_>, findings: &mut Vec<Finding>) {
    let mut places: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    let mut writers = 0;
    for (at, submission) in group.iter() {
        let mut wrote = false;
        for (position, remark) in submission.remarks.iter() {
            if let Some(remark) = compared(remark) {
                places.entry(remark).or_default().push((at, position));
                wrote = true;
            }
        }
        writers += usize::from(wrote);
    }
    for places in places.values() {
        // Places stand in the order of the submissions.
        let pairs = places.iter().zip(places.iter().skip(1));
        let departments = 1 + pairs.filter(|((one, _), (other, _))| one != other).count();
        if departments < 2 {
            continue;
        }
        findings.extend(places.iter().map(|&(submission, position)| Finding {
            submission,
            about: About::Answer(position),
            what: What::SameRemark {
                departments,
                compared: writers,
            },
        }));
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
