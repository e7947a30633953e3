//! However the talk ends, everything acknowledged is there, and a text being typed is kept.

use super::{JOURNAL, answer, begun, exists, run, say};
use tenken::domain::mark::Mark;
use tenken::plain::Ended;

const DRAFT: &str = "answers/2026/odawara/0420.draft";

#[test]
fn the_end_of_the_input_keeps_a_text_being_typed() {
    let folder = begun();
    let (code, out, err) = run(&folder, "1\n2\n3人が未確認\n12月に".as_bytes(), &[]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("書きかけの文を控えました。"), "{out}");
    assert_eq!(answer(&folder, "Q05-01").mark(), Some(Mark::Partial));
    assert_eq!(answer(&folder, "Q05-01").remark, "");
    assert!(!exists(&folder, "answers/2026/odawara/0420.writer"));
    // Not decided, it is asked again; then it is recorded.
    say(&folder, &[""]).says("書きかけの文があります。");
    say(&folder, &["1"]).says("備考: 3人が未確認12月に");
    assert_eq!(answer(&folder, "Q05-01").remark, "3人が未確認\n12月に");
    assert!(!exists(&folder, DRAFT));
    say(&folder, &["2"]).does_not_say("書きかけ");
}

#[test]
fn a_text_may_be_any_word() {
    for word in ["終了", "quit", "使い方", "はい"] {
        let folder = begun();
        say(&folder, &["6", word, "", "7", word, "", ""]).says("保存しました");
        let answer = answer(&folder, "Q05-01");
        assert_eq!(answer.remark, word);
        assert_eq!(answer.evidence[0].name, word);
    }
}

#[test]
fn a_draft_can_be_thrown_away() {
    let folder = begun();
    run(&folder, "1\n6\n書きかけ\n".as_bytes(), &[]);
    assert!(exists(&folder, DRAFT));
    say(&folder, &["2"]);
    assert!(!exists(&folder, DRAFT));
    assert_eq!(answer(&folder, "Q05-01").remark, "");
}

#[test]
fn leaving_is_possible_wherever_something_is_chosen() {
    for lines in [
        &["終わる"][..],
        &["8", "終了"],
        &["0", "quit"],
        &["0", "0", "0"],
        &["0", "7", "ＥＸＩＴ"],
    ] {
        let folder = begun();
        let before = folder.read(JOURNAL);
        let talk = say(&folder, lines);
        assert_eq!(talk.ended.as_ref().unwrap(), &Ended::Left);
        talk.says("回答はすべて保存済みです。");
        assert_eq!(talk.typed.len(), lines.len() + 1);
        assert_eq!(folder.read(JOURNAL), before);
    }
}

#[cfg(unix)]
#[test]
fn a_signal_ends_in_order() {
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::process::{Command, Stdio};

    for (signal, code) in [("INT", 130), ("TERM", 143), ("HUP", 129)] {
        let folder = begun();
        let mut child = Command::new(super::PROGRAM)
            .env_clear()
            .current_dir(folder.path(""))
            .args(["--plain", "--folder", "."])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        input.write_all("1\n6\n書きかけ\n".as_bytes()).unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap()).lines();
        // The text's first line is taken once its draft is there.
        out.by_ref()
            .find(|line| line.as_ref().unwrap().contains("備考を書きます"))
            .unwrap()
            .unwrap();
        while !exists(&folder, DRAFT) {
            std::thread::yield_now();
        }
        let id = child.id().to_string();
        let killed = Command::new("kill").args(["-s", signal, &id]).status();
        assert!(killed.unwrap().success());
        assert_eq!(child.wait().unwrap().code(), Some(code), "{signal}");
        assert!(
            !exists(&folder, "answers/2026/odawara/0420.writer"),
            "{signal}"
        );
        assert!(exists(&folder, DRAFT), "{signal}");
        drop(input);
    }
}
