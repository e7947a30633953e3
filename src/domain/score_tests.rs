//! The figures: cases worked out by hand, and properties that always hold.

use proptest::prelude::*;

use super::*;
use crate::fixture;

/// Reads items such as `○ △3 ×3! － . ？`: a mark, a weight (1 when absent), `!` for critical.
fn entries(text: &str) -> Vec<Entry> {
    let entry = |word: &str| {
        let mut signs = word.chars();
        let mark = match signs.next() {
            Some('○') => Some(Mark::Implemented),
            Some('△') => Some(Mark::Partial),
            Some('×') => Some(Mark::NotImplemented),
            Some('－') => Some(Mark::NotApplicable),
            Some('？') => Some(Mark::ToBeConfirmed),
            Some('.') => None,
            other => panic!("no mark: {other:?}"),
        };
        let rest = signs.as_str();
        Entry {
            weight: rest.trim_end_matches('!').parse().unwrap_or(1),
            critical: rest.ends_with('!'),
            mark,
        }
    };
    text.split_whitespace().map(entry).collect()
}

fn figures(text: &str) -> Figures {
    Figures::of(entries(text), fixture::scale())
}

fn shown(tenths: Option<u32>) -> String {
    tenths.map_or_else(|| "―".to_owned(), one_decimal)
}

fn rate(rate: Rate) -> String {
    let percent = shown(rate.percent_tenths());
    format!("{percent} ({}/{})", rate.numerator, rate.denominator)
}

/// Returns `response | applicability | implementation | score | band` as they are displayed.
fn line(text: &str) -> String {
    let figures = figures(text);
    format!(
        "{} | {} | {} | {} | {}–{}",
        rate(figures.response()),
        rate(figures.applicability()),
        rate(figures.implementation()),
        shown(figures.score_tenths()),
        shown(figures.score_min_tenths()),
        shown(figures.score_max_tenths()),
    )
}

#[track_caller]
fn check(items: &str, expected: &str) {
    assert_eq!(line(items), expected, "{items}");
}

fn grade(text: &str) -> Option<&'static str> {
    figures(text).grade(fixture::scale())
}

#[test]
fn figures_worked_by_hand() {
    // One of each, all of weight 1. n 6, u 1, a 1; y, p, x, q 1 each.
    // Response 5/6 = 83.33…; applicability 5/6; implementation 1/4.
    // Score (1 + ½ + 0 + 0) / 4 = 37.5.
    // Band over the five applicable: 1.5/5 = 30 … (1.5 + blank 1 + ？ 1)/5 = 70.
    check(
        "○ △ × ？ － .",
        "83.3 (5/6) | 83.3 (5/6) | 25.0 (1/4) | 37.5 | 30.0–70.0",
    );
    // Everything implemented, whatever the weights.
    check(
        "○1 ○2 ○3",
        "100.0 (3/3) | 100.0 (3/3) | 100.0 (3/3) | 100.0 | 100.0–100.0",
    );
    // Nothing implemented is 0, not "no value".
    check(
        "×1 ×3",
        "100.0 (2/2) | 100.0 (2/2) | 0.0 (0/2) | 0.0 | 0.0–0.0",
    );
    // Two thirds round up: (1 + 1 + 0)/3 = 66.66… → 66.7; 1/3 down: 33.3.
    check(
        "○ ○ ×",
        "100.0 (3/3) | 100.0 (3/3) | 66.7 (2/3) | 66.7 | 66.7–66.7",
    );
    check(
        "○ × ×",
        "100.0 (3/3) | 100.0 (3/3) | 33.3 (1/3) | 33.3 | 33.3–33.3",
    );
}

#[test]
fn weights_move_the_score_but_no_rate() {
    // Score 3/(3 + 1) = 75 and 1/(1 + 3) = 25; implementation 1/2 both times.
    check(
        "○3 ×1",
        "100.0 (2/2) | 100.0 (2/2) | 50.0 (1/2) | 75.0 | 75.0–75.0",
    );
    check(
        "○1 ×3",
        "100.0 (2/2) | 100.0 (2/2) | 50.0 (1/2) | 25.0 | 25.0–25.0",
    );
    // The weight of － and of a blank stays out of the score: 2/(2 + 2) = 50.
    // Band: 2/(2 + 2 + 3) = 28.57 … (2 + 3)/7 = 71.43.
    check(
        "○2 ×2 －3 .3",
        "75.0 (3/4) | 75.0 (3/4) | 50.0 (1/2) | 50.0 | 28.6–71.4",
    );
}

