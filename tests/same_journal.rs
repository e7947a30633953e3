//! The same answers given in three ways come to the same workbook: with nothing but Enter, Tab,
//! arrows and Esc beside the texts themselves, with an input method left on, and line by line.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test fails by panicking"
)]

#[path = "support/driver.rs"]
mod driver;
#[path = "support/talk.rs"]
mod talk;

use std::collections::BTreeMap;
use std::path::Path;

use driver::Driver;
use talk::talk_with;
use tenken::domain::checklist::Checklist;
use tenken::domain::mark::Mark;
use tenken::domain::record::{Author, Created};
use tenken::domain::workbook::{Answer, Status, Workbook};
use tenken::store::checklists;
use tenken::store::disk::Disk;
use tenken::store::journal_file;
use tenken::text::Lang;
use tenken::tui::overlays::Overlay;
use tenken::tui::screens::Screen;

fn odawara() -> Checklist {
    let set = checklists::of_files(checklists::built_in());
    set.city("odawara").unwrap().clone()
}

fn items() -> Vec<String> {
    let items = odawara().items;
    items.iter().map(|item| item.id.to_string()).collect()
}

/// What a workbook comes to, without times and without how many steps it took.
#[derive(PartialEq, Debug)]
struct Folded {
    created: Created,
    confirmed: Option<Author>,
    profile: Vec<Option<bool>>,
    answers: BTreeMap<String, Answer>,
}

fn folded(folder: &Path) -> Folded {
    let path = folder.join("answers/2026/odawara/0420.ronl");
    let workbook: Workbook = journal_file::read(&Disk::default(), &path)
        .unwrap()
        .workbook;
    let questions = odawara().questions;
    Folded {
        created: workbook.created().clone(),
        confirmed: match workbook.status() {
            Status::Confirmed { by, .. } => Some(by.clone()),
            Status::Draft => None,
        },
        profile: questions
            .iter()
            .map(|question| workbook.profile(&question.key))
            .collect(),
        answers: workbook
            .answers()
            .map(|(item, answer)| {
                let mut answer = answer.clone();
                answer.stamp = None;
                (item.to_string(), answer)
            })
            .collect(),
    }
}

/// Every other item is answered with ○, and with the first example where a document is needed.
const OWN_DOCUMENT: &str = "Q05-01";
const DOCUMENT: (&str, &str) = ("周知の記録", "2026-05-01");
const FLAGGED: &str = "Q05-02";
/// Answered wrongly at first, and undone.
const UNDONE: &str = "Q05-07";

/// Returns the mark of an item, and the text that goes with it.
fn wanted(item: &str) -> (Mark, &'static str) {
    match item {
        "Q05-02" => (Mark::Partial, "2人が未提出です"),
        "Q05-03" => (Mark::NotApplicable, "今年度は該当者がいません"),
        "Q05-04" => (Mark::NotImplemented, "12月に照らし合わせます"),
        "Q05-07" => (Mark::ToBeConfirmed, "担当に聞いています"),
        _ => (Mark::Implemented, ""),
    }
}

fn here(driver: &Driver) -> String {
    driver.model.item().unwrap().id.to_string()
}

fn is_walk(driver: &Driver) -> bool {
    matches!(driver.model.screens.last(), Some(Screen::Walk(_)))
}

/// Presses keys, none of which but these: what every keyboard and every terminal has.
fn press(driver: &mut Driver, keys: &str) {
    let allowed = ["Enter", "Tab", "Esc", "Up", "Down", "Left", "Right"];
    for key in keys.split_whitespace() {
        assert!(allowed.contains(&key) || key.starts_with("text:"), "{key}");
    }
    driver.press(keys);
}

/// Answers one item on the screen; `choose` presses what chooses a mark. Nothing but Enter, Tab and
/// the text is pressed besides.
fn answer(driver: &mut Driver, choose: &impl Fn(&mut Driver, Mark)) {
    let item = here(driver);
    let (mark, text) = wanted(&item);
    choose(driver, mark);
    while let Some(overlay) = driver.model.overlays.last() {
        match overlay {
            Overlay::Edit(_) => press(driver, &format!("text:{text} Tab Enter")),
            Overlay::Evidence(_) => press(driver, "Enter"),
            other => panic!("{other:?}"),
        }
    }
}

/// Goes to the field of the item in front that Tab reaches at a place, and presses Enter there.
fn field(driver: &mut Driver, place: usize) {
    press(driver, &"Tab ".repeat(place));
    press(driver, "Enter");
}

