//! Sound and broken sets of checklist files, written out here and altered passage by passage.

use proptest::prelude::*;

use super::*;
use crate::domain::mark::Mark;
use crate::domain::problem::{Expected, IdKind, SyntaxFault};
use crate::fixture;

const BANK: &str = "items/a.ron";
const CITY: &str = "sample.ron";

const SCALE_TEXT: &str = r#"(
    marks: (
        implemented: (symbol: "○", word: "実施", value: 100),
        partial: (symbol: "△", word: "一部実施", value: 50),
        not_implemented: (symbol: "×", word: "未実施", value: 0),
        not_applicable: (symbol: "－", word: "対象外"),
        to_be_confirmed: (symbol: "？", word: "確認中", value: 0),
    ),
    grades: [(grade: "A", from: 90), (grade: "B", from: 0)],
    critical_cap: "B",
    seconds_per_item: 15,
)
"#;

const PROFILE_TEXT: &str = r#"[
    (key: "lgwan", question: "LGWANを使いますか。"),
    (key: "cloud", question: "クラウドを使いますか。", note: "{term.place}の外です。"),
]
"#;

const BANK_TEXT: &str = r#"// 項目
[
    (
        id: "Q05-01",
        question: "{term.place}を{setting.days}に見ましたか。",
        why: "理由",
        implemented: "全て",
        partial: "一部",
        not_implemented: "なし",
        evidence: ["台帳"],
        tiers: [common, paper],
        threats: [1],
        respondent: "各課",
        applies: "true",
        weight: 2,
    ),
    (
        id: "Q05-02",
        question: "問い",
        why: "理由",
        implemented: "全て",
        partial: "一部",
        not_implemented: "なし",
        not_applicable: "端末のない課",
        tiers: [lgwan],
        threats: [2],
        respondent: "端末のある課",
        applies: "lgwan | cloud",
        weight: 3,
        critical: true,
    ),
]
"#;

const CITY_TEXT: &str = r#"// 見本市
(
    id: "sample",
    name: "見本市",
    municipality_code: "142069",
    title: "基本方針",
    edition: "2025-10-01",
    history: [(date: "2019-04-01", note: "施行")],
    agencies: ["市長"],
    handling: "庁内限り",
    deadline: "12-28",
    terms: {
        "place": "電算室",
    },
    settings: {
        "days": (value: "5日", note: "間隔"),
    },
    tier_names: {
        "mynumber": "番号系", "lgwan": "LGWAN系", "internet": "ネット系",
        "common": "全系統", "paper": "紙",
    },
    threats: [
        (id: 1, heading: "攻撃", gist: "攻撃です。"),
        (id: 2, heading: "誤り", gist: "誤りです。"),
    ],
    profile: ["lgwan", "cloud"],
    articles: [
        (
            id: "A5", citation: "第5条", heading: "遵守", gist: "守ります。",
            clauses: [
                (
                    id: "C5-1", citation: "第5条第1号", heading: "遵守", gist: "守ります。",
                    measure: human,
                    items: ["Q05-01"],
                ),
                (
                    id: "C5-2", citation: "第5条第2号", heading: "端末", gist: "守ります。",
                    items: ["Q05-02"],
                ),
            ],
        ),
    ],
)
"#;

fn sound() -> ChecklistFiles {
    let file = |(name, text): (&str, &str)| SourceFile {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    let files = [
        (SCALE, SCALE_TEXT),
        (PROFILE, PROFILE_TEXT),
        (BANK, BANK_TEXT),
        (CITY, CITY_TEXT),
    ];
    ChecklistFiles {
        files: files.map(file).to_vec(),
    }
}

fn text_of<'a>(files: &'a mut ChecklistFiles, name: &str) -> &'a mut String {
    let mut found = files.files.iter_mut().filter(|file| file.name == name);
    &mut found.next().unwrap().text
}

/// The sign that shows where in a replacement the problem is expected; it is taken out.
const HERE: char = '▶';

/// Returns the sound files with one passage replaced, and `line:column` of the sign, if any.
fn altered(name: &str, from: &str, to: &str) -> (ChecklistFiles, Option<String>) {
    let mut files = sound();
    let text = text_of(&mut files, name);
    assert!(text.contains(from), "{from}");
    *text = text.replacen(from, to, 1);
    let here = text.find(HERE).map(|at| place_of(text, at));
    text.retain(|sign| sign != HERE);
    (files, here.map(|here| format!("{name}:{here}")))
}