#[test]
fn a_blank_counts_the_same_everywhere() {
    // Blanks are in n, in the band and in nothing else: neither × nor left out of n.
    let with = figures("○ × . .");
    let without = figures("○ ×");
    assert_eq!(with.items, 4);
    assert_eq!(with.unanswered, 2);
    assert_eq!(with.not_implemented, 1);
    assert_eq!(with.score_tenths(), without.score_tenths());
    assert_eq!(with.implementation(), without.implementation());
    assert_eq!(rate(with.response()), "50.0 (2/4)");
    assert_eq!(rate(with.applicability()), "100.0 (4/4)");
    // 1/4 … 3/4.
    assert_eq!(with.score_min_tenths(), Some(250));
    assert_eq!(with.score_max_tenths(), Some(750));
}

#[test]
fn nothing_answered_is_no_score_and_the_widest_band() {
    check(". .3", "0.0 (0/2) | 100.0 (2/2) | ― (0/0) | ― | 0.0–100.0");
    assert_eq!(grade(". .3"), None);
}

#[test]
fn everything_not_applicable_has_no_value() {
    // Answered in full, nothing applies: not 0, not 100, not NaN, not −1.
    check("－ －3", "100.0 (2/2) | 0.0 (0/2) | ― (0/0) | ― | ―–―");
    assert_eq!(grade("－ －3"), None);
}

#[test]
fn an_empty_scope_has_no_value() {
    check("", "― (0/0) | ― (0/0) | ― (0/0) | ― | ―–―");
    assert_eq!(grade(""), None);
}

#[test]
fn a_weight_of_nothing_divides_by_nothing() {
    check(
        "○0 ×0 .0",
        "66.7 (2/3) | 100.0 (3/3) | 50.0 (1/2) | ― | ―–―",
    );
    assert_eq!(grade("○0 ×0"), None);
    // Beside others it weighs nothing: 3/3.
    assert_eq!(figures("○3 ×0").score_tenths(), Some(1_000));
}

#[test]
fn to_be_confirmed_is_answered_and_worth_nothing_yet() {
    // Response 2/2; score 1/2; band from ？ as × to ？ as ○.
    check(
        "○ ？",
        "100.0 (2/2) | 100.0 (2/2) | 50.0 (1/2) | 50.0 | 50.0–100.0",
    );
    check(
        "？",
        "100.0 (1/1) | 100.0 (1/1) | 0.0 (0/1) | 0.0 | 0.0–100.0",
    );
    // It keeps no grade back, since it is answered.
    assert_eq!(grade("○ ？"), Some("D"));
}

#[test]
fn a_city_that_gives_to_be_confirmed_a_worth_keeps_its_band() {
    let mut scale = fixture::scale().clone();
    scale.marks[Mark::ToBeConfirmed.index()].value = Some(50);
    let figures = Figures::of(entries("○ ？ × ."), &scale);
    // Score (1 + ½ + 0)/3 = 50; band from 1/4 to (1 + 1 + 1)/4, the ½ in neither end.
    assert_eq!(figures.score_tenths(), Some(500));
    assert_eq!(figures.score_min_tenths(), Some(250));
    assert_eq!(figures.score_max_tenths(), Some(750));
}

#[test]
fn a_city_may_value_partly_otherwise() {
    let mut scale = fixture::scale().clone();
    scale.marks[Mark::Partial.index()].value = Some(33);
    // 0.33/1, and (3 + 0.33)/4 = 83.25 → 83.3.
    assert_eq!(Figures::of(entries("△"), &scale).score_tenths(), Some(330));
    let figures = Figures::of(entries("○3 △1"), &scale);
    assert_eq!(figures.score_tenths(), Some(833));
}

