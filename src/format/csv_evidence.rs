//! A list of evidence in one cell: `name（date）；name`, and back.
//!
//! The date is the last bracket of an entry, so a name may hold brackets of its own; an entry
//! without a date whose name ends in a bracket gets an empty one. `＼` stands before a sign that
//! would otherwise divide.

use crate::domain::record::Evidence;

const SEPARATOR: char = '；';
const OPEN: char = '（';
const CLOSE: char = '）';
const ESCAPE: char = '＼';

/// Writes a list of evidence as one cell.
#[must_use]
pub fn join(evidence: &[Evidence]) -> String {
    let mut cell = String::new();
    for (index, entry) in evidence.iter().enumerate() {
        if index > 0 {
            cell.push(SEPARATOR);
        }
        escape(&entry.name, &[SEPARATOR, ESCAPE], &mut cell);
        if !entry.date.is_empty() || entry.name.is_empty() || entry.name.ends_with(CLOSE) {
            cell.push(OPEN);
            escape(&entry.date, &[SEPARATOR, ESCAPE, OPEN, CLOSE], &mut cell);
            cell.push(CLOSE);
        }
    }
    cell
}

/// Reads a list of evidence from a cell.
#[must_use]
pub fn parse(cell: &str) -> Vec<Evidence> {
    if cell.is_empty() {
        return Vec::new();
    }
    let signs = signs(cell);
    signs
        .split(|&(sign, escaped)| sign == SEPARATOR && !escaped)
        .map(entry)
        .collect()
}

fn escape(text: &str, special: &[char], cell: &mut String) {
    for sign in text.chars() {
        if special.contains(&sign) {
            cell.push(ESCAPE);
        }
        cell.push(sign);
    }
}

/// The signs of a cell, each with whether it was escaped.
fn signs(cell: &str) -> Vec<(char, bool)> {
    let mut signs = Vec::new();
    let mut rest = cell.chars();
    while let Some(sign) = rest.next() {
        if sign != ESCAPE {
            signs.push((sign, false));
        } else if let Some(next) = rest.next() {
            signs.push((next, true));
        } else {
            signs.push((ESCAPE, true));
        }
    }
    signs
}

fn entry(signs: &[(char, bool)]) -> Evidence {
    let text = |part: &[(char, bool)]| part.iter().map(|&(sign, _)| sign).collect();
    if let Some((&(CLOSE, false), before)) = signs.split_last()
        && let Some(open) = before.iter().rposition(|&sign| sign == (OPEN, false))
    {
        let (name, date) = before.split_at(open);
        return Evidence {
            name: text(name),
            date: text(date.get(1..).unwrap_or_default()),
        };
    }
    Evidence {
        name: text(signs),
        date: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn list(entries: &[(&str, &str)]) -> Vec<Evidence> {
        entries
            .iter()
            .map(|(name, date)| Evidence {
                name: (*name).to_owned(),
                date: (*date).to_owned(),
            })
            .collect()
    }

    fn check(entries: &[(&str, &str)], cell: &str) {
        assert_eq!(join(&list(entries)), cell);
        assert_eq!(parse(cell), list(entries));
    }

    #[test]
    fn evidence_goes_both_ways() {
        check(&[], "");
        check(
            &[("回覧の押印表", "2026-05-01")],
            "回覧の押印表（2026-05-01）",
        );
        check(
            &[("名簿", ""), ("研修の記録", "4月")],
            "名簿；研修の記録（4月）",
        );
        check(&[("手順書（第3版）", "")], "手順書（第3版）（）");
        check(&[("手順書（第3版）", "5/1")], "手順書（第3版）（5/1）");
        check(&[("a；b＼", "（c）；")], "a＼；b＼＼（＼（c＼）＼；）");
        check(&[("", "")], "（）");
    }

    #[test]
    fn a_cell_typed_by_hand_is_read_as_it_looks() {
        assert_eq!(parse("計画（改定）書"), list(&[("計画（改定）書", "")]));
        assert_eq!(parse("）"), list(&[("）", "")]));
        assert_eq!(parse("a＼"), list(&[("a＼", "")]));
    }

    proptest! {
        #[test]
        fn any_evidence_comes_back(
            entries in prop::collection::vec(("[a；（）＼\n]{0,5}", "[1；（）＼]{0,4}"), 0..5)
        ) {
            let evidence: Vec<Evidence> = entries
                .into_iter()
                .map(|(name, date)| Evidence { name, date })
                .collect();
            prop_assert_eq!(parse(&join(&evidence)), evidence);
        }
    }
}