/// Returns `line:column` of a byte, both from 1 and the column in characters.
fn place_of(text: &str, at: usize) -> String {
    let before: Vec<&str> = text.get(..at).unwrap().split('\n').collect();
    let column = before[before.len() - 1].chars().count() + 1;
    format!("{}:{column}", before.len())
}

fn told(files: &ChecklistFiles) -> Vec<(String, ProblemKind)> {
    let problems = files.load(true).problems;
    let told = |problem: Problem| {
        let place = problem.place;
        let place = format!("{}:{}:{}", place.file, place.line, place.column);
        (place, problem.kind)
    };
    problems.into_iter().map(told).collect()
}

/// Asserts that a replaced passage leads to exactly one problem, at the sign.
#[track_caller]
fn check(name: &str, from: &str, to: &str, kind: ProblemKind) {
    let (files, here) = altered(name, from, to);
    assert_eq!(told(&files), [(here.unwrap(), kind)], "{from} → {to}");
}

/// Asserts the same of a problem that is told in another file than the altered one.
#[track_caller]
fn check_elsewhere(name: &str, from: &str, to: &str, (file, at): (&str, &str), kind: ProblemKind) {
    let (mut files, _) = altered(name, from, to);
    let text = text_of(&mut files, file);
    let here = format!("{file}:{}", place_of(text, text.find(at).unwrap()));
    assert_eq!(told(&files), [(here, kind)], "{from} → {to}");
}

#[test]
fn a_sound_set_has_no_problem() {
    let loaded = sound().load(true);
    assert_eq!(loaded.problems, []);
    let checklist = &loaded.checklists[0];
    assert_eq!(checklist.items.len(), 2);
    let first = &checklist.items[0];
    assert_eq!(first.question, "電算室を5日※に見ましたか。");
    assert!(first.provisional);
    assert_eq!(first.criterion(Mark::NotApplicable), None);
    let questions = &checklist.questions;
    assert_eq!(questions[1].note.as_deref(), Some("電算室の外です。"));
}

