//! Xlsx files for tests: written as the program writes them, and with parts put in their place.

use std::io::{Cursor, Read as _, Write as _};

use rust_xlsxwriter::Workbook;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::xlsx_write::{Looks, text};

/// Writes rows of text into one sheet.
pub(crate) fn written(rows: &[Vec<String>]) -> Vec<u8> {
    let looks = Looks::default();
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            text(sheet, (row, column), cell, &looks.text).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// Returns the parts of a file.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).unwrap();
            let name = part.name().unwrap().into_owned();
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            (name, content)
        })
        .collect()
}

/// Packs parts into a file.
pub(crate) fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let options = SimpleFileOptions::default();
        writer.start_file(name.as_str(), options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Puts another content in the place of a part.
pub(crate) fn with_part(bytes: &[u8], name: &str, content: &str) -> Vec<u8> {
    let mut parts = parts(bytes);
    let part = parts.iter_mut().find(|(known, _)| known == name).unwrap();
    part.1 = content.as_bytes().to_vec();
    packed(&parts)
}
