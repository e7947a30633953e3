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
use crate::format::sealing;

/// The most files a zip may hold.
const ZIP_FILES_MAX: usize = 20_000;
/// The most that all files of all zips may come to, in bytes: more than a city's exports of ten
/// years.
pub(super) const UNPACKED_MAX: u64 = 1024 * 1024 * 1024;

/// How many times its own size a zip may come to: tables shrink to a tenth.
const PACKED_MAX: u64 = 40;
/// What any zip may come to, in bytes.
const ROOM_MIN: u64 = 4 * 1024 * 1024;

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
    let read = match (file.path(), file.in_memory()) {
        (Some(path), _) => disk.read(path),
        (None, bytes) => Ok(bytes.unwrap_or_default().to_vec()),
    };
    let bytes = match read {
        Ok(bytes) => bytes,
        Err(Error::TooLarge { max, .. }) => {
            let path = Path::new(&name).to_owned();
            return spoilt(Error::TooLarge { path, max });
        }
        // What the system refuses now it may give another time.
        Err(error) => {
            found.inputs.push(failed(name, error));
            return Ok(());
        }
    };
    let bytes = match sealed::plain(Path::new(&name), bytes, opener) {
        Ok(bytes) => bytes,
        Err(error) => return spoilt(error),
    };
    if !bytes.starts_with(b"PK") {
        found.inputs.push(Input::bytes(name, bytes.into()));
        return Ok(());
    }
    let (said, size) = (said_files(&bytes), bytes.len() as u64);
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
    // No zip takes the room of all others.
    let own = (size * PACKED_MAX).max(ROOM_MIN).min(found.room);
    let mut room = own;
    for index in 0..archive.len() {
        if is_stopped() {
            return Err(Error::Stopped);
        }
        let taken = entry(&mut archive, index, &file, &mut room, opener);
        found.inputs.extend(taken);
    }
    found.room -= own - room;
    if said.is_some_and(|said| said > archive.len()) {
        let error = wrapped(&name, Wrapping::SameName);
        found.inputs.push(failed_in(&file, name.clone(), error));
    }
    if found.inputs.len() == before {
        let error = wrapped(&name, Wrapping::NoTable);
        found.inputs.push(failed_in(&file, name, error));
    }
    Ok(())
}

/// Returns how many files a zip says it holds; of files of one name only the last is found.
fn said_files(zip: &[u8]) -> Option<usize> {
    const END: &[u8] = b"PK\x05\x06";
    let at = zip.windows(END.len()).rposition(|mark| mark == END)?;
    let count = zip.get(at + 10..at + 12)?;
    let count = u16::from_le_bytes(count.try_into().ok()?);
    // More than can be said here stand in another place.
    (count != u16::MAX).then_some(usize::from(count))
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
    if bytes.len() as u64 > max {
        return spoilt(wrapped(&inner, Wrapping::TooMuch));
    }
    *room -= bytes.len() as u64;
    if !sealing::is_sealed(&bytes) {
        return Some(Input::bytes(inner, bytes.into()));
    }
    match sealed::opened(Path::new(&inner), &bytes, opener) {
        Ok(bytes) => Some(Input::bytes(inner, bytes.into())),
        // It may be opened another time, whatever else is in the zip.
        Err(error) => {
            let file = Arc::new(Input::bytes(inner.clone(), bytes.into()));
            Some(failed_in(&file, inner, error))
        }
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