#[test]
fn six_faults_of_one_file_are_told_at_once() {
    let mut files = sound();
    let text = include_str!("../../tests/data/invalid/six_faults.ron");
    *text_of(&mut files, BANK) = text.to_owned();
    *text_of(&mut files, CITY) = CITY_TEXT.replace(r#""Q05-02""#, r#""Q05-01""#);
    // Besides the file's own six there is the policy's item named twice, and nothing more.
    let told = told(&files);
    let places: Vec<&str> = told.iter().map(|(place, _)| place.as_str()).collect();
    let kinds: Vec<&ProblemKind> = told.iter().map(|(_, kind)| kind).collect();
    assert_eq!(
        places,
        [
            "items/a.ron:5:9",
            "items/a.ron:8:22",
            "items/a.ron:11:25",
            "items/a.ron:14:18",
            "items/a.ron:15:17",
            "items/a.ron:16:19",
            "sample.ron:38:29",
        ]
    );
    assert!(matches!(kinds[0], ProblemKind::UnknownField(name, _) if name == "qestion"));
    assert_eq!(*kinds[1], ProblemKind::EmptyText("implemented"));
    assert!(matches!(kinds[2], ProblemKind::UnknownWord(word, _) if word == "wan"));
    assert_eq!(
        *kinds[3],
        ProblemKind::BadExpression("lgwan & (cloud".into())
    );
    assert_eq!(*kinds[4], ProblemKind::WeightRange(5));
    assert_eq!(*kinds[5], ProblemKind::WrongKind(Expected::Boolean));
    assert_eq!(*kinds[6], ProblemKind::ItemTwice("Q05-01".into()));
}

#[path = "checklist_files_syntax.rs"]
mod syntax;

#[path = "checklist_files_problems.rs"]
mod each_problem;

#[test]
fn a_control_character_is_told_before_an_export_stumbles_over_it() {
    for sign in ['\t', '\u{1}', '\u{7f}', '\u{85}', '\u{9f}'] {
        let text = format!("▶\"全{sign}て\"");
        check(BANK, "\"全て\"", &text, ProblemKind::ControlCharacter);
    }
}

#[test]
fn one_city_of_two_leaves_the_other_alone() {
    let mut files = sound();
    let second = CITY_TEXT.replace(r#""sample""#, r#""other""#);
    files.files.push(SourceFile {
        name: "other.ron".into(),
        text: second.replace("2025-10-01", "2025-13-01"),
    });
    let loaded = files.load(true);
    assert_eq!(loaded.problems.len(), 1);
    let ids: Vec<&str> = loaded
        .checklists
        .iter()
        .map(|checklist| checklist.policy.id.as_str())
        .collect();
    assert_eq!(ids, ["sample"]);
    assert_eq!(
        loaded.checklists[0].digest,
        sound().digest(),
        "another city's file does not change a city's digest"
    );
}

#[test]
fn a_faulty_scale_leaves_no_checklist_but_a_citys_own_is_enough() {
    let (mut files, _) = altered(SCALE, "seconds_per_item: 15", "seconds_per_item: 0");
    assert!(files.load(true).checklists.is_empty());
    let own = SCALE_TEXT.trim_end();
    let with_own = CITY_TEXT.replace(
        "    articles:",
        &format!("    scale: {own},\n    articles:"),
    );
    *text_of(&mut files, CITY) = with_own;
    assert_eq!(files.load(true).checklists.len(), 1);
}

/// Returns the hash of the first item after one passage was replaced.
fn hash_after(name: &str, from: &str, to: &str) -> String {
    let (files, _) = altered(name, from, to);
    let loaded = files.load(true);
    assert_eq!(loaded.problems, [], "{to}");
    loaded.checklists[0].items[0].hash.clone()
}

#[test]
fn an_items_hash_tells_what_makes_answers_comparable() {
    let hash = sound().load(true).checklists[0].items[0].hash.clone();
    assert!(hash.starts_with('h') && hash.len() == 17);
    for (name, from, to) in [
        (BANK, "に見ましたか", "に見直しましたか"),
        (BANK, "全て", "全部"),
        (BANK, "なし", "ない"),
        (CITY, "5日", "7日"),
        (SCALE, "value: 50", "value: 40"),
    ] {
        assert_ne!(hash_after(name, from, to), hash, "{to}");
    }
    for (name, from, to) in [
        (CITY, "電算室", "サーバ室"),
        (
            CITY,
            r#"note: "間隔""#,
            r#"note: "間隔", provisional: false"#,
        ),
        (BANK, "weight: 2", "weight: 3"),
        (BANK, "理由", "わけ"),
        (BANK, "[\"台帳\"]", "[\"名簿\"]"),
        (SCALE, "\"○\"", "\"◎\""),
        (SCALE, "from: 90", "from: 80"),
    ] {
        assert_eq!(hash_after(name, from, to), hash, "{to}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn arbitrary_text_never_panics(text in any::<String>(), which in 0..4_usize) {
        let mut files = sound();
        files.files[which].text = text;
        let _ = files.load(true);
    }

    #[test]
    fn text_made_of_ron_signs_never_panics(
        text in "([\\[\\](){}:,\"'/*\\\\#. \n]|id|items|true|1|－|\u{feff}){0,80}",
        which in 0..4_usize,
    ) {
        let mut files = sound();
        files.files[which].text = text;
        let _ = files.load(true);
    }

    #[test]
    fn a_file_cut_anywhere_never_panics_and_is_told(
        cut in any::<prop::sample::Index>(),
        extra in prop::option::of(any::<char>()),
        which in 0..4_usize,
    ) {
        let mut files = sound();
        let text = &mut files.files[which].text;
        // Up to the closing bracket, so that what is left is never whole.
        let end = text.trim_end().len() - 1;
        let mut at = cut.index(end);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        text.truncate(at);
        text.extend(extra);
        let problems = files.load(true).problems;
        prop_assert!(!problems.is_empty());
        for problem in problems {
            prop_assert!(problem.place.length > 0);
            prop_assert!(problem.place.column <= problem.place.excerpt.chars().count() + 1);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_sign_put_anywhere_into_the_shipped_files_never_panics(
        file in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        sign in any::<char>(),
    ) {
        let mut files = fixture::shipped_files();
        let file = file.index(files.files.len());
        let text = &mut files.files[file].text;
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        text.insert(at, sign);
        let _ = files.load(true);
    }
}
