//! A checklist of any size, made of items as long as the shipped ones.

use tenken::format::checklist_files::{ChecklistFiles, ITEMS, PROFILE, SCALE};
use tenken::format::ron_source::SourceFile;
use tenken::store::checklists::{self, ChecklistSet};

/// The short name of the policy made here.
pub(crate) const CITY: &str = "sample";
/// Items below one clause.
const CLAUSE_ITEMS: usize = 11;

/// Makes a set of one policy with so many items, each as long as a shipped one.
pub(crate) fn set(items: usize) -> ChecklistSet {
    let ids: Vec<String> = (1..=items).map(|n| format!("Q06-1-{n:04}")).collect();
    let bank: String = ids.iter().enumerate().map(item).collect();
    let clauses: String = ids.chunks(CLAUSE_ITEMS).enumerate().map(clause).collect();
    let built_in = |name: &str| {
        let found = checklists::BUILT_IN
            .iter()
            .find(|(known, _)| *known == name);
        found.map_or("", |(_, text)| text).to_owned()
    };
    let files = [
        (SCALE.to_owned(), built_in(SCALE)),
        (PROFILE.to_owned(), built_in(PROFILE)),
        (format!("{ITEMS}all.ron"), format!("[\n{bank}]\n")),
        (format!("{CITY}.ron"), policy(&clauses)),
    ];
    let set = checklists::of_files(ChecklistFiles {
        files: files.map(|(name, text)| SourceFile { name, text }).to_vec(),
    });
    assert_eq!(set.problems, Vec::new());
    set
}

fn item((index, id): (usize, &String)) -> String {
    let weight = 1 + index % 3;
    let critical = weight == 3 && index.is_multiple_of(5);
    format!(
        r#"    (
        id: "{id}",
        question: "{{term.place}}に置いた機器と書類のうち、{id}に当たるものを、今年度に台帳と突き合わせましたか。",
        why: "突き合わせないと、なくなったことに気付くのが遅れ、どこから漏れたかも調べられません。",
        implemented: "全てを突き合わせ、日付と名前の記録がある",
        partial: "一部だけ突き合わせた、又は記録がない",
        not_implemented: "一つも突き合わせていない、又は台帳がない",
        not_applicable: "{{term.place}}に何も置いていない課",
        evidence: ["台帳", "突合の記録", "持出しの簿冊"],
        tiers: [common, paper],
        threats: [1, 2],
        respondent: "各課",
        applies: "lgwan | internet",
        weight: {weight},
        critical: {critical},
    ),
"#
    )
}

fn clause((index, ids): (usize, &[String])) -> String {
    let number = index + 1;
    format!(
        r#"            (
                id: "C6-{number}", citation: "6({number})", heading: "対策その{number}",
                gist: "機器と書類を守ります。", measure: physical, items: {ids:?},
            ),
"#
    )
}

fn policy(clauses: &str) -> String {
    format!(
        r#"(
    id: "{CITY}",
    name: "見本市",
    municipality_code: "011002",
    title: "見本市情報セキュリティ基本方針",
    edition: "2025-10-01",
    history: [(date: "2019-04-01", note: "施行")],
    agencies: ["市長"],
    handling: "庁内限り",
    deadline: "12-28",
    terms: {{ "place": "執務室", "mynumber": "番号系", "server_room": "電算室" }},
    settings: {{}},
    tier_names: {{
        "mynumber": "番号系", "lgwan": "LGWAN系", "internet": "ネット系",
        "common": "全系統", "paper": "紙",
    }},
    threats: [
        (id: 1, heading: "攻撃", gist: "攻撃です。"),
        (id: 2, heading: "誤り", gist: "誤りです。"),
    ],
    profile: ["lgwan", "internet"],
    articles: [(
        id: "A6", citation: "6", heading: "対策", gist: "守ります。",
        clauses: [
{clauses}        ],
    )],
)
"#
    )
}
