//! What an editor makes of a journal by saving it again: a byte order mark, other line ends,
//! another encoding. All of it can be taken back, because a record never holds a raw line end.

use encoding_rs::{SHIFT_JIS, UTF_16BE, UTF_16LE};
use memchr::memmem;

use super::csv_decode::Encoding;

/// How a journal was saved again.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Form {
    /// The encoding; [`Encoding::Utf8Bom`] with a byte order mark.
    pub encoding: Encoding,
    /// Whether lines end as on Windows.
    pub line_ends: bool,
}

/// Returns a journal as it was before it was saved again, if it shows signs of that.
#[must_use]
pub fn taken_back(bytes: &[u8]) -> Option<(Form, Vec<u8>)> {
    let (encoding, text) = decoded(bytes)?;
    let line_ends = memmem::find(&text, b"\r\n").is_some();
    if encoding == Encoding::Utf8 && !line_ends {
        return None;
    }
    let mut plain = Vec::with_capacity(text.len());
    let mut signs = text.iter().peekable();
    while let Some(sign) = signs.next() {
        if *sign != b'\r' || signs.peek() != Some(&&b'\n') {
            plain.push(*sign);
        }
    }
    Some((
        Form {
            encoding,
            line_ends,
        },
        plain,
    ))
}

fn decoded(bytes: &[u8]) -> Option<(Encoding, Vec<u8>)> {
    let wide = |decoder: &'static encoding_rs::Encoding, rest: &[u8], encoding| {
        let text = decoder.decode_without_bom_handling_and_without_replacement(rest)?;
        Some((encoding, text.into_owned().into_bytes()))
    };
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return Some((Encoding::Utf8Bom, rest.to_vec()));
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        return wide(UTF_16LE, rest, Encoding::Utf16Le);
    }
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return wide(UTF_16BE, rest, Encoding::Utf16Be);
    }
    // A journal begins with a digit; every other byte of it is zero in UTF-16.
    match bytes {
        [sign, 0, _, 0, ..] if sign.is_ascii_hexdigit() => wide(UTF_16LE, bytes, Encoding::Utf16Le),
        [0, sign, 0, _, ..] if sign.is_ascii_hexdigit() => wide(UTF_16BE, bytes, Encoding::Utf16Be),
        _ if std::str::from_utf8(bytes).is_ok() => Some((Encoding::Utf8, bytes.to_vec())),
        _ => wide(SHIFT_JIS, bytes, Encoding::Cp932).or_else(|| {
            // Broken elsewhere: the line ends can still be taken back.
            Some((Encoding::Utf8, bytes.to_vec()))
        }),
    }
}
