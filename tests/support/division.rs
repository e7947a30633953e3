//! A division's folder with what a few departments handed in, made by the program's own commands.
#![allow(
    dead_code,
    clippy::allow_attributes,
    reason = "each test program uses a part of it"
)]

use std::path::{Path, PathBuf};

use tenken::cli::{Environment, Surroundings, run};
use tenken::domain::checklist::Item;
use tenken::domain::standing::{Standing, standing};
use tenken::store::disk::Disk;
use tenken::store::folder::{Folder, WorkbookKey};
use tenken::store::workbooks;

/// Departments: code, name, agency, predecessors.
const ROSTER: [(&str, &str, &str, &str); 7] = [
    ("0110", "秘書広報課", "市長", ""),
    ("0120", "情報推進課", "市長", ""),
    ("0130", "防災安全課", "市長", ""),
    ("0420", "上下水道総務課", "病院事業管理者", "0410;0415"),
    ("0510", "学校教育課", "教育委員会", ""),
    ("0520", "中央図書館", "教育委員会", ""),
    ("0610", "監査委員事務局", "監査委員", ""),
];

/// Those there were before the reorganisation.
const FORMER: [(&str, &str); 2] = [("0410", "水道総務課"), ("0415", "下水道総務課")];

fn write(root: &Path, name: &str, text: &str) {
    let disk = Disk::default();
    disk.write_whole(&root.join(name), text.as_bytes()).unwrap();
}

/// Runs a command in a folder.
#[track_caller]
fn call(root: &Path, at: &str, arguments: &str) {
    let folder = root.display().to_string();
    let mut all = vec![
        "tenken",
        "--folder",
        &folder,
        "--now",
        at,
        "--by",
        "山田太郎",
    ];
    all.extend(arguments.split_whitespace());
    // A process that another test is just starting holds the locks of this one until it is begun.
    let mut patience = 200;
    loop {
        let (code, err) = answer(&all);
        if code < 2 {
            return;
        }
        let locked = err.contains("ほかの人が開いています");
        assert!(locked && patience > 0, "{code}: {err}");
        patience -= 1;
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
}

/// Runs the program within this one.
fn answer(arguments: &[&str]) -> (i32, String) {
    let surroundings = Surroundings {
        terminal: false,
        environment: Environment::default(),
        home: PathBuf::from("/home/tenken"),
        alone: false,
        disk: Disk::default(),
    };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let arguments = arguments.iter().map(Into::into).collect();
    let code = run(arguments, surroundings, &mut out, &mut err);
    (code, String::from_utf8_lossy(&err).into_owned())
}

/// A department answers and confirms; how well it does depends on its code and the year.
fn hand_in(root: &Path, code: &str, name: &str, agency: &str, year: i32, confirmed: bool) {
    let at = format!("{year}-10-{:02}T09:00:00+09:00", 1 + code.len());
    let book = format!("{year}/odawara/{code}");
    call(
        root,
        &at,
        &format!(
            "new --checklist odawara --department {code} --name {name} --agency {agency} --year {year}"
        ),
    );
    let seed: usize = code.parse().unwrap();
    if seed % 20 == 10 {
        call(root, &at, &format!("profile {book} mynumber=no cloud=no"));
    }
    let working = Folder::on(root.to_owned(), Disk::default());
    let key: WorkbookKey = book.parse().unwrap();
    let opened = workbooks::open(&working, &key).unwrap();
    let (list, workbook) = (&opened.checklist, &opened.workbook);
    let asked = |item: &&Item| !matches!(standing(list, workbook, item), Standing::SetAside(_));
    let spread = 3 + usize::try_from(year - 2023).unwrap();
    let mut rows = "item_id,mark,remark,evidence\n".to_owned();
    for (at, item) in list.items.iter().filter(asked).enumerate() {
        let answer = match (at * 7 + seed) % (spread * 4) {
            0 => "×,12月に直します,",
            1 | 2 => "△,3台が未確認,確認の記録",
            // What is critical cannot stay open.
            3 if at % 11 == 0 && !item.critical => "？,担当に聞いています,",
            _ => "○,,確認の記録",
        };
        rows.push_str(&format!("{},{answer}\n", item.id));
    }
    write(root, "fill.csv", &rows);
    let fill = root.join("fill.csv").display().to_string();
    call(root, &at, &format!("fill {book} --from {fill}"));
    if confirmed {
        call(root, &at, &format!("confirm {book} --title 課長"));
    }
    let to = root.join(format!("in/{year}/{code}")).display().to_string();
    call(root, &at, &format!("export {book} --to {to}"));
}

fn roster() -> String {
    let mut text = "code,name,agency,valid_from,valid_to,predecessors\n".to_owned();
    for (code, name, agency, predecessors) in ROSTER {
        let from = if predecessors.is_empty() {
            ""
        } else {
            "2026-04-01"
        };
        text.push_str(&format!("{code},{name},{agency},{from},,{predecessors}\n"));
    }
    for (code, name) in FORMER {
        text.push_str(&format!("{code},{name},病院事業管理者,,2026-03-31,\n"));
    }
    text
}

/// What was handed in lies in `in`, a folder a year; the roster beside it.
pub(crate) fn received(root: &Path) {
    for (code, name) in FORMER {
        hand_in(root, code, name, "病院事業管理者", 2025, true);
    }
    for (code, name, agency, _) in ROSTER {
        if !matches!(code, "0420" | "0610") {
            hand_in(root, code, name, agency, 2025, true);
        }
        // One is missing, one is not confirmed yet.
        if code != "0130" {
            hand_in(root, code, name, agency, 2026, code != "0520");
        }
    }
    // Somebody changed an answer on the way.
    let below = "in/2026/0610/2026_odawara_0610_answers.csv";
    let text = std::fs::read_to_string(root.join(below)).unwrap();
    let altered = text.replacen("一部実施,50", "実施,100", 1);
    assert_ne!(text, altered);
    write(root, below, &altered);
    sound_roster(root);
    // Only what came is left: the division has no workbooks of others.
    std::fs::remove_dir_all(root.join("answers")).unwrap();
    std::fs::remove_file(root.join("fill.csv")).unwrap();
}

/// The same, collected in `collected/2026`.
pub(crate) fn collected(root: &Path) {
    received(root);
    collect(root);
}

/// Collects what was received.
pub(crate) fn collect(root: &Path) {
    let place = |name: &str| root.join(name).display().to_string();
    let (now, before) = (place("in/2026"), place("in/2025"));
    let at = "2026-11-22T14:00:00+09:00";
    call(
        root,
        at,
        &format!("collect {now} --year 2026 --previous {before}"),
    );
}

/// A roster without mistakes.
pub(crate) fn sound_roster(root: &Path) {
    write(root, "departments.csv", &roster());
}

/// A roster with a few mistakes.
pub(crate) fn faulty_roster(root: &Path) {
    let text = roster()
        .replace("0120,情報推進課,市長,", "0110,情報推進課,市長,4月1日,")
        .replace("0510,", "510,")
        .replace("0410;0415", "0410;0416");
    write(root, "departments.csv", &text);
}

/// Something sealed: nobody looks into it before there is something to open it with.
pub(crate) fn sealed(root: &Path) {
    std::fs::create_dir(root.join("in")).unwrap();
    for code in ["0110", "0120", "0130"] {
        let name = format!("in/2026_odawara_{code}_answers.csv.age");
        write(root, &name, "age-encryption.org/v1\n");
    }
}
