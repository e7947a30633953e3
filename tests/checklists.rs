//! The checklists that ship with the program: sound, complete and as the policies ask.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;
use std::path::Path;

use tenken::domain::checklist::Checklist;
use tenken::domain::policy::{Clause, Measure, Tier};
use tenken::format::checklist_files::{ChecklistFiles, Loaded};
use tenken::format::frozen;
use tenken::format::ron_source::SourceFile;

fn shipped() -> ChecklistFiles {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("checklists");
    let mut files = Vec::new();
    for folder in ["", "items/"] {
        for entry in std::fs::read_dir(root.join(folder)).unwrap() {
            let entry = entry.unwrap();
            let name = format!("{folder}{}", entry.file_name().to_str().unwrap());
            if entry.file_type().unwrap().is_file() {
                let text = std::fs::read_to_string(entry.path()).unwrap();
                files.push(SourceFile { name, text });
            }
        }
    }
    ChecklistFiles { files }
}

fn load() -> Loaded {
    shipped().load(true)
}

/// Returns Odawara's and Tsukubamirai's checklists.
fn both() -> [Checklist; 2] {
    load().checklists.try_into().unwrap()
}

fn ids(checklist: &Checklist) -> BTreeSet<&str> {
    checklist
        .items
        .iter()
        .map(|item| item.id.as_str())
        .collect()
}

fn clause<'a>(checklist: &'a Checklist, id: &str) -> Option<&'a Clause> {
    let clauses = checklist.policy.clauses().into_iter();
    clauses
        .map(|(_, _, clause)| clause)
        .find(|clause| clause.id.0 == id)
}

#[test]
fn the_shipped_set_has_no_problem() {
    let loaded = load();
    assert_eq!(loaded.problems, []);
    let cities: Vec<_> = loaded
        .checklists
        .iter()
        .map(|list| {
            let policy = &list.policy;
            (
                policy.id.as_str(),
                policy.name.as_str(),
                policy.municipality_code.as_str(),
            )
        })
        .collect();
    assert_eq!(
        cities,
        [
            ("odawara", "小田原市", "142069"),
            ("tsukubamirai", "つくばみらい市", "082350"),
        ]
    );
}

#[test]
fn the_municipality_codes_carry_their_check_digit() {
    for checklist in both() {
        let code = &checklist.policy.municipality_code;
        let digits: Vec<u32> = code.chars().filter_map(|sign| sign.to_digit(10)).collect();
        assert_eq!((digits.len(), code.len()), (6, 6));
        // Weights 6 to 2 over the first five digits; 11 less the remainder, its last digit.
        let sum: u32 = digits
            .iter()
            .zip([6, 5, 4, 3, 2])
            .map(|(digit, weight)| digit * weight)
            .sum();
        assert_eq!((11 - sum % 11) % 10, digits[5], "{code}");
    }
}

#[test]
fn the_cities_have_their_number_of_items() {
    let [odawara, tsukubamirai] = both();
    assert_eq!(odawara.items.len(), 93);
    assert_eq!(tsukubamirai.items.len(), 98);
    let all: BTreeSet<&str> = ids(&odawara).union(&ids(&tsukubamirai)).copied().collect();
    assert_eq!(all.len(), 104);
    assert_eq!(ids(&odawara).intersection(&ids(&tsukubamirai)).count(), 87);
}

#[test]
fn every_leaf_clause_has_at_least_two_items() {
    for checklist in both() {
        let articles: Vec<&str> = checklist
            .policy
            .articles
            .iter()
            .map(|article| article.id.as_str())
            .collect();
        assert_eq!(articles, ["A5", "A6", "A7", "A8"]);
        for (_, _, clause) in checklist.policy.clauses() {
            let enough = !clause.clauses.is_empty() || clause.items.len() >= 2;
            assert!(enough, "{} {}", checklist.policy.id, clause.id);
        }
    }
}

#[test]
fn every_measure_has_items_in_both_cities() {
    for checklist in both() {
        for measure in Measure::ALL {
            let count: usize = checklist
                .policy
                .clauses()
                .into_iter()
                .filter(|(_, _, clause)| clause.measure == Some(measure))
                .map(|(_, _, clause)| clause.item_ids().len())
                .sum();
            assert!(count > 0, "{} {}", checklist.policy.id, measure.code());
        }
    }
}

#[test]
fn each_city_keeps_to_its_own_clauses() {
    let [odawara, tsukubamirai] = both();
    for id in ["C6-3d", "C6-9"] {
        assert!(clause(&odawara, id).is_some(), "{id}");
        assert!(clause(&tsukubamirai, id).is_none(), "{id}");
    }
    assert!(clause(&odawara, "C6-8c").is_none());
    assert!(clause(&tsukubamirai, "C6-8c").is_some());
}

