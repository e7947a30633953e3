//! What is too long, in words.

use super::Lang;
use crate::domain::limits::Limit;

/// Returns that something is too long, and how long it may be.
#[must_use]
pub const fn too_long(lang: Lang, limit: Limit) -> &'static str {
    match (lang, limit) {
        (Lang::Ja, Limit::Text) => "文が長すぎます。2000字までにしてください。",
        (Lang::Ja, Limit::Evidence) => "確認資料の名前が長すぎます。200字までにしてください。",
        (Lang::Ja, Limit::EvidenceDate) => "確認資料の日付が長すぎます。50字までにしてください。",
        (Lang::Ja, Limit::EvidenceCount) => {
            "確認資料が多すぎます。一つの項目に50件までにしてください。"
        }
        (Lang::Ja, Limit::Person) => "氏名か職名が長すぎます。100字までにしてください。",
        (Lang::Ja, Limit::Department) => "課の名前が長すぎます。100字までにしてください。",
        (Lang::En, Limit::Text) => "The text is too long; at most 2000 characters.",
        (Lang::En, Limit::Evidence) => {
            "The name of the evidence is too long; at most 200 characters."
        }
        (Lang::En, Limit::EvidenceDate) => {
            "The date of the evidence is too long; at most 50 characters."
        }
        (Lang::En, Limit::EvidenceCount) => "Too much evidence for one item; at most 50 pieces.",
        (Lang::En, Limit::Person) => "The name or post is too long; at most 100 characters.",
        (Lang::En, Limit::Department) => {
            "The name of the department is too long; at most 100 characters."
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_is_told_with_its_number() {
        for limit in Limit::ALL {
            for lang in [Lang::Ja, Lang::En] {
                let words = too_long(lang, limit);
                assert!(words.contains(&limit.max().to_string()), "{words}");
            }
        }
    }
}
