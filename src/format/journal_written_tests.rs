use chrono::{DateTime, FixedOffset};
use proptest::prelude::*;

use super::*;
use crate::format::journal::{encode, origin, read_by_ron};

fn written(record: &Record) -> String {
    let (line, _) = encode(record, &origin()).unwrap();
    let (_, text) = line.trim_end().split_once(' ').unwrap();
    text.to_owned()
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[あ\"\\\\,(){}n0]{1,4}",
        any::<String>()
    ]
}

fn author() -> impl Strategy<Value = Author> {
    (words(), words()).prop_map(|(name, title)| Author { name, title })
}

fn time() -> impl Strategy<Value = DateTime<FixedOffset>> {
    let nanos = prop_oneof![Just(0), 0..1_000_000_000_u32];
    let seconds = -1_000_000_000..10_000_000_000_i64;
    (seconds, nanos, -14 * 60..=14 * 60).prop_map(|(seconds, nanos, minutes)| {
        let offset = FixedOffset::east_opt(minutes * 60).unwrap();
        let time = DateTime::from_timestamp(seconds, nanos).unwrap();
        time.with_timezone(&offset)
    })
}

fn marked() -> impl Strategy<Value = Option<Marked>> {
    let source = prop_oneof![
        Just(MarkSource::Typed),
        (0..3_000, any::<bool>()).prop_map(|(year, wording_changed)| MarkSource::Carried {
            year,
            wording_changed,
        }),
    ];
    let mark = prop::sample::select(&Mark::ALL[..]);
    prop::option::of((mark, source).prop_map(|(mark, source)| Marked { mark, source }))
}

fn evidence() -> impl Strategy<Value = Vec<Evidence>> {
    let one = (words(), words()).prop_map(|(name, date)| Evidence { name, date });
    prop::collection::vec(one, 0..3)
}

fn change() -> impl Strategy<Value = Change> {
    let item = || words().prop_map(ItemId);
    let field = prop::sample::select(vec![
        TextField::Reason,
        TextField::Remark,
        TextField::Approver,
    ]);
    prop_oneof![
        (words(), any::<Option<bool>>(), any::<Option<bool>>()).prop_map(|(key, before, after)| {
            Change::Profile {
                key: ProfileKey(key),
                before,
                after,
            }
        }),
        (item(), any::<bool>(), any::<bool>()).prop_map(|(item, before, after)| {
            Change::Included {
                item,
                before,
                after,
            }
        }),
        (item(), marked(), marked()).prop_map(|(item, before, after)| Change::Mark {
            item,
            before,
            after,
        }),
        (item(), field, words(), words()).prop_map(|(item, field, before, after)| {
            Change::Text {
                item,
                field,
                before,
                after,
            }
        }),
        (item(), evidence(), evidence()).prop_map(|(item, before, after)| Change::Evidence {
            item,
            before,
            after,
        }),
        (item(), any::<bool>(), any::<bool>()).prop_map(|(item, before, after)| Change::Flag {
            item,
            before,
            after,
        }),
    ]
}

fn any_record() -> impl Strategy<Value = Record> {
    // A number of more digits is left to the RON reader.
    let number = || prop_oneof![0..20_u64, 0..=999_999_999_999_999_999_u64];
    let kind = prop_oneof![
        3 => Just(RecordKind::Action),
        1 => number().prop_map(RecordKind::Undo),
        1 => number().prop_map(RecordKind::Redo),
    ];
    let changes = prop::collection::vec(change(), 0..3);
    (number(), time(), author(), kind, changes).prop_map(|(number, at, by, kind, changes)| Record {
        number,
        at,
        by,
        kind,
        changes,
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_quickly(written_first in any_record()) {
        let text = written(&written_first);
        prop_assert_eq!(record(&text), Some(written_first), "{}", text);
    }

    #[test]
    fn what_is_read_quickly_is_what_the_ron_reader_reads(
        written_first in any_record(),
        gone in 0..2_usize,
        spoilt in "(\\)|,|\"|\\]|\\[| |:|0|1|\\\\|true|None|,\\)|,\\])?",
        at in any::<prop::sample::Index>(),
    ) {
        let mut text: Vec<char> = written(&written_first).chars().collect();
        let at = at.index(text.len() - gone);
        text.splice(at..at + gone, spoilt.chars());
        let text: String = text.into_iter().collect();
        let quickly = record(&text);
        prop_assert!(quickly.is_none() || quickly == read_by_ron(&text).ok(), "{}", text);
    }
}

#[test]
fn what_is_written_otherwise_is_left_to_the_ron_reader() {
    let plain = r#"(n:2,at:"2026-11-22T14:32:07+09:00",by:(name:"山",title:""),changes:[Flag(item:"Q05-01",before:false,after:true)])"#;
    assert_eq!(record(plain), read_by_ron(plain).ok());
    assert!(record(plain).is_some());
    for (from, to) in [
        ("n:2,", "n:2, "),
        ("n:2", "n:+2"),
        ("2026", "\\u{32}026"),
        ("true)]", "true)],"),
        ("changes:", "undo:None,changes:"),
        ("\"山\"", "r\"山\""),
    ] {
        let other = plain.replacen(from, to, 1);
        assert_eq!(record(&other), None, "{other}");
        assert_eq!(read_by_ron(&other), read_by_ron(plain), "{other}");
    }
}
