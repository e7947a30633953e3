//! What keys do, seen in the workbook: nothing is lost, nothing happens by accident.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "support/driver.rs"]
mod driver;

use driver::Driver;
use tenken::domain::mark::{Mark, MarkSource};
use tenken::domain::record::TextField;
use tenken::domain::workbook::Answer;
use tenken::text::Lang;
use tenken::tui::model::Model;

/// A workbook of Odawara at its first question, every profile question open.
fn at_first_question() -> Driver {
    let mut driver = Driver::start((80, 24), Lang::Ja);
    driver.workbook("odawara", 2026);
    driver.press("Enter Esc F2 Tab Enter");
    driver
}

fn answer<'a>(model: &'a Model, item: &str) -> &'a Answer {
    model.open.as_ref().unwrap().workbook.answer(item)
}

fn here(model: &Model) -> String {
    model.item().unwrap().id.to_string()
}

fn notice(driver: &Driver) -> &str {
    driver
        .model
        .notice
        .as_ref()
        .map_or("", |notice| &notice.text)
}

#[test]
fn a_digit_answers_at_once_and_the_next_open_question_comes() {
    let mut driver = at_first_question();
    assert_eq!(here(&driver.model), "Q05-01");
    driver.press("1");
    assert_eq!(
        answer(&driver.model, "Q05-01").mark(),
        Some(Mark::Implemented)
    );
    assert_eq!(here(&driver.model), "Q05-02");
}

#[test]
fn full_width_digits_answer_too_and_kana_say_what_is_wrong() {
    let mut driver = at_first_question();
    driver.press("text:１");
    assert_eq!(
        answer(&driver.model, "Q05-01").mark(),
        Some(Mark::Implemented)
    );
    driver.press("text:あ");
    assert!(notice(&driver).contains("IME"));
    assert_eq!(here(&driver.model), "Q05-02");
}

#[test]
fn going_on_by_itself_can_be_turned_off() {
    let mut driver = at_first_question();
    driver.press("C-n 1");
    assert_eq!(here(&driver.model), "Q05-01");
    driver = driver.restart();
    assert!(!driver.model.preferences.advance, "and it is remembered");
}

#[test]
fn a_weak_answer_asks_for_its_remark_and_a_proposal_can_be_picked() {
    let mut driver = at_first_question();
    driver.press("2");
    assert_eq!(driver.model.overlays.len(), 1);
    driver.press("Enter");
    let remark = &answer(&driver.model, "Q05-01").remark;
    let criterion = "知らせていない者がいる";
    assert_eq!(remark, criterion);
    assert_eq!(here(&driver.model), "Q05-02");
}

#[test]
fn enter_in_a_text_is_a_line_and_escape_keeps_what_was_written() {
    let mut driver = at_first_question();
    driver.press("Tab Enter text:一行目 Enter text:二行目 Enter Enter Esc");
    assert_eq!(answer(&driver.model, "Q05-01").remark, "一行目\n二行目\n\n");
    assert!(driver.model.overlays.is_empty());
}

#[test]
fn a_paste_into_a_text_is_text_and_into_a_list_nothing() {
    let mut driver = at_first_question();
    driver.paste("1\r\n2\r\n3");
    assert_eq!(answer(&driver.model, "Q05-01").mark(), None);
    driver.press("Tab Enter").paste("一\r\n二\t三\u{1b}[2J");
    driver.press("Esc");
    assert_eq!(answer(&driver.model, "Q05-01").remark, "一\n二 三[2J");
}

#[test]
fn not_applicable_is_recorded_only_with_its_reason() {
    let mut driver = at_first_question();
    driver.press("4");
    assert_eq!(answer(&driver.model, "Q05-01").mark(), None);
    assert!(notice(&driver).contains("対象外を選べません"));
    driver.press("F3 text:Q05-03 Enter 4 Tab Esc");
    assert_eq!(answer(&driver.model, "Q05-03").mark(), None);
    driver.press("4 Enter");
    let answer = answer(&driver.model, "Q05-03");
    assert_eq!(answer.mark(), Some(Mark::NotApplicable));
    assert_eq!(answer.reason, "今年度に該当する職員が一人もいない課");
}

