//! The process ends at every step of every file operation, and at random moments; what was
//! acknowledged is there when it starts again. A defect ends it in order and leaves a note.
#![cfg(unix)]
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "support/fault.rs"]
mod fault;
#[path = "../benches/kit/checklist.rs"]
mod kit;
#[path = "support/program.rs"]
mod program;
#[path = "support/screen.rs"]
mod screen;
#[path = "support/sheet.rs"]
mod sheet;

use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use fault::{BOOK, Fault, ITEMS, SECRET, What, begun, call, surroundings};
use portable_pty::CommandBuilder;
use program::{Folder, NAME, NOW, journal};
use proptest::prelude::Rng as _;
use proptest::test_runner::{RngAlgorithm, TestRng};
use screen::{CTRL_Q, ENTER, Terminal, item};
use sheet::{Row, YES, fill_file};
use tenken::domain::workbook::Workbook;
use tenken::format::journal::Tail;
use tenken::store::disk::Disk;
use tenken::store::journal_file::{self, ReadJournal};

const SIZE: (u16, u16) = (80, 24);
const SAVED: &str = "保存済";
/// Says at which step the child is to end, and how.
const AT: &str = "TENKEN_TEST_AT";
const HOW: &str = "TENKEN_TEST_HOW";
const ARGUMENTS: &str = "TENKEN_TEST_ARGUMENTS";
/// How often the loop of random moments kills; more when asked for.
const KILLS: &str = "TENKEN_TEST_KILLS";

#[expect(
    clippy::disallowed_methods,
    reason = "how a test tells its own process what to be"
)]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// Is the program, on a disk that fails, when it is started as such; else nothing.
#[test]
fn this_process_as_the_program() {
    let Some(arguments) = variable(ARGUMENTS) else {
        return;
    };
    let at = variable(AT).unwrap().parse().unwrap();
    let what = match variable(HOW).unwrap().as_str() {
        "abort" => What::Abort,
        "panic" => What::Panic,
        "hang" => What::Hang,
        _ => What::Nothing,
    };
    let disk = Fault::at(at, what).disk();
    let words = ["tenken", "--by", NAME, "--now", NOW].map(str::to_owned);
    let all = words
        .into_iter()
        .chain(arguments.split_whitespace().map(str::to_owned))
        .map(Into::into)
        .collect();
    let code = tenken::cli::run(
        all,
        surroundings(disk, true),
        &mut std::io::stdout(),
        &mut std::io::stderr(),
    );
    std::process::exit(code);
}

/// What this test program is started with to be the program.
const AS_THE_PROGRAM: [&str; 4] = [
    "this_process_as_the_program",
    "--exact",
    "--nocapture",
    "--quiet",
];

