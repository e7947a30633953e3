//! What sealed hand-over files and their keys look like as text, and what can be wrong with them.
//! Sealing itself draws random numbers, so `store` does it.

use age::secrecy::{ExposeSecret as _, SecretString};
use age::x25519::{Identity, Recipient};

/// What a sealed file's name ends with.
pub const SEALED: &str = "age";
/// How every sealed file begins.
const HEADER: &[u8] = b"age-encryption.org/v1";
/// How a secret key begins.
const SECRET: &str = "AGE-SECRET-KEY-";
/// How a public key begins.
const PUBLIC: &str = "age1";
/// Shortest passphrase, in characters.
pub const PASSPHRASE_MIN: usize = 8;
/// Longest passphrase that can be typed, in characters.
const PASSPHRASE_MAX: usize = 200;
/// Most keys one file is sealed to.
const KEYS_MAX: usize = 100;

/// A passphrase. It is never shown, not even when debugging, and wiped when it is no longer needed.
#[derive(Clone, Default, Debug)]
pub struct Passphrase(pub SecretString);

impl PartialEq for Passphrase {
    fn eq(&self, other: &Self) -> bool {
        self.is_same(other)
    }
}

impl Eq for Passphrase {}

impl Passphrase {
    /// Takes a passphrase as it was typed. Blanks at its ends count: nothing is guessed.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(SecretString::from(text.to_owned()))
    }

    /// Returns whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.expose_secret().is_empty()
    }

    /// Returns the number of characters.
    #[must_use]
    pub fn length(&self) -> usize {
        self.0.expose_secret().chars().count()
    }

    /// Returns it with one more character, if it is not too long already.
    #[must_use]
    pub fn with(&self, sign: char) -> Self {
        if sign.is_control() || self.length() >= PASSPHRASE_MAX {
            return self.clone();
        }
        let before = self.0.expose_secret();
        // Room for all of it at once, so that no half of it is left behind by growing.
        let mut text = String::with_capacity(before.len() + sign.len_utf8());
        text.push_str(before);
        text.push(sign);
        Self(SecretString::from(text))
    }

    /// Returns it without its last character.
    #[must_use]
    pub fn without_last(&self) -> Self {
        let mut signs = self.0.expose_secret().chars();
        signs.next_back();
        Self::new(signs.as_str())
    }

    /// Returns whether both are the same.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.0.expose_secret() == other.0.expose_secret()
    }

    /// Accepts a new passphrase that was typed twice.
    ///
    /// # Errors
    ///
    /// [`PassphraseFault`] when it is too short or the two differ.
    pub fn chosen(self, again: &Self) -> Result<Self, PassphraseFault> {
        self.long_enough().and_then(|passphrase| {
            if passphrase.is_same(again) {
                Ok(passphrase)
            } else {
                Err(PassphraseFault::Differs)
            }
        })
    }

    /// Accepts a new passphrase if it is long enough.
    ///
    /// # Errors
    ///
    /// [`PassphraseFault::TooShort`].
    pub fn long_enough(self) -> Result<Self, PassphraseFault> {
        if self.length() < PASSPHRASE_MIN {
            Err(PassphraseFault::TooShort)
        } else {
            Ok(self)
        }
    }
}

/// What is wrong with a passphrase to be set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PassphraseFault {
    /// It is shorter than [`PASSPHRASE_MIN`].
    TooShort,
    /// It was typed in two ways.
    Differs,
    /// There is no terminal to ask on.
    NoTerminal,
    /// Whoever was asked gave up.
    GivenUp,
}

/// What is wrong with a file of keys, or a key given directly.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum KeyFault {
    /// There is no key in it.
    None,
    /// The line of this number is no key of the kind that is needed.
    Line(usize),
    /// A secret key stands where a public one belongs.
    SecretGiven,
    /// A public key stands where a secret one belongs.
    PublicGiven,
    /// There are more keys than a file can be sealed to.
    TooMany(usize),
}

/// Why a sealed file does not open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OpenFault {
    /// It is not a sealed file.
    NotSealed,
    /// It was not sealed to this key; or where it says to whom was altered, which looks the same.
    WrongKey,
    /// It was not sealed with this passphrase.
    WrongPassphrase,
    /// It takes a passphrase and not a key.
    TakesPassphrase,
    /// It takes a key and not a passphrase.
    TakesKey,
    /// It takes a key or passphrase, and none was given.
    TakesSomething,
    /// It was altered, or its end is missing.
    Altered,
    /// Trying the passphrase would take this much work, as a power of two: more than is allowed.
    TooMuchWork(u8),
}

impl OpenFault {
    /// Returns whether another key or passphrase may help: the file itself may be sound.
    #[must_use]
    pub const fn is_about_the_key(self) -> bool {
        matches!(
            self,
            Self::WrongKey
                | Self::WrongPassphrase
                | Self::TakesPassphrase
                | Self::TakesKey
                | Self::TakesSomething
        )
    }
}

/// Returns whether bytes begin as a sealed file does.
#[must_use]
pub fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(HEADER)
}

