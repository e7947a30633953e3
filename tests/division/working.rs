//! Keys that come while something is read or written: none is lost, and none does anything to what
//! comes after.

use tenken::error::Error;
use tenken::tui::effect::{Effect, Msg};

use crate::driver::Driver;
use crate::{begin, collected, received, sees, sees_not};

/// A trial has begun; the work of it is kept back.
fn reading() -> (Driver, Vec<Effect>) {
    let mut driver = begin(received);
    driver.press("BackTab BackTab Enter text:in/2026 Tab Tab text:in/2025 Tab Tab");
    let work = driver.hold("Enter");
    assert!(matches!(work.as_slice(), [Effect::PlanCollect(_)]));
    sees(&mut driver, &["読んで確かめています"]);
    (driver, work)
}

/// Collecting has begun; the work of it is kept back.
fn writing() -> (Driver, Vec<Effect>) {
    let (mut driver, work) = reading();
    driver.perform(work);
    driver.press("Home");
    let work = driver.hold("Enter");
    assert!(matches!(work.as_slice(), [Effect::Collect(_)]));
    sees(&mut driver, &["書いています", "Esc"]);
    (driver, work)
}

#[test]
fn nobody_collects_by_a_key_pressed_while_it_was_reading() {
    let (mut driver, work) = reading();
    driver.press("Enter Enter Down text:abc Tab Enter");
    sees(&mut driver, &["読んで確かめています"]);
    driver.perform(work);
    // The same keys once more: they were on their way when the result came.
    driver.press("Enter Enter");
    sees(
        &mut driver,
        &["まだ何も書いていません", "Home で「このとおり集める」"],
    );
    assert!(!driver.path().join("collected").exists());
    driver.press("Home Enter");
    sees(&mut driver, &["[提出状況]", "提出 4/7"]);
}

#[test]
fn what_was_read_waits_below_what_lies_in_front() {
    for keys in ["F1", "C-p", "C-t"] {
        let (mut driver, work) = reading();
        driver.press(keys);
        driver.perform(work);
        sees_not(&mut driver, &["このとおり集める"]);
        driver.press("Esc");
        sees(&mut driver, &["まだ何も書いていません", "このとおり集める"]);
    }
}

#[test]
fn what_was_collected_waits_below_what_lies_in_front() {
    for keys in ["F1", "C-p text:abc", "C-t"] {
        let (mut driver, work) = writing();
        driver.press(keys);
        driver.perform(work);
        sees_not(&mut driver, &["[提出状況]"]);
        driver.press("Esc");
        sees(&mut driver, &["集めました"]);
        driver.press("Down x");
        sees(&mut driver, &["集めました", "Enter で、集めた結果を見ます"]);
        driver.press("Enter");
        sees(&mut driver, &["[提出状況]", "表と報告書を"]);
        driver.press("Esc");
        sees(&mut driver, &["点検票"]);
    }
}

#[test]
fn keys_of_leaving_stop_reading_and_nothing_else() {
    for key in ["Esc", "C-c"] {
        let (mut driver, _work) = reading();
        let stopped = driver.hold(key);
        assert!(matches!(stopped.as_slice(), [Effect::StopReading]), "{key}");
        sees(&mut driver, &["途中でやめました", "in/2026", "in/2025"]);
    }
}

#[test]
fn what_comes_after_a_stop_changes_nothing() {
    let (mut driver, work) = reading();
    driver.press("Esc");
    // Read to its end before anybody heard of the stop.
    driver.perform(work);
    sees(&mut driver, &["届いたもの", "in/2026"]);
    sees_not(&mut driver, &["このとおり集める"]);
}

#[test]
fn writing_that_was_stopped_says_what_became_of_it() {
    for key in ["Esc", "C-c"] {
        let (mut driver, work) = writing();
        let stopped = driver.hold(key);
        assert!(matches!(stopped.as_slice(), [Effect::StopWriting]), "{key}");
        sees(&mut driver, &["やめています"]);
        driver.message(Msg::Collected(Err(Error::Stopped)));
        sees(&mut driver, &["すべて書く前のまま", "in/2026"]);
        drop(work);
    }
    // It came too late: everything is written, and said to be.
    let (mut driver, work) = writing();
    driver.hold("Esc");
    driver.perform(work);
    sees(&mut driver, &["集めました", "[提出状況]"]);
}

#[test]
fn nobody_is_torn_from_a_form_by_what_was_opened() {
    let mut driver = begin(collected);
    driver.press("BackTab");
    let work = driver.hold("Enter");
    assert!(matches!(work.as_slice(), [Effect::OpenDesk(_)]));
    driver.press("BackTab Enter text:half-typed");
    sees(&mut driver, &["half-typed"]);
    driver.perform(work);
    sees(&mut driver, &["half-typed", "読み終わりました"]);
}