#[test]
fn halves_round_up_at_the_first_decimal() {
    let percent = |numerator, denominator| {
        shown(
            Rate {
                numerator,
                denominator,
            }
            .percent_tenths(),
        )
    };
    assert_eq!(percent(1, 16), "6.3"); // 6.25
    assert_eq!(percent(3, 16), "18.8"); // 18.75
    assert_eq!(percent(1, 80), "1.3"); // 1.25
    assert_eq!(percent(9, 16), "56.3"); // 56.25
    assert_eq!(percent(1, 2_000), "0.1"); // 0.05
    assert_eq!(percent(1_999, 2_000), "100.0"); // 99.95
    assert_eq!(percent(49, 100_000), "0.0"); // 0.049
    assert_eq!(percent(1, 3), "33.3");
    assert_eq!(percent(2, 3), "66.7");
    assert_eq!(percent(0, 7), "0.0");
    assert_eq!(percent(7, 7), "100.0");
    assert_eq!(percent(0, 0), "―");
}

#[test]
fn the_largest_counts_do_not_overflow() {
    let rate = Rate {
        numerator: 260_000_000,
        denominator: 260_000_001,
    };
    assert_eq!(rate.percent_tenths(), Some(1_000));
}

#[test]
fn the_displayed_score_is_the_graded_one() {
    // 17 ○ and 2 ×: 89.47 is shown as 89.5 and is a B.
    assert_eq!(grade(&format!("{} × ×", "○ ".repeat(17))), Some("B"));
    // Weights 1,799 : 200, so 89.995 is shown as 90.0 — and what is shown earns its A.
    let text = format!("{} ○1 ○1 {} ×2", "○3 ".repeat(599), "×3 ".repeat(66));
    let figures = figures(&text);
    assert_eq!((figures.earned, figures.weighed), (179_900, 1_999));
    assert_eq!(shown(figures.score_tenths()), "90.0");
    assert_eq!(grade(&text), Some("A"));
}

#[test]
fn grades_begin_at_their_own_score() {
    let scale = fixture::scale();
    for (score, expected) in [
        (1_000, "A"),
        (900, "A"),
        (899, "B"),
        (750, "B"),
        (749, "C"),
        (600, "C"),
        (599, "D"),
        (0, "D"),
    ] {
        assert_eq!(scale.grade(score, 0), Some(expected), "{score}");
    }
}

#[test]
fn a_failed_critical_item_caps_the_grade() {
    let all = "○ ".repeat(19);
    // 95.0 would be an A; the cap is C, however many failed.
    assert_eq!(grade(&format!("{all} ×")), Some("A"));
    assert_eq!(grade(&format!("{all} ×1!")), Some("C"));
    assert_eq!(grade(&format!("{all} ×1! ×1!")), Some("C"));
    // The cap does not lift: 1/3 stays a D.
    assert_eq!(grade("○ × ×1!"), Some("D"));
    // Only × caps; neither △, ？ nor － does.
    assert_eq!(grade(&format!("{all} △1!")), Some("A"));
    assert_eq!(grade(&format!("{all} ？1!")), Some("A"));
    assert_eq!(grade(&format!("{all} －1!")), Some("A"));
}

#[test]
fn there_is_no_grade_while_anything_is_blank() {
    assert_eq!(grade("○ ○ ○"), Some("A"));
    assert_eq!(grade("○ ○ ○ ."), None);
}

#[test]
fn decimals_are_written_with_a_point() {
    let written = [0, 5, 63, 1_000].map(one_decimal);
    assert_eq!(written, ["0.0", "0.5", "6.3", "100.0"]);
}

fn an_entry() -> impl Strategy<Value = Entry> {
    let mark = prop::option::of(prop::sample::select(&Mark::ALL[..]));
    (1..=3_u8, any::<bool>(), mark).prop_map(|(weight, critical, mark)| Entry {
        weight,
        critical,
        mark,
    })
}

fn some_entries() -> impl Strategy<Value = Vec<Entry>> {
    prop::collection::vec(an_entry(), 0..60)
}

