//! Sheets of a checklist, as a spreadsheet saved them, back into the files they came from. The
//! files are then read as any others; a problem found there is told at the cell it came from.

use std::collections::HashMap;

use super::checklist_files::{ITEMS as ITEM_FILES, PROFILE, SCALE as SCALE_FILE};
use super::ron_source::SourceFile;
use super::ron_write::{Layout, Value, Writer, quoted};
use super::sheet_kind::{name, of_city_field, of_column, value};
use super::sheet_problem::{CellPlace, SheetProblem, SheetProblemKind};
use super::sheet_rows::{Gathered, RowRef, SheetRows};
use super::{item_file, policy_file, profile_file};
use crate::domain::file_name;
use crate::text::columns::Word;
use crate::text::columns::checklist::{
    CITY, CITY_FIELD, CLAUSES, HISTORY, ITEMS, QUESTIONS, SCALE, SETTINGS, Sheet, TERMS, THREATS,
    TIERS,
};

#[path = "sheet_clauses.rs"]
mod clauses;
#[path = "sheet_places.rs"]
mod places;
#[path = "sheet_scale.rs"]
mod scale;

/// The file of items of which no row says where they go.
const ITEM_FILE: &str = "items";
/// The file of a city without a name.
const CITY_FILE: &str = "city";
/// How many ids stand in a line of a clause, and keys in a line of the profile.
const IDS_IN_LINE: usize = 5;
const KEYS_IN_LINE: usize = 6;

/// The files made of sheets.
#[derive(Debug)]
pub struct SheetFiles {
    /// The files, named as in the `checklists` folder.
    pub files: Vec<SourceFile>,
    /// The city's id, as far as there is one.
    pub city: String,
    /// What is wrong with the sheets themselves.
    pub problems: Vec<SheetProblem>,
    /// For each file where what comes from which cell begins, in bytes.
    places: Vec<Vec<(usize, CellPlace)>>,
    sheets: Vec<SheetRows>,
}

impl SheetFiles {
    /// Makes the files.
    #[must_use]
    pub fn of(gathered: Gathered) -> Self {
        let sheets = gathered.sheets;
        let mut made = Self {
            files: Vec::new(),
            city: String::new(),
            problems: gathered.problems,
            places: Vec::new(),
            sheets: Vec::new(),
        };
        let making = Making {
            sheets: &sheets,
            made: &mut made,
        };
        making.all();
        made.sheets = sheets;
        made
    }
}

struct Making<'t, 'm> {
    sheets: &'t [SheetRows],
    made: &'m mut SheetFiles,
}

type File = Writer<CellPlace>;

