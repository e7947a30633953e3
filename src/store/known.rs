//! Checklists read once and shared: the set in force, and the copies frozen into workbooks. What was
//! read from the same bytes is not read again.

use std::sync::Arc;

use super::checklists::{self, ChecklistSet};
use super::folder::{Folder, WorkbookKey};
use crate::domain::checklist::Checklist;
use crate::domain::policy::City;
use crate::error::{Error, Result};
use crate::format::checklist_files::ChecklistFiles;

/// The checklists of a folder, as far as they were needed.
#[derive(Default, Debug)]
pub struct Known {
    in_force: InForce,
    copies: Vec<FrozenCopy>,
}

#[derive(Default, Debug)]
enum InForce {
    #[default]
    Unread,
    /// The built-in files, which are known to be sound.
    BuiltIn(ChecklistFiles),
    Whole(ChecklistSet),
}

/// A frozen copy that was read, with its bytes.
#[derive(Debug)]
struct FrozenCopy {
    text: String,
    checklist: Arc<Checklist>,
}

impl Known {
    /// Forgets the set in force, so that it is read anew when it is next needed.
    pub fn forget_in_force(&mut self) {
        self.in_force = InForce::Unread;
    }

    /// Returns the set in force, put together and checked.
    ///
    /// # Errors
    ///
    /// As [`checklists::load`].
    pub fn set(&mut self, folder: &Folder) -> Result<&ChecklistSet> {
        self.look(folder)?;
        if let InForce::BuiltIn(files) = &mut self.in_force {
            self.in_force = InForce::Whole(checklists::of_files(std::mem::take(files)));
        }
        match &self.in_force {
            InForce::Whole(set) => Ok(set),
            _ => Err(Error::Bug("checklists not read".to_owned())),
        }
    }

    /// Returns the cities in force, and how many problems keep workbooks from being begun. Of the
    /// built-in set nothing else is read.
    ///
    /// # Errors
    ///
    /// As [`checklists::load`].
    pub fn cities(&mut self, folder: &Folder) -> Result<(Vec<City>, usize)> {
        self.look(folder)?;
        Ok(match &self.in_force {
            InForce::Unread => (Vec::new(), 0),
            InForce::BuiltIn(files) => (files.cities(), 0),
            InForce::Whole(set) => {
                let cities = set.checklists.iter();
                let blocking = set.problems.iter().filter(|problem| problem.blocks());
                (
                    cities.map(|checklist| checklist.policy.city()).collect(),
                    blocking.count(),
                )
            }
        })
    }

    /// Returns whether the checklist in force differs from a frozen one of the same city.
    #[must_use]
    pub fn is_newer(&mut self, folder: &Folder, frozen: &Checklist) -> bool {
        let city = &frozen.policy.id;
        if self.look(folder).is_err() {
            return false;
        }
        match &self.in_force {
            InForce::Unread => false,
            InForce::BuiltIn(files) => files
                .digest_of(city)
                .is_some_and(|digest| digest != frozen.digest),
            InForce::Whole(set) => set
                .city(city)
                .is_ok_and(|checklist| checklist.digest != frozen.digest),
        }
    }

    /// Loads the checklist frozen into a workbook's year.
    ///
    /// # Errors
    ///
    /// As [`checklists::frozen`].
    pub fn frozen(
        &mut self,
        folder: &Folder,
        key: &WorkbookKey,
        digest: &str,
    ) -> Result<Arc<Checklist>> {
        // The file is read every time: it may have been lost or altered since.
        let text = checklists::frozen_text(folder, key, digest)?;
        let known = self.copies.iter().find(|copy| {
            let checklist = &copy.checklist;
            checklist.digest == digest && checklist.policy.id == key.city && copy.text == text
        });
        if let Some(copy) = known {
            return Ok(Arc::clone(&copy.checklist));
        }
        let in_force = self.checklist_in_force(key, digest);
        let checklist = Arc::new(checklists::thaw(folder, key, digest, &text, in_force)?);
        self.copies.push(FrozenCopy {
            text,
            checklist: Arc::clone(&checklist),
        });
        Ok(checklist)
    }

