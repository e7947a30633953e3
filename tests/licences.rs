//! `THIRD_PARTY_LICENSES.md` names every crate the program is built from, on any system, with
//! version, licence and the texts the crates come with.
//!
//! Written anew, once everything is downloaded (`cargo fetch --locked`):
//! `TENKEN_UPDATE=licences cargo test --test licences`.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(
    clippy::disallowed_methods,
    reason = "it runs cargo, and writes a file of the repository when asked to"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

const DOCUMENT: &str = "THIRD_PARTY_LICENSES.md";
const INTRODUCTION: &str = "\
# Third-party licences

tenken is built from the crates below, some of them on one system only and some only while it is
built. Where a crate offers a choice, it is used under the MIT licence if that is among it. The texts
are those the crates come with. This file is written and compared by `tests/licences.rs`.

| crate | version | licence |
|---|---|---|
";

/// A crate: name and version.
type Crate = (String, String);

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    let text = fs::read_to_string(root().join(name)).unwrap();
    text.replace("\r\n", "\n")
}

/// Returns the document; written anew first where that is asked for.
fn committed() -> &'static str {
    static TEXT: OnceLock<String> = OnceLock::new();
    TEXT.get_or_init(|| {
        if env::var("TENKEN_UPDATE").is_ok_and(|what| what == "licences") {
            fs::write(root().join(DOCUMENT), document()).unwrap();
        }
        read(DOCUMENT)
    })
}

/// Returns what the lock file says each crate depends on.
fn locked() -> BTreeMap<Crate, Vec<String>> {
    let lock = read("Cargo.lock");
    let quoted = |line: &str| line.split('"').nth(1).unwrap_or_default().to_owned();
    let mut crates = BTreeMap::new();
    for entry in lock.split("[[package]]").skip(1) {
        let value = |key: &str| {
            let line = entry.lines().find(|line| line.starts_with(key));
            quoted(line.unwrap())
        };
        let needs = entry.lines().filter(|line| line.starts_with(" \""));
        let needs = needs.map(quoted).collect();
        crates.insert((value("name = "), value("version = ")), needs);
    }
    assert!(crates.len() > 50);
    crates
}

/// Returns the names of the dependencies that are not for tests alone.
fn direct() -> BTreeSet<String> {
    let manifest = read("Cargo.toml");
    let mut section = "";
    let mut names = BTreeSet::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line;
        } else if section.ends_with("dependencies]")
            && !section.contains("dev-")
            && let Some((name, _)) = line.split_once(" = ")
        {
            names.insert(name.to_owned());
        }
    }
    assert!(names.contains("serde") && !names.contains("insta"));
    names
}

/// Returns every crate the program is built from, on any system.
fn shipped() -> BTreeSet<Crate> {
    let locked = locked();
    let named = |need: &str| -> Crate {
        let (name, version) = need.split_once(' ').unwrap_or((need, ""));
        let found = locked
            .keys()
            .find(|(known, of)| known == name && (version.is_empty() || of == version));
        found.unwrap().clone()
    };
    let direct = direct();
    let own = locked.iter().find(|((name, _), _)| name == "tenken");
    let needs = own.unwrap().1;
    let mut open: Vec<Crate> = needs
        .iter()
        .map(|need| named(need))
        .filter(|(name, _)| direct.contains(name))
        .collect();
    assert_eq!(open.len(), direct.len());
    let mut shipped = BTreeSet::new();
    while let Some(one) = open.pop() {
        if shipped.insert(one.clone()) {
            open.extend(locked[&one].iter().map(|need| named(need)));
        }
    }
    shipped
}

/// Returns the crates the document lists, with their licences.
fn listed(document: &str) -> BTreeMap<Crate, String> {
    let rows = document.lines().filter(|line| line.starts_with("| "));
    rows.skip(1)
        .map(|row| {
            let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
            let name = (cells[0].to_owned(), cells[1].to_owned());
            (name, cells[2].to_owned())
        })
        .collect()
}

/// Returns the licences of the crates built here, as their manifests say.
fn licences_here() -> BTreeMap<Crate, String> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .current_dir(root())
        .args("tree --locked --offline --edges normal,build --prefix none".split(' '))
        .args(["--format", "{p}\t{l}\t"])
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    let text = String::from_utf8(output.stdout).unwrap();
    let mut licences = BTreeMap::new();
    for line in text.lines() {
        let mut parts = line.split('\t');
        let (package, licence) = (parts.next().unwrap(), parts.next().unwrap());
        let mut words = package.split(' ');
        let (name, version) = (words.next().unwrap(), words.next().unwrap());
        let version = version.trim_start_matches('v');
        licences.insert((name.to_owned(), version.to_owned()), plain(licence));
    }
    licences.retain(|(name, _), _| name != "tenken");
    licences
}

/// Older manifests write `/` for `OR`.
fn plain(licence: &str) -> String {
    licence.replace(" OR ", "/").replace('/', " OR ")
}

