//! The forms that were learnt while reading, by whichever core was first.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use crate::format::csv_quick_form::Form;

/// The most checklists whose forms are remembered; more are read in full.
const FORMS_MAX: usize = 32;
/// How many pairs may teach nothing before nobody waits for the next one.
const VAIN_MAX: usize = 4;

/// Forms that all cores share.
#[derive(Default)]
pub(super) struct Forms {
    known: RwLock<Vec<Arc<Form>>>,
    /// How many pairs taught nothing. Held by whoever reads one that may teach something: the
    /// others would only learn the same beside it.
    vain: Mutex<usize>,
}

impl Forms {
    /// Adds those a reader does not have yet.
    pub(super) fn catch_up(&self, own: &mut Vec<Arc<Form>>) {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        own.extend(known.iter().skip(own.len()).cloned());
    }

    /// Waits for whoever is learning; none where waiting is of no use.
    pub(super) fn turn(&self) -> Option<MutexGuard<'_, usize>> {
        let turn = self.vain.lock().unwrap_or_else(PoisonError::into_inner);
        (*turn < VAIN_MAX).then_some(turn)
    }

    /// Returns whether another one may be remembered.
    pub(super) fn has_room(&self) -> bool {
        let known = self.known.read().unwrap_or_else(PoisonError::into_inner);
        known.len() < FORMS_MAX
    }

    /// Remembers a form.
    pub(super) fn add(&self, form: Arc<Form>) {
        let mut known = self.known.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() < FORMS_MAX {
            known.push(form);
        }
    }
}
