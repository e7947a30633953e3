//! The English words of sealing.

use super::SealWords;
use crate::format::sealing::{KeyFault, OpenFault, PASSPHRASE_MIN, PassphraseFault};

pub(super) const GIVEN_KEY: &str = "the key given";

pub(super) const WORDS: SealWords = SealWords {
    seal: "Encryption",
    seal_hint: "An encrypted file tells nothing when the stick is lost. Choose with ← →.",
    choices: ["none", "with the division's key", "with a passphrase"],
    key: "Key",
    key_hint: "The public key file from the division, or a key that begins with age1.",
    key_found: "The division's key was found, so it is chosen.",
    first: "Passphrase",
    first_hint: "8 characters or more, such as three words. Keep it apart from the files.",
    again: "Once more",
    again_hint: "The same passphrase again. It is kept nowhere: make a note of it.",
    by_key: "Encrypted. Only the division's secret key opens the files.",
    by_passphrase: "Encrypted. Pass the passphrase on another way than the files.",
};

pub(super) const IN_THE_WAY: (&str, &str) = (
    "a file of this name is there already.",
    "Nothing is overwritten. Use another name or place.",
);

pub(super) const KEY_MADE: [&str; 5] = [
    "A pair of keys was made.",
    "Secret key",
    "Opens the files that come in. It stays with the division. Without it nobody opens them: keep a copy in a safe place.",
    "Public key",
    "Encrypts. Give it to the departments; it may be seen. As division.pub in a working folder, the export screen finds it.",
];

pub(super) const SECRET_COMMENT: &str =
    "Secret key: opens the workbooks handed in. It stays with the division.";
pub(super) const PUBLIC_COMMENT: &str =
    "Public key: encrypts workbooks. It is for the departments.";

pub(super) fn open_fault(fault: OpenFault) -> (String, &'static str) {
    match fault {
        OpenFault::NotSealed => (
            "not an encrypted file.".to_owned(),
            "Give the file whose name ends in .age, as it came.",
        ),
        OpenFault::WrongKey => (
            "this key does not open it.".to_owned(),
            "Ask the department which key was used. A file altered at its beginning looks the same.",
        ),
        OpenFault::WrongPassphrase => (
            "this passphrase does not open it.".to_owned(),
            "Check capitals and full-width letters. A file altered at its beginning looks the same.",
        ),
        OpenFault::TakesPassphrase => (
            "encrypted with a passphrase, not a key.".to_owned(),
            "Open it with the passphrase; commands take --passphrase or --passphrase-file.",
        ),
        OpenFault::TakesKey => (
            "encrypted with a key, not a passphrase.".to_owned(),
            "Open it with the secret key; commands take its file with --identity.",
        ),
        OpenFault::TakesSomething => (
            "encrypted.".to_owned(),
            "Open it with the secret key or the passphrase; commands take --identity or --passphrase.",
        ),
        OpenFault::Altered => (
            "altered, or its end is missing.".to_owned(),
            "Ask the department for the file again.",
        ),
        OpenFault::TooMuchWork(work) => (
            format!("asks for too much work to open it (2 to the power of {work})."),
            "This program did not make it. Ask the department.",
        ),
    }
}

pub(super) fn key_fault(fault: KeyFault) -> (String, &'static str) {
    match fault {
        KeyFault::None => (
            "there is no key in it.".to_owned(),
            "Check whether it is a file of keys.",
        ),
        KeyFault::Line(line) => (
            format!("line {line} is not a key that can be used."),
            "Check whether the file is as the division gave it.",
        ),
        KeyFault::SecretGiven => (
            "a secret key; it does not encrypt.".to_owned(),
            "Give the public key, whose name ends in .pub. The secret key belongs to the division alone.",
        ),
        KeyFault::PublicGiven => (
            "a public key; opening takes the secret one.".to_owned(),
            "Give the file whose name does not end in .pub.",
        ),
        KeyFault::TooMany(most) => (
            format!("too many keys; at most {most} can be used."),
            "Remove the keys that are not needed.",
        ),
    }
}

pub(super) fn passphrase_fault(fault: PassphraseFault) -> (String, &'static str) {
    match fault {
        PassphraseFault::TooShort => (
            format!("A passphrase takes {PASSPHRASE_MIN} characters or more."),
            "A short one is found by trying. Three words in a row are long and easy to remember.",
        ),
        PassphraseFault::Differs => (
            "The two passphrases differ.".to_owned(),
            "Enter the same one twice.",
        ),
        PassphraseFault::NoTerminal => (
            "There is no terminal to ask for a passphrase on.".to_owned(),
            "Give a file that holds it with --passphrase-file.",
        ),
        PassphraseFault::GivenUp => (
            "No passphrase was entered.".to_owned(),
            "Nothing was written.",
        ),
    }
}
