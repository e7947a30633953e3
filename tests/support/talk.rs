//! Talks with the line mode in this process: what is said to it may depend on what it said.
#![allow(
    dead_code,
    clippy::allow_attributes,
    reason = "each test program uses a part of it"
)]

use std::cell::RefCell;
use std::io::{BufRead, Read, Write};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use chrono::DateTime;
use tenken::clock::Clock;
use tenken::error::Error;
use tenken::plain::{Ended, Start, run};
use tenken::store::crash_note::Scene;
use tenken::store::disk::Disk;
use tenken::store::folder::Folder;
use tenken::text::Lang;

/// The time at which every talk happens.
pub(crate) const NOW: &str = "2026-11-22T14:32:07+09:00";

/// What a talk came to.
pub(crate) struct Talk {
    pub(crate) ended: Result<Ended, Error>,
    /// Everything that was said; what was typed stands behind `> `.
    pub(crate) text: String,
    /// What was typed.
    pub(crate) typed: Vec<String>,
}

impl Talk {
    /// Requires that something was said, wherever its lines were broken.
    #[track_caller]
    pub(crate) fn says(&self, part: &str) -> &Self {
        let said = self.text.replace('\n', "");
        assert!(said.contains(part), "no {part:?} in\n{}", self.text);
        self
    }

    #[track_caller]
    pub(crate) fn does_not_say(&self, part: &str) -> &Self {
        let said = self.text.replace('\n', "");
        assert!(!said.contains(part), "{part:?} in\n{}", self.text);
        self
    }

    /// Returns what was said behind a part of it.
    #[track_caller]
    pub(crate) fn behind(&self, part: &str) -> &str {
        let (_, behind) = self.text.rsplit_once(part).expect(part);
        behind
    }
}

#[derive(Default)]
struct Paper {
    text: String,
    /// Where what was said since the last line typed begins.
    since: usize,
    typed: Vec<String>,
}

struct Out(Rc<RefCell<Paper>>);

impl Write for Out {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let text = std::str::from_utf8(bytes).unwrap();
        self.0.borrow_mut().text.push_str(text);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

struct In<F> {
    paper: Rc<RefCell<Paper>>,
    reply: F,
    bytes: Vec<u8>,
}

impl<F: FnMut(&str) -> Option<String>> Read for In<F> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}

impl<F: FnMut(&str) -> Option<String>> BufRead for In<F> {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        if self.bytes.is_empty() {
            let said = {
                let paper = self.paper.borrow();
                paper.text[paper.since..].replace('\n', "")
            };
            if let Some(line) = (self.reply)(&said) {
                let mut paper = self.paper.borrow_mut();
                paper.text.push_str(&format!("> {line}\n"));
                paper.since = paper.text.len();
                self.bytes = format!("{line}\n").into_bytes();
                paper.typed.push(line);
            }
        }
        Ok(&self.bytes)
    }

    fn consume(&mut self, count: usize) {
        self.bytes.drain(..count);
    }
}

/// Talks in a folder until there is no reply any more. The reply is told what was said since the
/// last one, as one line.
pub(crate) fn talk_with(
    folder: &Path,
    lang: Lang,
    disk: Disk,
    reply: impl FnMut(&str) -> Option<String>,
) -> Talk {
    let root = Folder::on(folder.to_owned(), disk);
    let start = Start {
        scene: Scene::new(root.clone()),
        folder: root,
        clock: Clock::Fixed(DateTime::parse_from_rfc3339(NOW).unwrap()),
        lang,
        by: None,
        home: PathBuf::from("/home/tenken"),
    };
    let paper = Rc::new(RefCell::new(Paper::default()));
    let mut input = In {
        paper: paper.clone(),
        reply,
        bytes: Vec::new(),
    };
    let ended = run(&start, &mut input, &mut Out(paper.clone()));
    let paper = paper.borrow();
    assert!(
        paper
            .text
            .chars()
            .all(|sign| sign == '\n' || !sign.is_control()),
        "no control characters"
    );
    Talk {
        ended,
        text: paper.text.clone(),
        typed: paper.typed.clone(),
    }
}

/// Says some lines in a folder, whatever is said there.
pub(crate) fn talk(folder: &Path, lang: Lang, lines: &[&str]) -> Talk {
    talk_on(folder, lang, Disk::default(), lines)
}

/// The same on a disk that may fail.
pub(crate) fn talk_on(folder: &Path, lang: Lang, disk: Disk, lines: &[&str]) -> Talk {
    let mut lines = lines.iter();
    talk_with(folder, lang, disk, |_| {
        lines.next().map(|line| (*line).to_owned())
    })
}
