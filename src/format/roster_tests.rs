use super::*;
use crate::domain::limits::DEPARTMENT_MAX;

const KEYS: [&str; 3] = ["mynumber", "lgwan", "previous"];

fn keys() -> Vec<ProfileKey> {
    KEYS.map(|key| ProfileKey(key.into())).to_vec()
}

fn read_all(bytes: &[u8]) -> Result<Reading, Vec<RosterProblem>> {
    let agencies = ["市長部局".to_owned(), "教育委員会".to_owned()];
    let rules = Rules {
        agencies: Some(&agencies),
        keys: &keys(),
    };
    read(bytes, rules)
}

fn good(text: &str) -> Reading {
    read_all(text.as_bytes()).unwrap()
}

/// Returns row, column and kind of every problem.
#[track_caller]
fn problems(text: &str) -> Vec<(usize, usize, RosterProblemKind)> {
    let problems = read_all(text.as_bytes()).unwrap_err().into_iter();
    problems
        .map(|problem| {
            (
                problem.row.unwrap_or(0),
                problem.column.unwrap_or(0),
                problem.kind,
            )
        })
        .collect()
}

#[test]
fn a_roster_is_read_with_all_its_columns() {
    let text = "所属コード,所属名,実施機関,MyNumber,lgwan,有効開始日,有効終了日,前身の所属コード\n\
        ０４２０,下水道整備課,教育委員会,はい,×,2026/4/1,,0410;0411；\n\
        0410,下水道課,,,1,,2026-03-31,\n\
        0411,河川課,市長部局,no,○,1999.12.31,2026-03-31,";
    let roster = good(text).roster;
    let first = &roster.departments[0];
    assert_eq!(
        (first.code.as_str(), first.name.as_str()),
        ("0420", "下水道整備課")
    );
    assert_eq!(first.agency.as_deref(), Some("教育委員会"));
    let answers: Vec<_> = first
        .profile
        .iter()
        .map(|(key, yes)| (key.as_str(), *yes))
        .collect();
    assert_eq!(answers, [("lgwan", false), ("mynumber", true)]);
    assert_eq!(first.valid_from, NaiveDate::from_ymd_opt(2026, 4, 1));
    assert_eq!(first.valid_to, None);
    assert_eq!(first.predecessors, ["0410", "0411"]);
    assert_eq!(roster.departments[1].profile.len(), 1);
    assert_eq!(roster.departments[1].agency, None);
}

#[test]
fn a_roster_is_read_in_every_encoding_and_with_every_delimiter() {
    let text = "code,name\n0420,下水道整備課\n";
    let expected = good(text).roster;
    assert_eq!(expected.departments.len(), 1);
    let (cp932, _, _) = encoding_rs::SHIFT_JIS.encode(text);
    let bom = format!("\u{feff}{text}");
    let utf16: Vec<u8> = bom.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let tabs = text.replace(',', "\t");
    let semicolons = text.replace(',', ";");
    let crlf = text.replace('\n', "\r\n");
    for bytes in [
        &cp932,
        bom.as_bytes(),
        &utf16,
        tabs.as_bytes(),
        semicolons.as_bytes(),
        crlf.as_bytes(),
    ] {
        assert_eq!(read_all(bytes).unwrap().roster, expected);
    }
}

#[test]
fn every_problem_of_a_roster_is_told_at_once_with_row_and_column() {
    use RosterProblemKind as P;
    let long = "課".repeat(DEPARTMENT_MAX + 1);
    let text = format!(
        "code,name,agency,mynumber,valid_from,valid_to,predecessors\n\
        ,甲,,,,,\n\
        a/b,乙,,,,,\n\
        0420A,丙,水道局,たぶん,2026-2-30,,\n\
        0420A,丁,,,,,0420a\n\
        0420a,,,,2026-04-02,2026-04-01,0420a;9;9;../x\n\
        5,{long},,,,,\n\
        6,\"一\n二\",,,20260401,,\n"
    );
    let agencies = vec!["市長部局".to_owned(), "教育委員会".to_owned()];
    let expected = [
        (2, 1, P::Empty),
        (3, 1, P::BadCode("a/b".into())),
        (4, 3, P::UnknownAgency("水道局".into(), agencies)),
        (4, 4, P::NotYesOrNo("たぶん".into())),
        (4, 5, P::BadDate("2026-2-30".into())),
        (5, 1, P::CodeTwice { first: 4 }),
        (5, 7, P::UnknownPredecessor("0420a".into())),
        (6, 7, P::PredecessorTwice("9".into())),
        (6, 7, P::BadCode("../x".into())),
        (6, 2, P::Empty),
        (6, 6, P::EndsBeforeItBegins),
        (6, 1, P::CodeTwin { first: 4 }),
        (6, 7, P::OwnPredecessor),
        (6, 7, P::UnknownPredecessor("9".into())),
        (
            7,
            2,
            P::TooLong {
                limit: DEPARTMENT_MAX,
            },
        ),
        (8, 2, P::ControlCharacter),
        (8, 5, P::BadDate("20260401".into())),
    ];
    assert_eq!(problems(&text), expected);
}

