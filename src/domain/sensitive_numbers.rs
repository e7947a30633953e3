//! Numbers in a text: individual numbers by their check digit, telephone numbers by their shape.

use std::ops::Range;

use super::Sign;

/// How many digits an individual number has.
const INDIVIDUAL: usize = 12;
/// How many digits a corporate number has.
const CORPORATE: usize = 13;
/// How many signs may stand between two groups of one number.
const GAP_MAX: usize = 3;

/// What stands between a group of digits and the one before it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Joint {
    /// Something else, or nothing.
    Apart,
    Hyphen,
    Space,
    Parenthesis,
}

/// Digits without a break.
#[derive(Debug)]
struct Group {
    digits: Vec<u32>,
    /// Its place among the signs.
    range: Range<usize>,
    joint: Joint,
    /// Whether it is a piece of something else: a digest, a decimal number.
    bound: bool,
}

impl Group {
    const fn length(&self) -> usize {
        self.digits.len()
    }

    fn number(&self) -> u32 {
        let take_in = |number: u32, digit: &u32| number.saturating_mul(10).saturating_add(*digit);
        self.digits.iter().fold(0, take_in)
    }

    fn begins_with(&self, digits: &[u32]) -> bool {
        self.digits.starts_with(digits)
    }
}

/// Returns where individual numbers stand.
pub(super) fn individual(signs: &[Sign]) -> Vec<Range<usize>> {
    let groups = groups(signs);
    let mut found = Vec::new();
    for chain in chains(&groups) {
        let total: usize = chain.iter().map(Group::length).sum();
        if total == INDIVIDUAL && !is_date(chain) && fits(chain) {
            found.extend(around(chain));
            continue;
        }
        for group in chain {
            if group.length() == INDIVIDUAL && fits(std::slice::from_ref(group)) {
                found.push(group.range.clone());
            }
        }
        // Among other numbers, three groups of four are one. Four of them are a card's number, and
        // one digit before them makes a corporate number.
        if total != CORPORATE {
            found.extend(
                (0..chain.len().saturating_sub(2))
                    .filter(|&at| is_three_fours(chain, at))
                    .filter_map(|at| chain.get(at..at + 3))
                    .filter(|window| fits(window))
                    .filter_map(around),
            );
        }
    }
    found
}

fn is_three_fours(chain: &[Group], at: usize) -> bool {
    let Some([first, second, third]) = chain.get(at..at + 3) else {
        return false;
    };
    let joint = second.joint;
    let fours = [first, second, third]
        .iter()
        .all(|group| group.length() == 4);
    let before = at
        .checked_sub(1)
        .and_then(|before| chain.get(before))
        .filter(|_| first.joint == joint);
    let after = chain.get(at + 3).filter(|group| group.joint == joint);
    fours
        && third.joint == joint
        && before.is_none_or(|group| !matches!(group.length(), 1 | 4))
        && after.is_none_or(|group| group.length() != 4)
}

/// Returns whether the last digit is the check digit of those before it.
fn fits(groups: &[Group]) -> bool {
    let digits: Vec<u32> = groups
        .iter()
        .flat_map(|group| group.digits.iter().copied())
        .collect();
    let Some((&check, others)) = digits.split_last() else {
        return false;
    };
    if digits.len() != INDIVIDUAL || groups.iter().any(|group| group.bound) {
        return false;
    }
    // From the lowest digit: weights 2 to 7, then 2 to 6.
    let weights = (2..=7).chain(2..=6);
    let sum: u32 = others.iter().rev().zip(weights).map(|(p, q)| p * q).sum();
    check
        == match sum % 11 {
            0 | 1 => 0,
            rest => 11 - rest,
        }
}

/// Returns whether groups begin with a date, such as `2026-11-22 1430`.
fn is_date(groups: &[Group]) -> bool {
    let Some([year, month, day]) = groups.get(..3) else {
        return false;
    };
    let short = |group: &Group| matches!(group.length(), 1 | 2);
    year.length() == 4
        && (1900..=2100).contains(&year.number())
        && short(month)
        && (1..=12).contains(&month.number())
        && short(day)
        && (1..=31).contains(&day.number())
}

/// Returns where telephone numbers stand.
pub(super) fn telephones(signs: &[Sign]) -> Vec<Range<usize>> {
    let groups = groups(signs);
    let mut found = Vec::new();
    let mut at = 0;
    while at < groups.len() {
        let hit = international(signs, &groups, at).or_else(|| domestic(signs, &groups, at));
        let Some((range, taken)) = hit else {
            at += 1;
            continue;
        };
        found.push(range);
        at += taken;
    }
    found
}

/// A number with +81 before it.
fn international(signs: &[Sign], groups: &[Group], at: usize) -> Option<(Range<usize>, usize)> {
    let first = groups.get(at)?;
    let plus = first.range.start.checked_sub(1)?;
    if signs.get(plus)?.sign != '+' || !first.begins_with(&[8, 1]) {
        return None;
    }
    let mut digits = first.length() - 2;
    let mut taken = 1;
    while let Some(group) = groups.get(at + taken) {
        if group.joint == Joint::Apart || digits >= 9 {
            break;
        }
        // The (0) after the country code is not dialled.
        let dialled = !(taken == 1 && group.digits == [0]);
        digits += if dialled { group.length() } else { 0 };
        taken += 1;
    }
    let last = groups.get(at + taken - 1)?;
    (9..=10)
        .contains(&digits)
        .then_some((plus..last.range.end, taken))
}