#[test]
fn undo_and_redo_lead_back_to_the_question() {
    let mut driver = at_first_question();
    driver.press("1 1 1 C-z C-z");
    assert_eq!(answer(&driver.model, "Q05-02").mark(), None);
    assert_eq!(here(&driver.model), "Q05-02");
    driver.press("C-y");
    assert_eq!(
        answer(&driver.model, "Q05-02").mark(),
        Some(Mark::Implemented)
    );
    driver = driver.restart();
    driver.press("Enter C-y");
    assert_eq!(
        answer(&driver.model, "Q05-03").mark(),
        Some(Mark::Implemented)
    );
    assert_eq!(notice(&driver), "やり直しました。");
}

#[test]
fn undo_inside_a_text_is_the_texts_own() {
    let mut driver = at_first_question();
    driver.press("1 Tab Enter text:あ Left Right text:い C-z Esc");
    assert_eq!(answer(&driver.model, "Q05-02").remark, "あ");
    assert_eq!(
        answer(&driver.model, "Q05-01").mark(),
        Some(Mark::Implemented)
    );
}

#[test]
fn a_text_being_written_is_offered_at_the_next_start() {
    let mut driver = at_first_question();
    driver.press("1 Tab Enter text:書きかけ");
    driver = driver.restart();
    driver.press("Enter");
    assert!(driver.screen().contains("書きかけの文があります"));
    driver.press("Enter Esc");
    assert_eq!(answer(&driver.model, "Q05-02").remark, "書きかけ");
    driver = driver.restart();
    driver.press("Enter");
    assert!(driver.model.overlays.is_empty(), "offered once");
}

#[test]
fn a_text_offered_before_the_first_answer_leads_back_to_where_it_was_offered() {
    let mut driver = at_first_question();
    driver.press("Tab Enter text:書きかけ");
    driver = driver.restart();
    driver.press("Enter");
    let offered_over = driver.model.screens.len();
    driver.press("Enter Esc");
    assert_eq!(answer(&driver.model, "Q05-01").remark, "書きかけ");
    assert_eq!(driver.model.screens.len(), offered_over);
    assert!(driver.screen().contains("点検を始める"));
}

#[test]
fn reopening_continues_after_the_question_touched_last() {
    let mut driver = at_first_question();
    driver.press("PgDn PgDn 1");
    let next = here(&driver.model);
    assert_eq!(next, "Q05-04");
    driver = driver.restart();
    driver.press("Enter");
    assert_eq!(here(&driver.model), next);
}

#[test]
fn an_answer_in_the_profile_sets_items_aside_and_keeps_typed_marks() {
    let mut driver = at_first_question();
    driver.press("F3 text:Q06-3a-01 Enter 1 Esc");
    let asked = |driver: &Driver| {
        let open = driver.model.open.as_ref().unwrap();
        tenken::domain::progress::progress(&open.checklist, &open.workbook).asked
    };
    let before = asked(&driver);
    driver.press("F2 Tab Tab Tab Tab Tab Enter Right");
    assert_eq!(
        before - asked(&driver),
        7,
        "nine items, one answered, one of the division"
    );
    assert_eq!(
        answer(&driver.model, "Q06-3a-01").mark(),
        Some(Mark::Implemented)
    );
    driver.press("Up Left");
    assert_eq!(asked(&driver), before);
}

#[test]
fn an_item_set_aside_can_be_taken_back_in() {
    let mut driver = at_first_question();
    driver.press("F2 Tab Tab Tab Tab Tab Enter Right Esc");
    driver.press("F3 text:Q06-3a-02 Enter Enter");
    assert!(answer(&driver.model, "Q06-3a-02").included);
    driver.press("1 Esc");
    assert_eq!(
        answer(&driver.model, "Q06-3a-02").mark(),
        Some(Mark::Implemented)
    );
}

#[test]
fn last_years_answer_is_carried_over_one_item_at_a_time() {
    let mut driver = Driver::start((80, 24), Lang::Ja);
    driver.workbook("odawara", 2025);
    driver.press("Enter Esc F2 Tab Enter 2 Enter 1 Esc Esc");
    driver.workbook("odawara", 2026);
    driver.press("Enter Esc F2 Tab Enter C-r");
    let carried = answer(&driver.model, "Q05-01");
    assert_eq!(carried.mark(), Some(Mark::Partial));
    assert_eq!(carried.remark, "知らせていない者がいる");
    let expected = MarkSource::Carried {
        year: 2025,
        wording_changed: false,
    };
    assert_eq!(carried.marked.unwrap().source, expected);
    assert_eq!(answer(&driver.model, "Q05-02").mark(), None);
    driver.press("C-z");
    assert_eq!(answer(&driver.model, "Q05-01").mark(), None);
    assert_eq!(answer(&driver.model, "Q05-01").remark, "");
}

