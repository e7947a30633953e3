//! Taking apart the zips among what was handed in.

use std::io::{Cursor, Read as _};
use std::path::Path;

use encoding_rs::SHIFT_JIS;
use zip::ZipArchive;

use super::inputs::{FILE_MAX, Found, How, Input, failed, is_sealed, is_table};
use super::sealed::{self, Opener};
use crate::error::{Error, Result};

/// The most files a zip may hold.
const ZIP_FILES_MAX: usize = 20_000;
/// The most that all files of all zips may come to, in bytes: more than a city's exports of ten
/// years.
pub(super) const UNPACKED_MAX: u64 = 1024 * 1024 * 1024;

/// Opens what is sealed and takes apart what is a zip.
pub(super) fn unpack(
    name: String,
    path: &Path,
    bytes: Vec<u8>,
    (opener, is_stopped): How<'_>,
    found: &mut Found,
) -> Result<()> {
    let mut spoilt = |name, error| {
        found.inputs.push(failed(name, error));
        Ok(())
    };
    let bytes = match sealed::plain(path, bytes, opener) {
        Ok(bytes) => bytes,
        Err(error) => return spoilt(name, error),
    };
    if !bytes.starts_with(b"PK") {
        found.inputs.push(Input::bytes(name, bytes.into()));
        return Ok(());
    }
    let unreadable = |why: String| Error::Unreadable {
        path: path.to_owned(),
        why,
    };
    let mut archive = match ZipArchive::new(Cursor::new(bytes)) {
        Ok(archive) => archive,
        Err(error) => return spoilt(name, unreadable(error.to_string())),
    };
    if archive.len() > ZIP_FILES_MAX {
        let error = Error::TooMany {
            path: path.to_owned(),
            max: ZIP_FILES_MAX,
        };
        return spoilt(name, error);
    }
    for index in 0..archive.len() {
        if is_stopped() {
            return Err(Error::Stopped);
        }
        let taken = entry(&mut archive, index, (&name, path), &mut found.room, opener);
        found.inputs.extend(taken);
    }
    Ok(())
}

/// Reads one file of a zip; none for a folder and for what is no table.
fn entry(
    archive: &mut ZipArchive<Cursor<Vec<u8>>>,
    index: usize,
    (zip, path): (&str, &Path),
    room: &mut u64,
    opener: Option<&Opener>,
) -> Option<Input> {
    let unreadable = |why: String| Error::Unreadable {
        path: path.to_owned(),
        why,
    };
    let mut file = match archive.by_index(index) {
        Ok(file) => file,
        Err(error) => {
            let name = format!("{zip}/#{}", index + 1);
            return Some(failed(name, unreadable(error.to_string())));
        }
    };
    let name = name_of(file.name_raw());
    if file.is_dir() || !(is_table(&name) || is_sealed(&name)) {
        return None;
    }
    let inner = format!("{zip}/{}", name.trim_start_matches('/'));
    let (max, told) = if *room < FILE_MAX {
        (*room, UNPACKED_MAX)
    } else {
        (FILE_MAX, FILE_MAX)
    };
    let mut bytes = Vec::new();
    // What a zip says of its sizes is not believed.
    if let Err(error) = file.by_ref().take(max + 1).read_to_end(&mut bytes) {
        return Some(failed(inner, unreadable(error.to_string())));
    }
    if bytes.len() as u64 > max {
        let error = Error::TooLarge {
            path: path.to_owned(),
            max: told,
        };
        return Some(failed(inner, error));
    }
    *room -= bytes.len() as u64;
    Some(match sealed::plain(Path::new(&inner), bytes, opener) {
        Ok(bytes) => Input::bytes(inner, bytes.into()),
        Err(error) => failed(inner, error),
    })
}

/// A name of a zip: programs in Japan write it in CP932, and do not say so.
fn name_of(raw: &[u8]) -> String {
    match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => SHIFT_JIS.decode_without_bom_handling(raw).0.into_owned(),
    }
}
