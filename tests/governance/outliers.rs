//! The table of what deserves a look.

use crate::city::{BETTER, CODES, OFTEN, SHARING, collected, optional, table};

#[test]
fn what_deserves_a_look_is_written_with_its_figures() {
    let folder = collected();
    let rows = table(&folder, "desk/outliers.csv");
    let of = |kind: &str| -> Vec<_> {
        rows.iter()
            .filter(|row| row["気になる点"] == kind)
            .collect()
    };
    let many = of("対象外が多い所属");
    assert_eq!(many.len(), 1);
    assert_eq!(many[0]["所属コード"], OFTEN);
    assert_eq!(many[0]["ほかの所属の値"], "0.0");
    assert_eq!(many[0]["目安"], "15.0");
    assert_eq!(many[0]["比べた数n"], CODES.len().to_string());
    assert!(
        many[0]["説明"].contains("7所属の中央値は 0.0%"),
        "{:?}",
        many[0]
    );
    let others = of("ほかの所属は対象");
    let ids: Vec<&str> = others.iter().map(|row| row["項目ID"].as_str()).collect();
    assert_eq!(ids, optional()[..20]);
    assert!(
        others
            .iter()
            .all(|row| row["ほかの所属の値"] == "100.0" && row["比べた数n"] == "6")
    );
    let same = of("ほかの所属と同じ備考");
    let codes: Vec<&str> = same.iter().map(|row| row["所属コード"].as_str()).collect();
    assert_eq!(codes, SHARING);
    // The row leads to the very cell.
    let file = &same[0]["ファイル"];
    let row: usize = same[0]["行"].parse().unwrap();
    let kept = String::from_utf8(folder.read(&format!("desk/{file}"))).unwrap();
    let line = kept.lines().nth(row - 1).unwrap();
    assert!(line.contains(&same[0]["備考"]) && line.contains(&same[0]["項目ID"]));
    let improved = of("資料のない改善");
    assert_eq!(improved.len(), 1);
    assert_eq!(improved[0]["所属コード"], BETTER);
    assert_eq!(improved[0]["項目ID"], optional()[0]);
    assert_eq!(
        (&*improved[0]["比べた回答"], &*improved[0]["回答"]),
        ("未実施", "一部実施")
    );
    // All answers were filled in from a file at once, and the row says how that looks.
    let fast = of("短すぎる回答時間");
    assert_eq!(fast.len(), CODES.len());
    assert!(fast[0]["説明"].ends_with("CSVから入れた回答も、このように見えます。"));
    let known = many.len() + others.len() + same.len() + improved.len() + fast.len();
    assert_eq!(rows.len(), known);
}

#[test]
fn ids_and_codes_stand_under_english_headings() {
    let folder = collected();
    folder.done("collect --year 2026 --to desk --header en");
    let rows = table(&folder, "desk/outliers.csv");
    assert_eq!(rows[0]["outlier"], "many_not_applicable");
    assert!(rows[0]["explanation"].contains("The median of 7 departments is 0.0%"));
}
