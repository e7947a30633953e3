//! The copy of a checklist frozen into a year: its source files in one RON file.

use serde::{Deserialize, Serialize};

use super::checklist_files::ChecklistFiles;
use super::ron_source::SourceFile;
use super::ron_written::Written;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct FrozenFile {
    format: u32,
    files: Vec<(String, String)>,
}

/// Writes the files of a checklist as one text.
///
/// # Errors
///
/// The serialiser's own words, which would be a defect of this program.
pub fn encode(files: &ChecklistFiles) -> Result<String, String> {
    let frozen = FrozenFile {
        format: 1,
        files: files
            .files
            .iter()
            .map(|file| (file.name.clone(), file.text.clone()))
            .collect(),
    };
    ron::to_string(&frozen).map_err(|error| error.to_string())
}

/// Reads the files of a checklist back.
///
/// # Errors
///
/// The reader's own words.
pub fn decode(text: &str) -> Result<ChecklistFiles, String> {
    if let Some(files) = as_written(text) {
        return Ok(ChecklistFiles { files });
    }
    let frozen: FrozenFile = ron::from_str(text).map_err(|error| error.to_string())?;
    Ok(ChecklistFiles {
        files: frozen
            .files
            .into_iter()
            .map(|(name, text)| SourceFile { name, text })
            .collect(),
    })
}

/// Reads the form that is written here, many times quicker than the RON reader; none when it is
/// another.
fn as_written(text: &str) -> Option<Vec<SourceFile>> {
    let mut rest = Written::new(text);
    let file = |rest: &mut Written<'_>| {
        let name = rest.between("(", Written::quoted, ",")?;
        let text = rest.quoted()?;
        rest.take(")")?;
        Some(SourceFile { name, text })
    };
    let files = rest.between("(format:1,files:", |rest| rest.list(file), ")")?;
    rest.end(files)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn by_ron(text: &str) -> Option<Vec<(String, String)>> {
        ron::from_str::<FrozenFile>(text)
            .ok()
            .map(|frozen| frozen.files)
    }

    fn quickly(text: &str) -> Option<Vec<(String, String)>> {
        let pair = |file: SourceFile| (file.name, file.text);
        as_written(text).map(|files| files.into_iter().map(pair).collect())
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_quickly(
            files in prop::collection::vec((any::<String>(), any::<String>()), 1..4),
        ) {
            let source = |(name, text): &(String, String)| SourceFile {
                name: name.clone(),
                text: text.clone(),
            };
            let text = encode(&ChecklistFiles {
                files: files.iter().map(source).collect(),
            });
            prop_assert_eq!(quickly(&text.unwrap()), Some(files));
        }

        #[test]
        fn what_is_read_quickly_is_what_the_ron_reader_reads(
            text in "[an\"\\\\,(){}u0-3あ]{0,12}",
            spoilt in "(\\)|,|\"|\\]|\\[| |:1)?",
            at in 0..60_usize,
        ) {
            let mut text = format!("(format:1,files:[(\"a\",\"{text}\"),(\"b\",\"\\u{{3042}}\")])");
            if text.is_char_boundary(at) {
                text.insert_str(at, &spoilt);
            }
            let quickly = quickly(&text);
            prop_assert!(quickly.is_none() || quickly == by_ron(&text), "{}", text);
        }
    }
}
