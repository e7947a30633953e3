//! The sentences a committee reads.

use super::super::Lang;
use super::super::en::number_of;
use super::cells;
use crate::domain::committee::{Fact, Moved, Revised, Step};
use crate::domain::score::Rate;

/// Words a fact.
#[must_use]
pub fn fact(lang: Lang, fact: &Fact) -> String {
    match lang {
        Lang::Ja => fact_ja(fact),
        Lang::En => fact_en(fact),
    }
}

/// Words a step.
#[must_use]
pub fn step(lang: Lang, step: &Step) -> String {
    match lang {
        Lang::Ja => step_ja(step),
        Lang::En => step_en(step),
    }
}

fn fact_ja(fact: &Fact) -> String {
    match fact {
        Fact::Submitted {
            rate,
            missing,
            drafts,
        } => {
            let (done, all) = (rate.numerator, rate.denominator);
            if done == all {
                return format!("{all}の所属すべてが提出しました。");
            }
            let percent = cells::rate(*rate);
            let rest = match (*missing, *drafts) {
                (0, 0) => String::new(),
                (missing, 0) => format!("未提出は {missing} です。"),
                (0, drafts) => format!("下書きは {drafts} です。"),
                (missing, drafts) => format!("未提出は {missing}、下書きは {drafts} です。"),
            };
            format!("{all}の所属のうち {done} が提出しました（{percent}）。{rest}")
        }
        Fact::Received(count) => format!("{count}の所属が提出しました。"),
        Fact::Doubtful(count) => {
            format!("ほかに、まだ数えていない提出が {count}件あります。")
        }
        Fact::Score(score, rate) => format!(
            "全体の得点は {}、実施率は {}（{}）です。",
            cells::score(Some(*score)),
            cells::rate(*rate),
            cells::over(*rate)
        ),
        Fact::Changed(all, alike) => {
            let alike = alike.map_or_else(String::new, |alike| {
                format!("同じ設問だけで比べると{}。", moved_ja(alike))
            });
            format!("得点は前年度から{}。{alike}", moved_ja(*all))
        }
        Fact::Clauses(weakest, strongest) => format!(
            "いちばん低いのは {}（{}）、いちばん高いのは {}（{}）です。",
            weakest.label,
            cells::score(Some(weakest.tenths)),
            strongest.label,
            cells::score(Some(strongest.tenths))
        ),
        Fact::Critical(answers, departments) => {
            format!("重点項目の未実施は {answers}件、{departments}の所属にあります。")
        }
        Fact::NoCritical => "重点項目の未実施はありません。".to_owned(),
        Fact::Failing(failing) => format!(
            "未実施がいちばん多い設問は「{}」で、当てはまる {}の所属のうち {} です。",
            failing.question, failing.rate.denominator, failing.rate.numerator
        ),
        Fact::Moved(Moved {
            improved,
            worsened,
            failed_again,
        }) => format!(
            "前年度より良くなった回答は {improved}件、悪くなった回答は {worsened}件、継続して未実施の回答は {failed_again}件です。"
        ),
        Fact::Revised(Revised {
            new,
            revised,
            withdrawn,
        }) => format!(
            "設問は、新しいものが {new}件、変わったものが {revised}件、なくなったものが {withdrawn}件です。"
        ),
    }
}

fn moved_ja(tenths: i64) -> String {
    let worth = cells::change(Some(tenths));
    let worth = worth.trim_start_matches(['+', '−', '±']);
    match tenths.signum() {
        1 => format!(" {worth} 上がりました"),
        -1 => format!(" {worth} 下がりました"),
        _ => "変わりません".to_owned(),
    }
}

fn step_ja(step: &Step) -> String {
    match step {
        Step::Collect(count) => format!("提出していない {count}の所属に、提出を求めます。"),
        Step::Clear(count) => {
            format!("数えていない {count}件について、出し直しか確かめを所属に求めます。")
        }
        Step::MendCritical(count) => {
            format!("重点項目の未実施 {count}件は、期限を決めて先に直します。")
        }
        Step::Plan(count) => {
            format!("継続して未実施の {count}件は、理由と直す時期を所属に確かめます。")
        }
        Step::LookAt(clause) => format!(
            "{}（{}）は、全体で取組みを見直します。",
            clause.label,
            cells::score(Some(clause.tenths))
        ),
        Step::Confirm(count) => format!("確認中の {count}件は、年度のうちに確かめ終えます。"),
    }
}

