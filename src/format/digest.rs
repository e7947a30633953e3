//! SHA-256 digests with a letter in front, so that no spreadsheet takes them for numbers.

use sha2::{Digest, Sha256};

const DIGITS: &[u8; 16] = b"0123456789abcdef";
/// What each byte is worth as a digit; more than 15 when it is none.
const WORTH: [u8; 256] = {
    let mut worth = [u8::MAX; 256];
    let mut value = 0;
    while value < 16 {
        worth[DIGITS[value as usize] as usize] = value;
        value += 1;
    }
    worth
};

/// Gathers parts into one digest; each part's length is hashed too, so parts cannot run together.
#[derive(Clone, Default, Debug)]
pub struct Hasher(Sha256);

impl Hasher {
    /// Adds one part.
    pub fn part(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// Adds one part that may be no text.
    pub fn bytes(&mut self, part: &[u8]) {
        self.0.update((part.len() as u64).to_le_bytes());
        self.0.update(part);
    }

    /// Adds bytes whose length is known, such as another digest.
    pub fn raw(&mut self, parts: &[u8]) {
        self.0.update(parts);
    }

    /// Returns the 32 bytes.
    #[must_use]
    pub fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}

/// Many short parts, laid out one after another and hashed at once, which takes less than one by
/// one. Their digest is that of a [`Hasher`].
#[derive(Clone, Default, Debug)]
pub struct Parts(Vec<u8>);

impl Parts {
    /// Forgets all, and keeps the space.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// Adds one part.
    pub fn add(&mut self, part: &[u8]) {
        self.0.extend_from_slice(&(part.len() as u64).to_le_bytes());
        self.0.extend_from_slice(part);
    }

    /// Returns the 32 bytes.
    #[must_use]
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(&self.0).into()
    }
}

/// Returns `h` and the 64 hexadecimal digits of the SHA-256 of some bytes.
#[must_use]
pub fn of_bytes(bytes: &[u8]) -> String {
    lettered(&Sha256::digest(bytes))
}

/// Returns `h` and the hexadecimal digits of some bytes.
#[must_use]
pub fn lettered(bytes: &[u8]) -> String {
    format!("h{}", hex(bytes))
}

/// Reads `h` and 64 hexadecimal digits back into bytes; lower case only.
#[must_use]
pub fn unlettered(text: &str) -> Option<[u8; 32]> {
    unhex(text.strip_prefix('h')?.as_bytes())
}

/// Returns the hexadecimal digits of 32 bytes, as they stand in a file.
#[must_use]
pub fn hex_digits(bytes: &[u8; 32]) -> [u8; 64] {
    let mut digits = [0; 64];
    for (pair, byte) in digits.chunks_exact_mut(2).zip(bytes) {
        pair[0] = DIGITS[usize::from(byte >> 4)];
        pair[1] = DIGITS[usize::from(byte & 15)];
    }
    digits
}

/// Returns the hexadecimal digits of some bytes.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.push(DIGITS[usize::from(byte >> 4)] as char);
        text.push(DIGITS[usize::from(byte & 15)] as char);
    }
    text
}

/// Reads 64 hexadecimal digits back into bytes; lower case only.
#[must_use]
pub fn unhex(text: &[u8]) -> Option<[u8; 32]> {
    let mut bytes = [0_u8; 32];
    let mut seen = 0;
    if text.len() != 64 {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
        let [high, low] = [pair[0], pair[1]].map(|digit| WORTH[usize::from(digit)]);
        *byte = high << 4 | low;
        seen |= high | low;
    }
    (seen < 16).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_the_same_one_by_one_and_at_once() {
        let (mut hasher, mut parts) = (Hasher::default(), Parts::default());
        for part in ["a", "", "bc"] {
            hasher.part(part);
            parts.add(part.as_bytes());
        }
        assert_eq!(hasher.finish(), parts.digest());
    }

    #[test]
    fn hexadecimal_goes_both_ways() {
        let bytes: [u8; 32] = std::array::from_fn(|index| u8::try_from(index * 7).unwrap());
        assert_eq!(unhex(hex(&bytes).as_bytes()), Some(bytes));
        assert_eq!(unhex(&hex_digits(&bytes)), Some(bytes));
        assert_eq!(unlettered(&lettered(&bytes)), Some(bytes));
        assert_eq!(unlettered(&hex(&bytes)), None);
        assert_eq!(unhex(b"00"), None);
        assert_eq!(unhex("AB".repeat(32).as_bytes()), None);
        assert_eq!(
            of_bytes(b""),
            "he3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        );
    }
}