#[test]
fn predecessors_may_not_lead_round_in_a_circle() {
    let text = "code,name,predecessors\n1,a,2\n2,b,3\n3,c,1\n4,d,1\n";
    let circle = |row| (row, 3, RosterProblemKind::PredecessorCircle);
    assert_eq!(problems(text), [circle(2), circle(3), circle(4)]);
    let codes: Vec<String> = (0..=100).map(|code: i32| code.to_string()).collect();
    let many = codes.join(";");
    let rows = codes.join(",x,\n");
    let text = format!("code,name,predecessors\nx,x,{many}\n{rows},x,");
    let limit = RosterProblemKind::TooManyPredecessors { limit: 100 };
    assert_eq!(problems(&text), [(2, 3, limit)]);
}

#[test]
fn a_file_that_is_no_roster_is_refused_as_a_whole() {
    use RosterProblemKind as P;
    for (text, kind) in [
        ("", P::Unreadable(ReadError::Empty)),
        ("name\nx", P::MissingColumn("code")),
        ("code\nx", P::MissingColumn("name")),
        (
            "所属コード,所属名,項目ID\n0420,課,Q05-01\n0420,課,Q05-02\n",
            P::HandedIn,
        ),
        ("code,name\n", P::NoDepartments),
        (
            "code,name,所属コード\n1,2,3",
            P::Unreadable(ReadError::ColumnTwice {
                column: 3,
                first: 1,
            }),
        ),
        (
            "code,name,lgwan,LGWAN\n1,2,no,no",
            P::Unreadable(ReadError::ColumnTwice {
                column: 4,
                first: 3,
            }),
        ),
    ] {
        assert_eq!(problems(text), [(0, 0, kind)], "{text}");
    }
}

#[test]
fn lost_leading_zeros_and_unknown_columns_are_noted() {
    let reading = good("code,name,previous\n0420,x,\n430,y,\n");
    let expected = [
        RosterNote::UnknownColumn {
            column: 3,
            heading: "previous".into(),
        },
        RosterNote::ShortCode {
            row: 3,
            column: 1,
            code: "430".into(),
        },
    ];
    assert_eq!(reading.notes, expected);
    assert_eq!(good("code,name\n1,x\nA10,y\n").notes, []);
}

#[test]
fn the_template_is_a_roster_without_problems() {
    for agencies in [None, Some(&["市長".to_owned()][..])] {
        let rules = Rules {
            agencies,
            keys: &keys(),
        };
        let bytes = template(rules).unwrap();
        assert!(bytes.starts_with("\u{feff}所属コード,".as_bytes()));
        let reading = read(&bytes, rules).unwrap();
        assert_eq!(
            (reading.roster.departments.len(), reading.notes),
            (1, vec![])
        );
        assert_eq!(reading.roster.departments[0].profile.len(), 2);
    }
}

#[test]
fn a_written_roster_is_read_back() {
    let text = "code,name,agency,mynumber,lgwan,valid_from,valid_to,predecessors\n\
        0420,下水道整備課,教育委員会,yes,no,2026-04-01,,0410;0411\n\
        0410,=下水道課,,,yes,,2026-03-31,\n\
        0411,河川課,市長部局,no,,2019-04-01,2026-03-31,";
    let roster = good(text).roster;
    let bytes = write(&roster, &keys()).unwrap();
    let again = read_all(&bytes).unwrap();
    assert_eq!((again.roster, again.notes), (roster, vec![]));
}
