//! Remarks that several departments share. Blanks, signs, case and width make no difference.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

use super::{About, Finding, Group, REMARK_LETTERS_MIN, What};

/// Returns a remark as it is compared: letters and digits alone; none when it is too short.
pub(super) fn compared(remark: &str) -> Option<String> {
    let letters: String = remark
        .nfkc()
        .flat_map(char::to_lowercase)
        .filter(|sign| sign.is_alphanumeric())
        .collect();
    (letters.chars().count() >= REMARK_LETTERS_MIN).then_some(letters)
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
