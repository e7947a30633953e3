//! Taking out what lies in others among what was handed in: zips and sealed files.

use std::io::{Cursor, Read as _};
use std::path::Path;
use std::sync::Arc;

use encoding_rs::SHIFT_JIS;
use zip::{CompressionMethod, ZipArchive};

use super::disk::Disk;
use super::found::{Found, How, is_hidden, is_sealed, is_table, is_wrapping, unopened};
use super::inputs::{FILE_MAX, Input, failed, failed_in};
use super::sealed::{self, Opener};
use crate::error::{Error, Result, Wrapping};

/// The most files a zip may hold.
const ZIP_FILES_MAX: usize = 20_000;
/// The most that all files of all zips may come to, in bytes: more than a city's exports of ten
/// years.
pub(super) const UNPACKED_MAX: u64 = 1024 * 1024 * 1024;

/// Opens what is sealed and takes apart what is a zip. What is wrong is told under the file's name.
///
/// # Errors
///
/// [`Error::Stopped`].
pub(super) fn unpack(
    disk: &Disk,
    file: Input,
    (opener, is_stopped): How<'_>,
    found: &mut Found,
) -> Result<()> {
    if is_stopped() {
        return Err(Error::Stopped);
    }
    let file = Arc::new(file);
    let name = file.name.to_string();
    let mut spoilt = |error: Error| {
        found.inputs.push(failed_in(&file, name.clone(), error));
        Ok(())
    };
    if let Some(wrapping) = unopened(&name) {
        return spoilt(wrapped(&name, wrapping));
    }
    let bytes = match file.path().map(|path| disk.read(path)) {
        Some(Ok(bytes)) => bytes,
        Some(Err(Error::TooLarge { max, .. })) => {
            let path = Path::new(&name).to_owned();
            return spoilt(Error::TooLarge { path, max });
        }
        // What the system refuses now it may give another time.
        Some(Err(error)) => {
            found.inputs.push(failed(name, error));
            return Ok(());
        }
        None => return Ok(()),
    };
    let bytes = match sealed::plain(Path::new(&name), bytes, opener) {
        Ok(bytes) => bytes,
        Err(error) => return spoilt(error),
    };
    if !bytes.starts_with(b"PK") {
        found.inputs.push(Input::bytes(name, bytes.into()));
        return Ok(());
    }
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return spoilt(wrapped(&name, Wrapping::Broken));
    };
    if archive.len() > ZIP_FILES_MAX {
        return spoilt(Error::TooMany {
            path: Path::new(&name).to_owned(),
            max: ZIP_FILES_MAX,
        });
    }
    let before = found.inputs.len();
    for index in 0..archive.len() {
        if is_stopped() {
            return Err(Error::Stopped);
        }
        let taken = entry(&mut archive, index, &file, &mut found.room, opener);
        found.inputs.extend(taken);
    }
    if found.inputs.len() == before {
        let error = wrapped(&name, Wrapping::NoTable);
        found.inputs.push(failed_in(&file, name, error));
    }
    Ok(())
}

fn wrapped(name: &str, wrapping: Wrapping) -> Error {
    Error::Wrapped {
        path: name.into(),
        wrapping,
    }
}

/// Reads one file of a zip; none for a folder and for what holds no table.
fn entry(
    archive: &mut ZipArchive<Cursor<Vec<u8>>>,
    index: usize,
    zip: &Arc<Input>,
    room: &mut u64,
    opener: Option<&Opener>,
) -> Option<Input> {
    let (name, wrapping) = look(archive, index)?;
    let inner = format!("{}/{name}", zip.name);
    let spoilt = |error: Error| Some(failed_in(zip, inner.clone(), error));
    if let Some(wrapping) = wrapping {
        return spoilt(wrapped(&inner, wrapping));
    }
    let max = FILE_MAX.min(*room);
    let mut bytes = Vec::new();
    // What a zip says of its sizes is not believed.
    let read = archive.by_index(index).is_ok_and(|file| {
        let read = file.take(max + 1).read_to_end(&mut bytes);
        read.is_ok()
    });
    if !read {
        return spoilt(wrapped(&inner, Wrapping::Broken));
    }
    let too_large = |max| Error::TooLarge {
        path: Path::new(&inner).to_owned(),
        max,
    };
    if bytes.len() as u64 > max {
        if max == FILE_MAX {
            return spoilt(too_large(FILE_MAX));
        }
        // Alone it may have room.
        return Some(failed(inner.clone(), too_large(UNPACKED_MAX)));
    }
    *room -= bytes.len() as u64;
    match sealed::plain(Path::new(&inner), bytes, opener) {
        Ok(bytes) => Some(Input::bytes(inner, bytes.into())),
        Err(error) => spoilt(error),
    }
}

/// Returns the name of a file of a zip, and what stands against reading it; none for what holds no
/// table.
fn look(
    archive: &mut ZipArchive<Cursor<Vec<u8>>>,
    index: usize,
) -> Option<(String, Option<Wrapping>)> {
    let Ok(file) = archive.by_index_raw(index) else {
        return Some((format!("#{}", index + 1), Some(Wrapping::Broken)));
    };
    let name = name_of(file.name_raw());
    let base = name.rsplit('/').next().unwrap_or(&name);
    let opens = is_table(&name) || is_sealed(&name);
    if base.is_empty() || is_hidden(base) || !(opens || is_wrapping(&name)) {
        return None;
    }
    let is_packed = !matches!(
        file.compression(),
        CompressionMethod::Stored | CompressionMethod::Deflated
    );
    let wrapping = match unopened(&name) {
        Some(Wrapping::Spreadsheet) => Some(Wrapping::Spreadsheet),
        _ if !opens => Some(Wrapping::Nested),
        _ if file.encrypted() => Some(Wrapping::Password),
        _ if is_packed => Some(Wrapping::Method),
        _ => None,
    };
    Some((name.trim_start_matches('/').to_owned(), wrapping))
}

/// A name of a zip: programs in Japan write it in CP932, and do not say so.
fn name_of(raw: &[u8]) -> String {
    match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => SHIFT_JIS.decode_without_bom_handling(raw).0.into_owned(),
    }
}
