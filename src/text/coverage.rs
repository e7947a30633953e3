//! What checking the checklists found: problems, or a table clause × number of items.

use super::{Lang, problems};
use crate::display::width::Ruler;
use crate::domain::checklist::Checklist;
use crate::domain::policy::Measure;
use crate::domain::problem::Problem;

/// Widest citation and heading, in cells.
const CLAUSE_WIDTH: usize = 46;
const COUNT_WIDTH: usize = 8;

/// Returns the problems, or the coverage of every city.
#[must_use]
pub fn report(lang: Lang, checklists: &[Checklist], found: &[Problem]) -> Vec<String> {
    let mut lines = vec![match lang {
        Lang::Ja => format!("点検項目の誤り {}件", found.len()),
        Lang::En => format!("{} problems in the checklists", found.len()),
    }];
    for problem in found {
        lines.push(String::new());
        lines.extend(problems::lines(lang, problem));
    }
    if found.is_empty() {
        for checklist in checklists {
            lines.push(String::new());
            lines.extend(coverage(lang, checklist));
        }
    }
    lines
}

fn coverage(lang: Lang, checklist: &Checklist) -> Vec<String> {
    let policy = &checklist.policy;
    let count = checklist.items.len();
    let edition = policy.edition;
    let mut lines = vec![match lang {
        Lang::Ja => format!(
            "{}　{}　{edition} の版　{count}項目",
            policy.name, policy.title
        ),
        Lang::En => format!(
            "{} ({}), edition {edition}, {count} items",
            policy.id, policy.name
        ),
    }];
    for (depth, _, clause) in policy.clauses() {
        let name = format!(
            "{}{}　{}",
            "  ".repeat(depth),
            clause.citation,
            clause.heading
        );
        lines.push(format!(
            "  {}{}",
            Ruler::Narrow.fit(&name, CLAUSE_WIDTH),
            Ruler::Narrow.fit_right(&clause.item_ids().len().to_string(), COUNT_WIDTH)
        ));
    }
    lines.push(String::new());
    lines.push(match lang {
        Lang::Ja => "  施行規則16条の3の措置".to_owned(),
        Lang::En => "  measures of the enforcement rules, 16-3".to_owned(),
    });
    for (index, measure) in Measure::ALL.into_iter().enumerate() {
        let count: usize = policy
            .clauses()
            .into_iter()
            .filter(|(_, _, clause)| clause.measure == Some(measure))
            .map(|(_, _, clause)| clause.items.len())
            .sum();
        let number = if measure == Measure::Resilience {
            String::new()
        } else {
            format!("{} ", index + 1)
        };
        lines.push(format!(
            "  {}{}",
            Ruler::Narrow.fit(
                &format!("{number}{}", measure_name(lang, measure)),
                CLAUSE_WIDTH
            ),
            Ruler::Narrow.fit_right(&count.to_string(), COUNT_WIDTH)
        ));
    }
    lines
}

const fn measure_name(lang: Lang, measure: Measure) -> &'static str {
    match lang {
        Lang::En => measure.code(),
        Lang::Ja => match measure {
            Measure::Organisation => "組織体制",
            Measure::Classification => "情報資産の分類",
            Measure::Physical => "物理",
            Measure::Human => "人",
            Measure::Technical => "技術",
            Measure::Operation => "運用",
            Measure::Outsourcing => "委託とクラウド",
            Measure::Evaluation => "評価と見直し（監査・自己点検）",
            Measure::Resilience => "強靭性（三層の対策。号にはない）",
        },
    }
}
