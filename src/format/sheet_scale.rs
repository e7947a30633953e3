//! The sheets of a scale back into its fields.

use super::{CellPlace, File, Making, code};
use crate::format::scale_file;
use crate::format::sheet_problem::SheetProblemKind;
use crate::format::sheet_rows::RowRef;
use crate::text::columns::MARK;
use crate::text::columns::checklist::{GRADES, MARKS, SCALE, SCALE_OF};

impl<'t> Making<'t, '_> {
    /// Returns the rows of one scale. What belongs to no scale is told once.
    pub(super) fn of_scale(&mut self, of: &str) -> [Vec<RowRef<'t>>; 3] {
        [&SCALE, &MARKS, &GRADES].map(|sheet| {
            let mut rows = Vec::new();
            for row in self.rows(sheet) {
                let typed = row.cell("scale");
                let known = match typed.trim() {
                    "" => Some("shared"),
                    typed => code(SCALE_OF, typed),
                };
                if known.is_none() && of == "shared" {
                    let kind = SheetProblemKind::UnknownWord(typed.to_owned(), SCALE_OF);
                    self.problem(row.place(Some("scale")), kind);
                }
                if known == Some(of) {
                    rows.push(row);
                }
            }
            rows
        })
    }

    /// Writes a scale.
    pub(super) fn scale(
        &mut self,
        file: &mut File,
        scale: &[RowRef<'_>],
        marks: &[RowRef<'_>],
        grades: &[RowRef<'_>],
    ) {
        let own = scale.first();
        if let (Some(first), Some(again)) = (own, scale.get(1)) {
            let kind =
                SheetProblemKind::Twice(again.cell("scale").to_owned(), &SCALE, first.number());
            self.problem(again.place(None), kind);
        }
        if let Some(row) = own {
            file.at(row.place(None));
        }
        file.open("(");
        file.line();
        file.at(CellPlace::sheet(&MARKS));
        file.put("marks: ");
        file.open("(");
        for row in marks {
            let typed = row.cell("mark");
            let Some(mark) = code(MARK, typed) else {
                let kind = SheetProblemKind::UnknownWord(typed.to_owned(), MARK);
                self.problem(row.place(Some("mark")), kind);
                continue;
            };
            file.line();
            file.at(row.place(Some("mark")));
            file.put(mark);
            file.put(": ");
            file.record(Self::inline(row, scale_file::MARK), row.place(None));
            file.put(",");
        }
        file.close("),");
        file.line();
        file.at(CellPlace::sheet(&GRADES));
        file.put("grades: [");
        for (index, row) in grades.iter().enumerate() {
            if index > 0 {
                file.put(", ");
            }
            file.record(Self::inline(row, scale_file::GRADE), row.place(None));
        }
        file.put("],");
        if let Some(row) = own {
            Self::fields(file, row, &["critical_cap", "seconds_per_item"]);
        }
        file.close(")");
    }
}