/// A number that begins with 0, in one to three groups.
fn domestic(signs: &[Sign], groups: &[Group], at: usize) -> Option<(Range<usize>, usize)> {
    let before = groups.get(at)?.joint;
    (1..=3).rev().find_map(|taken| {
        let window = groups.get(at..at + taken)?;
        let inside = window.get(1).map(|group| group.joint);
        let joined = window
            .iter()
            .skip(1)
            .all(|group| group.joint != Joint::Apart);
        let after = groups
            .get(at + taken)
            .map_or(Joint::Apart, |group| group.joint);
        // A number that goes on is another number.
        let goes_on =
            |joint| joint == Joint::Hyphen || (joint == Joint::Space && inside == Some(joint));
        let sound = joined
            && !goes_on(before)
            && !goes_on(after)
            && window.iter().all(|group| !group.bound)
            && is_shape(window);
        sound.then(|| around(window).map(|range| (with_parenthesis(signs, range), taken)))?
    })
}

/// Takes in the parenthesis before an area code.
fn with_parenthesis(signs: &[Sign], range: Range<usize>) -> Range<usize> {
    let opened = |before: &usize| signs.get(*before).is_some_and(|sign| sign.sign == '(');
    let closed = signs
        .get(range.clone())
        .is_some_and(|inside| inside.iter().any(|sign| sign.sign == ')'));
    match range.start.checked_sub(1).filter(opened) {
        Some(before) if closed => before..range.end,
        _ => range,
    }
}

fn is_shape(window: &[Group]) -> bool {
    let Some(first) = window.first() else {
        return false;
    };
    let mobile = [[0, 5, 0], [0, 7, 0], [0, 8, 0], [0, 9, 0]]
        .iter()
        .any(|digits| first.begins_with(digits));
    let service = [[0, 1, 2, 0], [0, 5, 7, 0], [0, 1, 8, 0], [0, 9, 9, 0]]
        .iter()
        .any(|digits| first.begins_with(digits));
    let landline = first.begins_with(&[0]) && !first.begins_with(&[0, 0]);
    let lengths: Vec<usize> = window.iter().map(Group::length).collect();
    match lengths.as_slice() {
        [10] => landline,
        [11] => mobile || first.begins_with(&[0, 8, 0, 0]),
        [3, 8] | [3, 4, 4] => mobile || landline && lengths == [3, 3, 4],
        [4, 3, 3] | [4, 6] if service => true,
        [4, 3, 4] | [4, 7] => first.begins_with(&[0, 8, 0, 0]),
        [area @ 2..=5, rest] => landline && area + rest == 10,
        [area @ 2..=5, office @ 1..=4, 4] => landline && area + office == 6,
        _ => false,
    }
}

fn around(groups: &[Group]) -> Option<Range<usize>> {
    Some(groups.first()?.range.start..groups.last()?.range.end)
}

/// Cuts groups where no blank or hyphen joins them.
fn chains(groups: &[Group]) -> impl Iterator<Item = &[Group]> {
    groups.chunk_by(|_, next| matches!(next.joint, Joint::Hyphen | Joint::Space))
}

fn groups(signs: &[Sign]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        let digits: Vec<u32> = signs
            .iter()
            .skip(at)
            .map_while(|sign| sign.sign.to_digit(10))
            .collect();
        if digits.is_empty() {
            at += 1;
            continue;
        }
        let range = at..at + digits.len();
        let gap = groups
            .last()
            .and_then(|before| signs.get(before.range.end..at));
        at = range.end;
        groups.push(Group {
            digits,
            joint: gap.map_or(Joint::Apart, joint),
            bound: is_bound(signs, &range),
            range,
        });
    }
    groups
}

fn joint(gap: &[Sign]) -> Joint {
    let any = |is: fn(char) -> bool| gap.iter().any(|sign| is(sign.sign));
    let known = gap
        .iter()
        .all(|sign| is_hyphen(sign.sign) || is_blank(sign.sign) || matches!(sign.sign, '(' | ')'));
    if gap.is_empty() || gap.len() > GAP_MAX || !known {
        Joint::Apart
    } else if any(|sign| matches!(sign, '(' | ')')) {
        Joint::Parenthesis
    } else if any(is_hyphen) {
        Joint::Hyphen
    } else {
        Joint::Space
    }
}

/// Hyphens, dashes, minus signs and what is typed for them, among them the long vowel mark.
const fn is_hyphen(sign: char) -> bool {
    matches!(
        sign,
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2500}' | '\u{30fc}'
    )
}

/// Blanks within a line: what stands on two lines is not one number.
fn is_blank(sign: char) -> bool {
    sign == ' ' || sign == '\t'
}

/// Returns whether digits belong to a digest, an id with letters among its digits, or a decimal.
fn is_bound(signs: &[Sign], range: &Range<usize>) -> bool {
    let sign = |at: usize| signs.get(at).map(|sign| sign.sign);
    let is_digit = |sign: Option<char>| sign.is_some_and(|sign| sign.is_ascii_digit());
    let is_letter = |sign: char| sign.is_ascii_alphabetic();
    let before = range.start.checked_sub(1).and_then(sign);
    let decimal = (sign(range.end) == Some('.') && is_digit(sign(range.end + 1)))
        || (before == Some('.') && is_digit(range.start.checked_sub(2).and_then(sign)));
    // Letters before digits are a label, as in No0465331111; more digits before those are not.
    let label = signs
        .get(..range.start)
        .unwrap_or_default()
        .iter()
        .rev()
        .map(|sign| sign.sign)
        .find(|&sign| !is_letter(sign));
    decimal
        || sign(range.end).is_some_and(is_letter)
        || (before.is_some_and(is_letter) && is_digit(label))
}
