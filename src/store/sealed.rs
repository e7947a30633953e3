//! Seals and opens hand-over files in the `age` format, and reads and makes their keys. Sealing
//! happens in memory: what is not sealed never reaches the disk.

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use age::secrecy::ExposeSecret as _;
use age::{DecryptError, Decryptor, Encryptor};

use super::disk::Disk;
use super::folder::Folder;
use crate::error::{Error, Result};
use crate::format::sealing::{
    OpenFault, Passphrase, SEALED, is_sealed, key_file, looks_like_a_key, public_keys, secret_keys,
};

/// The file in which departments are given the division's public key; it lies in the working
/// folder, or beside the checklists.
pub const DIVISION_KEY: &str = "division.pub";
/// What the public key's file is called after the secret key's.
const PUBLIC_ENDING: &str = ".pub";
/// Largest file of keys or of a passphrase, in bytes.
const KEY_FILE_MAX: u64 = 64 * 1024;
/// Work to try one passphrase, as a power of two: 128 MiB, about half a second on an office machine.
/// Fixed, so that a file takes everyone the same time. Builds for development, which nobody seals
/// anything real with, do not make their tests wait.
const WORK: u8 = if cfg!(debug_assertions) { 12 } else { 17 };
/// Most work a file may ask for: 1 GiB, some seconds. A file that asks for more would hang the
/// machine, which may be its purpose.
const WORK_MAX: u8 = 20;

/// What a file is sealed with.
#[derive(Clone)]
pub enum Seal {
    /// The division's public keys.
    Keys(Vec<age::x25519::Recipient>),
    /// A passphrase.
    Passphrase(Passphrase),
}

/// What a sealed file is opened with.
#[derive(Clone)]
pub enum Opener {
    /// The division's secret keys.
    Keys(Vec<age::x25519::Identity>),
    /// A passphrase.
    Passphrase(Passphrase),
    /// Several of these: not everybody sealed with the same.
    Several(Vec<Self>),
}

/// Seals bytes.
///
/// # Errors
///
/// [`Error::Bug`] only: nothing outside takes part.
pub fn seal(bytes: &[u8], with: &Seal) -> Result<Vec<u8>> {
    let encryptor = match with {
        Seal::Keys(keys) => {
            Encryptor::with_recipients(keys.iter().map(|key| -> &dyn age::Recipient { key }))
        }
        Seal::Passphrase(passphrase) => {
            let mut recipient = age::scrypt::Recipient::new(passphrase.0.clone());
            recipient.set_work_factor(WORK);
            Encryptor::with_recipients(std::iter::once::<&dyn age::Recipient>(&recipient))
        }
    };
    let bug = |words: String| Error::Bug(words);
    let mut sealed = Vec::with_capacity(bytes.len() + 1_024);
    encryptor
        .map_err(|error| bug(error.to_string()))?
        .wrap_output(&mut sealed)
        .and_then(|mut writer| {
            writer.write_all(bytes)?;
            writer.finish()
        })
        .map_err(|error| bug(error.to_string()))?;
    Ok(sealed)
}

/// Opens sealed bytes: all of them, or none.
///
/// # Errors
///
/// [`OpenFault`].
pub fn open(bytes: &[u8], with: &Opener) -> std::result::Result<Vec<u8>, OpenFault> {
    if let Opener::Several(several) = with {
        return open_with_any(bytes, several);
    }
    if !is_sealed(bytes) {
        return Err(OpenFault::NotSealed);
    }
    let decryptor = Decryptor::new_buffered(bytes).map_err(|_| OpenFault::Altered)?;
    let reader = match (with, decryptor.is_scrypt()) {
        (Opener::Several(_), _) => return Err(OpenFault::TakesSomething),
        (Opener::Keys(_), true) => return Err(OpenFault::TakesPassphrase),
        (Opener::Passphrase(_), false) => return Err(OpenFault::TakesKey),
        (Opener::Keys(keys), false) => {
            decryptor.decrypt(keys.iter().map(|key| -> &dyn age::Identity { key }))
        }
        (Opener::Passphrase(passphrase), true) => {
            let mut identity = age::scrypt::Identity::new(passphrase.0.clone());
            identity.set_max_work_factor(WORK_MAX);
            decryptor.decrypt(std::iter::once::<&dyn age::Identity>(&identity))
        }
    };
    let mut reader = reader.map_err(|error| match error {
        DecryptError::NoMatchingKeys => OpenFault::WrongKey,
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => {
            OpenFault::WrongPassphrase
        }
        DecryptError::ExcessiveWork { required, .. } => OpenFault::TooMuchWork(required),
        _ => OpenFault::Altered,
    })?;
    let mut opened = Vec::with_capacity(bytes.len());
    reader
        .read_to_end(&mut opened)
        .map_err(|_| OpenFault::Altered)?;
    Ok(opened)
}

