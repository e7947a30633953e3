//! Figures and signs of the report as they stand in its cells.

use super::super::columns::{Header, collection::CHANGE, word};
use super::super::figures::{counts, percent, points};
use super::super::mark::mark_words;
use super::super::{Lang, desk};
use super::{DocumentWords, words};
use crate::domain::band::{TONES, band};
use crate::domain::comparison::ChangeKind;
use crate::domain::ledger::State;
use crate::domain::mark::Mark;
use crate::domain::ranking::{Place, RANKED_MIN, RESPONSE_MIN_TENTHS};
use crate::domain::scale::Scale;
use crate::domain::score::{Rate, one_decimal};

/// The signs of the tones, best first: none of them is the sign of a mark.
pub const TONE_SIGNS: [&str; TONES] = ["●", "・", "▽", "▼"];
/// Stands where a figure is hidden.
pub const HIDDEN: &str = "＊";
/// Stands where a figure has no value.
pub const NO_VALUE: &str = "―";

/// Returns a rate without what it is over.
#[must_use]
pub fn rate(rate: Rate) -> String {
    percent(rate)
}

/// Returns what a rate is over.
#[must_use]
pub fn over(rate: Rate) -> String {
    counts(rate)
}

/// Returns a score.
#[must_use]
pub fn score(tenths: Option<u32>) -> String {
    points(tenths)
}

/// Returns by how much a score changed, always with its sign.
#[must_use]
pub fn change(tenths: Option<i64>) -> String {
    let Some(tenths) = tenths else {
        return NO_VALUE.to_owned();
    };
    let sign = match tenths.signum() {
        1 => "+",
        -1 => "−",
        _ => "±",
    };
    let worth = u32::try_from(tenths.unsigned_abs()).unwrap_or(u32::MAX);
    format!("{sign}{}", one_decimal(worth))
}

/// Returns the tone of a score with its sign and words.
#[must_use]
pub fn tone(words: &DocumentWords, scale: &Scale, tenths: u32) -> (usize, &'static str, String) {
    band(scale, tenths).map_or((0, "", String::new()), |band| {
        let sign = TONE_SIGNS.get(band.tone).copied().unwrap_or_default();
        (band.tone, sign, (words.band)(band.from, band.below))
    })
}

/// Returns a deviation value.
#[must_use]
pub fn deviation(tenths: i32) -> String {
    let sign = if tenths < 0 { "−" } else { "" };
    format!("{sign}{}", one_decimal(tenths.unsigned_abs()))
}

/// Returns where a department stands among how many, or why it has no rank.
#[must_use]
pub fn place(lang: Lang, place: Place, ranked: usize) -> String {
    let response = RESPONSE_MIN_TENTHS / 10;
    match (lang, place) {
        (Lang::Ja, Place::At { rank, sharing, .. }) if sharing > 1 => {
            format!("{rank}位（同順位{sharing}、n={ranked}）")
        }
        (Lang::Ja, Place::At { rank, .. }) => format!("{rank}位（n={ranked}）"),
        (Lang::Ja, Place::NoScore) => format!("{NO_VALUE} 得点なし"),
        (Lang::Ja, Place::LowResponse) => format!("{NO_VALUE} 回答率 {response}%未満"),
        (Lang::Ja, Place::TooFew) => {
            format!("{NO_VALUE} 比べる所属が {RANKED_MIN}未満（n={ranked}）")
        }
        (Lang::En, Place::At { rank, sharing, .. }) if sharing > 1 => {
            format!("{rank} (tie of {sharing}, n={ranked})")
        }
        (Lang::En, Place::At { rank, .. }) => format!("{rank} (n={ranked})"),
        (Lang::En, Place::NoScore) => format!("{NO_VALUE} no score"),
        (Lang::En, Place::LowResponse) => format!("{NO_VALUE} answered below {response}%"),
        (Lang::En, Place::TooFew) => {
            format!("{NO_VALUE} fewer than {RANKED_MIN} departments (n={ranked})")
        }
    }
}

/// Returns a mark as sign and word; the sign of a blank is that of no value.
#[must_use]
pub fn mark(scale: &Scale, lang: Lang, mark: Option<Mark>) -> (String, String) {
    mark.map_or_else(
        || (NO_VALUE.to_owned(), words(lang).parts.no_value.to_owned()),
        |mark| {
            let (sign, word) = mark_words(scale, lang, mark);
            (sign.to_owned(), word.to_owned())
        },
    )
}

/// Returns a state as sign and word.
#[must_use]
pub fn state(lang: Lang, state: State) -> (&'static str, &'static str) {
    let sign = match state {
        State::Submitted => "●",
        State::Resubmitted => "◉",
        State::Superseded | State::Duplicate => "・",
        State::Draft => "◇",
        State::OtherEdition | State::OtherYear | State::NotOnRoster => "◆",
        State::Lost | State::Altered | State::Alone | State::Unreadable => "▲",
        State::NotSubmitted => "□",
    };
    (sign, desk::state(lang, state))
}

/// Returns what became of an answer since the year before.
#[must_use]
pub fn change_kind(lang: Lang, kind: ChangeKind) -> &'static str {
    match lang {
        Lang::Ja => word(CHANGE, kind.code(), Header::Ja),
        Lang::En => match kind {
            ChangeKind::Improved => "improved",
            ChangeKind::Worsened => "worsened",
            ChangeKind::FailedAgain => "× again",
            ChangeKind::Unchanged => "the same",
            ChangeKind::NowApplies => "applies now",
            ChangeKind::NoLongerApplies => "no longer applies",
            ChangeKind::NoAnswer => "blank in one year",
            ChangeKind::New => "new question",
            ChangeKind::Withdrawn => "withdrawn question",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_always_bears_a_sign() {
        let shown = [Some(21), Some(-5), Some(0), Some(-1000), None].map(change);
        assert_eq!(shown, ["+2.1", "−0.5", "±0.0", "−100.0", "―"]);
    }

    #[test]
    fn a_rank_has_its_number_and_none_has_its_reason() {
        let at = |sharing| Place::At {
            rank: 3,
            sharing,
            deviation_tenths: None,
        };
        let places = [
            at(1),
            at(2),
            Place::NoScore,
            Place::LowResponse,
            Place::TooFew,
        ];
        let shown = places.map(|one| place(Lang::Ja, one, 4));
        assert_eq!(
            shown,
            [
                "3位（n=4）",
                "3位（同順位2、n=4）",
                "― 得点なし",
                "― 回答率 90%未満",
                "― 比べる所属が 5未満（n=4）",
            ]
        );
        assert_eq!([-31, 500].map(deviation), ["−3.1", "50.0"]);
    }

    #[test]
    fn every_state_has_a_word_of_its_own() {
        for lang in [Lang::Ja, Lang::En] {
            let mut seen: Vec<&str> = State::ALL.iter().map(|one| state(lang, *one).1).collect();
            seen.sort_unstable();
            seen.dedup();
            assert_eq!(seen.len(), State::ALL.len());
        }
    }
}