/// Runs a command in a process that ends at a step.
fn run_to(folder: &Folder, at: usize, how: &str, arguments: &str) -> Output {
    Command::new(std::env::current_exe().unwrap())
        .args(AS_THE_PROGRAM)
        .env_clear()
        .env(AT, at.to_string())
        .env(HOW, how)
        .env(ARGUMENTS, arguments)
        .current_dir(folder.path(""))
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

/// Starts the screens in a process that ends at a step.
fn screens_to(folder: &Folder, at: usize, how: &str) -> Terminal {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(AS_THE_PROGRAM);
    command.env_clear();
    command.env(AT, at.to_string());
    command.env(HOW, how);
    command.env(ARGUMENTS, "");
    Terminal::start_command(folder, SIZE, command)
}

#[track_caller]
fn read(folder: &Folder) -> ReadJournal {
    let read = journal_file::read(&Disk::default(), &folder.path(&journal(BOOK))).unwrap();
    assert_eq!(read.damage, None);
    read
}

fn workbook(folder: &Folder) -> Workbook {
    read(folder).workbook
}

/// Returns a folder with a workbook and a file of answers.
fn with_rows() -> Folder {
    let folder = begun();
    let rows = ITEMS.map(|item| Row {
        item: item.to_owned(),
        cells: YES,
    });
    folder.write("rows.csv", fill_file(&rows));
    folder
}

#[test]
fn a_process_that_ends_at_any_step_leaves_old_or_new() {
    let fill = format!("fill {BOOK} --from rows.csv");
    let filled = with_rows();
    let done = call(
        &filled,
        Disk::default(),
        &format!("fill {BOOK} --from {{dir}}/rows.csv"),
    );
    assert_eq!(done.code, 0, "{}", done.err);
    let cases = [
        (with_rows(), fill),
        (filled.copy(), format!("confirm {BOOK}")),
        (filled, format!("export {BOOK}")),
    ];
    let mut ended = 0;
    for (begin, command) in cases {
        let before = workbook(&begin);
        for at in 1.. {
            let folder = begin.copy();
            let output = run_to(&folder, at, "abort", &command);
            let after = workbook(&folder);
            assert!(after.records().starts_with(before.records()), "{at}");
            let more = after.records().len() - before.records().len();
            assert!(more <= 1, "{at}: {command}");
            // Whatever was left behind, the same can be done again.
            let again = folder.call(&command).run();
            let done = again.code == Some(0) || (again.code == Some(2) && more == 1);
            assert!(done, "{at}: {command}: {}", again.err);
            assert!(leftovers(&folder).is_empty(), "{:?}", leftovers(&folder));
            if output.status.success() {
                break;
            }
            ended += 1;
        }
    }
    assert!(ended > 60, "{ended}");
}

/// Returns the temporary files beside the journal.
fn leftovers(folder: &Folder) -> Vec<String> {
    std::fs::read_dir(folder.path("answers/2026/sample"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with(".tenken-0420."))
        .collect()
}

/// The key that flags a question for review, or takes the flag off: one record each time.
const FLAG: &str = "\x06";

/// Returns whether the question on the screen is flagged and everything is said to be saved.
fn flagged_and_saved(frame: &str) -> Option<bool> {
    item(frame)?;
    let row = frame.lines().find(|row| row.starts_with("   印 "))?;
    frame.contains(SAVED).then(|| !row.contains("（なし）"))
}

/// Flags the question on the screen so often, and waits each time until that is said to be saved;
/// returns how often it was. Ends with the program.
fn flag(terminal: &mut Terminal, times: usize) -> usize {
    let mut state = None;
    let end = Instant::now() + Duration::from_secs(20);
    let mut saved = 0;
    loop {
        assert!(Instant::now() < end, "{}", terminal.now());
        let now = flagged_and_saved(&terminal.now());
        if now.is_some() && now != state {
            saved += usize::from(state.is_some());
            state = now;
            if saved == times {
                return saved;
            }
            terminal.press(FLAG);
        } else if terminal.has_ended() {
            return saved;
        } else {
            terminal.quiet_for(Duration::from_millis(1));
        }
    }
}

/// Opens the workbook from the list, unless the program ends before.
fn open(terminal: &mut Terminal) {
    let end = Instant::now() + Duration::from_secs(20);
    while !terminal.now().contains("下水道整備課") && !terminal.has_ended() {
        assert!(Instant::now() < end, "{}", terminal.now());
        terminal.quiet_for(Duration::from_millis(1));
    }
    if !terminal.has_ended() {
        terminal.press(ENTER);
    }
}

#[test]
fn what_the_screen_said_saved_survives_the_end_at_any_step() {
    let begin = begun();
    let before = workbook(&begin).records().len();
    let (mut ended, mut acknowledged) = (0, 0);
    for at in 1.. {
        let folder = begin.copy();
        let mut terminal = screens_to(&folder, at, "abort");
        open(&mut terminal);
        let saved = flag(&mut terminal, 3);
        let alive = !terminal.has_ended();
        terminal.kill();
        let after = workbook(&folder).records().len();
        assert!(after >= before + saved, "{at}: {after} after {saved}");
        assert!(after <= before + saved + 1, "{at}: {after} after {saved}");
        acknowledged += saved;
        if alive {
            break;
        }
        ended += 1;
    }
    assert!(ended > 30, "{ended}");
    assert!(acknowledged > 10, "{acknowledged}");
}

#[test]
fn kills_at_random_moments_lose_nothing() {
    let kills = variable(KILLS).map_or(24, |text| text.parse().unwrap());
    let folder = begun();
    let mut random = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut known = workbook(&folder).records().to_vec();
    for round in 0..kills {
        let mut terminal = Terminal::start(&folder, SIZE);
        open(&mut terminal);
        let saved = flag(&mut terminal, round % 3);
        // Then faster than anyone types, and the end comes at any moment of it.
        let burst = usize::try_from(random.next_u64() % 40).unwrap();
        terminal.press(&FLAG.repeat(burst));
        let moment = Duration::from_micros(random.next_u64() % 30_000);
        std::thread::sleep(moment);
        terminal.kill();
        let records = workbook(&folder).records().to_vec();
        assert!(records.starts_with(&known), "round {round}");
        let more = records.len() - known.len();
        assert!(more >= saved, "round {round}: {more} of {saved}");
        assert!(more <= saved + burst + 1, "round {round}: {more}");
        known = records;
    }
    folder.done(&format!("verify {}", journal(BOOK)));
    println!("{kills} kills, {} records, none lost", known.len());
}

#[test]
fn a_defect_ends_in_order_and_leaves_a_note_without_answers() {
    let begin = begun();
    let mut notes = 0;
    for at in (1..).step_by(3) {
        let folder = begin.copy();
        let mut terminal = screens_to(&folder, at, "panic");
        open(&mut terminal);
        let saved = flag(&mut terminal, 2);
        if !terminal.has_ended() {
            break;
        }
        assert_eq!(terminal.exit_code(), 70, "{at}");
        terminal.assert_restored();
        assert!(workbook(&folder).records().len() >= 2 + saved);
        for note in ["answers/2026/sample/0420.crash", "answers/tenken.crash"] {
            if folder.path(note).exists() {
                let text = String::from_utf8(folder.read(note)).unwrap();
                assert!(text.contains("tests/support/fault.rs:"), "{text}");
                assert!(!text.contains(SECRET), "{text}");
                notes += 1;
            }
        }
    }
    assert!(notes > 5, "{notes}");
    // A command tells the same way.
    let output = run_to(&begin, 12, "panic", &format!("profile {BOOK} internet=no"));
    assert_eq!(output.status.code(), Some(70));
    let words = String::from_utf8(output.stderr).unwrap();
    assert!(
        words.contains("プログラムの不具合で終わりました。"),
        "{words}"
    );
    assert!(words.contains("0420.crash"), "{words}");
    assert!(
        !words.contains(SECRET) && !words.contains("panicked"),
        "{words}"
    );
}

/// Returns at which step the first flag is written, counted as the screens do.
fn step_of_the_first_flag(begin: &Folder) -> usize {
    for at in 1.. {
        let folder = begin.copy();
        let mut terminal = screens_to(&folder, at, "abort");
        open(&mut terminal);
        flag(&mut terminal, 1);
        let ended = terminal.has_ended();
        terminal.kill();
        let journal = folder.path(&journal(BOOK));
        let read = journal_file::read(&Disk::default(), &journal).unwrap();
        if matches!(read.tail, Tail::Torn(_)) {
            return at;
        }
        assert!(ended, "no step leaves a torn line");
    }
    unreachable!()
}

#[test]
fn a_share_that_hangs_holds_up_no_key_and_no_ending() {
    let begin = begun();
    let at = step_of_the_first_flag(&begin);
    let mut terminal = screens_to(&begin, at, "hang");
    open(&mut terminal);
    terminal.wait(|frame| flagged_and_saved(frame).is_some());
    terminal.press(FLAG);
    terminal.wait_for("保存中");
    // Keys are answered meanwhile.
    terminal.press("\x1b[6~");
    terminal.wait(|frame| item(frame) == Some(ITEMS[1]));
    terminal.press("\x1b[5~");
    terminal.wait(|frame| item(frame) == Some(ITEMS[0]));
    // After a while the user is told, and may keep the answers elsewhere.
    terminal.wait_for("保存先の返事がありません。");
    terminal.wait_for("未保存 1件");
    terminal.press(CTRL_Q);
    terminal.wait_for("別のフォルダに残す");
    terminal.signal("TERM");
    assert_eq!(terminal.exit_code(), 143);
}
