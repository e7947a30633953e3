//! Searching a question by its words, its clause and its number.

use crate::{started, walk};

/// Searches, goes to the first question found, and returns that screen.
fn found(typed: &str) -> String {
    let mut driver = started();
    walk(&mut driver);
    driver.press("F3").paste(typed);
    driver.press("Enter").screen()
}

#[test]
fn a_number_is_a_place_in_the_walk() {
    for typed in ["12", "１２"] {
        let screen = found(typed);
        assert!(screen.contains("設問 12/"), "{typed}: {screen}");
    }
}

#[test]
fn a_clause_is_found_with_and_without_brackets() {
    for typed in ["6(3)②", "６（３）②", "632"] {
        let screen = found(typed);
        assert!(screen.contains("6(3)②"), "{typed}: {screen}");
    }
}

#[test]
fn words_are_found_in_kana_of_either_kind_and_in_latin_letters() {
    for typed in ["パスワード", "ぱすわーど", "ﾊﾟｽﾜｰﾄﾞ", "pasuwa-do", "pasuwado"]
    {
        let screen = found(typed);
        assert!(screen.contains("パスワード"), "{typed}: {screen}");
    }
}

#[test]
fn an_id_is_found() {
    assert!(found("q06-3b-01").contains("Q06-3b-01"));
}