impl<'t> Making<'t, '_> {
    fn all(mut self) {
        self.items();
        self.questions();
        self.shared_scale();
        self.city();
    }

    fn problem(&mut self, place: CellPlace, kind: SheetProblemKind) {
        self.made.problems.push(SheetProblem { place, kind });
    }

    fn rows(&self, sheet: &Sheet) -> Vec<RowRef<'t>> {
        let found = self.sheets.iter().find(|rows| rows.sheet == sheet);
        found.map_or_else(Vec::new, |sheet| sheet.rows().collect())
    }

    fn add(&mut self, name: String, file: File) {
        let (text, places) = file.finish();
        self.made.files.push(SourceFile { name, text });
        self.made.places.push(places);
    }

    /// Writes an item or another record whose fields stand in lines of their own.
    fn block(file: &mut File, row: &RowRef<'_>, names: &[&str]) {
        file.line();
        file.at(row.place(None));
        file.open("(");
        Self::fields(file, row, names);
        file.close("),");
    }

    fn fields(file: &mut File, row: &RowRef<'_>, names: &[&str]) {
        for id in names {
            if let Some(value) = value(row.cell(id), of_column(row.sheet(), id)) {
                let layout = match (row.sheet() == &CLAUSES, *id) {
                    (true, "items") => Layout::Lines(IDS_IN_LINE),
                    _ => Layout::Inline,
                };
                file.field(id, &value, layout, row.place(Some(id)));
            }
        }
    }

    /// Returns the fields of a record that stands in one line.
    fn inline<'n>(row: &RowRef<'_>, names: &[&'n str]) -> Vec<(&'n str, Value, CellPlace)> {
        names
            .iter()
            .filter_map(|id| {
                let value = value(row.cell(id), of_column(row.sheet(), id))?;
                Some((*id, value, row.place(Some(id))))
            })
            .collect()
    }

    fn items(&mut self) {
        let mut names: Vec<String> = Vec::new();
        let mut files: HashMap<String, Vec<RowRef<'t>>> = HashMap::new();
        let mut current = ITEM_FILE.to_owned();
        for row in self.rows(&ITEMS) {
            // A row put between others goes where the one above it goes.
            let typed = row.cell("file").trim();
            if !typed.is_empty() {
                typed.clone_into(&mut current);
            }
            if !file_name::is_plain(&current) {
                let kind = SheetProblemKind::BadFileName(current.clone());
                self.problem(row.place(Some("file")), kind);
                ITEM_FILE.clone_into(&mut current);
            }
            if !files.contains_key(&current) {
                names.push(current.clone());
            }
            files.entry(current.clone()).or_default().push(row);
        }
        names.sort();
        for name in names {
            let mut file = File::new();
            file.at(CellPlace::sheet(&ITEMS));
            file.open("[");
            for row in files.remove(&name).unwrap_or_default() {
                Self::block(&mut file, &row, item_file::FIELDS);
            }
            file.close("]");
            self.add(format!("{ITEM_FILES}{name}.ron"), file);
        }
    }

    fn questions(&mut self) {
        let mut file = File::new();
        file.at(CellPlace::sheet(&QUESTIONS));
        file.open("[");
        for row in self.rows(&QUESTIONS) {
            Self::block(&mut file, &row, profile_file::FIELDS);
        }
        file.close("]");
        self.add(PROFILE.to_owned(), file);
    }

    fn shared_scale(&mut self) {
        let [scale, marks, grades] = self.of_scale("shared");
        let mut file = File::new();
        file.at(CellPlace::sheet(&SCALE));
        self.scale(&mut file, &scale, &marks, &grades);
        self.add(SCALE_FILE.to_owned(), file);
    }

    fn city(&mut self) {
        let fields = self.city_fields();
        let mut file = File::new();
        file.at(CellPlace::sheet(&CITY));
        file.open("(");
        for id in policy_file::FIELDS {
            match *id {
                "history" => self.list(&mut file, id, &HISTORY, policy_file::REVISION),
                "threats" => self.list(&mut file, id, &THREATS, policy_file::THREAT),
                "terms" => self.map(&mut file, id, &TERMS),
                "settings" => self.map(&mut file, id, &SETTINGS),
                "tier_names" => self.map(&mut file, id, &TIERS),
                "scale" => {
                    let [scale, marks, grades] = self.of_scale("city");
                    if !(scale.is_empty() && marks.is_empty() && grades.is_empty()) {
                        file.line();
                        file.at(CellPlace::sheet(&SCALE));
                        file.put("scale: ");
                        self.scale(&mut file, &scale, &marks, &grades);
                        file.put(",");
                    }
                }
                "articles" => self.articles(&mut file),
                _ => {
                    let Some(row) = fields.get(id) else {
                        continue;
                    };
                    let Some(value) = value(row.cell("value"), of_city_field(id)) else {
                        continue;
                    };
                    let layout = match *id {
                        "agencies" => Layout::Lines(1),
                        "profile" => Layout::Lines(KEYS_IN_LINE),
                        _ => Layout::Inline,
                    };
                    file.field(id, &value, layout, row.place(Some("value")));
                }
            }
        }
        file.close(")");
        let id = fields.get("id").map(|row| name(row.cell("value")));
        let id = id.filter(|id| file_name::safe(id).as_ref() == Some(id));
        let id = id.unwrap_or_else(|| CITY_FILE.to_owned());
        self.add(format!("{id}.ron"), file);
        self.made.city = id;
    }

    fn city_fields(&mut self) -> HashMap<&'static str, RowRef<'t>> {
        let mut fields: HashMap<&'static str, RowRef<'t>> = HashMap::new();
        for row in self.rows(&CITY) {
            let typed = row.cell("field");
            let Some(id) = code(CITY_FIELD, typed) else {
                let kind = SheetProblemKind::UnknownWord(typed.to_owned(), CITY_FIELD);
                self.problem(row.place(Some("field")), kind);
                continue;
            };
            if let Some(first) = fields.get(id) {
                let kind = SheetProblemKind::Twice(typed.to_owned(), &CITY, first.number());
                self.problem(row.place(Some("field")), kind);
            } else {
                fields.insert(id, row);
            }
        }
        fields
    }

    /// Writes a list of records, each in a line.
    fn list(&mut self, file: &mut File, name: &str, sheet: &'static Sheet, names: &[&str]) {
        let rows = self.rows(sheet);
        if rows.is_empty() {
            return;
        }
        file.line();
        file.at(CellPlace::sheet(sheet));
        file.put(name);
        file.open(": [");
        for row in rows {
            file.line();
            file.record(Self::inline(&row, names), row.place(None));
            file.put(",");
        }
        file.close("],");
    }

    /// Writes what has a key of its own, each in a line.
    fn map(&mut self, file: &mut File, name: &str, sheet: &'static Sheet) {
        let rows = self.rows(sheet);
        if rows.is_empty() && sheet != &TIERS {
            return;
        }
        file.line();
        file.at(CellPlace::sheet(sheet));
        file.put(name);
        file.open(": {");
        for row in rows {
            let place = row.place(Some("key"));
            let Some(Value::One(key)) = value(row.cell("key"), of_column(sheet, "key")) else {
                self.problem(place, SheetProblemKind::Empty);
                continue;
            };
            file.line();
            file.at(place);
            file.put(&if key.starts_with('"') {
                key
            } else {
                quoted(&key)
            });
            file.put(": ");
            if sheet == &SETTINGS {
                file.record(Self::inline(&row, policy_file::SETTING), row.place(None));
            } else {
                file.at(row.place(Some("value")));
                let value = value(row.cell("value"), of_column(sheet, "value"));
                file.value(&value.unwrap_or(Value::One(quoted(""))), Layout::Inline);
            }
            file.put(",");
        }
        file.close("},");
    }
}

/// Returns the code of a word, however it is typed.
fn code(words: &[Word], typed: &str) -> Option<&'static str> {
    let folded = name(typed);
    words
        .iter()
        .find(|word| word.code == folded || name(word.ja) == folded)
        .map(|word| word.code)
}