/// Returns whether a text is meant as a public key and not as a file's name.
#[must_use]
pub fn looks_like_a_key(text: &str) -> bool {
    text.starts_with(PUBLIC) || is_secret(text)
}

fn is_secret(text: &str) -> bool {
    let begin: String = text.chars().take(SECRET.len()).collect();
    begin.eq_ignore_ascii_case(SECRET)
}

/// Reads public keys: one a line; lines that begin with `#` and blank ones do not count.
///
/// # Errors
///
/// [`KeyFault`] when there is none, or a line is something else.
pub fn public_keys(text: &str) -> Result<Vec<Recipient>, KeyFault> {
    let mut keys = Vec::new();
    for (number, line) in lines(text) {
        if is_secret(line) {
            return Err(KeyFault::SecretGiven);
        }
        keys.push(line.parse().map_err(|_| KeyFault::Line(number))?);
    }
    match keys.len() {
        0 => Err(KeyFault::None),
        1..=KEYS_MAX => Ok(keys),
        _ => Err(KeyFault::TooMany(KEYS_MAX)),
    }
}

/// Reads secret keys, written as public ones are.
///
/// # Errors
///
/// [`KeyFault`] when there is none, or a line is something else.
pub fn secret_keys(text: &str) -> Result<Vec<Identity>, KeyFault> {
    let mut keys = Vec::new();
    for (number, line) in lines(text) {
        if line.starts_with(PUBLIC) {
            return Err(KeyFault::PublicGiven);
        }
        keys.push(line.parse().map_err(|_| KeyFault::Line(number))?);
    }
    match keys.len() {
        0 => Err(KeyFault::None),
        1..=KEYS_MAX => Ok(keys),
        _ => Err(KeyFault::TooMany(KEYS_MAX)),
    }
}

fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line.trim()))
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

/// Returns the text of a file with a key, below comments that say what it is.
#[must_use]
pub fn key_file(comments: &[String], key: &str) -> String {
    let mut text = String::new();
    for comment in comments {
        text.push_str(&format!("# {comment}\n"));
    }
    text + key + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    const PUBLIC_KEY: &str = "age1t7rxyev2z3rw82stdlrrepyc39nvn86l5078zqkf5uasdy86jp6svpy7pa";
    const SECRET_KEY: &str =
        "AGE-SECRET-KEY-1GQ9778VQXMMJVE8SK7J6VT8UJ4HDQAJUVSFCWCM02D8GEWQ72PVQ2Y5J33";

    #[test]
    fn several_public_keys_are_read_below_comments() {
        let text = format!("# 取りまとめ部署\n\n{PUBLIC_KEY}\r\n  {PUBLIC_KEY}  \n#\n");
        let keys = public_keys(&text).unwrap();
        assert_eq!(keys.len(), 2);
        assert_eq!(keys[0].to_string(), PUBLIC_KEY);
        let secret = secret_keys(&key_file(&["x".into()], SECRET_KEY)).unwrap();
        assert_eq!(secret[0].to_public().to_string(), PUBLIC_KEY);
    }

    #[test]
    fn a_file_without_a_sound_key_is_refused() {
        let public = |text: &str| public_keys(text).map(|keys| keys.len());
        assert_eq!(public(""), Err(KeyFault::None));
        assert_eq!(public("# nothing\n"), Err(KeyFault::None));
        assert_eq!(public("# a\nage1xyz\n"), Err(KeyFault::Line(2)));
        assert_eq!(
            public(&PUBLIC_KEY.replace("t7r", "t8r")),
            Err(KeyFault::Line(1)),
            "a wrong letter is noticed"
        );
        assert_eq!(public(SECRET_KEY), Err(KeyFault::SecretGiven));
        assert_eq!(
            public(&SECRET_KEY.to_lowercase()),
            Err(KeyFault::SecretGiven)
        );
        let many = format!("{PUBLIC_KEY}\n").repeat(KEYS_MAX + 1);
        assert_eq!(public(&many), Err(KeyFault::TooMany(KEYS_MAX)));
        let secret = |text: &str| secret_keys(text).map(|keys| keys.len());
        assert_eq!(secret(PUBLIC_KEY), Err(KeyFault::PublicGiven));
        assert_eq!(secret("x"), Err(KeyFault::Line(1)));
        assert_eq!(secret(" \n"), Err(KeyFault::None));
    }

    #[test]
    fn a_passphrase_is_long_enough_and_typed_twice_alike() {
        let chosen = |one: &str, two: &str| {
            Passphrase::new(one)
                .chosen(&Passphrase::new(two))
                .map(|_| ())
        };
        assert_eq!(chosen("1234567", "1234567"), Err(PassphraseFault::TooShort));
        assert_eq!(
            chosen("12345678", "12345679"),
            Err(PassphraseFault::Differs)
        );
        assert_eq!(chosen("八文字の合言葉だ", "八文字の合言葉だ"), Ok(()));
    }

    #[test]
    fn a_passphrase_is_never_shown() {
        let shown = format!("{:?}", Passphrase::new("himitsu-himitsu"));
        assert!(!shown.contains("himitsu"), "{shown}");
    }
}