fn score_of(entries: &[Entry]) -> Figures {
    Figures::of(entries.iter().copied(), fixture::scale())
}

proptest! {
    #[test]
    fn every_figure_keeps_its_bounds(entries in some_entries()) {
        let figures = score_of(&entries);
        for rate in [figures.response(), figures.applicability(), figures.implementation()] {
            prop_assert_eq!(rate.percent_tenths().is_none(), rate.denominator == 0);
            prop_assert!(rate.percent_tenths().unwrap_or(0) <= 1_000);
        }
        let band = figures.score_min_tenths().zip(figures.score_max_tenths());
        prop_assert_eq!(band.is_some(), figures.applicable() > 0);
        if let Some((min, max)) = band {
            prop_assert!(min <= max && max <= 1_000);
            if let Some(score) = figures.score_tenths() {
                prop_assert!(min <= score && score <= max);
            }
        }
    }

    #[test]
    fn the_order_of_items_does_not_matter(
        (entries, shuffled) in some_entries()
            .prop_flat_map(|list| (Just(list.clone()), Just(list).prop_shuffle()))
    ) {
        prop_assert_eq!(score_of(&entries), score_of(&shuffled));
    }

    #[test]
    fn a_further_good_answer_never_lowers_the_score(entries in some_entries(), weight in 1..=3_u8) {
        let before = score_of(&entries).score_tenths();
        let mut more = entries;
        more.push(Entry { weight, critical: false, mark: Some(Mark::Implemented) });
        prop_assert!(score_of(&more).score_tenths() >= before);
    }

    #[test]
    fn a_better_mark_never_lowers_any_figure(entries in some_entries(), at in any::<prop::sample::Index>()) {
        prop_assume!(!entries.is_empty());
        let at = at.index(entries.len());
        let mut better = entries.clone();
        better[at].mark = match entries[at].mark {
            Some(Mark::NotImplemented | Mark::ToBeConfirmed) => Some(Mark::Partial),
            Some(Mark::Partial) => Some(Mark::Implemented),
            other => other,
        };
        let (before, after) = (score_of(&entries), score_of(&better));
        prop_assert!(after.score_tenths() >= before.score_tenths());
        prop_assert!(after.score_min_tenths() >= before.score_min_tenths());
        prop_assert!(after.implementation().numerator >= before.implementation().numerator);
    }

    #[test]
    fn the_band_holds_whatever_the_blanks_turn_out_to_be(
        entries in some_entries(),
        turns in prop::collection::vec(0..3_usize, 60),
    ) {
        let before = score_of(&entries);
        let filled: Vec<Entry> = entries
            .iter()
            .zip(turns)
            .map(|(entry, turn)| match entry.mark {
                None | Some(Mark::ToBeConfirmed) => Entry { mark: Some(Mark::ALL[turn]), ..*entry },
                Some(_) => *entry,
            })
            .collect();
        let after = score_of(&filled).score_tenths();
        prop_assert!(before.score_min_tenths() <= after);
        prop_assert!(after <= before.score_max_tenths());
    }

    #[test]
    fn every_item_is_counted_exactly_once(entries in some_entries()) {
        let figures = score_of(&entries);
        let counted = figures.unanswered
            + figures.not_applicable
            + figures.to_be_confirmed
            + figures.implemented
            + figures.partial
            + figures.not_implemented;
        prop_assert_eq!(figures.items, entries.len() as u64);
        prop_assert_eq!(counted, figures.items);
        prop_assert_eq!(figures.implementation().denominator, figures.answered() - figures.not_applicable);
        prop_assert!(figures.critical_failures <= figures.not_implemented);
    }

    #[test]
    fn all_blank_may_still_become_anything(weights in prop::collection::vec(1..=3_u8, 1..60)) {
        let blank = |weight| Entry { weight, critical: true, mark: None };
        let entries: Vec<Entry> = weights.into_iter().map(blank).collect();
        let figures = score_of(&entries);
        prop_assert_eq!(figures.score_tenths(), None);
        prop_assert_eq!(figures.score_min_tenths(), Some(0));
        prop_assert_eq!(figures.score_max_tenths(), Some(1_000));
    }
}
