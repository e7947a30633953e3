//! The outline against the `ron` crate: what it finds, the crate finds too.

use proptest::prelude::*;

use super::*;

const SHIPPED: [&str; 4] = [
    include_str!("../../checklists/odawara.ron"),
    include_str!("../../checklists/profile.ron"),
    include_str!("../../checklists/scale.ron"),
    include_str!("../../checklists/items/06-3_resilience.ron"),
];

/// What is put into texts to spoil them.
const MORSELS: [&str; 30] = [
    "\"", "\\", "\\n", ",", ":", "(", ")", "[", "]", "{", "}", "//", "//\n", "/*", "*/", "\n", "-",
    "1", "0x", "_", "r#", "b", "inf", "true: ", "Some(", "()", "a: 1,", "\u{3000}", "\u{200e}",
    "#![a]",
];

/// Returns whether a text has an outline, after comparing it with what the crate finds.
fn agrees(text: &str) -> bool {
    let files = [SourceFile {
        name: "a.ron".to_owned(),
        text: text.to_owned(),
    }];
    let reader = Reader::new(&files);
    let whole = reader.whole(0);
    if whole.part.is_some() {
        compare(&reader, whole);
    }
    assert_eq!(reader.into_problems(), []);
    whole.part.is_some()
}

/// Compares a piece with the same piece split by the crate, and everything below it.
fn compare<'a>(reader: &Reader<'a>, node: Node<'a>) {
    let split = Node { part: None, ..node };
    let part = reader.outlines[0]
        .as_ref()
        .unwrap()
        .part(node.part.unwrap());
    let shape = part.unwrap().shape;
    let raw = match shape {
        Shape::List => {
            let pieces = reader.list(split).into_iter();
            pieces.map(|piece| (Cow::Borrowed(""), piece)).collect()
        }
        Shape::Fields => {
            let raw: RawFields<'_> = ron::from_str(node.text).unwrap();
            reader.named(node, raw.0)
        }
        Shape::Map => {
            let raw: RawMap<'_> = ron::from_str(node.text).unwrap();
            reader.named(node, raw.0)
        }
        Shape::Text => {
            assert_eq!(reader.text(node), reader.text(split));
            Vec::new()
        }
        Shape::Number => {
            assert_eq!(reader.number(node), reader.number(split));
            Vec::new()
        }
        Shape::Word => {
            let _: &RawValue = ron::from_str(node.text).unwrap();
            if ["true", "false"].contains(&reader.plain(node, shape).unwrap()) {
                assert_eq!(reader.boolean(node), reader.boolean(split));
            }
            Vec::new()
        }
    };
    let below = reader.below(node, shape).unwrap();
    let seen = |pieces: &[(Cow<'a, str>, Node<'a>)]| -> Vec<(String, &'a str, usize)> {
        let seen = pieces.iter();
        seen.map(|(name, piece)| (name.to_string(), piece.text, piece.offset))
            .collect()
    };
    assert_eq!(seen(&below), seen(&raw), "{}", node.text);
    for (_, piece) in below {
        compare(reader, piece);
    }
}

#[test]
fn the_shipped_checklists_are_plain() {
    for text in SHIPPED {
        assert!(agrees(text), "{text}");
    }
}

#[test]
fn what_is_not_plain_is_left_to_the_crate() {
    for text in [
        "",
        " ",
        "(",
        "[1",
        "[1 2]",
        "[,]",
        "()",
        "{}",
        "(1, 2)",
        "(a: 1 b: 2)",
        "(A: 1)",
        "A(a: 1)",
        "[\"a\\n\"]",
        "[r\"a\"]",
        "[1.0]",
        "[-1]",
        "[01]",
        "[1_0]",
        "[0x1]",
        "[a-b]",
        "[a.b]",
        "[None]",
        "[Some(1)]",
        "[1 /* a */]",
        "[a ]",
        "[1 // a\n]",
        "[1] // a",
        "[1], ",
        "[\"a]",
        "[(true: 1)]",
        "{a: 1}",
        "{\"a\" 1}",
        "#![enable(implicit_some)]\n[1]",
        "[1234567890123456789]",
    ] {
        assert!(!agrees(text), "{text}");
    }
    assert!(!agrees(&format!("{}{}", "[".repeat(60), "]".repeat(60))));
    // A file of nothing but brackets would take many times its room.
    assert!(!agrees(&format!("[{}]", "[],".repeat(5_000))));
}

#[test]
fn what_is_plain_gives_the_same_pieces() {
    for text in [
        "[]",
        "[ ]",
        "[1]",
        "[1,]",
        " // a\n [ // b\n 1 , // c\n 2 , // d\n ] // e\n",
        "(a: 1)",
        "(a:1,b_2:\"b\",)",
        "( // a\n a : // b\n [a, true] , // c\n)",
        "{\"a\": (b: \"// c\")}",
        "{\"\": \"\", \"\": 0}",
        "\"あ\n：い\"",
        "a",
        "[[], [[]], [1]]",
    ] {
        assert!(agrees(text), "{text}");
    }
}

/// Lists, fields and maps in and about one another.
fn plain() -> impl Strategy<Value = String> {
    let leaf = prop::sample::select(vec!["1", "a", "true", "\"a // b\"", "// c\n2", "[]"]);
    leaf.prop_map(str::to_owned)
        .prop_recursive(3, 12, 4, |inner| {
            (prop::collection::vec(inner, 1..4), 0..3_usize).prop_map(|(values, kind)| {
                let several = |before: &str| {
                    let all: Vec<String> = values
                        .iter()
                        .map(|value| format!("{before}{value}"))
                        .collect();
                    all.join(", // d\n ")
                };
                match kind {
                    0 => format!("[{}]", several("")),
                    1 => format!("({},)", several("e: ")),
                    _ => format!("{{ {} }}", several("\"f\" : ")),
                }
            })
        })
}

proptest! {
    #[test]
    fn spoilt_texts_agree(
        text in plain(),
        at in any::<prop::sample::Index>(),
        cut in 0..3_usize,
        morsel in prop::sample::select(MORSELS.to_vec()),
    ) {
        let signs: Vec<char> = text.chars().collect();
        let at = at.index(signs.len());
        let mut spoilt: String = signs[..at].iter().collect();
        spoilt.push_str(morsel);
        spoilt.extend(signs.iter().skip(at + cut));
        agrees(&text);
        agrees(&spoilt);
    }
}
