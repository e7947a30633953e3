//! The profile questions: `checklists/profile.ron`.

use super::ron_source::{Located, Reader};
use crate::domain::problem::{IdKind, ProblemKind};

const FIELDS: &[&str] = &["key", "question", "note"];

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

/// Reads the profile questions of a file.
#[must_use]
pub fn read<'a>(reader: &Reader<'a>, file: usize) -> Vec<QuestionSource<'a>> {
    let mut questions: Vec<QuestionSource<'a>> = Vec::new();
    for node in reader.list(reader.whole(file)) {
        let Some(fields) = reader.fields(node, FIELDS) else {
            continue;
        };
        let key = fields.text("key");
        let question = fields.text("question");
        let note = fields.optional_text("note");
        let (Some(key), Some(question)) = (key, question) else {
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
            continue;
        }
        if let Some(first) = questions.iter().find(|seen| seen.key.value == key.value) {
            let (file, line) = reader.line(first.key.node);
            reader.problem_at(
                &key,
                ProblemKind::DuplicateId(key.value.clone(), file, line),
            );
            continue;
        }
        questions.push(QuestionSource {
            key,
            question,
            note,
        });
    }
    questions
}
