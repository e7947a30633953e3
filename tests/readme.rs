//! What the READMEs say about keys, commands and exit codes is what the program has.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use clap::CommandFactory as _;
use tenken::cli::Cli;
use tenken::text::{Lang, commands};
use tenken::tui::key_table::readme_table;

fn read(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    std::fs::read_to_string(path).expect(name)
}

/// Returns what stands between `<!-- name -->` and `<!-- /name -->`.
fn between<'a>(text: &'a str, name: &str) -> &'a str {
    let begin = format!("<!-- {name} -->\n");
    let (_, after) = text.split_once(&begin).expect(&begin);
    let end = format!("<!-- /{name} -->");
    after.split_once(&end).expect(&end).0
}

/// Returns the first cells of a Markdown table's rows, without code marks.
fn first_cells(table: &str) -> BTreeSet<String> {
    table
        .lines()
        .skip(2)
        .filter_map(|line| line.split('|').nth(1))
        .map(|cell| cell.trim().trim_matches('`').to_owned())
        .collect()
}

fn command_names() -> BTreeSet<String> {
    Cli::command()
        .get_subcommands()
        .map(|command| command.get_name().to_owned())
        .collect()
}

/// Returns the exit codes that `--help` tells, in either language.
fn codes_of_help(lang: Lang) -> BTreeSet<String> {
    let command = commands::localised(lang, Cli::command());
    let help = command.get_after_help().expect("exit codes").to_string();
    let (_, codes) = help.rsplit_once(": ").expect("exit codes");
    codes
        .split([',', '　'])
        .filter_map(|entry| entry.split_whitespace().next())
        .map(ToOwned::to_owned)
        .collect()
}

#[test]
fn the_manual_lists_the_keys_of_the_key_table() {
    let wanted = readme_table(Lang::Ja.strings());
    let manual = read("README.ja.md");
    let found = between(&manual, "keys").trim();
    assert!(
        found == wanted.trim(),
        "README.ja.md does not list the keys as they are. Put this between `<!-- keys -->` and \
         `<!-- /keys -->`:\n\n{wanted}"
    );
}

#[test]
fn both_readmes_list_every_command() {
    for name in ["README.md", "README.ja.md"] {
        let text = read(name);
        let found = first_cells(between(&text, "commands").trim());
        assert_eq!(found, command_names(), "{name}");
    }
}

#[test]
fn both_readmes_and_the_help_tell_the_same_exit_codes() {
    let wanted = codes_of_help(Lang::En);
    assert_eq!(codes_of_help(Lang::Ja), wanted);
    for name in ["README.md", "README.ja.md"] {
        let text = read(name);
        assert_eq!(
            first_cells(between(&text, "exit-codes").trim()),
            wanted,
            "{name}"
        );
    }
}

#[test]
fn the_exit_codes_of_the_program_are_told() {
    use tenken::cli::{FINDINGS, OK, REFUSED};
    use tenken::error::Error;

    let told = codes_of_help(Lang::En);
    let unreadable = Error::Unreadable {
        path: "x".into(),
        why: String::new(),
    };
    let codes = [
        OK,
        FINDINGS,
        REFUSED,
        Error::NameMissing.exit_code(),
        unreadable.exit_code(),
        Error::SelfCheck("x".into()).exit_code(),
        Error::Bug(String::new()).exit_code(),
    ];
    for code in codes {
        assert!(told.contains(&code.to_string()), "{code}");
    }
}

#[test]
fn the_readmes_name_only_options_that_exist() {
    let command = Cli::command();
    let below = command
        .get_subcommands()
        .flat_map(clap::Command::get_subcommands);
    let known: BTreeSet<String> = command
        .get_subcommands()
        .chain(below)
        .chain([&command])
        .flat_map(clap::Command::get_arguments)
        .filter_map(|argument| argument.get_long())
        .map(|long| format!("--{long}"))
        .chain(["--help", "--version"].map(ToOwned::to_owned))
        .collect();
    for name in ["README.md", "README.ja.md"] {
        let text = read(name);
        for word in text.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '-') {
            let option = word.starts_with("--") && word.len() > 2 && !word.starts_with("---");
            // Cargo's own.
            let cargo = ["--release", "--path", "--bench"].contains(&word);
            assert!(!option || cargo || known.contains(word), "{name}: {word}");
        }
    }
}

/// Returns the names of the source files in a folder, tests left out.
fn modules(folder: &Path) -> BTreeSet<String> {
    let tests = ["_tests", "_test_kit", "_sequences", "_problems", "_syntax"];
    std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_file())
        .filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned()))
        .filter(|name| !tests.iter().any(|end| name.ends_with(end)))
        .collect()
}

#[test]
fn the_architecture_names_every_module_and_stays_short() {
    let text = read("ARCHITECTURE.md");
    assert!(text.lines().count() <= 150);
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for part in [
        "domain", "format", "store", "display", "text", "tui", "plain", "cli", "demo",
    ] {
        for name in modules(&src.join(part)) {
            assert!(text.contains(&format!("`{name}`")), "{part}/{name}");
        }
    }
}

/// Returns the names of the tests of each program; those of the sources are called `src`.
fn tests() -> BTreeMap<String, BTreeSet<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut folders = vec![root.join("src"), root.join("tests")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).expect("a file");
                let inside = path.strip_prefix(root).expect("inside");
                let mut parts = inside.iter().map(|part| part.to_string_lossy());
                let program = match (parts.next().as_deref(), parts.next()) {
                    (Some("tests"), Some(name)) => name.trim_end_matches(".rs").to_owned(),
                    _ => "src".to_owned(),
                };
                let names = text.lines().filter_map(|line| {
                    let name = line.trim_start().strip_prefix("fn ")?;
                    name.split('(').next().map(ToOwned::to_owned)
                });
                found.entry(program).or_default().extend(names);
            }
        }
    }
    found
}

#[test]
fn every_test_named_beside_a_requirement_exists() {
    let tests = tests();
    let text = read("tests/README.md");
    let mut count = 0;
    for name in text.split('`').filter(|part| part.contains("::")) {
        if name == "program::test" {
            continue;
        }
        let (program, test) = name.split_once("::").expect("two parts");
        let known = tests.get(program).is_some_and(|names| names.contains(test));
        assert!(known, "{name}");
        count += 1;
    }
    assert!(count > 50);
}
