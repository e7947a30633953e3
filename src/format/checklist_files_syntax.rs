//! Text that is not RON: told at the place to mend, in a word a screen can translate.

use super::*;

fn syntax(fault: SyntaxFault) -> ProblemKind {
    ProblemKind::Syntax(fault)
}

#[test]
fn broken_ron() {
    use SyntaxFault::{Colon, Comma, Comment, EndOfFile, FieldName, Text, Trailing};
    // The comma belongs behind the value, not in front of the next line.
    check(BANK, "\"理由\",", "\"理由\"▶", syntax(Comma));
    check(BANK, "why:", "why▶ ", syntax(Colon));
    check(BANK, "why:", "▶1:", syntax(FieldName));
    check(BANK, "\"全て\"", "\"▶全て\\q\"", syntax(Text));
    check(BANK, "// 項目", "/*▶ 項目", syntax(Comment));
    check(BANK, "\n]\n", "\n]\n▶]", syntax(Trailing));
    check(BANK, "\n]\n", "▶\n", syntax(EndOfFile));
    check(SCALE, "\n)\n", "\n▶]", syntax(FieldName));
}

#[test]
fn full_width_signs() {
    use SyntaxFault::{Colon, Comma, UnexpectedSign};
    check(BANK, "why:", "why▶：", syntax(Colon));
    check(BANK, "\"全て\",", "\"全て\"▶、", syntax(Comma));
    check(
        BANK,
        "weight: 2",
        "weight: ▶２",
        syntax(UnexpectedSign('２')),
    );
    check(BANK, "    (\n", "    ▶（\n", syntax(UnexpectedSign('（')));
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let mut files = sound();
    for file in &mut files.files {
        file.text.insert(0, '\u{feff}');
    }
    assert_eq!(files.load(true).problems, []);
}

#[test]
fn brackets_nested_too_deeply() {
    let deep = |count| format!("{}{}", "[".repeat(count), "]".repeat(count));
    for count in [200, 100_000] {
        let mut files = sound();
        *text_of(&mut files, BANK) = deep(count);
        let told = told(&files);
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].1, syntax(SyntaxFault::Depth));
    }
}