/// Opens sealed bytes with the first of several that does. Where none does, what is said is of one of
/// the right kind, if there is one.
fn open_with_any(bytes: &[u8], several: &[Opener]) -> std::result::Result<Vec<u8>, OpenFault> {
    let mut why = OpenFault::TakesSomething;
    for with in several {
        match open(bytes, with) {
            Err(fault) if !fault.is_about_the_key() => return Err(fault),
            Err(fault @ (OpenFault::WrongKey | OpenFault::WrongPassphrase)) => why = fault,
            Err(fault) if why == OpenFault::TakesSomething => why = fault,
            Err(_) => {}
            Ok(opened) => return Ok(opened),
        }
    }
    Err(why)
}

/// Returns the division's key file of a working folder, if it was given one.
#[must_use]
pub fn division_key(folder: &Folder) -> Option<PathBuf> {
    [folder.root().to_owned(), folder.checklists()]
        .into_iter()
        .map(|place| place.join(DIVISION_KEY))
        .find(|path| folder.disk().is_there(path).unwrap_or(false))
}

/// Reads public keys: a key itself, or the name of a file below a folder.
///
/// # Errors
///
/// [`Error::Key`], or an error of reading.
pub fn public_keys_of(disk: &Disk, below: &Path, text: &str) -> Result<Seal> {
    let (path, text) = if looks_like_a_key(text) {
        (PathBuf::new(), text.to_owned())
    } else {
        let path = below.join(text);
        let text = read_key_text(disk, &path)?;
        (path, text)
    };
    public_keys(&text)
        .map(Seal::Keys)
        .map_err(|fault| Error::Key { path, fault })
}

/// Reads a file of secret keys.
///
/// # Errors
///
/// [`Error::Key`], or an error of reading.
pub fn secret_keys_of(disk: &Disk, path: &Path) -> Result<Opener> {
    secret_keys(&read_key_text(disk, path)?)
        .map(Opener::Keys)
        .map_err(|fault| Error::Key {
            path: path.to_owned(),
            fault,
        })
}

/// Reads a passphrase: the first line of a file.
///
/// # Errors
///
/// An error of reading.
pub fn passphrase_of(disk: &Disk, path: &Path) -> Result<Passphrase> {
    let text = read_key_text(disk, path)?;
    Ok(Passphrase::new(text.lines().next().unwrap_or_default()))
}

fn read_key_text(disk: &Disk, path: &Path) -> Result<String> {
    let bytes = disk.read_at_most(path, KEY_FILE_MAX)?;
    let text = String::from_utf8(bytes).map_err(|error| Error::Unreadable {
        path: path.to_owned(),
        why: error.to_string(),
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned())
}

/// A pair of keys that was made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewKeys {
    /// The file of the secret key, which stays with the division.
    pub secret: PathBuf,
    /// The file of the public key, which the departments get.
    pub public: PathBuf,
    /// The public key.
    pub key: String,
}

