//! A city's checklist as sheets of cells, to be edited in a spreadsheet.

use super::checklist_files::{ChecklistFiles, ITEMS as ITEM_FILES, PROFILE, SCALE as SCALE_FILE};
use super::ron_source::{Fields, Node, Reader};
use super::sheet_kind::{self, Kind, of_city_field, of_column, written};
use super::{item_file, policy_file, profile_file, scale_file};
use crate::text::columns::checklist::{
    CITY, CITY_FIELD, CLAUSES, GRADES, HISTORY, ITEMS, MARKS, QUESTIONS, SCALE, SCALE_OF, SETTINGS,
    SHEETS, Sheet, TERMS, THREATS, TIERS,
};
use crate::text::columns::{Header, MARK};

/// The cells of a sheet below its headings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cells {
    /// The sheet.
    pub sheet: &'static Sheet,
    /// Its rows, each with a cell for each column.
    pub rows: Vec<Vec<String>>,
}

/// Returns the sheets of a city's checklist, in the order of [`SHEETS`]. The files must be sound.
#[must_use]
pub fn sheets(files: &ChecklistFiles, city: &str, header: Header) -> Vec<Cells> {
    let mut files = files.of_city(city).files;
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let reader = Reader::new(&files);
    let mut out = Out {
        reader: &reader,
        header,
        sheets: SHEETS.map(|sheet| (sheet, Vec::new())),
    };
    for (index, file) in files.iter().enumerate() {
        let whole = reader.whole(index);
        if let Some(name) = file.name.strip_prefix(ITEM_FILES) {
            out.items(whole, name.trim_end_matches(".ron"));
        } else if file.name == PROFILE {
            out.records(whole, &QUESTIONS, profile_file::FIELDS);
        } else if file.name == SCALE_FILE {
            out.scale(whole, "shared");
        } else {
            out.policy(whole);
        }
    }
    out.sheets
        .into_iter()
        .map(|(sheet, rows)| Cells { sheet, rows })
        .collect()
}

struct Out<'a, 'r> {
    reader: &'r Reader<'a>,
    header: Header,
    sheets: [(&'static Sheet, Vec<Vec<String>>); SHEETS.len()],
}

impl<'a> Out<'a, '_> {
    /// Adds a row. `given` holds what is no field of its own.
    fn row(
        &mut self,
        sheet: &'static Sheet,
        fields: Option<&Fields<'a, '_>>,
        given: &[(&str, String)],
    ) {
        let cells = sheet.columns.iter().map(|column| {
            let given = given.iter().find(|(id, _)| *id == column.id);
            if let Some((_, cell)) = given {
                return cell.clone();
            }
            let node = fields.and_then(|fields| fields.optional(column.id));
            self.cell(node, of_column(sheet, column.id))
        });
        let cells = cells.collect();
        let mut known = self.sheets.iter_mut();
        if let Some((_, rows)) = known.find(|(known, _)| *known == sheet) {
            rows.push(cells);
        }
    }

    fn cell(&self, node: Option<Node<'a>>, kind: Kind) -> String {
        sheet_kind::cell(self.reader, node, kind, self.header)
    }

    fn records(&mut self, list: Node<'a>, sheet: &'static Sheet, names: &'static [&'static str]) {
        for node in self.reader.list(list) {
            let fields = self.reader.fields(node, names);
            self.row(sheet, fields.as_ref(), &[]);
        }
    }

    fn items(&mut self, list: Node<'a>, file: &str) {
        for node in self.reader.list(list) {
            let fields = self.reader.fields(node, item_file::FIELDS);
            self.row(&ITEMS, fields.as_ref(), &[("file", file.to_owned())]);
        }
    }

    fn policy(&mut self, whole: Node<'a>) {
        let Some(fields) = self.reader.fields(whole, policy_file::FIELDS) else {
            return;
        };
        for field in CITY_FIELD {
            let value = self.cell(fields.optional(field.code), of_city_field(field.code));
            let name = field.under(self.header).to_owned();
            self.row(&CITY, None, &[("field", name), ("value", value)]);
        }
        for (key, node) in fields.pairs("terms") {
            let value = self.cell(Some(node), Kind::Text);
            self.row(&TERMS, None, &[("key", key), ("value", value)]);
        }
        for (key, node) in fields.pairs("settings") {
            let setting = self.reader.fields(node, policy_file::SETTING);
            self.row(&SETTINGS, setting.as_ref(), &[("key", key)]);
        }
        let words = match of_column(&TIERS, "key") {
            Kind::Word(words) => words,
            _ => &[],
        };
        for (key, node) in fields.pairs("tier_names") {
            let value = self.cell(Some(node), Kind::Text);
            let key = written(words, &key, self.header);
            self.row(&TIERS, None, &[("key", key), ("value", value)]);
        }
        for (list, sheet, names) in [
            ("threats", &THREATS, policy_file::THREAT),
            ("history", &HISTORY, policy_file::REVISION),
        ] {
            if let Some(list) = fields.optional(list) {
                self.records(list, sheet, names);
            }
        }
        for node in fields.pieces("articles") {
            self.clause(node, policy_file::ARTICLE, String::new());
        }
        if let Some(scale) = fields.optional("scale") {
            self.scale(scale, "city");
        }
    }

    fn clause(&mut self, node: Node<'a>, names: &'static [&'static str], parent: String) {
        let Some(fields) = self.reader.fields(node, names) else {
            return;
        };
        self.row(&CLAUSES, Some(&fields), &[("parent", parent)]);
        let id = self.cell(fields.optional("id"), Kind::Name);
        for node in fields.pieces("clauses") {
            self.clause(node, policy_file::CLAUSE, id.clone());
        }
    }

    fn scale(&mut self, node: Node<'a>, of: &str) {
        let Some(fields) = self.reader.fields(node, scale_file::FIELDS) else {
            return;
        };
        let of = ("scale", written(SCALE_OF, of, self.header));
        self.row(&SCALE, Some(&fields), std::slice::from_ref(&of));
        let marks = fields
            .optional("marks")
            .and_then(|node| self.reader.fields(node, scale_file::MARKS));
        if let Some(marks) = marks {
            for name in scale_file::MARKS {
                let entry = marks.optional(name);
                let entry = entry.and_then(|node| self.reader.fields(node, scale_file::MARK));
                let mark = ("mark", written(MARK, name, self.header));
                self.row(&MARKS, entry.as_ref(), &[of.clone(), mark]);
            }
        }
        for node in fields.pieces("grades") {
            let grade = self.reader.fields(node, scale_file::GRADE);
            self.row(&GRADES, grade.as_ref(), std::slice::from_ref(&of));
        }
    }
}