#[test]
fn a_second_program_reads_only_and_is_told_who_writes() {
    let mut first = at_first_question();
    first.press("1");
    let (second_folder, mut second) = (first.path().to_owned(), Driver::start((80, 24), Lang::Ja));
    second = second.in_folder_of(&second_folder);
    second.press("Enter");
    assert!(notice(&second).contains("山田太郎"));
    second.press("2");
    assert_eq!(answer(&second.model, "Q05-02").mark(), None);
    assert!(second.screen().contains("読むだけ"));
}

#[test]
fn a_confirmed_workbook_takes_no_answers_until_it_is_reopened() {
    let mut driver = at_first_question();
    let count = driver.model.open.as_ref().unwrap().checklist.items.len();
    for _ in 0..count {
        driver.press("1");
        if !driver.model.overlays.is_empty() {
            driver.press("Enter");
        }
    }
    driver.press("Enter Enter Enter Enter");
    let confirmed = |driver: &Driver| driver.model.open.as_ref().unwrap().workbook.is_confirmed();
    assert!(!confirmed(&driver), "the safe answer comes first");
    driver.press("Down Enter");
    assert!(confirmed(&driver));
    driver.press("Down Enter 3");
    assert!(notice(&driver).contains("確定済み"));
    driver.press("C-z");
    assert!(confirmed(&driver), "undo stops at a confirmation");
    driver.press("Esc Down Down Enter Down Enter text:直すため Enter Enter");
    assert!(!confirmed(&driver));
    let open = driver.model.open.as_ref().unwrap();
    assert_eq!(open.workbook.returned(), Some("直すため"));
}

#[test]
fn the_cursor_stands_at_the_caret_while_writing() {
    let mut driver = at_first_question();
    driver.press("Tab Enter text:ab漢字");
    let (x, _) = driver.cursor();
    assert_eq!(x, 5 + 2 + 4);
    driver.press("Left");
    assert_eq!(driver.cursor().0, 5 + 2 + 2);
}

#[test]
fn ctrl_c_and_escape_never_end_the_program() {
    let mut driver = at_first_question();
    driver.press("C-c Esc Esc Esc Esc");
    assert!(!driver.model.ended);
    assert!(driver.model.open.is_none(), "back at the list");
}

#[test]
fn nothing_is_answered_unseen_while_the_window_is_too_small() {
    let mut driver = at_first_question();
    let records = |driver: &Driver| driver.model.open.as_ref().unwrap().workbook.records().len();
    let (before, count) = (driver.screen(), records(&driver));
    driver.resize((60, 15));
    driver.press("3 Down Enter text:見えない C-p Esc Esc");
    driver.paste("見えない");
    assert!(driver.screen().contains("Ctrl+Q"));
    driver.resize((80, 24));
    assert_eq!(driver.screen(), before);
    assert_eq!(records(&driver), count);
    // What is saved can be left, and nobody is asked what cannot be seen.
    driver.resize((60, 15));
    driver.press("C-q");
    assert!(driver.model.ended);
}

#[test]
fn the_reason_of_not_applicable_cannot_be_emptied() {
    let mut driver = at_first_question();
    driver.press("F3 text:Q05-03 Enter 4 Enter F3 text:Q05-03 Enter Tab Tab Tab Enter");
    let length = answer(&driver.model, "Q05-03").reason.chars().count();
    for _ in 0..length {
        driver.press("BackSpace");
    }
    driver.press("Esc");
    let kept = answer(&driver.model, "Q05-03").text(TextField::Reason);
    assert_eq!(kept.chars().count(), length);
    assert!(notice(&driver).contains("理由"));
}

#[test]
fn a_page_of_text_is_broken_anew_when_the_window_changes() {
    // Also where it was scrolled to: a wider window has fewer rows.
    for keys in ["F4", "F4 End"] {
        let at = |size: (u16, u16)| {
            let mut driver = Driver::start(size, Lang::Ja);
            driver.workbook("odawara", 2026);
            driver.press("Enter Esc F2 Tab Enter").press(keys);
            driver
        };
        for (first, then) in [((120, 24), (80, 24)), ((80, 24), (120, 24))] {
            let mut driver = at(first);
            driver.resize(then);
            assert_eq!(driver.screen(), at(then).screen(), "{keys} {first:?}");
        }
    }
}