    /// Returns the bytes of a frozen copy that was read.
    #[must_use]
    pub fn copy(&self, city: &str, digest: &str) -> Option<&str> {
        let copy = self
            .copies
            .iter()
            .find(|copy| copy.checklist.policy.id == city && copy.checklist.digest == digest);
        copy.map(|copy| copy.text.as_str())
    }

    /// Returns a city's checklist of the set in force, if that was put together and has this digest.
    fn checklist_in_force(&self, key: &WorkbookKey, digest: &str) -> Option<&Checklist> {
        let InForce::Whole(set) = &self.in_force else {
            return None;
        };
        let checklist = set.city(&key.city).ok()?;
        (checklist.digest == digest).then_some(checklist)
    }

    fn look(&mut self, folder: &Folder) -> Result<()> {
        if matches!(self.in_force, InForce::Unread) {
            self.in_force = match checklists::own(folder)? {
                Some(files) => InForce::Whole(checklists::of_files(files)),
                None => InForce::BuiltIn(checklists::built_in()),
            };
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::domain::fiscal_year::FiscalYear;

    /// Freezes the built-in checklist of Odawara into a year; returns it with what names it.
    fn freeze(folder: &Folder, year: i32) -> (WorkbookKey, String) {
        let set = checklists::of_files(checklists::built_in());
        let digest = set.city("odawara").unwrap().digest.clone();
        let year = FiscalYear::new(year).unwrap();
        let key = WorkbookKey::new(year, "odawara", "0420").unwrap();
        folder
            .disk()
            .make_folder(&folder.year_and_city(&key))
            .unwrap();
        checklists::freeze(folder, &key, &set, &digest).unwrap();
        (key, digest)
    }

    #[test]
    fn workbooks_of_several_years_share_one_checklist() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path().to_owned());
        let mut known = Known::default();
        let (last, digest) = freeze(&folder, 2025);
        let (this, _) = freeze(&folder, 2026);
        let one = known.frozen(&folder, &last, &digest).unwrap();
        let other = known.frozen(&folder, &this, &digest).unwrap();
        assert!(Arc::ptr_eq(&one, &other));
        assert_eq!(*one, checklists::frozen(&folder, &this, &digest).unwrap());
        assert!(!known.is_newer(&folder, &one));
    }

    #[test]
    fn a_copy_altered_or_lost_since_is_told_although_it_is_known() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path().to_owned());
        let mut known = Known::default();
        let (key, digest) = freeze(&folder, 2026);
        known.frozen(&folder, &key, &digest).unwrap();
        let path = folder.frozen(&key, &digest);
        let altered = fs::read_to_string(&path)
            .unwrap()
            .replacen("市長", "町長", 1);
        fs::remove_file(&path).unwrap();
        folder.disk().write_new(&path, altered.as_bytes()).unwrap();
        let refused = known.frozen(&folder, &key, &digest);
        assert!(matches!(refused, Err(Error::Unreadable { .. })));
        fs::remove_file(&path).unwrap();
        let refused = known.frozen(&folder, &key, &digest);
        assert!(matches!(refused, Err(Error::ChecklistMissing { .. })));
        let kept = known.copy("odawara", &digest).unwrap();
        assert_eq!(frozen_digest(kept), digest);
    }

    fn frozen_digest(text: &str) -> String {
        crate::format::frozen::decode(text).unwrap().digest()
    }

    #[test]
    fn the_cities_alone_are_those_of_the_whole_set() {
        let place = tempfile::tempdir().unwrap();
        let folder = Folder::new(place.path().to_owned());
        let mut known = Known::default();
        let alone = known.cities(&folder).unwrap();
        known.set(&folder).unwrap();
        assert_eq!(alone, known.cities(&folder).unwrap());
        assert_eq!(alone.0.len(), 2);
    }
}
