//! What is typed, line by line: ends of lines as every system writes them, the signs that keys of a
//! terminal leave behind, bytes that are no text. Knows no words and no questions.

use std::io::{ErrorKind, Result};
use std::str::Chars;

use super::source::Source;
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
    /// Returns whether the next line has begun to come.
    pub(super) fn waiting(&mut self, input: &mut dyn Source) -> bool {
        while input.waiting() {
            let first = input.fill_buf().ok().and_then(|bytes| bytes.first());
            if first != Some(&b'\n') || !std::mem::take(&mut self.after_return) {
                return first.is_some();
            }
            input.consume(1);
        }
        false
    }

    /// Reads a line.
    pub(super) fn read(&mut self, input: &mut dyn Source) -> Result<Typed> {
        let mut line = Vec::new();
        let mut too_long = false;
        loop {
            let bytes = match input.fill_buf() {
                Ok(bytes) => bytes,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            let Some(&first) = bytes.first() else {
                return Ok(Typed::End(unfinished(line)));
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
                return Ok(self::line(line).map_or(Typed::NoText, Typed::Line));
            }
        }
    }
}

/// Returns bytes as text to be stored; none when they are no text. F1 stands for itself only where
/// nothing else was typed.
fn line(bytes: Vec<u8>) -> Option<String> {
    let (text, helped) = typed(&String::from_utf8(bytes).ok()?);
    Some(if helped && text.trim().is_empty() {
        F1.to_owned()
    } else {
        text
    })
}

/// Returns what was typed of a line without end, as far as it is text: the last character may be
/// there by half.
fn unfinished(mut bytes: Vec<u8>) -> String {
    if let Err(error) = std::str::from_utf8(&bytes) {
        bytes.truncate(error.valid_up_to());
    }
    typed(&String::from_utf8(bytes).unwrap_or_default()).0
}

/// Returns a line without what arrow keys and the like send, and without other control characters;
/// and whether F1 was among them.
fn typed(line: &str) -> (String, bool) {
    let mut kept = String::with_capacity(line.len());
    let mut helped = false;
    let mut signs = line.trim_start_matches('\u{feff}').chars();
    while let Some(sign) = signs.next() {
        if sign == '\u{1b}' {
            helped |= F1_SENT.contains(&key(&mut signs).as_str());
        } else {
            kept.push(sign);
        }
    }
    (safe::input(&kept), helped)
}

/// Takes what a key sent behind the escape: nothing where the escape key itself was pressed and text
/// follows.
fn key(signs: &mut Chars<'_>) -> String {
    let mut sent = String::new();
    let is_final = |sign: &char| matches!(sign, '\u{40}'..='\u{7e}');
    match next_if(signs, |sign| matches!(sign, '[' | 'O')) {
        None => return sent,
        Some('O') => sent.push('O'),
        Some(sign) => {
            sent.push(sign);
            // The Linux console sends a second one.
            sent.extend(next_if(signs, |sign| *sign == '['));
            while let Some(sign) = next_if(signs, |sign| matches!(sign, '\u{20}'..='\u{3f}')) {
                sent.push(sign);
            }
        }
    }
    sent.extend(next_if(signs, is_final));
    sent
}

fn next_if(signs: &mut Chars<'_>, wanted: impl Fn(&char) -> bool) -> Option<char> {
    let next = signs.clone().next().filter(wanted)?;
    signs.next();
    Some(next)
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
    #[test]
    fn the_escape_key_alone_takes_no_text_away() {
        for (sent, kept) in [
            ("\x1bあいう\n", "あいう"),
            ("\x1b1\n", "1"),
            ("\x1b\x1b[D2\n", "2"),
            ("\x1b[1;あ\n", "あ"),
            ("\x1b[[あ\n", "あ"),
            ("3\x1bOCあ\x1b\n", "3あ"),
        ] {
            let end = Typed::End(String::new());
            assert_eq!(all(sent.as_bytes()), [line(kept), end], "{sent:?}");
        }
    }

    #[test]
    fn f1_beside_a_text_is_no_text_and_takes_none_away() {
        let sent = "確認\x1bOP済\n \x1b[11~ \n\x1bOP";
        let end = Typed::End(String::new());
        assert_eq!(all(sent.as_bytes()), [line("確認済"), line(F1), end]);
    }

    #[test]
    fn an_end_within_a_character_keeps_what_was_typed_before_it() {
        let sent = "12月に確".as_bytes();
        let kept = Typed::End("12月に".to_owned());
        assert_eq!(all(&sent[..sent.len() - 1]), [kept]);
    }
}