/// Goes through the whole task on the screens.
fn on_screen(driver: &mut Driver, yes: &str, no: &str, choose: &impl Fn(&mut Driver, Mark)) {
    press(
        driver,
        "Enter Enter Enter text:0420 Enter text:下水道整備課 Enter Enter",
    );
    press(driver, "text:山田太郎 Enter text:課長 Enter Enter");
    let questions = driver
        .model
        .open
        .as_ref()
        .unwrap()
        .checklist
        .questions
        .len();
    press(driver, yes);
    press(driver, no);
    press(driver, &"Down ".repeat(questions - 2));
    press(driver, "Enter");
    assert_eq!(here(driver), OWN_DOCUMENT);
    // Remark, then evidence: the examples, one's own, and back.
    field(driver, 2);
    let examples = driver.model.item().unwrap().evidence.len();
    press(driver, &"Down ".repeat(examples));
    press(
        driver,
        &format!(
            "Enter text:{} Tab text:{} Tab Enter",
            DOCUMENT.0, DOCUMENT.1
        ),
    );
    press(driver, "Down Down Down Down Down Enter Tab Tab Tab");
    while is_walk(driver) {
        if here(driver) == FLAGGED {
            field(driver, 3);
            press(driver, "Tab Tab");
        }
        answer(driver, choose);
    }
    // Enter confirms; the name and the post are those of who filled in.
    press(driver, "Enter Enter Enter Enter Down Enter");
}

#[test]
fn arrows_an_input_method_and_lines_come_to_the_same() {
    let mut arrows = Driver::start((80, 24), Lang::Ja);
    on_screen(&mut arrows, "Left", "Right", &|driver, mark| {
        // The first choice is in focus until there is an answer.
        press(driver, &"Down ".repeat(mark.index()));
        press(driver, "Enter");
    });
    let by_arrows = folded(arrows.path());

    let mut full_width = Driver::start((80, 24), Lang::Ja);
    on_screen(&mut full_width, "text:１", "text:２", &|driver, mark| {
        if here(driver) == UNDONE {
            driver.press("text:１ C-z");
            assert_eq!(here(driver), UNDONE);
        }
        let digit = ["１", "２", "３", "４", "５"][mark.index()];
        driver.press(&format!("text:{digit}"));
    });
    let by_full_width = folded(full_width.path());

    let folder = tempfile::tempdir().unwrap();
    let mut lines = Lines {
        items: items(),
        ..Lines::default()
    };
    let talk = talk_with(folder.path(), Lang::Ja, Disk::default(), |said| {
        lines.reply(said)
    });
    let by_lines = folded(folder.path());

    assert!(by_lines.confirmed.is_some(), "{}", talk.text);
    assert_eq!(by_arrows, by_full_width);
    assert_eq!(by_full_width, by_lines);
    let marks: std::collections::BTreeSet<_> = by_lines
        .answers
        .values()
        .map(|answer| answer.mark().unwrap().code())
        .collect();
    assert_eq!(marks.len(), 5, "every mark is among them");
}

/// Answers whatever the line mode asks.
#[derive(Default)]
struct Lines {
    /// What is said next, before anything else is looked at.
    next: Vec<String>,
    /// The items there are.
    items: Vec<String>,
    item: String,
    named: bool,
    flagged: bool,
    undone: bool,
}

impl Lines {
    fn reply(&mut self, said: &str) -> Option<String> {
        if !self.next.is_empty() {
            return Some(self.next.remove(0));
        }
        if let Some(at) = said.rfind("問。Q") {
            let id = &said[at + "問。".len()..];
            let item = self.items.iter().find(|item| id.starts_with(*item));
            item.unwrap().clone_into(&mut self.item);
        }
        let text = wanted(&self.item).1;
        let fixed = [
            ("点検票はまだありません。", "1"),
            ("1. 始める", "1"),
            ("市1. ", ""),
            ("年度1. ", ""),
            ("課のコード。", "0420"),
            ("課の名前。", "下水道整備課"),
            ("実施機関1. ", ""),
            ("あなたの氏名。", "山田太郎"),
            ("職名。例: 課長。空のままでもかまいません。入れて", "課長"),
            ("属性 1/", "1"),
            ("属性 2/", "2"),
            ("属性 ", ""),
            ("資料の名前を入れます。", "1"),
            ("1. 確定する", "1"),
            ("2. 確定する", "2"),
            ("職名。", ""),
            ("確定する人の氏名。", ""),
        ];
        if said.contains("空の行で終わります。") {
            self.next.push(String::new());
            return Some(text.to_owned());
        }
        if let Some((_, reply)) = fixed.iter().find(|(part, _)| said.contains(part)) {
            return Some((*reply).to_owned());
        }
        if !said.contains("1から5で答える。") {
            return None;
        }
        Some(self.at_item())
    }

    fn at_item(&mut self) -> String {
        let then = |next: &mut Vec<String>, lines: &[&str]| {
            next.extend(lines.iter().map(|line| (*line).to_owned()));
        };
        if self.item == OWN_DOCUMENT && !self.named {
            self.named = true;
            then(&mut self.next, &[DOCUMENT.0, DOCUMENT.1, ""]);
            return "7".to_owned();
        }
        if self.item == FLAGGED && !self.flagged {
            self.flagged = true;
            then(&mut self.next, &["3"]);
            return "8".to_owned();
        }
        if self.item == UNDONE && !self.undone {
            self.undone = true;
            then(&mut self.next, &["8", "8"]);
            return "1".to_owned();
        }
        (wanted(&self.item).0.index() + 1).to_string()
    }
}
