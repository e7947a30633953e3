//! Tests of what deserves a look.

use proptest::prelude::*;

use super::remarks::compared;
use super::*;
use crate::domain::answer::{Answer, Beside};
use crate::domain::submission_test_kit::{submission, submission_of};

fn found(submissions: &[Submission]) -> Vec<Finding> {
    found_after(submissions, &[], &[])
}

/// Departments continue those of the year before that stand at the same place.
fn found_after(
    submissions: &[Submission],
    superseded: &[Submission],
    before: &[Submission],
) -> Vec<Finding> {
    let sources: Vec<Vec<usize>> = (0..submissions.len())
        .map(|at| before.get(at).map(|_| at).into_iter().collect())
        .collect();
    examine(Material {
        submissions,
        superseded,
        before,
        sources: &sources,
    })
    .collect()
}

fn codes(findings: &[Finding]) -> Vec<(&'static str, usize, About)> {
    findings
        .iter()
        .map(|finding| (finding.what.code(), finding.submission, finding.about))
        .collect()
}

/// Departments with so many － of twenty.
fn with_not_applicable(counts: &[usize]) -> Vec<Submission> {
    // Each department leaves out other items, so that no item stands out.
    let signs = |at: usize, count: usize| -> String {
        let is_left_out = |item: usize| (item + 20 - at * 3 % 20) % 20 < count;
        let sign = |item| if is_left_out(item) { '-' } else { 'o' };
        (0..20).map(sign).collect()
    };
    let departments = counts.iter().enumerate();
    departments
        .map(|(at, count)| submission(&at.to_string(), &signs(at, *count)))
        .collect()
}

fn many(submissions: &[Submission]) -> Vec<usize> {
    let findings = found(submissions);
    let many = findings
        .iter()
        .filter(|finding| matches!(finding.what, What::ManyNotApplicable(_)));
    many.map(|finding| finding.submission).collect()
}

#[test]
fn a_department_that_marks_not_applicable_far_more_often_is_found() {
    assert_eq!(many(&with_not_applicable(&[0, 1, 2, 1, 0, 12])), [5]);
    // Two of five who do so move neither the median nor what is usual around it.
    assert_eq!(many(&with_not_applicable(&[1, 1, 2, 12, 13])), [3, 4]);
    // Where rates lie apart anyway, a high one is nothing special.
    assert_eq!(many(&with_not_applicable(&[0, 4, 8, 12, 16])), [0; 0]);
    // Two answers more than usual are chance, whatever the rate.
    let mut few = with_not_applicable(&[0, 0, 0, 0, 0]);
    few.push(submission("few", "--"));
    assert_eq!(many(&few), [0; 0]);
    // Four departments are too few to say what is usual.
    assert_eq!(many(&with_not_applicable(&[0, 0, 0, 19])), [0; 0]);
}

#[test]
fn what_the_profile_sets_aside_is_nobodys_choice() {
    let mut all = with_not_applicable(&[0, 1, 2, 1, 0]);
    all.push(submission("p", &("p".repeat(15) + "ooooo")));
    let findings = found(&all);
    assert!(findings.iter().all(|finding| finding.what.index() > 1));
}

#[test]
fn a_finding_bears_the_figures_that_led_to_it() {
    let findings = found(&with_not_applicable(&[0, 1, 2, 1, 0, 12]));
    let expected = OutOfLine {
        rate: Rate {
            numerator: 12,
            denominator: 20,
        },
        usual: Usual {
            median_tenths: 50,
            limit_tenths: 272,
            compared: 6,
        },
    };
    assert_eq!(findings[0].what, What::ManyNotApplicable(expected));
}

#[test]
fn an_item_that_many_mark_not_applicable_is_found() {
    let all: Vec<Submission> = (0..6)
        .map(|at| submission(&at.to_string(), if at < 5 { "oooo-oo" } else { "ooooooo" }))
        .collect();
    let findings = found(&all);
    assert_eq!(
        codes(&findings)[0],
        ("often_not_applicable", 0, About::Item(4))
    );
}

