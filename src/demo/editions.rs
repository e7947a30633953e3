//! The checklist of earlier years: the one in force with an earlier date, a few items less or more,
//! and a few worded otherwise, so that years have something to compare.

use chrono::Months;

use crate::domain::policy::Policy;
use crate::format::checklist_files::{ChecklistFiles, ITEMS};
use crate::text::demo::{IN_A_YEAR, THIS_YEAR};

/// How much earlier the earlier edition is.
const EARLIER: Months = Months::new(24);
/// Items that the earlier edition did not ask for yet.
const NEW: [&str; 3] = ["Q05-07", "Q06-7-08", "Q06-8b-04"];
/// An item the earlier edition asked for behind another one, and the one in force does not.
const WITHDRAWN: [(&str, &str, &str); 2] = [
    ("odawara", "Q06-2-02", "Q06-2-03"),
    ("tsukubamirai", "Q06-8b-01", "Q06-9-01"),
];

/// Returns the files of the edition before the one in force.
pub(super) fn earlier(files: &ChecklistFiles, policy: &Policy) -> ChecklistFiles {
    let mut files = files.of_city(&policy.id);
    let own = format!("{}.ron", policy.id);
    for file in &mut files.files {
        if file.name == own {
            file.text = earlier_policy(&file.text, policy);
        } else if file.name.starts_with(ITEMS) {
            file.text = reworded(&file.text);
        }
    }
    files
}

fn earlier_policy(text: &str, policy: &Policy) -> String {
    let before = policy.edition.checked_sub_months(EARLIER);
    let edition = |date: &str| format!("edition: \"{date}\"");
    let mut text = text.replace(
        &edition(&policy.edition.to_string()),
        &edition(&before.unwrap_or(policy.edition).to_string()),
    );
    for id in NEW {
        text = text.replace(&format!("\"{id}\","), "");
    }
    for (city, behind, id) in WITHDRAWN {
        if city == policy.id {
            text = text.replace(
                &format!("\"{behind}\","),
                &format!("\"{behind}\", \"{id}\","),
            );
        }
    }
    text
}

/// Words the first question of a file otherwise that is about this year.
fn reworded(text: &str) -> String {
    let mut done = false;
    let lines = text.split_inclusive('\n').map(|line| {
        if done || !line.trim_start().starts_with("question:") || !line.contains(THIS_YEAR) {
            return line.to_owned();
        }
        done = true;
        line.replacen(THIS_YEAR, IN_A_YEAR, 1)
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::checklists;

    #[test]
    fn items_came_went_and_were_reworded_since() {
        let now = checklists::of_files(checklists::built_in());
        for list in &now.checklists {
            let files = earlier(&now.files, &list.policy);
            let then = checklists::of_files(files);
            let blocking = then.problems.iter().filter(|problem| problem.blocks());
            assert_eq!(blocking.count(), 0, "{:?}", then.problems);
            let then = then.city(&list.policy.id).unwrap();
            assert!(then.policy.edition < list.policy.edition);
            let of = |one: &[crate::domain::checklist::Item]| -> Vec<String> {
                one.iter().map(|item| item.id.0.clone()).collect()
            };
            let (old, new) = (of(&then.items), of(&list.items));
            assert_eq!(new.iter().filter(|id| !old.contains(id)).count(), NEW.len());
            assert_eq!(old.iter().filter(|id| !new.contains(id)).count(), 1);
            let reworded = list.items.iter().filter(|item| {
                let before = then.item(item.id.as_str());
                before.is_some_and(|before| before.hash != item.hash)
            });
            assert!((3..20).contains(&reworded.count()));
        }
    }
}
