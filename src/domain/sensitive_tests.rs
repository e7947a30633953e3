//! What is found in texts, and what is left alone.

use proptest::prelude::*;

use super::*;
use crate::domain::record::{Change, Evidence};
use crate::fixture::{checklist, cities, item, try_act, workbook};

fn kinds(text: &str) -> Vec<Kind> {
    find(text)
        .into_iter()
        .map(|sighting| sighting.kind)
        .collect()
}

#[track_caller]
fn assert_all(kind: Kind, texts: &[(&str, &str)]) {
    for (text, excerpt) in texts {
        let found = find(text);
        let seen: Vec<(Kind, &str)> = found
            .iter()
            .map(|sighting| (sighting.kind, sighting.excerpt.as_str()))
            .collect();
        assert_eq!(seen, [(kind, *excerpt)], "{text}");
        assert_eq!(text.get(found[0].range.clone()), Some(*excerpt));
    }
}

/// Returns twelve digits, the last of which fits (or is off by `off`).
fn twelve(eleven: &[u32], off: u32) -> Vec<u32> {
    let weights = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2];
    let sum: u32 = eleven.iter().zip(weights).map(|(p, q)| p * q).sum();
    let check = if sum % 11 <= 1 { 0 } else { 11 - sum % 11 };
    let mut digits = eleven.to_vec();
    digits.push((check + off) % 10);
    digits
}

#[test]
fn individual_numbers_are_found() {
    assert_all(
        Kind::IndividualNumber,
        &[
            ("123456789018", "123456789018"),
            ("番号は123456789018です", "123456789018"),
            ("1234 5678 9018", "1234 5678 9018"),
            ("1234-5678-9018を控えた", "1234-5678-9018"),
            ("１２３４５６７８９０１８", "１２３４５６７８９０１８"),
            (
                "１２３４－５６７８－９０１８",
                "１２３４－５６７８－９０１８",
            ),
            (
                "１２３４　５６７８　９０１８",
                "１２３４　５６７８　９０１８",
            ),
            ("1234ー5678ー9018", "1234ー5678ー9018"),
            ("1234 - 5678 - 9018", "1234 - 5678 - 9018"),
            ("No123456789018", "123456789018"),
            ("2026-11-22 1234 5678 9018", "1234 5678 9018"),
            ("2026-11-22 123456789018", "123456789018"),
            ("12\u{200b}34-5678-9018", "12\u{200b}34-5678-9018"),
        ],
    );
}

#[test]
fn other_numbers_are_no_individual_numbers() {
    for text in [
        "123456789012",
        "1234-5678-9012",
        // Corporate numbers: thirteen digits, twelve of which would fit.
        "1123456789018",
        "1-1234-5678-9018",
        "1 1234 5678 9018",
        "1234567890181",
        // A card's number.
        "1234-5678-9018-1234",
        "1234 5678 9018 1234",
        // Dates, articles, receipts, digests, amounts.
        "2026-11-22",
        "2026-11-22 1430",
        "令和8年11月22日から令和9年3月31日まで",
        "第6条第3項第12号",
        "R-7K3MA-9XHRT",
        "h3f9a123456789018c4d2e",
        "0.123456789018",
        "123,456,789,018円",
        "12345678901\n8",
        "2026/04/01-2027/03/31",
        "Q06-3a-01、Q06-7-06",
    ] {
        assert!(kinds(text).is_empty(), "{text}: {:?}", find(text));
    }
}