#[test]
fn the_doubtful_passage_carries_a_note() {
    let [odawara, tsukubamirai] = both();
    let doubtful = clause(&tsukubamirai, "C6-3c").unwrap();
    assert!(
        doubtful
            .note
            .as_ref()
            .is_some_and(|note| note.contains("重複又は欠落"))
    );
    assert_eq!(clause(&odawara, "C6-3c").unwrap().note, None);
}

#[test]
fn critical_and_interpretive_items_are_the_agreed_ones() {
    let [odawara, tsukubamirai] = both();
    let items = || odawara.items.iter().chain(&tsukubamirai.items);
    let critical: BTreeSet<&str> = items()
        .filter(|item| item.critical)
        .map(|item| item.id.as_str())
        .collect();
    let expected = [
        "Q06-2-06",
        "Q06-3a-01",
        "Q06-3a-02",
        "Q06-3a-03",
        "Q06-3a-04",
        "Q06-3a-08",
        "Q06-3b-01",
        "Q06-5-05",
        "Q06-8a-02",
        "Q06-8b-02",
    ];
    assert_eq!(critical, BTreeSet::from(expected));
    let interpretive: BTreeSet<&str> = items()
        .filter(|item| item.interpretive)
        .map(|item| item.id.as_str())
        .collect();
    let expected = [
        "Q06-2-05",
        "Q06-2-07",
        "Q06-5-07",
        "Q06-7-05",
        "Q06-8a-03",
        "Q06-8a-06",
        "Q06-8c-04",
        "Q06-8c-05",
        "Q08-04",
    ];
    assert_eq!(interpretive, BTreeSet::from(expected));
    // Whether there are unreported incidents must not pay to hide: heavy, never critical, and ×
    // tells at once how to report.
    let unreported = odawara.item("Q06-7-06").unwrap();
    assert_eq!((unreported.weight, unreported.critical), (3, false));
    assert!(unreported.report_guide.is_some());
}

#[test]
fn every_profile_question_decides_an_item() {
    for checklist in both() {
        for question in &checklist.questions {
            let used = checklist
                .items
                .iter()
                .any(|item| item.applies.keys().contains(&&question.key));
            assert!(used, "{} {}", checklist.policy.id, question.key);
        }
        assert_eq!(checklist.questions.len(), checklist.policy.profile.len());
    }
}

#[test]
fn common_items_ask_for_the_same_in_both_cities() {
    let [odawara, tsukubamirai] = both();
    for item in &odawara.items {
        if let Some(other) = tsukubamirai.item(item.id.as_str()) {
            assert_eq!(item.weight, other.weight);
            assert_eq!(item.tiers, other.tiers);
        }
    }
}

#[test]
fn no_item_names_a_tier_beside_all_tiers() {
    for checklist in both() {
        for item in &checklist.items {
            let common = item.tiers.contains(&Tier::Common);
            let named = item
                .tiers
                .iter()
                .any(|tier| !matches!(tier, Tier::Common | Tier::Paper));
            assert!(!(common && named), "{}", item.id);
        }
    }
}

#[test]
fn every_placeholder_is_filled_and_proposals_are_marked() {
    for checklist in both() {
        for item in &checklist.items {
            let texts = [
                Some(&item.question),
                Some(&item.why),
                Some(&item.implemented),
                Some(&item.partial),
                Some(&item.not_implemented),
                item.not_applicable.as_ref(),
                item.not_applicable_note.as_ref(),
                item.report_guide.as_ref(),
            ];
            let texts: Vec<&String> = texts.into_iter().flatten().chain(&item.evidence).collect();
            assert!(
                texts.iter().all(|text| !text.contains(['{', '}'])),
                "{}",
                item.id
            );
            let marked = texts.iter().any(|text| text.contains('※'));
            assert_eq!(marked, item.provisional, "{}", item.id);
        }
    }
}

#[test]
fn the_sources_hold_no_left_over_signs() {
    for file in shipped().files {
        for (number, line) in file.text.lines().enumerate() {
            assert!(
                !line.contains(['※', '〔', '〕', '\t', '\r']),
                "{}:{}",
                file.name,
                number + 1
            );
        }
    }
}

#[test]
fn a_frozen_copy_of_one_city_gives_the_same_checklist() {
    for checklist in both() {
        let own = shipped().of_city(&checklist.policy.id);
        let copy = frozen::decode(&frozen::encode(&own).unwrap()).unwrap();
        assert_eq!(copy.digest(), checklist.digest);
        let loaded = copy.load(false);
        assert_eq!(loaded.problems, []);
        assert_eq!(loaded.checklists, [checklist]);
    }
}
