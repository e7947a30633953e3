//! One sound set, one fault at a time: each is told once, at its place, and nothing else is.

use super::*;

fn duplicate(id: &str, file: &str, line: usize) -> ProblemKind {
    ProblemKind::DuplicateId(id.to_owned(), file.to_owned(), line)
}

fn bad_id(kind: IdKind, id: &str) -> ProblemKind {
    ProblemKind::BadId(kind, id.to_owned())
}

#[test]
fn missing_files() {
    for name in [SCALE, PROFILE] {
        let mut files = sound();
        files.files.retain(|file| file.name != name);
        let told = told(&files);
        assert_eq!(told, [(format!("{name}:0:0"), ProblemKind::FileMissing)]);
    }
}

#[test]
fn fields_unknown_absent_or_repeated() {
    let mark = vec!["symbol", "word", "value"];
    let unknown = ProblemKind::UnknownField("sign".into(), mark);
    check(SCALE, "(symbol: \"×\"", "(symbol: \"×\", ▶sign: 1", unknown);
    // － has no worth: it stands outside the score.
    let valued = ProblemKind::UnknownField("value".into(), vec!["symbol", "word"]);
    check(SCALE, "\"対象外\"", "\"対象外\", ▶value: 0", valued);
    // A field that is absent has no place of its own: the bracket it belongs in is told.
    let missing = ProblemKind::MissingField("question");
    check(
        PROFILE,
        "(key: \"lgwan\", question: ",
        "▶(key: \"lgwan\", note: ",
        missing,
    );
    let missing = ProblemKind::MissingField("title");
    check_elsewhere(
        CITY,
        "    title: \"基本方針\",\n",
        "",
        (CITY, "(\n    id: \"sample\""),
        missing,
    );
    let repeated = ProblemKind::RepeatedField("weight".into());
    check(BANK, "weight: 2", "weight: 2, ▶weight: 3", repeated);
    let repeated = ProblemKind::RepeatedField("place".into());
    check(
        CITY,
        "\"電算室\",",
        "\"電算室\", \"place\": ▶\"別の部屋\",",
        repeated,
    );
}