#[test]
fn every_crate_that_ships_is_listed_with_version_and_licence() {
    let listed = listed(committed());
    let shipped = shipped();
    let names: BTreeSet<Crate> = listed.keys().cloned().collect();
    let missing: Vec<&Crate> = shipped.difference(&names).collect();
    let gone: Vec<&Crate> = names.difference(&shipped).collect();
    assert!(
        missing.is_empty() && gone.is_empty(),
        "{DOCUMENT} lacks {missing:?} and has {gone:?} too many; see tests/licences.rs"
    );
    for (name, licence) in licences_here() {
        assert_eq!(listed.get(&name), Some(&licence), "{name:?}");
    }
}

#[test]
fn every_listed_crate_has_its_text_or_says_that_it_comes_with_none() {
    let document = committed();
    for ((name, version), licence) in listed(document) {
        assert!(!licence.is_empty(), "{name} has no licence");
        let line = format!("- {name} {version}");
        assert!(document.lines().any(|found| found == line), "{line}");
    }
    for text in ["Permission is hereby granted", "Unicode, Inc.", "BSD"] {
        assert!(document.contains(text), "{text}");
    }
}

#[test]
fn no_crate_that_speaks_to_a_network_ships() {
    let rules = read("deny.toml");
    let (_, denied) = rules.split_once("\ndeny = [\n").unwrap();
    let (denied, _) = denied.split_once("\n]").unwrap();
    let denied: BTreeSet<&str> = denied
        .lines()
        .filter_map(|line| line.split('"').nth(1))
        .collect();
    assert!(denied.contains("tokio") && denied.contains("reqwest"));
    for (name, version) in shipped() {
        assert!(!denied.contains(name.as_str()), "{name} {version}");
    }
}

#[test]
fn every_licence_listed_is_one_that_is_allowed() {
    let rules = read("deny.toml");
    let (_, allowed) = rules.split_once("\nallow = [\n").unwrap();
    let (allowed, _) = allowed.split_once("\n]").unwrap();
    let allowed: BTreeSet<&str> = allowed
        .lines()
        .filter_map(|line| line.split('"').nth(1))
        .collect();
    for (name, licence) in listed(committed()) {
        // `A AND (B OR C)`: of each part, one choice.
        for part in licence.split(" AND ") {
            let mut choices = part.trim_matches(['(', ')']).split(" OR ");
            let good = choices.any(|choice| allowed.contains(choice));
            assert!(good, "{name:?}: {licence}");
        }
    }
}

/// Returns where a crate was unpacked.
fn unpacked((name, version): &Crate) -> PathBuf {
    let home = env::var_os("CARGO_HOME")
        .map_or_else(|| env::home_dir().unwrap().join(".cargo"), PathBuf::from);
    let sources = fs::read_dir(home.join("registry/src")).unwrap();
    let mut folders = sources.map(|entry| entry.unwrap().path().join(format!("{name}-{version}")));
    let found = folders.find(|folder| folder.is_dir());
    found.unwrap_or_else(|| Path::new(name).to_owned())
}

/// Makes the document from what is unpacked.
fn document() -> String {
    let mut rows = String::new();
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut without = Vec::new();
    for one in shipped() {
        let (name, version) = &one;
        let folder = unpacked(&one);
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect(name);
        let field = |key: &str| {
            let line = manifest.lines().find(|line| line.starts_with(key));
            line.and_then(|line| line.split('"').nth(1))
        };
        let licence = plain(field("license = ").expect(name));
        writeln!(rows, "| {name} | {version} | {licence} |").unwrap();
        let found = texts_in(&folder, &licence);
        if found.is_empty() {
            without.push(format!("- {name} {version}"));
        }
        for text in found {
            let crates = texts.entry(text).or_default();
            crates.push(format!("- {name} {version}"));
        }
    }
    let mut document = format!("{INTRODUCTION}{rows}\n## Texts\n");
    let mut texts: Vec<(String, Vec<String>)> = texts.into_iter().collect();
    texts.sort_by(|(_, a), (_, b)| a.cmp(b));
    for (text, crates) in texts {
        write!(
            document,
            "\n{}\n\n```text\n{text}\n```\n",
            crates.join("\n")
        )
        .unwrap();
    }
    let head = "## Crates that come without a text\n\nTheir licences are those of the table.\n";
    write!(document, "\n{head}\n{}\n", without.join("\n")).unwrap();
    document
}

/// Returns the licence texts of a crate: of several to choose from, the MIT one.
fn texts_in(folder: &Path, licence: &str) -> BTreeSet<String> {
    let begins = ["LICEN", "COPY", "NOTICE", "UNLICENSE"];
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy().to_uppercase();
            begins.iter().any(|begin| name.starts_with(begin))
        })
        .collect();
    let is_mit = |path: &PathBuf| path.to_string_lossy().to_uppercase().ends_with("MIT");
    if licence.contains(" OR MIT") || licence.contains("MIT OR ") {
        let other = |path: &PathBuf| path.to_string_lossy().to_uppercase().contains("APACHE");
        if files.iter().any(is_mit) {
            files.retain(|path| is_mit(path) || !other(path));
        }
    }
    let texts = files.iter().map(|path| {
        let bytes = fs::read(path).unwrap();
        let text = String::from_utf8_lossy(&bytes).replace("\r\n", "\n");
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        lines.join("\n").trim().to_owned()
    });
    texts.filter(|text| !text.is_empty()).collect()
}
