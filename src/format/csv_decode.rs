//! Bytes of a CSV file to text: finds out the encoding, refuses what is no text.

use encoding_rs::{Encoding as Decoder, SHIFT_JIS, UTF_16BE, UTF_16LE};

/// The largest file read, in bytes.
pub const BYTES_MAX: usize = 32 * 1024 * 1024;

/// An encoding a spreadsheet saves in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// UTF-8 with a byte order mark, as this program writes.
    Utf8Bom,
    /// UTF-8 without one.
    Utf8,
    /// UTF-16, low byte first ("Unicode text").
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Code page 932, the Windows form of Shift JIS ("CSV").
    Cp932,
}

/// A file's text and the encoding it was found in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// The encoding.
    pub encoding: Encoding,
}

/// Why bytes are no text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum DecodeError {
    /// More bytes than are read.
    TooLarge {
        /// The file's size.
        bytes: usize,
        /// The limit.
        limit: usize,
    },
    /// A NUL, which no text file holds.
    Nul,
    /// Bytes that the encoding does not have.
    Malformed(Encoding),
}

/// Turns a file's bytes into text: a byte order mark decides, else valid UTF-8, else CP932.
///
/// # Errors
///
/// [`DecodeError`] when the bytes are too many or no text.
pub fn decode(bytes: &[u8]) -> Result<Decoded, DecodeError> {
    if bytes.len() > BYTES_MAX {
        return Err(DecodeError::TooLarge {
            bytes: bytes.len(),
            limit: BYTES_MAX,
        });
    }
    let (text, encoding) = if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        let text =
            std::str::from_utf8(rest).map_err(|_| DecodeError::Malformed(Encoding::Utf8Bom))?;
        (text.to_owned(), Encoding::Utf8Bom)
    } else if let Some(rest) = bytes.strip_prefix(b"\xFF\xFE") {
        (
            through(UTF_16LE, rest, Encoding::Utf16Le)?,
            Encoding::Utf16Le,
        )
    } else if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        (
            through(UTF_16BE, rest, Encoding::Utf16Be)?,
            Encoding::Utf16Be,
        )
    } else if let Ok(text) = std::str::from_utf8(bytes) {
        (text.to_owned(), Encoding::Utf8)
    } else {
        (through(SHIFT_JIS, bytes, Encoding::Cp932)?, Encoding::Cp932)
    };
    if text.contains('\0') {
        return Err(DecodeError::Nul);
    }
    Ok(Decoded { text, encoding })
}

fn through(
    decoder: &'static Decoder,
    bytes: &[u8],
    encoding: Encoding,
) -> Result<String, DecodeError> {
    decoder
        .decode_without_bom_handling_and_without_replacement(bytes)
        .map(std::borrow::Cow::into_owned)
        .ok_or(DecodeError::Malformed(encoding))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, encoding: Encoding) {
        let decoded = decode(bytes).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
    }

    #[test]
    fn every_encoding_of_a_spreadsheet_is_read() {
        check("\u{FEFF}あ,b".as_bytes(), "あ,b", Encoding::Utf8Bom);
        check("あ,b".as_bytes(), "あ,b", Encoding::Utf8);
        check(b"\xFF\xFEB0a\0", "あa", Encoding::Utf16Le);
        check(b"\xFE\xFF0B\0a", "あa", Encoding::Utf16Be);
        check(b"\x82\xA0,\x87\x40\x95\x5C", "あ,①表", Encoding::Cp932);
        check(b"", "", Encoding::Utf8);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert_eq!(decode(b"a\0b"), Err(DecodeError::Nul));
        assert_eq!(decode(b"\xFF\xFEa\0\0\0"), Err(DecodeError::Nul));
        for (bytes, encoding) in [
            (&b"\xEF\xBB\xBF\x82\xA0"[..], Encoding::Utf8Bom),
            (b"\xFF\xFEa", Encoding::Utf16Le),
            (b"\xFF\xFE\x00\xD8a\0", Encoding::Utf16Le),
            (b"\x82\xA0\xFF", Encoding::Cp932),
        ] {
            assert_eq!(decode(bytes), Err(DecodeError::Malformed(encoding)));
        }
        let large = vec![b'a'; BYTES_MAX + 1];
        assert!(matches!(decode(&large), Err(DecodeError::TooLarge { .. })));
    }
}
