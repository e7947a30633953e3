//! Sealing of hand-over files, in words: the export screen's rows, the commands, and what goes wrong.

use std::path::{Path, PathBuf};

use super::Lang;
use crate::error::Error;
use crate::store::sealed::{NewKeys, Seal};

#[path = "sealing_en.rs"]
mod en;
#[path = "sealing_ja.rs"]
mod ja;

/// The words of the export screen's rows and of the questions on a terminal.
#[derive(Debug)]
pub struct SealWords {
    /// Sealing.
    pub seal: &'static str,
    /// What sealing is for.
    pub seal_hint: &'static str,
    /// Not, with the division's key, with a passphrase.
    pub choices: [&'static str; 3],
    /// Key.
    pub key: &'static str,
    /// The file of the division's public key, or the key itself.
    pub key_hint: &'static str,
    /// The key found in the folder is proposed.
    pub key_found: &'static str,
    /// Passphrase.
    pub first: &'static str,
    /// How long, and how it reaches the division.
    pub first_hint: &'static str,
    /// Once more.
    pub again: &'static str,
    /// The same once more.
    pub again_hint: &'static str,
    /// The files are sealed; the division's secret key opens them.
    pub by_key: &'static str,
    /// The files are sealed; the passphrase opens them.
    pub by_passphrase: &'static str,
}

/// Returns the words of a language.
#[must_use]
pub const fn words(lang: Lang) -> &'static SealWords {
    match lang {
        Lang::Ja => &ja::WORDS,
        Lang::En => &en::WORDS,
    }
}

/// Returns an error of sealing as lines: what is wrong, then what to do. None for other errors.
#[must_use]
pub fn error(lang: Lang, error: &Error) -> Option<Vec<String>> {
    let (what, todo) = match (error, lang) {
        (Error::Sealed { path, fault }, Lang::Ja) => {
            let (what, todo) = ja::open_fault(*fault);
            (format!("{}: {what}", name(path)), todo)
        }
        (Error::Sealed { path, fault }, Lang::En) => {
            let (what, todo) = en::open_fault(*fault);
            (format!("{}: {what}", name(path)), todo)
        }
        (Error::Key { path, fault }, Lang::Ja) => {
            let (what, todo) = ja::key_fault(*fault);
            (format!("{}: {what}", key_name(path, ja::GIVEN_KEY)), todo)
        }
        (Error::Key { path, fault }, Lang::En) => {
            let (what, todo) = en::key_fault(*fault);
            (format!("{}: {what}", key_name(path, en::GIVEN_KEY)), todo)
        }
        (Error::Passphrase(fault), Lang::Ja) => ja::passphrase_fault(*fault),
        (Error::Passphrase(fault), Lang::En) => en::passphrase_fault(*fault),
        (Error::InTheWay(path), Lang::Ja) => (
            format!("{}: {}", name(path), ja::IN_THE_WAY.0),
            ja::IN_THE_WAY.1,
        ),
        (Error::InTheWay(path), Lang::En) => (
            format!("{}: {}", name(path), en::IN_THE_WAY.0),
            en::IN_THE_WAY.1,
        ),
        _ => return None,
    };
    Some(vec![what, todo.to_owned()])
}

fn name(path: &Path) -> String {
    crate::display::safe::line(&path.display().to_string())
}

fn key_name(path: &Path, given: &str) -> String {
    if path.as_os_str().is_empty() {
        given.to_owned()
    } else {
        name(path)
    }
}

/// Tells how files were sealed.
#[must_use]
pub const fn sealed(lang: Lang, seal: &Seal) -> &'static str {
    let words = words(lang);
    match seal {
        Seal::Keys(_) => words.by_key,
        Seal::Passphrase(_) => words.by_passphrase,
    }
}

/// Tells that a pair of keys was made, and what each is for.
#[must_use]
pub fn key_made(lang: Lang, keys: &NewKeys) -> Vec<String> {
    let [made, secret, secret_use, public, public_use] = match lang {
        Lang::Ja => ja::KEY_MADE,
        Lang::En => en::KEY_MADE,
    };
    vec![
        made.to_owned(),
        format!("{secret} {}", name(&keys.secret)),
        format!("  {secret_use}"),
        format!("{public} {}", name(&keys.public)),
        format!("  {public_use}"),
        format!("  {}", keys.key),
    ]
}

/// Returns what stands above the keys in their files: of the secret and of the public one.
#[must_use]
pub fn key_comments(lang: Lang, made: &str) -> [Vec<String>; 2] {
    let (secret, public) = match lang {
        Lang::Ja => (ja::SECRET_COMMENT, ja::PUBLIC_COMMENT),
        Lang::En => (en::SECRET_COMMENT, en::PUBLIC_COMMENT),
    };
    [secret, public].map(|words| vec![words.to_owned(), format!("tenken {made}")])
}

/// Tells which files were opened and written.
#[must_use]
pub fn opened(lang: Lang, files: &[PathBuf]) -> Vec<String> {
    let lead = match lang {
        Lang::Ja => "暗号化を解いて書きました:",
        Lang::En => "Opened and written:",
    };
    files
        .iter()
        .map(|file| format!("{lead} {}", name(file)))
        .collect()
}

/// Returns the help of a command or argument of sealing; empty for others.
#[must_use]
pub fn help(lang: Lang, name: &str) -> &'static str {
    let (ja, en) = match name {
        "key" => ("暗号化の鍵を作る", "Make keys for sealing"),
        // Of `key`.
        "new" => ("鍵の組を作る", "Make a pair of keys"),
        "decrypt" => ("暗号化したファイルを開く", "Open sealed files"),
        "encrypt_to" => (
            "この公開の鍵（ファイルか age1… の鍵）で暗号化する",
            "Seal to these public keys: a file, or a key age1…",
        ),
        "passphrase" => (
            "端末でパスフレーズを聞く",
            "Ask for a passphrase on the terminal",
        ),
        "passphrase_file" => (
            "パスフレーズを1行目に書いたファイル",
            "File with the passphrase as its first line",
        ),
        "identity" => (
            "開くための秘密の鍵のファイル",
            "File with the secret key that opens them",
        ),
        "despite" => (
            "見てほしいところがあっても書き出す理由",
            "Why to export although something deserves a look",
        ),
        _ => ("", ""),
    };
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}
