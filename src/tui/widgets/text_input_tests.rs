use super::*;

fn press(input: &mut TextInput, keys: &[Key]) {
    for key in keys {
        input.key(*key, Ruler::Narrow, 10);
    }
}

fn type_text(input: &mut TextInput, text: &str) {
    for sign in text.chars() {
        input.key(Key::Char(sign), Ruler::Narrow, 10);
    }
}

#[test]
fn editing_takes_whole_characters() {
    let mut input = TextInput::lines("");
    input.insert("葛\u{e0100}か\u{3099}");
    press(&mut input, &[Key::Backspace]);
    assert_eq!(input.text(), "葛\u{e0100}");
    press(&mut input, &[Key::Backspace]);
    assert_eq!(input.text(), "");
}

#[test]
fn a_run_of_typing_or_deleting_is_one_step() {
    let mut input = TextInput::lines("");
    let undo = Key::Ctrl('z');
    type_text(&mut input, "三台");
    press(&mut input, &[Key::Enter]);
    type_text(&mut input, "です");
    press(&mut input, &[Key::Left]);
    type_text(&mut input, "ま");
    press(&mut input, &[Key::Backspace, Key::Backspace]);
    assert_eq!(input.text(), "三台\nす");
    for before in ["三台\nでます", "三台\nです", "三台\n", "三台", "", ""] {
        press(&mut input, &[undo]);
        assert_eq!(input.text(), before);
    }
    for after in ["三台", "三台\n", "三台\nです"] {
        press(&mut input, &[Key::Ctrl('y')]);
        assert_eq!(input.text(), after);
    }
}

#[test]
fn a_paste_is_one_step_and_made_safe() {
    let mut input = TextInput::lines("");
    assert_eq!(input.insert("一\r\n二\u{1b}[2J\t三\r四"), Reaction::Changed);
    assert_eq!(input.text(), "一\n二[2J 三\n四");
    press(&mut input, &[Key::Ctrl('z')]);
    assert_eq!(input.text(), "");
}

#[test]
fn what_does_not_fit_is_counted() {
    let mut line = TextInput::line("", 3);
    let full = |left_out| Reaction::Full { left_out, max: 3 };
    assert_eq!(line.insert("a\nbcd"), full(2));
    assert_eq!(line.text(), "a b");
    assert_eq!(line.key(Key::Char('x'), Ruler::Narrow, 10), full(1));
    let mut line = TextInput::line("ab", 3);
    assert_eq!(line.insert("か\u{3099}"), full(2), "no half character");
    assert_eq!(line.text(), "ab");
}

#[test]
fn everything_selected_is_replaced_deleted_or_let_go() {
    let all = Key::Ctrl('a');
    let mut input = TextInput::lines("一二");
    press(&mut input, &[all]);
    assert!(input.is_selected());
    type_text(&mut input, "三四");
    assert_eq!(input.text(), "三四");
    press(&mut input, &[Key::Ctrl('z')]);
    assert_eq!(input.text(), "一二", "what replaced it is one step");
    press(&mut input, &[all]);
    assert_eq!(input.insert("五"), Reaction::Changed);
    assert_eq!(input.text(), "五");
    press(&mut input, &[all, Key::Backspace]);
    assert_eq!(input.text(), "");
    press(&mut input, &[all]);
    assert!(!input.is_selected(), "nothing is there to select");

    let mut input = TextInput::lines("一二");
    press(&mut input, &[all, Key::Left]);
    type_text(&mut input, "零");
    assert_eq!(input.text(), "零一二");
    press(&mut input, &[all, Key::Enter, Key::Enter]);
    assert_eq!(input.text(), "零一二\n\n", "two Enters lose nothing");
}