#[test]
fn telephone_numbers_are_found() {
    assert_all(
        Kind::Telephone,
        &[
            ("03-1234-5678", "03-1234-5678"),
            ("電話0465-33-1111（内線123）", "0465-33-1111"),
            ("0465(33)1111", "0465(33)1111"),
            ("（0465）33-1111", "（0465）33-1111"),
            ("０４６５－３３－１１１１", "０４６５－３３－１１１１"),
            ("0465331111", "0465331111"),
            ("04992-2-1234", "04992-2-1234"),
            ("045-123-4567", "045-123-4567"),
            ("090-1234-5678", "090-1234-5678"),
            ("09012345678", "09012345678"),
            ("090 1234 5678", "090 1234 5678"),
            ("070‐1234‐5678", "070‐1234‐5678"),
            ("050ー1234ー5678", "050ー1234ー5678"),
            ("0120-444-444", "0120-444-444"),
            ("0120444444", "0120444444"),
            ("0570-012-345", "0570-012-345"),
            ("0800-123-4567", "0800-123-4567"),
            ("+81-3-1234-5678", "+81-3-1234-5678"),
            ("+81 90 1234 5678", "+81 90 1234 5678"),
            ("+81(0)465-33-1111", "+81(0)465-33-1111"),
            ("＋819012345678", "＋819012345678"),
        ],
    );
    assert_eq!(
        kinds("0465-33-1111 0465-33-2222"),
        [Kind::Telephone, Kind::Telephone]
    );
}

#[test]
fn other_numbers_are_no_telephone_numbers() {
    for text in [
        "0420",
        "250-8555",
        "2026-04-01",
        "09:30-17:15",
        "05-01",
        "第04-12号",
        "内線1234",
        "012345",
        "192.168.10.254",
        "00123456789",
        "0123-45-6789-0123",
        "A4 120枚、100-200",
        "H0a0465331111b",
        "+81",
    ] {
        assert!(kinds(text).is_empty(), "{text}: {:?}", find(text));
    }
}

#[test]
fn passwords_are_found_without_their_names() {
    assert_all(
        Kind::Password,
        &[
            ("パスワード: himitsu9", "himitsu9"),
            ("ﾊﾟｽﾜｰﾄﾞ=abc#123", "abc#123"),
            ("パスワードは「Abc12345」です", "Abc12345"),
            ("パスワードはabc123に変えた", "abc123"),
            ("暗証番号：１２３４", "１２３４"),
            ("暗証番号は1234です。", "1234"),
            ("Password: correct-horse", "correct-horse"),
            ("ID/PW: sato/Pa55w0rd", "sato/Pa55w0rd"),
            ("pass=qwerty", "qwerty"),
            ("ＰＩＮ：9876", "9876"),
            ("PINコードは 0000", "0000"),
            ("（パスワード）＝abcd1234）", "abcd1234"),
        ],
    );
}

#[test]
fn talk_about_passwords_is_left_alone() {
    for text in [
        "パスワードは12文字以上にしている",
        "パスワードは、定期的に変えない",
        "パスワード：12文字以上",
        "パスワード: 2026 年度に見直す",
        "パスワードは8~12文字",
        "パスワードはActive Directoryで管理",
        "パスワードの管理台帳",
        "password policy",
        "bypass: none1",
        "暗証番号：4桁",
        "パスワード: ****",
        "パスワード: xxxxxxxx",
        "PW：なし",
        "shopping: list1",
    ] {
        assert!(kinds(text).is_empty(), "{text}: {:?}", find(text));
    }
}

#[test]
fn addresses_of_mail_are_found() {
    assert_all(
        Kind::MailAddress,
        &[
            (
                "taro@city.odawara.example.jp",
                "taro@city.odawara.example.jp",
            ),
            ("連絡先はt.yamada+x@example.jp。", "t.yamada+x@example.jp"),
            (
                "ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ",
                "ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ",
            ),
            ("<taro@example.co.jp>", "taro@example.co.jp"),
        ],
    );
    for text in ["@", "a@b", "時間外@窓口", "user@localhost", "@example.jp"] {
        assert!(kinds(text).is_empty(), "{text}");
    }
}

#[test]
fn an_excerpt_is_masked_in_the_middle() {
    let masked = |text: &str| find(text)[0].masked();
    assert_eq!(masked("123456789018"), "12********18");
    assert_eq!(masked("1234-5678-9018"), "12**********18");
    assert_eq!(masked("0465-33-1111"), "04********11");
    assert_eq!(masked("taro@example.jp"), "ta***********jp");
    assert_eq!(masked("pass=qwertyuiop"), "q****p");
    assert_eq!(masked("PIN: 1234"), "****");
    assert_eq!(masked("a@b.jp"), "a****p");
}

