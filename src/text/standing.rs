//! Why an item is set aside, in a sentence.

use super::Lang;
use crate::domain::checklist::Checklist;
use crate::domain::standing::SetAside;

/// Returns why an item is set aside, as a sentence.
#[must_use]
pub fn set_aside(lang: Lang, checklist: &Checklist, reason: &SetAside) -> String {
    match reason {
        SetAside::Profile(keys) => {
            let questions: Vec<&str> = keys
                .iter()
                .filter_map(|key| checklist.question(key))
                .map(|question| question.question.trim_end_matches('。'))
                .collect();
            match lang {
                Lang::Ja => format!("「{}」に「いいえ」と答えました。", questions.join("」「")),
                Lang::En => format!("Answered no: {}.", questions.join(", ")),
            }
        }
        SetAside::Biennial => match lang {
            Lang::Ja => "隔年の設問で、今年度は休みです。".to_owned(),
            Lang::En => "Asked every other year, not in this one.".to_owned(),
        },
    }
}