#[test]
fn stretches_are_moved_over_and_deleted() {
    let mut input = TextInput::line("3台のサーバーを", 40);
    press(&mut input, &[Key::CtrlLeft, Key::CtrlLeft]);
    assert_eq!(input.caret(), "3台の".len());
    press(&mut input, &[Key::Ctrl('w')]);
    assert_eq!(input.text(), "3台サーバーを");
    press(&mut input, &[Key::CtrlBackspace, Key::CtrlDelete]);
    assert_eq!(input.text(), "3を");
    press(&mut input, &[Key::CtrlHome, Key::CtrlRight, Key::Delete]);
    assert_eq!(input.text(), "3");
}

#[test]
fn everything_before_is_deleted_at_once_and_comes_back() {
    let mut input = TextInput::line("012 34", 40);
    press(&mut input, &[Key::CtrlLeft, Key::Ctrl('u')]);
    assert_eq!((input.text(), input.caret()), ("34", 0));
    press(&mut input, &[Key::Ctrl('z')]);
    assert_eq!(input.text(), "012 34");
    let mut input = TextInput::lines("一\n二三");
    press(&mut input, &[Key::Left, Key::Ctrl('u')]);
    assert_eq!(input.text(), "一\n三", "the lines above stay");
}

#[test]
fn the_caret_follows_the_wrapped_lines() {
    let mut input = TextInput::lines("あいうえおかきくけこ");
    assert_eq!(input.caret_place(Ruler::Narrow, 10), (1, 10));
    press(&mut input, &[Key::Up]);
    assert_eq!(
        input.caret_place(Ruler::Narrow, 10),
        (0, 10),
        "the end of line one"
    );
    press(&mut input, &[Key::Home]);
    assert_eq!(input.caret_place(Ruler::Narrow, 10), (0, 0));
    press(&mut input, &[Key::End, Key::End]);
    assert_eq!(input.caret_place(Ruler::Narrow, 10), (0, 10));
    press(&mut input, &[Key::Down]);
    assert_eq!(input.caret_place(Ruler::Narrow, 10), (1, 10));
    press(&mut input, &[Key::Home]);
    assert_eq!(input.caret_place(Ruler::Narrow, 10), (1, 0));
    press(&mut input, &[Key::Left]);
    assert_eq!(input.caret_place(Ruler::Narrow, 10), (0, 8));
    press(&mut input, &[Key::Right]);
    assert_eq!(input.caret_place(Ruler::Narrow, 10), (1, 0));
}

#[test]
fn going_up_and_down_keeps_the_column() {
    let mut input = TextInput::lines("あいうえ\nか\nさしすせ");
    press(&mut input, &[Key::Up]);
    assert_eq!(input.caret_place(Ruler::Narrow, 10), (1, 2));
    press(&mut input, &[Key::Up]);
    assert_eq!(input.caret_place(Ruler::Narrow, 10), (0, 8));
    press(&mut input, &[Key::Left, Key::Down, Key::Down]);
    assert_eq!(input.caret_place(Ruler::Narrow, 10), (2, 6));
    assert_eq!(input.key(Key::Down, Ruler::Narrow, 10), Reaction::Ignored);
}

#[test]
fn blanks_at_the_end_of_a_line_do_not_push_the_caret_out() {
    let mut input = TextInput::lines("");
    type_text(&mut input, "あいうえお    ");
    assert_eq!(input.caret_place(Ruler::Narrow, 10), (0, 10));
    type_text(&mut input, "か");
    assert_eq!(input.caret_place(Ruler::Narrow, 10), (1, 2));
}

#[test]
fn a_long_line_scrolls_with_its_caret() {
    let mut input = TextInput::line(&"あ".repeat(30), 99);
    let window = input.window(Ruler::Narrow, 50);
    assert_eq!(
        (window.column, window.before, window.after),
        (30, true, false)
    );
    press(&mut input, &[Key::Home]);
    let window = input.window(Ruler::Narrow, 50);
    assert_eq!(
        (window.column, window.before, window.after),
        (0, false, true)
    );
    assert_eq!(window.text, "あ".repeat(25));
    // Where there is little room, the caret stays in the middle at most.
    press(&mut input, &[Key::End]);
    assert_eq!(input.window(Ruler::Narrow, 16).column, 8);
}
