//! Whom to audit, the auditors' file, and what they found.

use crate::city::{ABSENT, BETTER, CODES, OFTEN, collected, optional, table};

#[test]
fn a_sample_is_proposed_with_reasons_and_is_the_same_again() {
    let folder = collected();
    let first = folder.done("sample desk --size 3 --seed 7");
    assert_eq!(first.out.lines().count(), 9, "{}", first.out);
    let again = folder.done("sample desk --size 3 --seed 7");
    assert_eq!(first.out, again.out);
    assert!(
        first
            .out
            .contains("監査する所属の案　8所属のうち 3所属（種 7）")
    );
    let rows = table(&folder, "desk/sample_2026.csv");
    assert_eq!(rows.len(), CODES.len() + 1);
    let drawn: Vec<&str> = rows.iter().map(|row| row["選んだか"].as_str()).collect();
    assert_eq!(drawn[..4], ["はい", "はい", "はい", "いいえ"]);
    let of = |code: &str| rows.iter().find(|row| row["所属コード"] == code).unwrap();
    let reasons = |code: &str| of(code)["理由"].as_str();
    assert_eq!(reasons("0411"), "全所属の基本 +10、監査の記録がない +15");
    assert!(
        reasons(OFTEN).contains("ほかより多い +40"),
        "{}",
        reasons(OFTEN)
    );
    assert!(reasons(ABSENT).contains("集計できる提出がない +30"));
    assert_eq!(of("0411")["選ばれやすさ"], "25");
    // Another draw takes no place.
    folder
        .done("sample desk --size 3 --seed 8")
        .out("desk/sample_2026-2.csv");
    assert_eq!(table(&folder, "desk/sample_2026.csv"), rows);
    folder.done("sample desk --seed 7 --to all.csv");
    assert_eq!(table(&folder, "all.csv").len(), rows.len());
    folder.call("sample desk --to all.csv").run().code(2);
    folder
        .call("sample in")
        .run()
        .code(2)
        .err("コマンドでは tenken collect");
}

#[test]
fn findings_are_laid_beside_the_departments_own_marks() {
    let folder = collected();
    let template = "audit template desk --department 410 --department 0414 --to audit.csv";
    folder.done(template).out("2所属の監査の用紙");
    let text = String::from_utf8(folder.read("audit.csv")).unwrap();
    let [better, optional] = [optional()[0], optional()[0]];
    let fill = |text: &str, code: &str, item: &str, found: &str| {
        let is_it = |line: &str| line.starts_with(&format!("2026,{code},")) && line.contains(item);
        let lines: Vec<String> = text
            .lines()
            .map(|line| match line.strip_suffix(",,") {
                Some(row) if is_it(line) => format!("{row},{found}"),
                _ => line.to_owned(),
            })
            .collect();
        let filled = lines.join("\r\n");
        assert_ne!(text, filled, "{code} {item}");
        filled
    };
    let filled = fill(&text, BETTER, better, "×,台帳がない");
    let filled = fill(&filled, OFTEN, optional, "未実施,サーバがある");
    let filled = fill(&filled, BETTER, "Q05-01", "○,");
    let (cp932, _, lost) = encoding_rs::SHIFT_JIS.encode(filled.trim_start_matches('\u{feff}'));
    assert!(!lost);
    folder.write("found.csv", cp932);
    let ran = folder.done("audit add desk found.csv");
    ran.out("監査の所見 3件を取り込みました。")
        .out("自己点検との一致 33.3%（1/3）　過大評価 66.7%（2/3）");
    let rows = table(&folder, "desk/audit_findings.csv");
    let outcomes: Vec<[&str; 4]> = rows
        .iter()
        .map(|row| ["所属コード", "回答", "監査の回答", "比べた結果"].map(|id| &*row[id]))
        .collect();
    assert_eq!(
        outcomes,
        [
            [BETTER, "実施", "実施", "一致"],
            [BETTER, "一部実施", "未実施", "過大評価"],
            [OFTEN, "対象外", "未実施", "過大評価"],
        ]
    );
    let departments = table(&folder, "desk/audit_departments.csv");
    assert_eq!(departments.len(), 2);
    assert_eq!(departments[0]["過大評価率（%）"], "50.0");
    let items = table(&folder, "desk/audit_items.csv");
    assert_eq!(items.len(), 2);
    assert_eq!(items[1]["監査した所属の数"], "2");
    // The original is kept as it came, and collecting again keeps the tables.
    let kept: Vec<_> = std::fs::read_dir(folder.path("desk/audits"))
        .unwrap()
        .collect();
    let kept = kept[0].as_ref().unwrap().path();
    assert_eq!(std::fs::read(kept).unwrap(), folder.read("found.csv"));
    std::fs::remove_file(folder.path("desk/audit_items.csv")).unwrap();
    folder.done("collect --year 2026 --to desk");
    assert_eq!(table(&folder, "desk/audit_items.csv"), items);
    folder.done("audit add desk found.csv");
    assert_eq!(table(&folder, "desk/audit_findings.csv"), rows);
}

#[test]
fn what_is_wrong_is_told_and_nothing_is_kept() {
    let folder = collected();
    folder.write("good.csv", "所属コード,項目ID,監査の回答\n0410,Q05-01,○\n");
    folder.write(
        "bad.csv",
        "所属コード,項目ID,監査の回答\n0410,Q05-01,？？\n0777,Q05-01,○\n",
    );
    let both = folder.call("audit add desk good.csv bad.csv").run().code(2);
    both.err("直すところが 2件")
        .err("2行目 C列「監査の回答」: 「？？」は回答として読めません。")
        .err("3行目 A列「所属コード」: 2026年度に集計した所属に「0777」がありません。");
    assert!(!folder.path("desk/audits").exists());
    folder.done("audit add desk good.csv");
    folder.write("other.csv", "所属コード,項目ID,監査の回答\n410,Q05-01,×\n");
    let other = folder.call("audit add desk other.csv").run().code(2);
    other.err("2行目 「監査の回答」の列: 先に取り込んだ「audits/good~");
    let unknown = folder
        .call("audit template desk --department 0777")
        .run()
        .code(2);
    unknown.err("「0777」 の提出は、今年度の集計にありません。");
}

#[test]
fn last_years_audit_weighs_in_this_years_sample() {
    let folder = collected();
    let found = format!(
        "年度,所属コード,項目ID,監査の回答\n2025,{BETTER},Q05-01,×\n2025,{BETTER},{},×\n",
        optional()[0]
    );
    folder.write("last.csv", found);
    folder.done("audit add desk last.csv");
    let ran = folder.call("sample desk --size 8 --lang en").run().code(0);
    ran.out("over-estimated in earlier audits 1/2 +20")
        .out("every department +10");
    let rows = table(&folder, "desk/sample_2026.csv");
    let own = rows.iter().find(|row| row["所属コード"] == BETTER).unwrap();
    assert!(!own["理由"].contains("監査の記録がない"));
}
