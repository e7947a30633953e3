use super::*;
use crate::domain::submission_test_kit::submission;

fn read_with(text: &str, submissions: &[Submission]) -> Result<Reading, Vec<AuditProblem>> {
    let departments: Vec<Department<'_>> = submissions
        .iter()
        .map(|one| Department {
            code: &one.department_code,
            receipt: &one.cover.receipt,
            asked: Some(&one.asked),
        })
        .collect();
    let rules = Rules {
        year: 2026,
        departments: &departments,
        asked: None,
    };
    read(text.as_bytes(), rules)
}

fn wish(department: usize, item: Option<&str>, reason: &str) -> Wish {
    Wish {
        department,
        item: item.map(str::to_owned),
        reason: reason.to_owned(),
    }
}

#[test]
fn rows_are_read_however_a_spreadsheet_left_them() {
    let all = [submission("0420", "oot"), submission("0430", "ooo")];
    let text = "差戻しの理由,項目ID,メモ,所属コード\n 資料\tなし,ｑ００２,x,420\n全体です,,,０４３０\n,,,\n";
    let reading = read_with(text, &all).unwrap();
    assert_eq!(
        reading.wishes,
        [
            wish(0, Some("Q002"), "資料 なし"),
            wish(1, None, "全体です")
        ]
    );
    assert!(reading.overtaken.is_empty());
}

#[test]
fn every_problem_is_told_at_once() {
    let all = [submission("0420", "oot")];
    let text = "department_code,item_id,return_reason\n0420,Q001,\n0999,Q001,x\n0420,Q999,x\n,Q001,x\n0420,Q002,x\n0420,Q002,y\n";
    let problems = read_with(text, &all).unwrap_err();
    let kinds: Vec<(Option<usize>, &Kind)> =
        problems.iter().map(|one| (one.row, &one.kind)).collect();
    assert_eq!(
        kinds,
        [
            (Some(2), &Kind::Empty),
            (Some(3), &Kind::NotSubmitted("0999".into(), 2026)),
            (Some(4), &Kind::UnknownItem("Q999".into())),
            (Some(5), &Kind::Empty),
            (Some(7), &Kind::ItemTwice { first: 6 }),
        ]
    );
    let problems = read_with("department_code,item_id\n", &all).unwrap_err();
    assert_eq!(problems[0].kind, Kind::MissingColumn("return_reason"));
}

#[test]
fn what_is_proposed_is_read_again_until_something_newer_came() {
    let mut all = [submission("0420", "oot"), submission("0430", "ooo")];
    std::sync::Arc::make_mut(&mut all[0].cover).receipt = "R-1111111111".into();
    let proposal = Proposal {
        submission: &all[0],
        position: 2,
        found: "left_open",
        reason: "=確認中です".into(),
    };
    for header in [Header::Ja, Header::En] {
        let bytes = template(std::slice::from_ref(&proposal), header).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let reading = read_with(&text, &all).unwrap();
        assert_eq!(reading.wishes, [wish(0, Some("Q003"), "=確認中です")]);
        let mut newer = all.clone();
        std::sync::Arc::make_mut(&mut newer[0].cover).receipt = "R-2222222222".into();
        let reading = read_with(&text, &newer).unwrap();
        assert_eq!((reading.wishes.len(), reading.overtaken), (0, vec![2]));
    }
}