#[test]
fn what_others_answer_is_told_apart_from_what_they_are_asked() {
    let all: Vec<Submission> = ["-p", "oo", "oo", "ot", "ox", "o?"]
        .into_iter()
        .enumerate()
        .map(|(at, signs)| submission(&at.to_string(), signs))
        .collect();
    let findings = found(&all);
    let five = Rate {
        numerator: 5,
        denominator: 5,
    };
    let nobody = Rate {
        numerator: 0,
        denominator: 5,
    };
    let whats: Vec<(usize, About, What)> = findings
        .iter()
        .map(|finding| (finding.submission, finding.about, finding.what))
        .collect();
    assert_eq!(
        whats,
        [
            (0, About::Answer(0), What::OthersAnswer { applicable: five }),
            (
                0,
                About::Answer(1),
                What::OthersAreAsked { applicable: five }
            ),
            (
                5,
                About::Answer(1),
                What::LeftOpen {
                    again: false,
                    others: nobody
                }
            ),
        ]
    );
    // Four others are too few, and three of five are not most of them.
    assert_eq!(found(&all[..5]).len(), 0);
    let half: Vec<Submission> = ["-", "o", "o", "o", "-", "-"]
        .into_iter()
        .enumerate()
        .map(|(at, signs)| submission(&at.to_string(), signs))
        .collect();
    assert_eq!(codes(&found(&half)), []);
}

#[test]
fn departments_that_are_not_asked_say_nothing_about_a_mark_somebody_chose() {
    let mut all: Vec<Submission> = (0..5).map(|at| submission(&at.to_string(), "o")).collect();
    all.push(submission("c", "-"));
    all.extend((6..20).map(|at| submission(&at.to_string(), "p")));
    // Of those asked all others answer; of all, most are not asked: the profile is in order.
    assert_eq!(
        codes(&found(&all)),
        [("others_answer", 5, About::Answer(0))]
    );
}

#[test]
fn other_municipalities_are_no_others() {
    let mut all = with_not_applicable(&[0, 0, 0]);
    let elsewhere = with_not_applicable(&[12, 0, 0]);
    all.extend(elsewhere.into_iter().map(|mut one| {
        std::sync::Arc::make_mut(&mut one.cover).municipality_code = "082350".into();
        one
    }));
    assert_eq!(codes(&found(&all)), []);
}

#[test]
fn what_is_open_two_years_running_is_said_so() {
    let now = [submission("1", "??")];
    let before = [submission_of(2025, "1", "?o")];
    let findings = found_after(&now, &[], &before);
    let again: Vec<bool> = findings
        .iter()
        .map(|finding| matches!(finding.what, What::LeftOpen { again: true, .. }))
        .collect();
    assert_eq!(again, [true, false]);
}

#[test]
fn better_answers_without_evidence_are_found() {
    let before = [submission_of(2025, "1", "xtxx-o")];
    let now = submission("1", "ootxoo");
    let improved = |now: Submission| codes(&found_after(&[now], &[], &before));
    let expected = [0, 1, 2].map(|at| ("improved_without_evidence", 0, About::Answer(at)));
    assert_eq!(improved(now.clone()), expected);
    assert_eq!(improved(now.shown()), []);
    // Of two predecessors, the better one is what there was.
    let two = [submission_of(2025, "1", "x"), submission_of(2025, "2", "o")];
    let now = [submission("3", "o")];
    let findings: Vec<Finding> = examine(Material {
        submissions: &now,
        superseded: &[],
        before: &two,
        sources: &[vec![0, 1]],
    })
    .collect();
    assert_eq!(codes(&findings), []);
}

#[test]
fn remarks_of_other_departments_are_found() {
    let remark = "来年度の研修で取り上げる予定です。";
    let turned = "来年度の 研修で，取り上げる予定です";
    let all = [
        submission("1", "xo").remarked(0, remark),
        submission("2", "ox").remarked(1, turned),
        submission("3", "xx")
            .remarked(0, "確認中です")
            .remarked(1, "機器の更新に合わせて見直します。"),
        submission("4", "xx")
            .remarked(0, "確認中です")
            .remarked(1, "機器の更新に合わせて見直しました。"),
    ];
    let findings = found(&all);
    assert_eq!(
        codes(&findings),
        [
            ("same_remark", 0, About::Answer(0)),
            ("same_remark", 1, About::Answer(1)),
        ]
    );
    let expected = What::SameRemark {
        departments: 2,
        compared: 4,
    };
    assert_eq!(findings[0].what, expected);
    // Twice in one department is that department's way of writing.
    let alone = [submission("1", "xx")
        .remarked(0, remark)
        .remarked(1, remark)];
    assert_eq!(found(&alone), []);
}