#[test]
fn values_of_another_kind() {
    let wrong = ProblemKind::WrongKind;
    check(BANK, "\"理由\"", "▶3", wrong(Expected::Text));
    check(BANK, "weight: 2", "weight: ▶\"2\"", wrong(Expected::Number));
    check(BANK, "weight: 2", "weight: ▶2.5", wrong(Expected::Number));
    check(
        BANK,
        "critical: true",
        "critical: ▶1",
        wrong(Expected::Boolean),
    );
    check(BANK, "[\"台帳\"]", "▶\"台帳\"", wrong(Expected::List));
    check(
        SCALE,
        "(grade: \"A\", from: 90)",
        "▶\"A\"",
        wrong(Expected::Fields),
    );
    // Here the terms are missing too, which the items that use them tell.
    let from = "{\n        \"place\": \"電算室\",\n    }";
    let (files, here) = altered(CITY, from, "▶[]");
    let expected = (here.unwrap(), wrong(Expected::Map));
    assert!(told(&files).contains(&expected));
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table")]
fn words_texts_and_numbers() {
    let tiers = vec!["mynumber", "lgwan", "internet", "common", "paper"];
    let unknown = |word: &str, words| ProblemKind::UnknownWord(word.to_owned(), words);
    check(
        BANK,
        "[common, paper]",
        "[common, ▶wan]",
        unknown("wan", tiers.clone()),
    );
    check(
        CITY,
        "\"paper\": \"紙\"",
        "\"paper\": \"紙\", \"wan\": ▶\"網\"",
        unknown("wan", tiers),
    );
    let years = unknown("yearly", vec!["even", "odd"]);
    check(
        CITY,
        "    articles:",
        "    biennial: ▶yearly,\n    articles:",
        years,
    );
    let measures = crate::domain::policy::Measure::ALL.map(crate::domain::policy::Measure::code);
    check(
        CITY,
        "human",
        "▶people",
        unknown("people", measures.to_vec()),
    );

    let empty = ProblemKind::EmptyText;
    check(BANK, "\"全て\"", "▶\" \u{3000}\"", empty("implemented"));
    check(BANK, "\"端末のない課\"", "▶\"\"", empty("not_applicable"));
    check(BANK, "[\"台帳\"]", "[\"台帳\", ▶\"\"]", empty("evidence"));
    check(BANK, "[common, paper]", "▶[]", empty("tiers"));
    check(CITY, "\"電算室\"", "▶\"\"", empty("terms"));
    check(CITY, "\"5日\"", "▶\"\"", empty("value"));
    check(CITY, "\"紙\"", "▶\"\"", empty("tier_names"));

    check(BANK, "weight: 2", "weight: ▶4", ProblemKind::WeightRange(4));
    check(BANK, "weight: 2", "weight: ▶0", ProblemKind::WeightRange(0));
    check(
        BANK,
        "weight: 2",
        "weight: ▶-1",
        ProblemKind::WeightRange(-1),
    );
    let range = ProblemKind::NumberRange;
    check(SCALE, "value: 50", "value: ▶101", range(101, 0, 100));
    check(SCALE, "from: 90", "from: ▶-1", range(-1, 0, 100));
    check(
        SCALE,
        "seconds_per_item: 15",
        "seconds_per_item: ▶0",
        range(0, 1, 3_600),
    );
    check(BANK, "threats: [1]", "threats: [1, ▶10]", range(10, 1, 9));
    let threat = "(id: ▶10, heading: \"他\", gist: \"他です。\"),\n        (id: 2,";
    check(CITY, "(id: 2,", threat, range(10, 1, 9));

    let date = |text: &str, form| ProblemKind::BadDate(text.to_owned(), form);
    for wrong in ["2025-02-29", "2025/10/01", "2025- 1- 1"] {
        let to = format!("edition: ▶\"{wrong}\"");
        check(
            CITY,
            "edition: \"2025-10-01\"",
            &to,
            date(wrong, "YYYY-MM-DD"),
        );
    }
    check(
        CITY,
        "\"2019-04-01\"",
        "▶\"2019-04\"",
        date("2019-04", "YYYY-MM-DD"),
    );
    for wrong in ["02-29", "13-01", "1228", "4-31"] {
        let to = format!("▶\"{wrong}\"");
        check(CITY, "\"12-28\"", &to, date(wrong, "MM-DD"));
    }
}

#[test]
fn identifiers_of_the_wrong_form() {
    // The faulty item is known by the id it was given, so only its form is told.
    for wrong in ["6-1", "Q5", "Q05-A1", "Q-1", "Ｑ05-01"] {
        let (mut files, _) = altered(CITY, "\"Q05-01\"", &format!("\"{wrong}\""));
        let text = BANK_TEXT.replace("\"Q05-01\"", &format!("\"{wrong}\""));
        *text_of(&mut files, BANK) = text;
        let expected = (format!("{BANK}:4:13"), bad_id(IdKind::Item, wrong));
        assert_eq!(told(&files), [expected]);
    }
    let replaces = "weight: 2, replaces: [\"Q04-01\", ▶\"4-1\"]";
    check(BANK, "weight: 2", replaces, bad_id(IdKind::Item, "4-1"));
    check(CITY, "\"C5-1\"", "▶\"5-1\"", bad_id(IdKind::Clause, "5-1"));
    check(CITY, "\"A5\"", "▶\"5\"", bad_id(IdKind::Article, "5"));
    check(
        CITY,
        "\"sample\"",
        "▶\"Sample\"",
        bad_id(IdKind::City, "Sample"),
    );
    check(
        PROFILE,
        "\"cloud\"",
        "▶\"クラウド\"",
        bad_id(IdKind::ProfileKey, "クラウド"),
    );
    check(
        PROFILE,
        "\"cloud\"",
        "▶\"true\"",
        bad_id(IdKind::ProfileKey, "true"),
    );
    let other = ProblemKind::IdNotFileName("example".into());
    check(CITY, "\"sample\"", "▶\"example\"", other);
}

#[test]
fn identifiers_used_before() {
    let (mut files, _) = altered(BANK, "\"Q05-02\"", "\"Q05-01\"");
    *text_of(&mut files, CITY) = CITY_TEXT.replace("[\"Q05-02\"]", "[\"Q05-01\"]");
    let told = told(&files);
    assert_eq!(
        told[0],
        (format!("{BANK}:18:13"), duplicate("Q05-01", BANK, 4))
    );
    check(CITY, "\"C5-2\"", "▶\"C5-1\"", duplicate("C5-1", CITY, 32));
    check(
        PROFILE,
        "    (key: \"cloud\"",
        "    (key: ▶\"lgwan\", question: \"再び\"),\n    (key: \"cloud\"",
        duplicate("lgwan", PROFILE, 2),
    );
    check(
        CITY,
        "[\"lgwan\", \"cloud\"]",
        "[\"lgwan\", \"cloud\", ▶\"lgwan\"]",
        duplicate("lgwan", CITY, 26),
    );
    check(
        CITY,
        "(id: 2, ",
        "(id: 2, heading: \"誤り\", gist: \"誤り。\"),\n        (id: ▶2, ",
        duplicate("2", CITY, 24),
    );
}

#[test]
fn expressions_and_keys() {
    let bad = ProblemKind::BadExpression("lgwan and cloud".into());
    check(BANK, "\"lgwan | cloud\"", "▶\"lgwan and cloud\"", bad);
    let unknown = ProblemKind::UnknownProfileKey("printer".into());
    check(
        CITY,
        "[\"lgwan\", \"cloud\"]",
        "[\"lgwan\", \"cloud\", ▶\"printer\"]",
        unknown,
    );
    let not_asked = ProblemKind::KeyNotAsked("cloud".into(), "Q05-02".into());
    let named = (CITY, "\"Q05-02\"");
    check_elsewhere(
        CITY,
        "[\"lgwan\", \"cloud\"]",
        "[\"lgwan\"]",
        named,
        not_asked,
    );
    // A key no question is about is told in the item alone.
    let unknown = ProblemKind::UnknownProfileKey("clod".into());
    check(BANK, "lgwan | cloud", "lgwan | ▶clod", unknown);
}

#[test]
fn placeholders() {
    let bad = |inside: &str| ProblemKind::BadPlaceholder(inside.to_owned());
    check(
        BANK,
        "\"端末のある課\"",
        "\"▶{terms.a}の課\"",
        bad("terms.a"),
    );
    check(BANK, "\"端末のある課\"", "\"課▶{\"", bad(""));
    check(BANK, "\"端末のある課\"", "\"▶{}の課\"", bad(""));
    check(PROFILE, "LGWANを", "▶{lgwan}を", bad("lgwan"));
    check(PROFILE, "{term.place}", "▶{place}", bad("place"));
}

#[test]
fn what_a_policy_does_not_give() {
    let term = |name: &str, id: &str| ProblemKind::UnknownTerm(name.to_owned(), id.to_owned());
    let setting = |name: &str| ProblemKind::UnknownSetting(name.to_owned(), "Q05-01".to_owned());
    let threat = ProblemKind::UnknownThreat("9".to_owned(), "Q05-01".to_owned());
    // What no policy gives is told where it is written …
    check(
        BANK,
        "{term.place}",
        "▶{term.plaice}",
        term("plaice", "Q05-01"),
    );
    check(PROFILE, "LGWANを", "▶{term.lg}を", term("lg", "lgwan"));
    check(BANK, "{setting.days}", "▶{setting.day}", setting("day"));
    check(BANK, "threats: [1]", "threats: [1, ▶9]", threat);
    // … and what another policy gives is missing where the policy names the item.
    let mut files = sound();
    let second = CITY_TEXT
        .replace("\"sample\"", "\"other\"")
        .replace("\"days\": (value: \"5日\", note: \"間隔\"),", "")
        .replace("(id: 1, heading: \"攻撃\", gist: \"攻撃です。\"),", "");
    files.files.push(SourceFile {
        name: "other.ron".into(),
        text: second,
    });
    let told = told(&files);
    let place = "other.ron:34:29".to_owned();
    let threat = ProblemKind::UnknownThreat("1".to_owned(), "Q05-01".to_owned());
    assert_eq!(told, [(place.clone(), threat), (place, setting("days"))]);
}

#[test]
fn items_and_clauses() {
    let unknown = ProblemKind::UnknownItem("Q05-09".into());
    let second = "[\"Q05-02\"]";
    check(CITY, second, "[\"Q05-02\", ▶\"Q05-09\"]", unknown);
    let twice = ProblemKind::ItemTwice("Q05-01".into());
    check(CITY, second, "[\"Q05-02\", ▶\"Q05-01\"]", twice);
    let (_, items) = BANK_TEXT.split_once("    ),\n").unwrap();
    let third = items.replace("\"Q05-02\"", "▶\"Q05-03\"");
    let unused = ProblemKind::UnusedItem("Q05-03".into());
    check(BANK, "\n]\n", &format!("\n{third}"), unused);
    let leaf = r#"(id: ▶"C5-3", citation: "第5条", heading: "空", gist: "空です。"), ("#;
    let empty = ProblemKind::LeafWithoutItems("C5-3".into());
    check(
        CITY,
        "(\n                    id: \"C5-2\",",
        &format!("{leaf}id: \"C5-2\","),
        empty,
    );
    // A clause or an article with a fault still uses its items.
    check(
        CITY,
        "id: \"C5-2\"",
        "id: ▶5",
        ProblemKind::WrongKind(Expected::Text),
    );
    check(
        CITY,
        "id: \"A5\"",
        "id: ▶5",
        ProblemKind::WrongKind(Expected::Text),
    );
}

#[test]
fn tiers_and_grades() {
    let unnamed = ProblemKind::TierUnnamed("paper");
    let all = "{\n        \"mynumber\"";
    check_elsewhere(CITY, "\"paper\": \"紙\",", "", (CITY, all), unnamed);
    let order = ProblemKind::GradeOrder;
    for grades in [
        "[]",
        "[(grade: \"A\", from: 90)]",
        "[(grade: \"B\", from: 0), (grade: \"A\", from: 90)]",
        "[(grade: \"A\", from: 0), (grade: \"B\", from: 0)]",
    ] {
        let from = r#"[(grade: "A", from: 90), (grade: "B", from: 0)]"#;
        check(SCALE, from, &format!("▶{grades}"), order.clone());
    }
    let unknown = ProblemKind::UnknownGrade("C".into());
    check(
        SCALE,
        "critical_cap: \"B\"",
        "critical_cap: ▶\"C\"",
        unknown,
    );
}

#[test]
fn comments_are_passed_over_in_places() {
    let text = BANK_TEXT
        .replace(
            "    (\n        id: \"Q05-02\"",
            "    // 二つ目\n    /* 端末 */ (\n        id: \"Q05-02\"",
        )
        .replace("        weight: 3,\n", "");
    let mut files = sound();
    *text_of(&mut files, BANK) = text;
    let missing = ProblemKind::MissingField("weight");
    assert_eq!(told(&files), [(format!("{BANK}:18:14"), missing)]);
}

#[test]
fn a_fault_is_not_told_again_by_what_leans_on_it() {
    // A whole file unreadable: neither its items nor its keys are called unknown.
    for name in [BANK, PROFILE, CITY] {
        let mut files = sound();
        text_of(&mut files, name).insert(0, '!');
        let told = told(&files);
        assert_eq!(told.len(), 1, "{told:?}");
    }
    check(
        CITY,
        "\"市長\"",
        "▶1",
        ProblemKind::WrongKind(Expected::Text),
    );
    check(CITY, "\"攻撃\"", "▶\"\"", ProblemKind::EmptyText("heading"));
    check(
        PROFILE,
        "\"クラウドを使いますか。\"",
        "▶\"\"",
        ProblemKind::EmptyText("question"),
    );
}
