//! The proposal whom to audit, in words: who, how likely, and why.

use super::Lang;
use super::en::number_of;
use super::figures::{counts, percent};
use crate::collect::sample::{Candidate, Sample};
use crate::display::safe;
use crate::display::width::Ruler;
use crate::domain::sampling::{Reason, Weighed};
use crate::domain::score::one_decimal;

/// Widths of the columns, in cells.
const ORDER: usize = 3;
const CODE: usize = 8;
const NAME: usize = 26;
const WEIGHT: usize = 5;

/// Returns why a department has its weight, each with its share.
#[must_use]
pub fn reasons(lang: Lang, weighed: &Weighed) -> String {
    let reasons = weighed.reasons.iter();
    let worded: Vec<String> = reasons
        .map(|(why, share)| format!("{} +{share}", reason(lang, why)))
        .collect();
    worded.join(match lang {
        Lang::Ja => "、",
        Lang::En => "; ",
    })
}

fn reason(lang: Lang, why: &Reason) -> String {
    match (lang, why) {
        (Lang::Ja, Reason::Base) => "全所属の基本".to_owned(),
        (Lang::En, Reason::Base) => "every department".to_owned(),
        (Lang::Ja, Reason::NotSubmitted) => "集計できる提出がない".to_owned(),
        (Lang::En, Reason::NotSubmitted) => "no submission that counts".to_owned(),
        (Lang::Ja, Reason::LowScore(score)) => format!("得点 {}", one_decimal(*score)),
        (Lang::En, Reason::LowScore(score)) => format!("score {}", one_decimal(*score)),
        (_, Reason::FastImprovement(change)) => {
            let points = one_decimal(u32::try_from(*change).unwrap_or(0));
            match lang {
                Lang::Ja => format!("同じ設問で前年度から {points}点の上昇"),
                Lang::En => format!("up {points} points over items asked alike"),
            }
        }
        (Lang::Ja, Reason::ManyNotApplicable(out)) => {
            format!("対象外が {}で、ほかより多い", percent(out.rate))
        }
        (Lang::En, Reason::ManyNotApplicable(out)) => {
            format!("not applicable {}, more than others", percent(out.rate))
        }
        (Lang::Ja, Reason::NeverAudited) => "監査の記録がない".to_owned(),
        (Lang::En, Reason::NeverAudited) => "no audit known".to_owned(),
        (Lang::Ja, Reason::OverEstimated(rate)) => {
            format!("これまでの監査で過大評価 {}", counts(*rate))
        }
        (Lang::En, Reason::OverEstimated(rate)) => {
            format!("over-estimated in earlier audits {}", counts(*rate))
        }
        (Lang::Ja, Reason::Faults(faults)) => format!("提出ファイルの不備 {faults}件"),
        (Lang::En, Reason::Faults(1)) => "1 fault in what was handed in".to_owned(),
        (Lang::En, Reason::Faults(faults)) => format!("{faults} faults in what was handed in"),
    }
}

/// Returns the proposal as lines: a line for each department drawn, and below it why.
#[must_use]
pub fn lines(lang: Lang, sample: &Sample) -> Vec<String> {
    let (chosen, all) = (sample.drawn.len(), sample.candidates.len());
    let seed = sample.seed;
    let mut lines = vec![match lang {
        Lang::Ja => format!("監査する所属の案　{all}所属のうち {chosen}所属（種 {seed}）"),
        Lang::En => format!(
            "Proposed for an audit: {chosen} of {} (seed {seed})",
            number_of(all, "department", "departments")
        ),
    }];
    let ruler = Ruler::Narrow;
    let row = |cells: [&str; 4]| {
        let [order, code, name, weight] = cells;
        format!(
            "{} {} {}{}",
            ruler.fit_right(order, ORDER),
            ruler.fit(&safe::line(code), CODE),
            ruler.fit(&safe::line(name), NAME),
            ruler.fit_right(weight, WEIGHT),
        )
    };
    for (order, one) in sample.chosen().enumerate() {
        let Candidate { code, name, .. } = one;
        let weight = one.weighed.weight().to_string();
        lines.push(row([&(order + 1).to_string(), code, name, &weight]));
        lines.push(format!("      {}", reasons(lang, &one.weighed)));
    }
    lines.push(
        match lang {
            Lang::Ja => {
                "数字は選ばれやすさです。同じ種と同じ提出なら、同じ所属が選ばれます。案です。決めるのは監査の担当です。"
            }
            Lang::En => {
                "The numbers are weights. The same seed and submissions give the same departments. It is a proposal; the auditors decide."
            }
        }
        .to_owned(),
    );
    lines
}

/// Tells where the whole list was written.
#[must_use]
pub fn written(lang: Lang, name: &str) -> String {
    let name = safe::line(name);
    match lang {
        Lang::Ja => format!("全所属の一覧を書きました（{name}）。"),
        Lang::En => format!("Wrote the list of all departments ({name})."),
    }
}

/// Tells that there is nobody to be drawn.
#[must_use]
pub const fn nobody(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => "選べる所属がありません。先に提出を集めてください（tenken collect）。",
        Lang::En => "There is no department to draw. Collect submissions first (tenken collect).",
    }
}
