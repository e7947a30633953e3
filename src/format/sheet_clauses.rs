//! The sheet of clauses back into their tree. Each row names the row it is part of.

use std::collections::HashMap;

use super::{CellPlace, File, Making};
use crate::format::policy_file;
use crate::format::sheet_kind::name;
use crate::format::sheet_problem::SheetProblemKind;
use crate::format::sheet_rows::RowRef;
use crate::text::columns::checklist::CLAUSES;

/// The deepest clause. Policies have three levels below an article.
const DEPTH_MAX: usize = 12;

/// The rows and which of them are part of which.
struct Tree<'t> {
    rows: Vec<RowRef<'t>>,
    /// For each row those right below it.
    below: Vec<Vec<usize>>,
    /// The rows that are part of none.
    top: Vec<usize>,
    /// The rows whose parent there is not.
    lost: Vec<usize>,
}

impl<'t> Tree<'t> {
    fn of(rows: Vec<RowRef<'t>>) -> Self {
        let mut first: HashMap<String, usize> = HashMap::new();
        for (index, row) in rows.iter().enumerate() {
            first.entry(name(row.cell("id"))).or_insert(index);
        }
        let mut tree = Self {
            below: vec![Vec::new(); rows.len()],
            top: Vec::new(),
            lost: Vec::new(),
            rows,
        };
        for (index, row) in tree.rows.iter().enumerate() {
            let parent = name(row.cell("parent"));
            if parent.is_empty() {
                tree.top.push(index);
            } else if let Some(below) = first
                .get(&parent)
                .and_then(|parent| tree.below.get_mut(*parent))
            {
                below.push(index);
            } else {
                tree.lost.push(index);
            }
        }
        tree
    }

    /// Returns the rows that lead to no row at the top or lost one, and those too far below one.
    fn out_of_reach(&self) -> Vec<usize> {
        let mut reached = vec![false; self.rows.len()];
        let starts = self.top.iter().chain(&self.lost);
        let mut open: Vec<(usize, usize)> = starts.map(|index| (*index, 0)).collect();
        while let Some((index, depth)) = open.pop() {
            if depth > DEPTH_MAX {
                continue;
            }
            reached[index] = true;
            open.extend(self.below[index].iter().map(|below| (*below, depth + 1)));
        }
        (0..reached.len())
            .filter(|index| !reached[*index])
            .collect()
    }
}

impl Making<'_, '_> {
    /// Writes the articles with everything below them.
    pub(super) fn articles(&mut self, file: &mut File) {
        let tree = Tree::of(self.rows(&CLAUSES));
        for index in &tree.lost {
            let row = &tree.rows[*index];
            let kind = SheetProblemKind::UnknownParent(name(row.cell("parent")));
            self.problem(row.place(Some("parent")), kind);
        }
        for index in tree.out_of_reach() {
            let place = tree.rows[index].place(Some("parent"));
            self.problem(place, SheetProblemKind::ParentCircle);
        }
        file.line();
        file.at(CellPlace::sheet(&CLAUSES));
        file.put("articles: ");
        clauses(file, &tree, &tree.top, 0);
        file.put(",");
    }
}

fn clauses(file: &mut File, tree: &Tree<'_>, indexes: &[usize], depth: usize) {
    file.open("[");
    for index in indexes {
        let row = &tree.rows[*index];
        file.line();
        file.at(row.place(None));
        file.open("(");
        let names = policy_file::CLAUSE
            .split_last()
            .map_or(&[][..], |(_, names)| names);
        Making::fields(file, row, names);
        let below = &tree.below[*index];
        if !below.is_empty() && depth < DEPTH_MAX {
            file.line();
            file.put("clauses: ");
            clauses(file, tree, below, depth + 1);
            file.put(",");
        }
        file.close("),");
    }
    file.close("]");
}
