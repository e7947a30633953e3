use proptest::prelude::*;

use super::*;

fn wrap(text: &str, width: usize) -> Vec<String> {
    Ruler::Narrow.wrap(text, width)
}

#[test]
fn lines_do_not_begin_with_marks_that_may_not() {
    assert_eq!(
        wrap(
            "端末が、インターネットに直接つながっていないことを確かめましたか。",
            20
        ),
        [
            "端末が、インターネッ",
            "トに直接つながってい",
            "ないことを確かめまし",
            "たか。"
        ]
    );
    assert_eq!(wrap("あいうえおか。", 12), ["あいうえお", "か。"]);
    assert_eq!(wrap("あいうえ（か）", 10), ["あいうえ", "（か）"]);
    assert_eq!(wrap("", 10), [""]);
    assert_eq!(wrap("a\n\nb", 10), ["a", "", "b"]);
}

#[test]
fn signs_stand_where_the_rules_want_them() {
    // After four kanji a line of ten cells has room for one more.
    for sign in "ーっゃッｯ々・：！？％℃、。」）…｡)〜～－―ァヶゝ》】’”,.:;｣ヽ．，".chars()
    {
        let lines = wrap(&format!("漢漢漢漢漢{sign}漢"), 10);
        assert_eq!(lines[0], "漢漢漢漢", "{sign}");
    }
    for sign in "「（【『《〈［｛〔“‘￥＄№＃(".chars() {
        let lines = wrap(&format!("漢漢漢漢{sign}漢漢"), 10);
        assert!(lines[0].chars().all(|shown| shown == '漢'), "{sign}");
    }
}

#[test]
fn numbers_and_words_are_not_torn() {
    assert_eq!(wrap("令和２０２４年", 8), ["令和", "２０２４", "年"]);
    assert_eq!(wrap("方針の第12条に", 10), ["方針の", "第12条に"]);
    assert_eq!(wrap("得点は１．５倍", 10), ["得点は", "１．５倍"]);
    assert_eq!(wrap("期限は12月です", 8), ["期限は", "12月です"]);
    assert_eq!(wrap("端末ＬＧＷＡＮ", 12), ["端末", "ＬＧＷＡＮ"]);
    assert_eq!(wrap("なおま……と", 7), ["なお", "ま……と"]);
}

#[test]
fn a_word_longer_than_the_line_is_cut() {
    assert_eq!(wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
    assert_eq!(wrap("hello world", 7), ["hello", "world"]);
    assert_eq!(wrap("abcdefgh）", 8), ["abcdefg", "h）"]);
}

#[test]
fn blanks_hang_at_the_end_of_a_line() {
    assert_eq!(wrap("漢漢。　漢", 6), ["漢漢。", "漢"]);
    assert_eq!(wrap("hello    world", 7), ["hello", "world"]);
    assert_eq!(wrap("ab      ", 4), ["ab  "]);
    assert_eq!(wrap("　漢", 6), ["　漢"]);
}

#[test]
fn what_is_drawn_is_measured() {
    // A family is drawn as three people, a sign of private use as one full-width sign.
    assert_eq!(wrap("👨\u{200d}👩\u{200d}👧漢", 6).len(), 2);
    assert_eq!(wrap("\u{e000}\u{e000}\u{e000}", 4).len(), 2);
    assert_eq!(wrap("か\u{3099}か\u{3099}", 4).len(), 1);
}

fn signs() -> impl Strategy<Value = String> {
    let sign = prop::sample::select(vec![
        "あ",
        "ん",
        "ー",
        "っ",
        "、",
        "。",
        "「",
        "」",
        "（",
        "）",
        "Ａ",
        "ｚ",
        "０",
        "９",
        "a",
        "z",
        "0",
        "9",
        " ",
        "　",
        "～",
        "・",
        "\n",
        "漢",
        "第",
        "々",
        "％",
        "￥",
        "ｶﾞ",
        "か\u{3099}",
        "𠮷",
        "葛\u{e0100}",
        "👨\u{200d}👩",
        "\u{e000}",
        "…",
        "-",
        "/",
        "ッ",
        "！",
        "\u{200b}",
    ]);
    prop::collection::vec(sign, 0..120).prop_map(|signs| signs.concat())
}

proptest! {
    #[test]
    fn no_line_is_too_wide_and_no_text_is_lost(text in signs(), width in 8_usize..50) {
        let spans = Ruler::Narrow.wrap_spans(&text, width);
        let mut end = 0;
        for span in &spans {
            let between = text.get(end..span.start).unwrap();
            prop_assert!(between.chars().all(|sign| is_blank(sign) || sign == '\n'), "{between:?}");
            prop_assert!(Ruler::Narrow.cells_drawn(text.get(span.start..span.end).unwrap()) <= width);
            end = span.end;
        }
        prop_assert!(text.get(end..).unwrap().chars().all(is_blank));
    }

    #[test]
    fn a_line_is_filled_as_far_as_the_rules_let_it(text in signs(), width in 12_usize..50) {
        for text in text.split('\n') {
            let paragraph = Paragraph::new(Ruler::Narrow, text, 0, width);
            let chances = paragraph.chances();
            for pair in Ruler::Narrow.wrap_spans(text, width).windows(2) {
                let at = pair[1].start;
                let (before, after) = sides(text, at).unwrap();
                let from = chances.iter().rev().find(|place| **place <= at).copied().unwrap_or(0);
                let to = chances.iter().find(|place| **place > at).copied().unwrap_or(text.len());
                if chances.contains(&at) {
                    let ruled = never_first(after) || never_last(before) || stay_together(before, after);
                    prop_assert!(!ruled, "{text:?} at {at}");
                    prop_assert!(!paragraph.fits(pair[0].start, to), "{text:?} at {at}");
                } else {
                    // Broken against the rules only inside a stretch that fits no line.
                    prop_assert!(!paragraph.fits(from, to), "{text:?} at {at}");
                }
            }
        }
    }
}