#[test]
fn answers_faster_than_they_can_be_read_are_found() {
    let fast =
        |answers, minutes| codes(&found(&[submission("1", "o").paced(answers, minutes)])).len();
    assert_eq!(fast(60, 2), 1);
    assert_eq!(fast(60, 3), 1);
    // Four minutes, and nearly five by the clock.
    assert_eq!(fast(60, 4), 0);
    assert_eq!(fast(PACE_ANSWERS_MIN - 1, 0), 0);
    assert_eq!(fast(PACE_ANSWERS_MIN, 0), 1);
}

#[test]
fn answers_that_changed_after_they_were_handed_in_are_found() {
    let mut late = submission("1", "ooo");
    late.answers[2] = Answer::new(
        late.answers[2].mark(),
        Beside {
            late: true,
            ..Beside::default()
        },
    );
    let mut first = submission("1", "xoo");
    std::sync::Arc::make_mut(&mut first.cover).confirmed_at =
        Some(crate::domain::submission_test_kit::moment(10, 0));
    let mut second = submission("01", "xto");
    std::sync::Arc::make_mut(&mut second.cover).confirmed_at =
        Some(crate::domain::submission_test_kit::moment(11, 0));
    let findings = found_after(&[late], &[first, second], &[]);
    assert_eq!(
        codes(&findings),
        [
            ("changed_after_confirmation", 0, About::Answer(2)),
            ("changed_between_submissions", 0, About::Answer(0)),
            ("changed_between_submissions", 0, About::Answer(1)),
        ]
    );
    assert_eq!(
        findings[2].what,
        What::ChangedBetween {
            before: Some(Mark::Partial),
            now: Some(Mark::Implemented),
        }
    );
}

fn departments() -> impl Strategy<Value = Vec<String>> {
    let signs = prop::sample::select(vec!['o', 't', 'x', '-', '?', 'p', '.']);
    let department = prop::collection::vec(signs, 8).prop_map(|signs| signs.into_iter().collect());
    prop::collection::vec(department, 0..12)
}

proptest! {
    #[test]
    fn the_order_of_departments_makes_no_difference(departments in departments(), turned in 0_usize..12) {
        let submissions: Vec<Submission> = departments
            .iter()
            .enumerate()
            .map(|(at, signs)| submission(&at.to_string(), signs))
            .collect();
        let mut other = submissions.clone();
        if !other.is_empty() {
            let by = turned % other.len();
            other.rotate_left(by);
        }
        let facts = |submissions: &[Submission]| {
            let mut facts: Vec<String> = found(submissions)
                .iter()
                .map(|finding| {
                    // An item in all departments stands in whichever comes first.
                    let whose = match finding.about {
                        About::Item(_) => "",
                        _ => &*submissions[finding.submission].department_code,
                    };
                    format!("{whose} {:?} {:?}", finding.about, finding.what)
                })
                .collect();
            facts.sort();
            facts
        };
        prop_assert_eq!(facts(&submissions), facts(&other));
    }

    #[test]
    fn few_departments_are_never_compared(departments in departments()) {
        let few: Vec<Submission> = departments
            .iter()
            .take(COMPARED_MIN - 1)
            .enumerate()
            .map(|(at, signs)| submission(&at.to_string(), signs))
            .collect();
        let compares = |finding: &Finding| finding.what.code() != "left_open";
        prop_assert!(!found(&few).iter().any(compares));
    }

    #[test]
    fn what_is_usual_is_never_out_of_line(rates in prop::collection::vec((0_u64..40, 1_u64..40), 5..60)) {
        let rates: Vec<Rate> = rates
            .iter()
            .map(|&(part, more)| Rate { numerator: part, denominator: part + more })
            .collect();
        let usual = usual(&rates).unwrap();
        let out = rates.iter().filter(|rate| usual.is_exceeded_by(**rate)).count();
        prop_assert!(out * 2 <= rates.len(), "{out} of {}", rates.len());
        prop_assert!(usual.limit_tenths >= usual.median_tenths + ABOVE_MEDIAN_TENTHS);
        for rate in &rates {
            let more = Rate { numerator: rate.denominator, ..*rate };
            prop_assert!(!usual.is_exceeded_by(*rate) || usual.is_exceeded_by(more));
        }
    }

    #[test]
    fn a_remark_is_compared_by_its_letters(remark in "[あ-んa-zA-Z]{12,20}", sign in "[ 、。!？\n]") {
        let spread: String = remark.chars().flat_map(|letter| [letter.to_string(), sign.clone()]).collect();
        prop_assert_eq!(compared(&remark), compared(&spread));
        prop_assert!(compared(&remark).is_some());
    }
}