fn fact_en(fact: &Fact) -> String {
    match fact {
        Fact::Submitted {
            rate,
            missing,
            drafts,
        } => submitted_en(*rate, *missing, *drafts),
        Fact::Received(count) => {
            let departments = number_of(*count, "department", "departments");
            format!("{departments} handed in.")
        }
        Fact::Doubtful(count) => {
            let others = number_of(*count, "other submission is", "other submissions are");
            format!("{others} not counted yet.")
        }
        Fact::Score(score, rate) => format!(
            "The score of the whole is {}; {} ({}) of what applies is implemented.",
            cells::score(Some(*score)),
            cells::rate(*rate),
            cells::over(*rate)
        ),
        Fact::Changed(all, alike) => {
            let alike = alike.map_or_else(String::new, |alike| {
                format!(" Over questions asked alike it {}.", moved_en(alike))
            });
            format!("Since last year the score {}.{alike}", moved_en(*all))
        }
        Fact::Clauses(weakest, strongest) => format!(
            "The lowest is {} ({}), the highest {} ({}).",
            weakest.label,
            cells::score(Some(weakest.tenths)),
            strongest.label,
            cells::score(Some(strongest.tenths))
        ),
        Fact::Critical(answers, departments) => {
            let answers = number_of(*answers, "critical answer is", "critical answers are");
            let departments = number_of(*departments, "department", "departments");
            format!("{answers} × in {departments}.")
        }
        Fact::NoCritical => "No critical item is ×.".to_owned(),
        Fact::Failing(failing) => format!(
            "Most often ×: \u{201c}{}\u{201d}, in {} of the {} departments it applies to.",
            failing.question, failing.rate.numerator, failing.rate.denominator
        ),
        Fact::Moved(Moved {
            improved,
            worsened,
            failed_again,
        }) => format!(
            "Since last year {} improved and {worsened} worsened; {failed_again} are × again.",
            number_of(*improved, "answer", "answers")
        ),
        Fact::Revised(Revised {
            new,
            revised,
            withdrawn,
        }) => format!(
            "Of the questions {new} are new, {revised} were reworded and {withdrawn} withdrawn."
        ),
    }
}

fn submitted_en(rate: Rate, missing: usize, drafts: usize) -> String {
    let (done, all) = (rate.numerator, rate.denominator);
    if done == all {
        return format!("All {all} departments handed in.");
    }
    let percent = cells::rate(rate);
    let mut told = format!("{done} of {all} departments handed in ({percent}).");
    if missing > 0 {
        told.push_str(&format!(" Nothing came from {missing}."));
    }
    if drafts > 0 {
        let drafts = number_of(drafts, "draft is", "drafts are");
        told.push_str(&format!(" {drafts} not confirmed."));
    }
    told
}

fn moved_en(tenths: i64) -> String {
    let worth = cells::change(Some(tenths));
    let worth = worth.trim_start_matches(['+', '−', '±']);
    match tenths.signum() {
        1 => format!("rose by {worth}"),
        -1 => format!("fell by {worth}"),
        _ => "did not change".to_owned(),
    }
}

fn step_en(step: &Step) -> String {
    match step {
        Step::Collect(count) => {
            let departments = number_of(*count, "department", "departments");
            format!("Ask {departments} for what was not handed in.")
        }
        Step::Clear(count) => {
            let submissions = number_of(*count, "submission", "submissions");
            format!("Clear up {submissions} not counted, or ask for them again.")
        }
        Step::MendCritical(count) => {
            let items = number_of(*count, "critical × answer", "critical × answers");
            format!("Set a date for mending {items} first.")
        }
        Step::Plan(count) => {
            let answers = number_of(*count, "answer", "answers");
            format!("Ask the departments why {answers} stayed ×, and until when.")
        }
        Step::LookAt(clause) => format!(
            "Look at {} ({}) for the whole city.",
            clause.label,
            cells::score(Some(clause.tenths))
        ),
        Step::Confirm(count) => {
            let answers = number_of(*count, "answer", "answers");
            format!("Confirm the {answers} left open within the year.")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::committee::Named;

    #[test]
    fn sentences_say_no_more_than_is_known() {
        let submitted = |done, missing, drafts| {
            fact_ja(&Fact::Submitted {
                rate: Rate {
                    numerator: done,
                    denominator: 40,
                },
                missing,
                drafts,
            })
        };
        assert_eq!(submitted(40, 0, 0), "40の所属すべてが提出しました。");
        assert_eq!(
            submitted(36, 3, 1),
            "40の所属のうち 36 が提出しました（90.0%）。未提出は 3、下書きは 1 です。"
        );
        assert_eq!(
            submitted(39, 0, 0),
            "40の所属のうち 39 が提出しました（97.5%）。"
        );
        assert_eq!(
            fact_ja(&Fact::Changed(21, Some(-5))),
            "得点は前年度から 2.1 上がりました。同じ設問だけで比べると 0.5 下がりました。"
        );
        assert_eq!(
            fact_ja(&Fact::Changed(0, None)),
            "得点は前年度から変わりません。"
        );
        assert_eq!(
            fact_en(&Fact::Changed(0, Some(1))),
            "Since last year the score did not change. Over questions asked alike it rose by 0.1."
        );
        let clause = Named {
            label: "6(4) 物理".into(),
            tenths: 612,
            tone: 2,
        };
        assert_eq!(
            step(Lang::Ja, &Step::LookAt(clause)),
            "6(4) 物理（61.2）は、全体で取組みを見直します。"
        );
    }
}
