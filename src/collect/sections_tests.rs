//! Large files divided.

use super::*;

#[test]
fn a_part_too_long_for_an_export_is_passed_and_told() {
    let kind = SheetKind::Answers;
    let id = kind.position(kind.row_id()).unwrap();
    let code = kind.position("department_code").unwrap();
    let row = |department: &str, item: usize, long: usize| {
        let mut cells = vec!["1".to_owned(); kind.columns().len()];
        department.clone_into(&mut cells[code]);
        cells[id] = item.to_string();
        cells[id + 1] = "x".repeat(long);
        cells.join(",") + "\r\n"
    };
    let mut bytes = heading(kind, Header::En).to_vec();
    bytes.extend(row("0410", 1, 1).into_bytes());
    let long = SECTION_MAX / 50;
    for item in 0..52 {
        bytes.extend(row("0420", item, long).into_bytes());
    }
    bytes.extend(row("0430", 1, 1).into_bytes());
    let mut found = Vec::new();
    let divided = sections(Reading::Bytes(&bytes), |section| {
        found.push(section.whose[1].clone());
        true
    });
    assert_eq!(divided.unwrap().unwrap().broken, Some(3));
    assert_eq!(
        (
            found.first().map(String::as_str),
            found.last().map(String::as_str)
        ),
        (Some("410"), Some("430"))
    );
    assert!(found.len() < 5, "the rest is one part: {}", found.len());
}
