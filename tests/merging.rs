//! Two people answered copies of one workbook: merging them by command and on the screens.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/driver.rs"]
mod driver;
#[path = "merging/on_screen.rs"]
mod on_screen;
#[path = "support/program.rs"]
mod program;
#[path = "support/sheet.rs"]
mod sheet;

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use program::{Folder, journal};
use sheet::{BLANK, NO, NOT_HERE, Row, YES, fill_file, rows, shipped};
use tenken::domain::mark::Mark;
use tenken::domain::merge::{Outlook, Side};
use tenken::domain::record::{Author, Change, SetAside};
use tenken::domain::workbook::Workbook;
use tenken::error::Error;
use tenken::store::disk::Disk;
use tenken::store::folder::{self, WorkbookKey};
use tenken::store::gate::{Gate, Step};
use tenken::store::merging::{carry_out, find_copy, look};
use tenken::store::{checklists, journal_file, lock};

const BOOK: &str = "2026/odawara/0420";
/// A copy that can be answered by the program itself.
const COPY: &str = "usb/answers/2026/odawara/0420.ronl";
const LATER: &str = "2026-11-23";

/// Begins a workbook and copies it, as a person would copy the folder.
fn copied(folder: &Folder) {
    folder.begin(BOOK);
    copy_again(folder);
}

fn copy_again(folder: &Folder) {
    let place = folder.path("answers/2026/odawara");
    for entry in std::fs::read_dir(place).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let from = format!("answers/2026/odawara/{name}");
        folder.write(&format!("usb/{from}"), folder.read(&from));
    }
}

