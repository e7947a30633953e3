//! Cells that stand in many rows of a table, made once.

use std::sync::Arc;

use crate::domain::submission::{Asked, AskedItem, AskedScope, Submission};
use crate::format::csv_stream::Row;
use crate::text::columns::{Header, SCOPE_KIND, SCOPE_LABEL};

/// The cells of departments, items and scopes.
pub(super) struct Ready {
    header: Header,
    asked: Option<Arc<Asked>>,
    items: Vec<Row>,
    scopes: Vec<Row>,
    department: Row,
}

impl Ready {
    /// Begins without any.
    pub(super) const fn new(header: Header) -> Self {
        Self {
            header,
            asked: None,
            items: Vec::new(),
            scopes: Vec::new(),
            department: Row::new(header),
        }
    }

    /// Makes the cells of a submission ready.
    pub(super) fn of(&mut self, submission: &Submission) {
        self.department.clear();
        department(&mut self.department, submission);
        let asked = &submission.asked;
        if !self
            .asked
            .as_ref()
            .is_some_and(|known| Arc::ptr_eq(known, asked))
        {
            let items = asked.items.iter();
            self.items = items.map(|one| self.made(|row| item(row, one))).collect();
            let scopes = asked.scopes.iter();
            self.scopes = scopes.map(|one| self.made(|row| scope(row, one))).collect();
            self.asked = Some(Arc::clone(asked));
        }
    }

    fn made(&self, make: impl FnOnce(&mut Row)) -> Row {
        let mut row = Row::new(self.header);
        make(&mut row);
        row
    }

    /// Returns the municipality, the year and the department.
    pub(super) const fn department(&self) -> &Row {
        &self.department
    }

    /// Returns an item, its words and its weight.
    pub(super) fn item(&self, position: usize) -> Option<&Row> {
        self.items.get(position)
    }

    /// Returns each scope's kind, id and label.
    pub(super) fn scopes(&self) -> &[Row] {
        &self.scopes
    }
}

/// Adds the municipality and the year.
pub(super) fn municipality(row: &mut Row, submission: &Submission) {
    row.text(&submission.cover.municipality_code);
    row.text(&submission.cover.municipality);
    row.count(u64::try_from(submission.year.number()).unwrap_or(0));
}

/// Adds the municipality, the year and the department.
pub(super) fn department(row: &mut Row, submission: &Submission) {
    municipality(row, submission);
    row.text(&submission.department_code);
    row.text(&submission.cover.department);
    row.text(&submission.cover.agency);
}

/// Adds the words of an item, and its weight.
pub(super) fn item_words(row: &mut Row, item: &AskedItem) {
    row.text(&item.clause);
    row.text(&item.citation);
    row.text(&item.question);
    row.count(item.weight);
    row.yes_no(item.critical);
}

/// Adds an item, its words and its weight.
pub(super) fn item(row: &mut Row, item: &AskedItem) {
    row.text(&item.id);
    item_words(row, item);
}

/// Adds a scope's kind, id and label.
pub(super) fn scope(row: &mut Row, scope: &AskedScope) {
    row.word(SCOPE_KIND, scope.kind.code());
    row.cell(&scope.id);
    if scope.label.is_empty() {
        row.word(SCOPE_LABEL, scope.kind.code());
    } else {
        row.text(&scope.label);
    }
}
