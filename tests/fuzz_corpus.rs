//! The bodies of the fuzz targets, over the files of `tests/data/corpus` and a few thousand
//! alterations of them: the same ones in every run.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../fuzz/bodies/all.rs"]
mod bodies;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// What stumbles readers, put into files at random.
const MORSELS: &[&[u8]] = &[
    b"\0",
    b"\x1b[2J",
    b"\xff",
    b"\"",
    b"\n",
    b"\r",
    b",",
    b";",
    b"\t",
    b"(",
    b")",
    b"[",
    b"{",
    b"}",
    b"\\u{1b}",
    b"//",
    b"/*",
    b"99999999999999999999",
    b"-1",
    b"None",
    b"Some(",
    "\u{feff}".as_bytes(),
    "\u{202e}".as_bytes(),
    "\u{3000}".as_bytes(),
    "\u{301}".as_bytes(),
    "○".as_bytes(),
    b"\x82\xa0",
];

/// Numbers that look random and are the same in every run (xorshift64*).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(number).unwrap_or(0) % limit.max(1)
    }
}

/// Returns the files of a target's corpus with their names.
fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("tests/data/corpus").join(target);
    let mut files: Vec<(String, Vec<u8>)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.display().to_string(), fs::read(&path).unwrap()))
        .collect();
    files.sort();
    assert!(files.len() >= 15, "{target} has too few files");
    files
}

/// Alters bytes in one to four places.
fn alter(numbers: &mut Numbers, base: &[u8], other: &[u8]) -> Vec<u8> {
    let mut bytes = base.to_vec();
    for _ in 0..=numbers.below(4) {
        let at = numbers.below(bytes.len() + 1);
        let end = (at + 1 + numbers.below(40)).min(bytes.len());
        match numbers.below(6) {
            0 if at < bytes.len() => bytes[at] ^= 1 << numbers.below(8),
            1 => drop(bytes.drain(at..end)),
            2 => drop(bytes.splice(at..at, MORSELS[numbers.below(MORSELS.len())].to_vec())),
            3 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            4 => {
                let from = numbers.below(other.len() + 1);
                let to = (from + numbers.below(200)).min(other.len());
                bytes.splice(at..end, other[from..to].to_vec());
            }
            _ => bytes.truncate(bytes.len().saturating_sub(numbers.below(20))),
        }
    }
    bytes
}

/// Runs a body over a corpus and so many alterations, and says what it stumbled over.
fn run(target: &str, cases: usize, check: fn(&[u8])) {
    let files = corpus(target);
    let tell = |name: &str, bytes: &[u8]| {
        let held = catch_unwind(AssertUnwindSafe(|| check(bytes))).is_ok();
        assert!(
            held,
            "{target}: {name}\n{:?}",
            String::from_utf8_lossy(bytes)
        );
    };
    for (name, bytes) in &files {
        tell(name, bytes);
    }
    // Short files are altered to more effect, and more of them are done in the same time.
    let short: Vec<&(String, Vec<u8>)> = files
        .iter()
        .filter(|(_, bytes)| bytes.len() < 6_000)
        .collect();
    let mut numbers = Numbers(0x0420_2026);
    for case in 0..cases {
        let (name, base) = short[numbers.below(short.len())];
        let (_, other) = short[numbers.below(short.len())];
        let bytes = alter(&mut numbers, base, other);
        tell(&format!("{name}, alteration {case}"), &bytes);
    }
}

#[test]
fn no_journal_is_too_strange_to_be_read_as_far_as_it_is_good() {
    run("journal", 1_000, bodies::journal::check);
}

#[test]
fn no_checklist_file_is_too_strange_to_be_told_what_is_wrong_with_it() {
    run("checklist_ron", 500, bodies::checklist_ron::check);
}

#[test]
fn no_answers_file_is_too_strange_to_be_refused_in_words() {
    run("answers_csv", 500, bodies::answers_csv::check);
}

#[test]
fn no_roster_is_too_strange_to_be_refused_in_words() {
    run("roster", 1_500, bodies::roster::check);
}

#[test]
fn no_sheet_of_a_checklist_is_too_strange_to_be_refused_in_words() {
    run("sheet", 120, bodies::sheet::check);
}

#[test]
fn no_return_slip_is_too_strange_to_be_refused_in_words() {
    run("return_slip", 1_500, bodies::return_slip::check);
}