/// Fills in some rows: here, or a day later in the copy.
fn fill(folder: &Folder, book: &str, answers: &[(&str, [&'static str; 5])]) {
    let rows: Vec<Row> = answers
        .iter()
        .map(|(item, cells)| Row {
            item: (*item).to_owned(),
            cells: *cells,
        })
        .collect();
    folder.write("row.csv", fill_file(&rows));
    let call = folder.call(&format!("fill {book} --from row.csv"));
    let call = if book == COPY {
        call.today(LATER)
    } else {
        call
    };
    call.run().code(0);
}

/// Both answered one question alike, one differently, and one of their own.
fn forked(folder: &Folder) {
    copied(folder);
    fill(
        folder,
        BOOK,
        &[("Q05-01", YES), ("Q05-02", YES), ("Q05-03", YES)],
    );
    fill(
        folder,
        COPY,
        &[("Q05-01", YES), ("Q05-02", NO), ("Q06-1-01", YES)],
    );
}

fn read(folder: &Folder, name: &str) -> Workbook {
    let path = folder.path(name);
    journal_file::read(&Disk::default(), &path)
        .unwrap()
        .workbook
}

fn marks(workbook: &Workbook) -> Vec<Option<Mark>> {
    ["Q05-01", "Q05-02", "Q05-03", "Q06-1-01"]
        .map(|item| workbook.answer(item).mark())
        .to_vec()
}

fn merge_record(workbook: &Workbook) -> ([String; 2], Vec<SetAside>) {
    let changes = workbook
        .records()
        .iter()
        .rev()
        .flat_map(|record| &record.changes);
    let mut merged = changes.filter_map(|change| match change {
        Change::Merged { parents, set_aside } => Some((parents.clone(), set_aside.clone())),
        _ => None,
    });
    merged.next().unwrap()
}

fn key() -> WorkbookKey {
    BOOK.parse().unwrap()
}

#[test]
fn true_conflicts_are_listed_for_a_decision_and_nothing_is_written_before() {
    let folder = Folder::new();
    forked(&folder);
    let before = folder.read(&journal(BOOK));
    let told = folder
        .call(&format!("merge {BOOK} {COPY}"))
        .run()
        .code(1)
        .out("写しから取り込むもの　設問 1件")
        .out("Q06-1-01")
        .out("両方が違う内容にしたところ　2件")
        .out("Q05-02 回答 [まだ決めていません]")
        .out("この点検票: ○ 実施 (点検 花子 2026-11-22 09:00)")
        .out("写し: × 未実施 (点検 花子 2026-11-23 12:00)")
        .out("決めていないところが 2件あります。何も書いていません。");
    assert!(!told.out.contains("Q05-01"), "{}", told.out);
    folder
        .call(&format!("merge {BOOK} {COPY} --take Q05-02:mark=theirs"))
        .run()
        .code(1)
        .out("Q05-02 回答 [写しの内容にする]")
        .out("決めていないところが 1件あります。");
    folder
        .done(&format!("merge {BOOK} {COPY} --take theirs --dry-run"))
        .out("試しなので、何も書いていません。");
    assert_eq!(folder.read(&journal(BOOK)), before);
    let english = folder.call(&format!("merge {BOOK} {COPY}")).english();
    english.run().code(1).out("Different on both sides: 2");
}

#[test]
fn what_only_one_side_changed_is_taken_over_and_decisions_are_kept() {
    for (take, mark, remark) in [
        ("--take mine", Mark::Implemented, ""),
        ("--take theirs", Mark::NotImplemented, "12月に直します"),
        (
            "--take mine --take Q05-02=theirs",
            Mark::NotImplemented,
            "12月に直します",
        ),
        (
            "--take Q05-02:remark=theirs --take Q05-02=mine",
            Mark::Implemented,
            "12月に直します",
        ),
    ] {
        let folder = Folder::new();
        forked(&folder);
        let copy = folder.read(COPY);
        let before = folder.read(&journal(BOOK));
        folder
            .done(&format!("merge {BOOK} {COPY} {take}"))
            .out("まとめました。");
        let merged = read(&folder, &journal(BOOK));
        let yes = Some(Mark::Implemented);
        assert_eq!(marks(&merged), [yes, Some(mark), yes, yes], "{take}");
        assert_eq!(merged.answer("Q05-02").remark, remark, "{take}");
        let stamp = merged.answer("Q06-1-01").stamp.clone().unwrap();
        assert_eq!(stamp.at.to_rfc3339(), "2026-11-23T12:00:00+09:00");
        assert!(folder.read(&journal(BOOK)).starts_with(&before));
        assert_eq!(folder.read(COPY), copy, "the copy is only read");
    }
}

#[test]
fn nothing_is_dropped_that_was_not_taken() {
    let folder = Folder::new();
    copied(&folder);
    fill(&folder, BOOK, &[("Q05-03", YES)]);
    fill(&folder, COPY, &[("Q05-03", NOT_HERE)]);
    folder.done(&format!("merge {BOOK} {COPY} --take mine"));
    let (_, kept) = merge_record(&read(&folder, &journal(BOOK)));
    let texts: Vec<&str> = kept
        .iter()
        .filter_map(|aside| match &aside.change {
            Change::Text { after, .. } => Some(after.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(texts, ["該当する者がいない", "課長 点検 太郎"]);
    assert!(kept.iter().any(|aside| matches!(
        &aside.change,
        Change::Mark { after: Some(marked), .. } if marked.mark == Mark::NotApplicable
    )));
    for aside in kept {
        assert_eq!(aside.at.to_rfc3339(), "2026-11-23T12:00:00+09:00");
        assert_eq!(aside.by.name, program::NAME);
    }
}

#[test]
fn the_result_names_its_parents_and_merging_again_changes_nothing() {
    let folder = Folder::new();
    forked(&folder);
    let head = |name: &str| {
        let ran = folder.done(&format!("verify {name}"));
        let (_, after) = ran.out.split_once("最後の記録の値 ").unwrap();
        after.lines().next().unwrap().trim().to_owned()
    };
    let parents = [head(&journal(BOOK)), head(COPY)];
    folder.done(&format!("merge {BOOK} {COPY} --take theirs"));
    assert_eq!(merge_record(&read(&folder, &journal(BOOK))).0, parents);
    let after = folder.read(&journal(BOOK));
    folder
        .done(&format!("merge {BOOK} {COPY}"))
        .out("写しの内容は、もうすべて入っています。");
    assert_eq!(folder.read(&journal(BOOK)), after);
    // The copy in turn takes everything over without a question.
    let back = journal(BOOK);
    folder.done(&format!("merge {COPY} {back}"));
    assert_eq!(marks(&read(&folder, COPY)), marks(&read(&folder, &back)));
}

#[test]
fn fast_forward_appends_the_copys_lines_as_they_are() {
    let folder = Folder::new();
    copied(&folder);
    fill(&folder, COPY, &[("Q05-01", YES), ("Q05-02", NO)]);
    folder
        .done(&format!("merge {BOOK} {COPY}"))
        .out("写しの記録 1件を、そのまま足します。")
        .out("記録を 1件足しました。");
    assert_eq!(folder.read(&journal(BOOK)), folder.read(COPY));
    // The other way round there is nothing left.
    fill(&folder, BOOK, &[("Q05-03", YES)]);
    let ahead = folder.read(&journal(BOOK));
    folder
        .done(&format!("merge {BOOK} {COPY}"))
        .out("することはありません。");
    assert_eq!(folder.read(&journal(BOOK)), ahead);
}

#[test]
fn show_list_verify_and_export_go_on_after_merging() {
    let folder = Folder::new();
    copied(&folder);
    let checklist = shipped("odawara");
    let all = rows(&checklist, &read(&folder, COPY), &[]);
    let (one, other) = all.split_at(all.len() / 2);
    folder.write("row.csv", fill_file(one));
    folder.done(&format!("fill {BOOK} --from row.csv"));
    folder.write("row.csv", fill_file(other));
    let call = folder.call(&format!("fill {COPY} --from row.csv"));
    call.today(LATER).run().code(0);
    folder.done(&format!("export {COPY} --to blank"));
    folder
        .done(&format!("merge {BOOK} {COPY}"))
        .out("写しで書き出した記録 1件も残します。");
    folder
        .done(&format!("verify {}", journal(BOOK)))
        .out("つながっています");
    folder.done("list").out("下水道整備課");
    folder.done(&format!("show {BOOK}"));
    folder.done(&format!("confirm {BOOK} --title 課長"));
    folder.done(&format!("export {BOOK}"));
    folder.done(&format!(
        "verify exports/2026_odawara_0420_summary.csv exports/2026_odawara_0420_answers.csv {}",
        journal(BOOK)
    ));
    // What is confirmed takes nothing more.
    fill(&folder, COPY, &[("Q05-01", NO)]);
    folder
        .call(&format!("merge {BOOK} {COPY} --take mine"))
        .run()
        .code(2)
        .err("この点検票は確定済みなので、まとめられません。")
        .err("確定を取り消してから");
}

#[test]
fn a_confirmation_of_the_copy_is_not_taken_over() {
    let folder = Folder::new();
    copied(&folder);
    let all = rows(&shipped("odawara"), &read(&folder, COPY), &[]);
    folder.write("row.csv", fill_file(&all));
    folder.done(&format!("fill {COPY} --from row.csv"));
    folder.done(&format!("confirm {COPY} --title 課長"));
    folder.done(&format!("profile {BOOK} cloud=no"));
    folder
        .done(&format!("merge {BOOK} {COPY}"))
        .out("写しの確定は取り込みません。まとめた後に、確定し直してください。");
    let merged = read(&folder, &journal(BOOK));
    assert!(!merged.is_confirmed());
    let (_, kept) = merge_record(&merged);
    assert!(matches!(&kept[0].change, Change::Confirmed { .. }));
}

#[test]
fn another_workbook_and_unknown_decisions_are_refused() {
    let folder = Folder::new();
    forked(&folder);
    let before = folder.read(&journal(BOOK));
    folder.begin("2025/odawara/0420");
    let other = journal("2025/odawara/0420");
    folder
        .call(&format!("merge {BOOK} {other}"))
        .run()
        .code(2)
        .err("写しは、別の点検票です。");
    folder
        .call(&format!("merge {BOOK} 2025/odawara/0420"))
        .run()
        .code(2);
    for take in [
        "both",
        "Q05-02=ours",
        "Q05-03=theirs",
        "=mine",
        "Q05-02:why=mine",
    ] {
        folder
            .call(&format!("merge {BOOK} {COPY} --take {take}"))
            .run()
            .code(2)
            .err("使えません。");
    }
    folder
        .call(&format!("merge {BOOK} nowhere.ronl"))
        .run()
        .code(2)
        .err("写しがありません。");
    assert_eq!(folder.read(&journal(BOOK)), before);
}

#[test]
fn damaged_journals_are_refused_and_torn_tails_are_told() {
    let folder = Folder::new();
    forked(&folder);
    let (mine, theirs) = (folder.read(&journal(BOOK)), folder.read(COPY));
    for (name, bytes) in [(journal(BOOK), &mine), (COPY.to_owned(), &theirs)] {
        let mut bad = bytes.clone();
        let at = bad.windows(7).position(|part| part == b"Created").unwrap();
        bad[at] = b'X';
        folder.write(&name, &bad);
        folder
            .call(&format!("merge {BOOK} {COPY} --take mine"))
            .run()
            .code(3)
            .err("1行目")
            .err("先に直してから、もう一度まとめてください。");
        assert_eq!(folder.read(&name), bad);
        folder.write(&name, bytes);
    }
    folder.write(&journal(BOOK), [&mine[..], b"0123"].concat());
    folder.write(COPY, [&theirs[..], b"45"].concat());
    folder
        .done(&format!("merge {BOOK} {COPY} --take mine"))
        .out("この点検票に書きかけの記録（4バイト）があります。")
        .out("写しに書きかけの記録（2バイト）があります。");
    assert_eq!(folder.read("answers/2026/odawara/0420.torn"), b"0123");
    assert!(folder.read(&journal(BOOK)).starts_with(&mine));
    folder.done(&format!("verify {}", journal(BOOK)));
}

#[test]
fn whoever_writes_the_workbook_is_told_and_nothing_is_merged() {
    let folder = Folder::new();
    forked(&folder);
    let before = folder.read(&journal(BOOK));
    let path = folder.path(&journal(BOOK));
    let held = lock::take(&Disk::default(), &path, "鈴木", "2026-11-22T08:00:00+09:00").unwrap();
    folder
        .call(&format!("merge {BOOK} {COPY} --take mine"))
        .run()
        .code(2)
        .err("ほかの人が開いています（鈴木、");
    assert_eq!(folder.read(&journal(BOOK)), before);
    drop(held);
    folder.done(&format!("merge {BOOK} {COPY} --take mine"));
}

#[test]
fn the_copy_is_found_by_file_folder_name_or_quoted_path() {
    let folder = Folder::new();
    copied(&folder);
    folder.write("stick/0420.ronl", folder.read(COPY));
    let whole = folder::Folder::new(folder.path(""));
    let found = |text: &str| find_copy(&whole, &key(), text);
    let stick = folder.path("stick/0420.ronl");
    let quoted = format!("  \"{}\" ", stick.display());
    for (text, expected) in [
        (stick.to_str().unwrap(), &stick),
        (&quoted, &stick),
        ("stick/0420.ronl", &stick),
        ("stick", &stick),
        ("usb", &folder.path(COPY)),
        ("usb/answers", &folder.path(COPY)),
        ("usb/answers/2026", &folder.path(COPY)),
        (BOOK, &folder.path(&journal(BOOK))),
    ] {
        assert_eq!(found(text).unwrap(), *expected, "{text}");
    }
    folder.write("empty/x", "");
    for text in ["empty", "", "''"] {
        assert!(matches!(found(text), Err(Error::NoCopy(_))), "{text}");
    }
    // A bare file elsewhere is enough; it needs no checklist beside it.
    fill(&folder, BOOK, &[("Q05-01", YES)]);
    fill(&folder, COPY, &[("Q05-02", NO)]);
    folder.write("stick/0420.ronl", folder.read(COPY));
    folder
        .call(&format!("merge {BOOK}"))
        .and(&quoted)
        .run()
        .code(0);
}

/// Puts the built-in checklists into a folder, with the first question worded otherwise.
fn reword(folder: &Folder, place: &str) {
    for (name, text) in checklists::BUILT_IN {
        let text = text.replacen("知らせましたか", "伝えましたか", 1);
        folder.write(&format!("{place}checklists/{name}"), text);
    }
}

#[test]
fn a_checklist_of_the_copy_comes_along_or_must_be_taken_over_first() {
    let folder = Folder::new();
    copied(&folder);
    reword(&folder, "usb/");
    folder.done(&format!("update-checklist {COPY}"));
    let before = folder.read(&journal(BOOK));
    // Alone on a stick the copy lacks its checklist, and a record must not name what is not there.
    folder.write("stick/0420.ronl", folder.read(COPY));
    folder
        .call(&format!("merge {BOOK} stick"))
        .run()
        .code(3)
        .err("点検項目の控えがありません。");
    assert_eq!(folder.read(&journal(BOOK)), before);
    folder.done(&format!("merge {BOOK} {COPY}"));
    folder.done(&format!("show {BOOK}"));
    // Where both went on, the workbook takes the checklist over itself first.
    folder.write(&journal(BOOK), &before);
    fill(&folder, BOOK, &[("Q05-02", YES)]);
    folder
        .call(&format!("merge {BOOK} {COPY}"))
        .run()
        .code(2)
        .err("写しは、新しい点検項目に差し替えてあります。")
        .err("tenken update-checklist");
    reword(&folder, "");
    folder.done(&format!("update-checklist {BOOK}"));
    folder.done(&format!("merge {BOOK} {COPY}"));
    folder.done(&format!("show {BOOK}"));
}

#[test]
fn an_answer_to_an_earlier_wording_is_asked_about() {
    let folder = Folder::new();
    copied(&folder);
    reword(&folder, "");
    folder.done(&format!("update-checklist {BOOK}"));
    let reworded = item_of_first_change(&read(&folder, &journal(BOOK)));
    let answers = [(reworded.as_str(), YES), ("Q05-02", NO)];
    fill(&folder, COPY, &answers);
    folder
        .call(&format!("merge {BOOK} {COPY}"))
        .run()
        .code(1)
        .out("写しから取り込むもの　設問 1件")
        .out("写しは、変わる前の設問に答えています。");
    folder.done(&format!("merge {BOOK} {COPY} --take theirs"));
    let merged = read(&folder, &journal(BOOK));
    assert_eq!(merged.answer(&reworded).mark(), Some(Mark::Implemented));
}

fn item_of_first_change(workbook: &Workbook) -> String {
    let mut changes = workbook.records().iter().flat_map(|record| &record.changes);
    let items = changes.find_map(|change| match change {
        Change::ChecklistChanged { items, .. } => Some(items),
        _ => None,
    });
    items.unwrap()[0].item.to_string()
}

/// Lets the step of this number fail.
struct FailAt {
    steps: AtomicUsize,
    at: usize,
}

impl Gate for FailAt {
    fn before(&self, _: Step, _: &Path) -> io::Result<()> {
        if self.steps.fetch_add(1, Ordering::SeqCst) == self.at {
            return Err(io::Error::other("no more"));
        }
        Ok(())
    }
}

#[test]
fn a_crash_while_merging_leaves_the_journal_old_or_new() {
    let folder = Folder::new();
    forked(&folder);
    let torn = [&folder.read(&journal(BOOK))[..], b"0123"].concat();
    let copy = folder.read(COPY);
    let plain = folder::Folder::new(folder.path(""));
    let (by, at) = (
        Author::default(),
        chrono::DateTime::parse_from_rfc3339(program::NOW).unwrap(),
    );
    folder.write(&journal(BOOK), &torn);
    let sight = look(&plain, &key(), &folder.path(COPY)).unwrap();
    let Outlook::Apart(plan) = &sight.outlook else {
        panic!("{:?}", sight.outlook);
    };
    let units = plan.conflicts.iter().map(|conflict| conflict.unit.clone());
    let decisions: Vec<_> = units.map(|unit| (unit, Side::Theirs)).collect();
    carry_out(&plain, &sight, &decisions, &by, at).unwrap();
    let new = folder.read(&journal(BOOK));
    let (mut failed, mut seen_new) = (0, false);
    for step in 0.. {
        folder.write(&journal(BOOK), &torn);
        for name in ["torn", "torn-2"] {
            let _ = std::fs::remove_file(folder.path(&format!("answers/2026/odawara/0420.{name}")));
        }
        let gate = FailAt {
            steps: AtomicUsize::new(0),
            at: step,
        };
        let gate = Arc::new(gate);
        let gated = folder::Folder::on(folder.path(""), Disk::gated(gate.clone()));
        let merged = carry_out(&gated, &sight, &decisions, &by, at);
        let now = folder.read(&journal(BOOK));
        assert!(now == torn || now == new, "step {step}");
        assert_eq!(folder.read(COPY), copy);
        let merged_all = merged.is_ok();
        failed += usize::from(!merged_all);
        seen_new |= merged.is_err() && now == new;
        if merged.is_ok() {
            assert_eq!(now, new, "step {step}");
        }
        // Whatever happened, the next attempt ends with everything merged once.
        let again = look(&plain, &key(), &folder.path(COPY)).unwrap();
        if again.outlook != Outlook::Nothing {
            carry_out(&plain, &again, &decisions, &by, at).unwrap();
        }
        assert_eq!(folder.read(&journal(BOOK)), new, "step {step}");
        // A process begun by another test may hold the lock for a moment: that is no end.
        if merged_all && gate.steps.load(Ordering::SeqCst) <= step {
            break;
        }
    }
    assert!(failed > 10, "{failed} steps failed");
    assert!(seen_new, "a new name that could not be made durable");
}

#[test]
fn what_changed_after_it_was_looked_at_is_not_merged() {
    let folder = Folder::new();
    forked(&folder);
    let plain = folder::Folder::new(folder.path(""));
    let sight = look(&plain, &key(), &folder.path(COPY)).unwrap();
    fill(&folder, COPY, &[("Q05-03", BLANK), ("Q05-03", NO)][1..]);
    let at = chrono::DateTime::parse_from_rfc3339(program::NOW).unwrap();
    let merged = carry_out(&plain, &sight, &[], &Author::default(), at);
    assert!(matches!(merged, Err(Error::ChangedOutside(path)) if path == folder.path(COPY)));
    let sight = look(&plain, &key(), &folder.path(COPY)).unwrap();
    let merged = carry_out(&plain, &sight, &[], &Author::default(), at);
    assert!(matches!(merged, Err(Error::Undecided(4))), "{merged:?}");
}