/// Makes a pair of keys and writes them into two new files, below comments of the caller's. Where
/// the secret key is there without its public one, that is written again; no key is ever replaced.
///
/// # Errors
///
/// [`Error::InTheWay`] when a file is there; or an error of writing.
pub fn new_keys(disk: &Disk, to: &Path, comments: [&[String]; 2]) -> Result<NewKeys> {
    let mut name = to.as_os_str().to_owned();
    name.push(PUBLIC_ENDING);
    let public = PathBuf::from(name);
    if disk.is_there(&public)? {
        return Err(Error::InTheWay(public));
    }
    let [of_secret, of_public] = comments;
    let identity = if disk.is_there(to)? {
        only_key(disk, to).ok_or_else(|| Error::InTheWay(to.to_owned()))?
    } else {
        let identity = age::x25519::Identity::generate();
        let secret = key_file(of_secret, identity.to_string().expose_secret());
        make_folder_of(disk, to)?;
        disk.write_new(to, secret.as_bytes())?;
        identity
    };
    let key = identity.to_public().to_string();
    disk.write_new(&public, key_file(of_public, &key).as_bytes())?;
    Ok(NewKeys {
        secret: to.to_owned(),
        public,
        key,
    })
}

/// Returns the key of a file that holds one.
fn only_key(disk: &Disk, path: &Path) -> Option<age::x25519::Identity> {
    match secret_keys_of(disk, path).ok()? {
        Opener::Keys(mut keys) if keys.len() == 1 => keys.pop(),
        _ => None,
    }
}

/// Opens a file if it is sealed; any other is returned as it is.
///
/// # Errors
///
/// [`Error::Sealed`] when it does not open.
pub fn plain(path: &Path, bytes: Vec<u8>, with: Option<&Opener>) -> Result<Vec<u8>> {
    if is_sealed(&bytes) {
        opened(path, &bytes, with)
    } else {
        Ok(bytes)
    }
}

/// Opens a sealed file that was read.
///
/// # Errors
///
/// [`Error::Sealed`] when it does not open.
pub fn opened(path: &Path, bytes: &[u8], with: Option<&Opener>) -> Result<Vec<u8>> {
    with.ok_or(OpenFault::TakesSomething)
        .and_then(|with| open(bytes, with))
        .map_err(|fault| Error::Sealed {
            path: path.to_owned(),
            fault,
        })
}

/// Returns the name an opened file gets: without its ending, in a folder or beside the sealed one.
///
/// # Errors
///
/// [`Error::Sealed`] when the name has no such ending: it would be written over itself.
pub fn opened_name(path: &Path, to: Option<&Path>) -> Result<PathBuf> {
    let name = path
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case(SEALED))
        .then(|| path.file_stem())
        .flatten()
        .ok_or_else(|| Error::Sealed {
            path: path.to_owned(),
            fault: OpenFault::NotSealed,
        })?;
    Ok(to.map_or_else(|| path.with_file_name(name), |folder| folder.join(name)))
}

/// Writes opened files, all or none, and never over others. A file that is there already with the
/// same content, as after an attempt that failed half-way, is fine.
///
/// # Errors
///
/// [`Error::InTheWay`] when a name is taken, or an error of writing; nothing is left then.
pub fn write_opened(disk: &Disk, files: &[(PathBuf, Vec<u8>)]) -> Result<()> {
    let mut missing = Vec::new();
    for (index, (path, bytes)) in files.iter().enumerate() {
        let named_twice = files.iter().take(index).any(|(other, _)| other == path);
        let there = disk.is_there(path)?;
        if named_twice || (there && disk.read(path)? != *bytes) {
            return Err(Error::InTheWay(path.clone()));
        }
        if !there {
            missing.push((path, bytes));
        }
    }
    for (index, (path, bytes)) in missing.iter().enumerate() {
        let written = make_folder_of(disk, path).and_then(|()| disk.write_new(path, bytes));
        if let Err(error) = written {
            for (written, _) in missing.iter().take(index) {
                let _ = disk.remove(written);
            }
            return Err(error);
        }
    }
    Ok(())
}

fn make_folder_of(disk: &Disk, path: &Path) -> Result<()> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => disk.make_folder(folder),
        _ => Ok(()),
    }
}

#[cfg(test)]
#[path = "sealed_tests.rs"]
mod tests;
