//! The profile questions: `checklists/profile.ron`.

use std::collections::HashMap;

use super::ron_source::{Located, Reader};
use crate::domain::problem::{IdKind, ProblemKind};

/// The fields.
pub(super) const FIELDS: &[&str] = &["key", "question", "note"];

/// A profile question as written.
#[derive(Clone, Debug)]
pub struct QuestionSource<'a> {
    /// The key.
    pub key: Located<'a, String>,
    /// The question, with placeholders.
    pub question: Located<'a, String>,
    /// A remark, with placeholders.
    pub note: Option<Located<'a, String>>,
}

impl<'a> QuestionSource<'a> {
    /// Returns every text that may hold placeholders.
    pub fn templates(&self) -> impl Iterator<Item = &Located<'a, String>> {
        std::iter::once(&self.question).chain(&self.note)
    }
}

/// The profile questions.
#[derive(Clone, Debug)]
pub struct Questions<'a> {
    /// The questions without a fault, in order.
    pub questions: Vec<QuestionSource<'a>>,
    /// Where each key's question stands among them.
    positions: HashMap<String, usize>,
    /// Whether a fault hides keys, so that not every key can be known.
    gaps: bool,
}

impl<'a> Questions<'a> {
    /// Returns what an absent file gives: nothing is known.
    #[must_use]
    pub fn absent() -> Self {
        Self {
            questions: Vec::new(),
            positions: HashMap::new(),
            gaps: true,
        }
    }

    /// Returns the question of a key.
    #[must_use]
    pub fn of(&self, key: &str) -> Option<&QuestionSource<'a>> {
        self.questions.get(*self.positions.get(key)?)
    }

    /// Returns whether no question can be of this key. A faulty question is told once, where it
    /// stands, and not again by every item that uses its key.
    #[must_use]
    pub fn lack(&self, key: &str) -> bool {
        !self.gaps && self.of(key).is_none()
    }
}

/// Reads the profile questions of a file.
#[must_use]
pub fn read<'a>(reader: &Reader<'a>, file: usize) -> Questions<'a> {
    let mut questions: Vec<QuestionSource<'a>> = Vec::new();
    let mut positions: HashMap<String, usize> = HashMap::new();
    let nodes = reader.elements(reader.whole(file));
    let mut gaps = nodes.is_none();
    for node in nodes.unwrap_or_default() {
        let Some(fields) = reader.fields(node, FIELDS) else {
            gaps = true;
            continue;
        };
        let key = fields.text("key");
        let question = fields.text("question");
        let note = fields.optional_text("note");
        let (Some(key), Some(question)) = (key, question) else {
            gaps = true;
            continue;
        };
        let shaped = key
            .value
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        if !shaped || key.value == "true" {
            reader.problem_at(
                &key,
                ProblemKind::BadId(IdKind::ProfileKey, key.value.clone()),
            );
            gaps = true;
            continue;
        }
        if let Some(first) = positions.get(&key.value).and_then(|&at| questions.get(at)) {
            let (file, line) = reader.line(first.key.node);
            reader.problem_at(
                &key,
                ProblemKind::DuplicateId(key.value.clone(), file, line),
            );
            continue;
        }
        positions.insert(key.value.clone(), questions.len());
        questions.push(QuestionSource {
            key,
            question,
            note,
        });
    }
    Questions {
        questions,
        positions,
        gaps,
    }
}
