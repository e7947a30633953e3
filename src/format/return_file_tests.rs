use proptest::prelude::*;

use super::*;

fn slip() -> ReturnSlip {
    let item = |item: &str, reason: &str| ReturnedItem {
        item: ItemId(item.into()),
        reason: reason.into(),
    };
    let mut slip = ReturnSlip {
        municipality_code: "142069".into(),
        year: 2026,
        department_code: "0420".into(),
        department: "下水道整備課".into(),
        reason: "次の項目を直してください。".into(),
        slip: Slip {
            receipt: "R-ABCDEFGHJK".into(),
            head: "h00".into(),
            by: "情報政策課".into(),
            date: "2026-11-22".into(),
            items: vec![
                item("Q05-01", "確認中です。"),
                item("Q06-1-01", "資料がありません。"),
            ],
            ..Slip::default()
        },
    };
    slip.slip.digest = digest(&slip);
    slip
}

#[test]
fn a_slip_is_read_as_it_was_written() {
    let slip = slip();
    let text = write(&slip).unwrap();
    assert_eq!(read(text.as_bytes()), Ok(slip.clone()));
    // An editor of another system saved it again.
    let saved = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    assert_eq!(read(saved.as_bytes()), Ok(slip));
}

#[test]
fn what_is_wrong_is_told_apart() {
    let text = write(&slip()).unwrap();
    let altered = text.replacen("確認中です。", "確認中でした。", 1);
    assert_eq!(read(altered.as_bytes()), Err(ReturnFault::Digest));
    let newer = text.replacen("format: 1,", "format: 7,\n    more: [1],", 1);
    assert_eq!(read(newer.as_bytes()), Err(ReturnFault::Newer(7)));
    for cut in [0, 1, text.len() / 2, text.len() - 3] {
        let cut = &text.as_bytes()[..cut];
        assert!(matches!(read(cut), Err(ReturnFault::Form(_))), "{cut:?}");
    }
    let other = text.replacen("tenken-return", "something", 1);
    assert!(matches!(read(other.as_bytes()), Err(ReturnFault::Form(_))));
    assert!(matches!(read(b"\xff\xfe"), Err(ReturnFault::Form(_))));
}

#[test]
fn a_fitting_digest_does_not_make_any_text_fit() {
    let with = |change: fn(&mut ReturnSlip)| {
        let mut slip = slip();
        change(&mut slip);
        slip.slip.digest = digest(&slip);
        read(write(&slip).unwrap().as_bytes())
    };
    let items = |count: usize| vec![slip().slip.items[0].clone(); count];
    assert!(items(2).len() == 2);
    for (change, fault) in [
        (
            (|slip| slip.reason = "あ".repeat(TEXT_MAX + 1)) as fn(&mut ReturnSlip),
            ReturnFault::TooLong,
        ),
        (
            |slip| slip.slip.items = vec![slip.slip.items[0].clone(); ITEMS_MAX + 1],
            ReturnFault::TooLong,
        ),
        (
            |slip| slip.reason = "\u{1b}[2J".into(),
            ReturnFault::Control,
        ),
        (
            |slip| slip.slip.items[1].reason = "a\u{202e}b".into(),
            ReturnFault::Control,
        ),
        (|slip| slip.year = 0, ReturnFault::Empty),
        (|slip| slip.department_code.clear(), ReturnFault::Empty),
    ] {
        assert_eq!(with(change), Err(fault));
    }
}

proptest! {
    #[test]
    fn texts_made_plain_always_come_back(reason in any::<String>(), item in "\\PC{1,20}", why in any::<String>()) {
        let mut slip = slip();
        slip.reason = format!("x{}", plain(&reason).chars().take(500).collect::<String>());
        slip.slip.items[0] = ReturnedItem {
            item: ItemId(plain(&item)),
            reason: plain(&why).chars().take(500).collect(),
        };
        slip.slip.digest = digest(&slip);
        let text = write(&slip).unwrap();
        prop_assert_eq!(read(text.as_bytes()), Ok(slip));
    }

    #[test]
    fn no_byte_changed_goes_unnoticed(at in any::<prop::sample::Index>(), byte in 32_u8..127) {
        let text = write(&slip()).unwrap();
        let mut bytes = text.clone().into_bytes();
        *at.get_mut(&mut bytes) = byte;
        if let Ok(read) = read(&bytes) {
            // Blanks between, or the case of the digest.
            prop_assert_eq!(read, slip());
        }
    }
}