#[test]
fn every_text_that_is_exported_is_looked_through() {
    let checklist = checklist(vec![item("Q1-1"), item("Q1-2")]);
    let mut workbook = workbook();
    let text = |field, after: &str| Change::Text {
        item: ItemId("Q1-2".into()),
        field,
        before: String::new(),
        after: after.to_owned(),
    };
    let changes = vec![
        text(TextField::Remark, "0465-33-1111"),
        text(TextField::Reason, "a@example.jp"),
        text(TextField::Approver, "部長 123456789018"),
        Change::Evidence {
            item: ItemId("Q1-2".into()),
            before: Vec::new(),
            after: vec![Evidence {
                name: "暗証番号: 1234".into(),
                date: "090-1234-5678".into(),
            }],
        },
    ];
    try_act(&mut workbook, changes).unwrap();
    let found: Vec<(usize, Field, Kind)> = in_workbook(&checklist, &workbook)
        .into_iter()
        .map(|found| (found.position, found.field, found.sighting.kind))
        .collect();
    assert_eq!(
        found,
        [
            (1, Field::Text(TextField::Remark), Kind::Telephone),
            (1, Field::Text(TextField::Reason), Kind::MailAddress),
            (1, Field::Text(TextField::Approver), Kind::IndividualNumber),
            (1, Field::Evidence, Kind::Password),
            (1, Field::Evidence, Kind::Telephone),
        ]
    );
}

#[test]
fn what_the_shipped_checklists_propose_is_left_alone() {
    for item in cities().into_iter().flat_map(|city| &city.items) {
        let mut texts = vec![
            &item.question,
            &item.implemented,
            &item.partial,
            &item.not_implemented,
        ];
        texts.extend(&item.not_applicable);
        texts.extend(&item.evidence);
        for text in texts {
            assert!(kinds(text).is_empty(), "{}: {text}", item.id);
        }
    }
}

/// Writes digits in groups, in full-width or not.
fn grouped(digits: &[u32], cuts: &[bool], separator: &str, wide: bool) -> String {
    let mut text = String::new();
    for (index, digit) in digits.iter().enumerate() {
        if index > 0 && cuts[index - 1] {
            text.push_str(separator);
        }
        let zero = if wide { '０' } else { '0' };
        text.extend(char::from_u32(u32::from(zero) + digit));
    }
    text
}

fn separators() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![" ", "-", "　", "－", "−", "ー", "‐", " - "])
}

proptest! {
    #[test]
    fn a_valid_individual_number_is_always_found(
        eleven in prop::collection::vec(0_u32..10, 11),
        cuts in prop::collection::vec(any::<bool>(), 11),
        separator in separators(),
        wide in any::<bool>(),
    ) {
        let number = grouped(&twelve(&eleven, 0), &cuts, separator, wide);
        // A date and a time are the one reading that goes before.
        prop_assume!(!(cuts[3] && (cuts[4] || cuts[5]) && eleven[0] <= 2));
        let found = find(&format!("控え{number}。"));
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].kind, Kind::IndividualNumber);
        prop_assert_eq!(&found[0].excerpt, &number);
    }

    #[test]
    fn a_wrong_check_digit_is_never_an_individual_number(
        eleven in prop::collection::vec(0_u32..10, 11),
        off in 1_u32..10,
        cuts in prop::collection::vec(any::<bool>(), 11),
        separator in separators(),
        wide in any::<bool>(),
    ) {
        let text = grouped(&twelve(&eleven, off), &cuts, separator, wide);
        prop_assert!(!kinds(&text).contains(&Kind::IndividualNumber));
    }

    #[test]
    fn any_text_can_be_looked_through(text in any::<String>()) {
        for sighting in find(&text) {
            prop_assert_eq!(text.get(sighting.range.clone()), Some(sighting.excerpt.as_str()));
            prop_assert!(sighting.masked().contains('*'));
        }
    }
}
