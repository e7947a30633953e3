//! What is typed, line by line: ends of lines as every system writes them, the signs that keys of a
//! terminal leave behind, bytes that are no text. Knows no words and no questions.

use std::io::{BufRead, ErrorKind, Result};

use crate::display::safe;

/// The longest line taken, in bytes; a pipe may send one without end.
const LINE_MAX: usize = 64 * 1024;

/// What stands for a key that asks for help.
pub(super) const F1: &str = "F1";
/// What F1 sends, behind the escape: of most terminals, of old ones, of the Linux console.
const F1_SENT: [&str; 3] = ["OP", "[11~", "[[A"];

/// What came.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Typed {
    /// A line, fit to be stored.
    Line(String),
    /// A line of bytes that are no text.
    NoText,
    /// A line longer than is taken.
    TooLong,
    /// The end. What was typed before it without an end of line is no answer.
    End(String),
}

/// Reads lines.
#[derive(Default, Debug)]
pub(super) struct Reader {
    /// The last line ended with a carriage return; a line feed behind it is its other half.
    after_return: bool,
}

impl Reader {
    /// Reads a line.
    pub(super) fn read(&mut self, input: &mut dyn BufRead) -> Result<Typed> {
        let mut line = Vec::new();
        let mut too_long = false;
        loop {
            let bytes = match input.fill_buf() {
                Ok(bytes) => bytes,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let Some(&first) = bytes.first() else {
                return Ok(Typed::End(text(line).unwrap_or_default()));
            };
            if std::mem::take(&mut self.after_return) && first == b'\n' {
                input.consume(1);
                continue;
            }
            let end = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
            let part = &bytes[..end.unwrap_or(bytes.len())];
            too_long |= line.len() + part.len() > LINE_MAX;
            if !too_long {
                line.extend_from_slice(part);
            }
            self.after_return = end.is_some_and(|at| bytes[at] == b'\r');
            let used = part.len() + usize::from(end.is_some());
            input.consume(used);
            if end.is_some() && too_long {
                return Ok(Typed::TooLong);
            }
            if end.is_some() {
                return Ok(text(line).map_or(Typed::NoText, Typed::Line));
            }
        }
    }
}

/// Returns bytes as text to be stored: without what arrow keys and the like send, and without other
/// control characters. None when they are no text.
fn text(bytes: Vec<u8>) -> Option<String> {
    let text = String::from_utf8(bytes).ok()?;
    let text = text.trim_start_matches('\u{feff}');
    let mut kept = String::with_capacity(text.len());
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        if sign != '\u{1b}' {
            kept.push(sign);
        } else if F1_SENT.contains(&key(&mut signs).as_str()) {
            return Some(F1.to_owned());
        }
    }
    Some(safe::input(&kept))
}

/// Takes what a key sent behind the escape.
fn key(signs: &mut std::str::Chars<'_>) -> String {
    let mut sent = String::new();
    for sign in signs.by_ref() {
        sent.push(sign);
        let done = match sent.len() {
            1 => !matches!(sign, '[' | 'O'),
            2 if sent.starts_with('O') => true,
            2 if sign == '[' => false,
            _ => matches!(sign, '\u{40}'..='\u{7e}'),
        };
        if done {
            break;
        }
    }
    sent
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(mut bytes: &[u8]) -> Vec<Typed> {
        let mut reader = Reader::default();
        let mut found = Vec::new();
        loop {
            let typed = reader.read(&mut bytes).unwrap();
            let ended = matches!(typed, Typed::End(_));
            found.push(typed);
            if ended {
                return found;
            }
        }
    }

    fn line(text: &str) -> Typed {
        Typed::Line(text.to_owned())
    }

    #[test]
    fn lines_end_as_every_system_ends_them() {
        let end = Typed::End("d".to_owned());
        assert_eq!(
            all(b"a\nb\r\nc\r\n\rd"),
            [line("a"), line("b"), line("c"), line(""), end]
        );
    }

    #[test]
    fn what_keys_of_a_terminal_send_is_no_text() {
        let end = Typed::End(String::new());
        assert_eq!(all(b"a\x1b[Db\x1b[3~c\x07\n"), [line("abc"), end.clone()]);
        for sent in [b"\x1bOP\n".as_slice(), b"\x1b[11~\n", b"\x1b[[A\n"] {
            assert_eq!(all(sent), [line(F1), end.clone()]);
        }
    }

    #[test]
    fn bytes_that_are_no_text_and_lines_without_end_are_told() {
        let mut bytes = vec![b'x'; LINE_MAX + 1];
        bytes.extend(b"\n\x93\xfa\n\xef\xbb\xbf1\n");
        let end = Typed::End(String::new());
        assert_eq!(all(&bytes), [Typed::TooLong, Typed::NoText, line("1"), end]);
    }
}
