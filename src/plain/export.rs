//! The export: where to, which headings, how sealed; then what was written and its receipt.

use super::Talk;
use super::book::Book;
use super::choice::{Choice, numbered};
use super::desk::Step;
use super::look::Looked;
use crate::error::{Error, Result};
use crate::store::exports::{self, Exported, How};
use crate::store::folder::export_stem;
use crate::store::sealed::{self, Seal};
use crate::store::workbooks::{self, Opened};
use crate::text::columns::Header;
use crate::text::sealing::{self, words as seal_words};

#[derive(Clone, Copy)]
enum Way {
    Plain,
    Key,
    Passphrase,
    Back,
}

/// What the files are sealed with.
enum Sealing {
    Not,
    With(Seal),
    Back,
}

impl Talk<'_> {
    /// Writes the CSV files. Returns whether an item is to be changed first.
    pub(super) fn export(&mut self, book: &mut Book) -> Step<bool> {
        let words = &self.strings().export;
        self.desk.begin(self.strings().titles.export)?;
        if !book.workbook.is_confirmed() {
            self.desk.say(words.draft)?;
        }
        if book.writer.is_none() {
            self.desk.say(words.read_only)?;
        }
        let proposed = if self.preferences.export_folder.is_empty() {
            "exports".to_owned()
        } else {
            self.preferences.export_folder.clone()
        };
        let folder = self
            .desk
            .field(words.folder, words.folder_hint, &proposed, true)?;
        let Some(folder) = folder else {
            return Ok(false);
        };
        let Some(header) = self.ask_header()? else {
            return Ok(false);
        };
        let seal = match self.ask_seal()? {
            Sealing::Not => None,
            Sealing::With(seal) => Some(seal),
            Sealing::Back => return Ok(false),
        };
        // What is on the disk, which is all there is: looked at and written from one reading.
        let opened = match workbooks::open(&self.start.folder, &book.key) {
            Ok(opened) => opened,
            Err(error) => return self.tell_error(&error).map(|()| false),
        };
        let despite = match self.look(book, &opened)? {
            Looked::Nothing => None,
            Looked::Despite(reason) => Some(reason),
            Looked::Item => return Ok(true),
            Looked::Back => return self.desk.say(self.desk.words().not_written).map(|()| false),
        };
        let how = How {
            header,
            seal: seal.as_ref(),
            despite: despite.as_deref(),
        };
        if !self.ask_write(book, seal.is_some())? {
            return Ok(false);
        }
        self.preferences.export_folder.clone_from(&folder);
        self.save_preferences()?;
        match self.write_files(&opened, &folder, how) {
            Err(error) => self.tell_error(&error)?,
            Ok(exported) => {
                self.tell_exported(&exported, seal.as_ref())?;
                if book.writer.is_some() {
                    self.commit(book, Ok(vec![exported.change]))?;
                }
            }
        }
        Ok(false)
    }

    fn ask_header(&mut self) -> Step<Option<Header>> {
        let words = &self.strings().export;
        let labels = [words.header_ja, words.header_en].map(ToOwned::to_owned);
        let headers = [Header::Ja, Header::En];
        let mut choices = numbered(labels, |at| Some(headers[at]));
        choices.push(Choice::named(0, self.desk.words().back, None));
        self.desk.begin(words.header)?;
        let chosen = self.desk.choose(&choices, self.desk.words().header_hint)?;
        Ok(chosen.unwrap_or(Some(Header::Ja)))
    }

    /// Asks what to seal with. The division's key is proposed where it was given.
    fn ask_seal(&mut self) -> Step<Sealing> {
        let words = seal_words(self.lang());
        let plain = self.desk.words();
        let found = sealed::division_key(&self.start.folder);
        let [not, key, _] = words.choices;
        let choices = [
            Choice::new(1, not, Way::Plain),
            Choice::new(2, key, Way::Key),
            Choice::new(3, plain.passphrase_file, Way::Passphrase),
            Choice::named(0, plain.back, Way::Back),
        ];
        let proposed = if found.is_some() {
            Way::Key
        } else {
            Way::Plain
        };
        self.desk.begin(words.seal)?;
        if found.is_some() {
            self.desk.say(words.key_found)?;
        }
        loop {
            let hint = (plain.seal_hint)(if found.is_some() { 2 } else { 1 });
            let way = self.desk.choose(&choices, &hint)?;
            let asked = match way.unwrap_or(proposed) {
                Way::Plain => return Ok(Sealing::Not),
                Way::Back => return Ok(Sealing::Back),
                Way::Key => {
                    let path = found.as_deref().map(|path| {
                        let root = self.start.folder.root();
                        path.strip_prefix(root)
                            .unwrap_or(path)
                            .display()
                            .to_string()
                    });
                    let kept = path.unwrap_or_default();
                    self.desk.field(words.key, words.key_hint, &kept, true)?
                }
                Way::Passphrase => {
                    let hint = plain.passphrase_file_hint;
                    self.desk.field(plain.passphrase_file, hint, "", true)?
                }
            };
            let Some(text) = asked else {
                return Ok(Sealing::Back);
            };
            match self.seal_of(way.unwrap_or(proposed), &text) {
                Ok(seal) => return Ok(Sealing::With(seal)),
                Err(error) => self.tell_error(&error)?,
            }
        }
    }

    fn seal_of(&self, way: Way, text: &str) -> Result<Seal> {
        let folder = &self.start.folder;
        if matches!(way, Way::Key) {
            return sealed::public_keys_of(folder.disk(), folder.root(), text);
        }
        sealed::passphrase_of(folder.disk(), &folder.root().join(text))?
            .long_enough()
            .map(Seal::Passphrase)
            .map_err(Error::Passphrase)
    }

    /// Tells what will be written, and asks for the word.
    fn ask_write(&mut self, book: &Book, sealed: bool) -> Step<bool> {
        let words = &self.strings().export;
        let stem = export_stem(&book.key);
        self.desk.begin(self.desk.words().will_write)?;
        self.desk.say_all((words.will_write)(&stem, sealed))?;
        let plain = self.desk.words();
        let choices = [
            Choice::new(1, words.write, true),
            Choice::new(2, plain.do_not_write, false),
        ];
        let write = self.desk.choose(&choices, plain.write_files_hint)?;
        if write != Some(true) {
            self.desk.say(plain.not_written)?;
        }
        Ok(write == Some(true))
    }

    fn write_files(&self, opened: &Opened, to: &str, how: How<'_>) -> Result<Exported> {
        let folder = &self.start.folder;
        exports::write(folder.disk(), opened, &folder.root().join(to), how)
    }

    /// Tells what was written: the receipt first.
    fn tell_exported(&mut self, exported: &Exported, seal: Option<&Seal>) -> Step {
        let words = &self.strings().export;
        let plain = self.desk.words();
        self.desk.begin(words.written)?;
        self.desk
            .say(&(plain.value)(words.receipt, &exported.receipt))?;
        self.desk.say(words.receipt_hint)?;
        self.desk
            .say_all(seal.map(|seal| sealing::sealed(self.start.lang, seal)))?;
        if exported.renamed {
            self.desk.say(words.renamed)?;
        }
        self.desk
            .say_all(exported.files.iter().map(|file| file.display().to_string()))
    }
}
