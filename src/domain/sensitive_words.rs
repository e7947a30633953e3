//! Passwords behind their names, and addresses of mail.

use std::ops::Range;

use super::Sign;

/// Shortest password that is told.
const PASSWORD_MIN: usize = 4;

// What is looked for is written by code points: words that are shown live in `text` alone.
/// パスワード, パスコード, パスフレーズ, 暗証番号, 暗証コード and the spellings in Latin letters;
/// longer ones before those they begin with.
const NAMES: [&str; 15] = [
    "\u{30d1}\u{30b9}\u{30ef}\u{30fc}\u{30c9}",
    "\u{30d1}\u{30b9}\u{30b3}\u{30fc}\u{30c9}",
    "\u{30d1}\u{30b9}\u{30d5}\u{30ec}\u{30fc}\u{30ba}",
    "\u{6697}\u{8a3c}\u{756a}\u{53f7}",
    "\u{6697}\u{8a3c}\u{30b3}\u{30fc}\u{30c9}",
    "passphrase",
    "password",
    "passcode",
    "passwd",
    "pass",
    "pwd",
    "pw",
    "pin\u{30b3}\u{30fc}\u{30c9}",
    "pin code",
    "pin",
];
/// は
const TOPIC: char = '\u{306f}';
/// 文 字 桁 年 月 日 回 件 人 台 条 項 号 か ヶ カ 以 種 段: what follows an amount.
const COUNTERS: &str = "\u{6587}\u{5b57}\u{6841}\u{5e74}\u{6708}\u{65e5}\u{56de}\u{4ef6}\u{4eba}\u{53f0}\u{6761}\u{9805}\u{53f7}\u{304b}\u{30f6}\u{30ab}\u{4ee5}\u{7a2e}\u{6bb5}";

/// Returns where passwords stand, without their names.
pub(super) fn passwords(signs: &[Sign]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        let behind = name_at(signs, at);
        let password = behind.and_then(|behind| password_after(signs, behind));
        at = match (&password, behind) {
            (Some(range), _) => range.end,
            (None, Some(behind)) => behind,
            (None, None) => at + 1,
        };
        found.extend(password);
    }
    found
}

/// Returns the place behind a password's name that stands here.
fn name_at(signs: &[Sign], at: usize) -> Option<usize> {
    let inside_a_word = at
        .checked_sub(1)
        .and_then(|before| signs.get(before))
        .is_some_and(|sign| sign.sign.is_ascii_alphabetic());
    NAMES.iter().find_map(|name| {
        let latin = name.starts_with(|sign: char| sign.is_ascii());
        let same = name
            .chars()
            .enumerate()
            .all(|(step, sign)| signs.get(at + step).is_some_and(|found| found.sign == sign));
        (same && !(latin && inside_a_word)).then(|| at + name.chars().count())
    })
}

fn password_after(signs: &[Sign], behind: usize) -> Option<Range<usize>> {
    let skip = |mut at: usize, skipped: &str| {
        while signs
            .get(at)
            .is_some_and(|sign| skipped.contains(sign.sign))
        {
            at += 1;
        }
        at
    };
    let between = skip(behind, " \t)]\"'\u{300d}\u{300f}");
    let sign = signs.get(between)?.sign;
    if !matches!(sign, ':' | '=' | TOPIC) {
        return None;
    }
    let start = skip(between + 1, " \t:=([\"'\u{300c}\u{300e}");
    let mut end = start;
    while signs
        .get(end)
        .is_some_and(|sign| sign.sign.is_ascii_graphic())
    {
        end += 1;
    }
    while end > start
        && signs
            .get(end - 1)
            .is_some_and(|sign| ")]\"',.;".contains(sign.sign))
    {
        end -= 1;
    }
    let token: Vec<char> = signs
        .get(start..end)?
        .iter()
        .map(|sign| sign.sign)
        .collect();
    let next = signs.get(skip(end, " \t")).map(|sign| sign.sign);
    is_password(&token, sign == TOPIC, next).then_some(start..end)
}

/// Returns whether signs behind a password's name may be one. In a sentence (`loose`) plain words
/// follow as well, as in "passwords are [Active Directory]'s business".
fn is_password(token: &[char], loose: bool, next: Option<char>) -> bool {
    let letters = token.iter().any(char::is_ascii_alphabetic);
    let digits = token.iter().any(char::is_ascii_digit);
    let symbols = token.iter().any(char::is_ascii_punctuation);
    let amount = !letters && next.is_some_and(|next| COUNTERS.contains(next));
    // Already made unreadable, as in xxxx or ****.
    let dummy = token.windows(2).all(|pair| pair.first() == pair.last());
    token.len() >= PASSWORD_MIN
        && (letters || digits)
        && !amount
        && (digits || !dummy)
        && (!loose || digits || (letters && symbols))
}

/// Returns where addresses of mail stand.
pub(super) fn addresses(signs: &[Sign]) -> Vec<Range<usize>> {
    let sign = |at: usize| signs.get(at).map(|sign| sign.sign);
    let mut found = Vec::new();
    for (at, _) in signs
        .iter()
        .enumerate()
        .filter(|(_, sign)| sign.sign == '@')
    {
        let is_local = |sign: char| sign.is_ascii_alphanumeric() || "._%+-".contains(sign);
        let is_domain = |sign: char| sign.is_ascii_alphanumeric() || ".-".contains(sign);
        let mut start = at;
        while start > 0 && sign(start - 1).is_some_and(is_local) {
            start -= 1;
        }
        let mut end = at + 1;
        while sign(end).is_some_and(is_domain) {
            end += 1;
        }
        // Punctuation around an address is not part of it.
        while start < at && sign(start).is_some_and(|sign| ".-".contains(sign)) {
            start += 1;
        }
        while end > at + 1 && sign(end - 1).is_some_and(|sign| ".-".contains(sign)) {
            end -= 1;
        }
        let domain: String = (at + 1..end).filter_map(sign).collect();
        let named = domain.rsplit_once('.').is_some_and(|(host, top)| {
            !host.is_empty() && top.len() >= 2 && top.chars().all(|sign| sign.is_ascii_alphabetic())
        });
        if start < at && named {
            found.push(start..end);
        }
    }
    found
}
