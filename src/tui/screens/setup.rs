//! Beginning a workbook: city, department, year, and who fills in.

use super::Go;
use crate::display::wrap::COLUMN_MAX;
use crate::domain::file_name;
use crate::domain::fiscal_year::FiscalYear;
use crate::error::Error;
use crate::store::workbooks::NewWorkbook;
use crate::tui::canvas::Canvas;
use crate::tui::effect::{Effect, Effects};
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::theme::Role;
use crate::tui::widgets::form::{Field, Form, FormGo, Kind};

const CITY: usize = 0;
const YEAR: usize = 1;
const CODE: usize = 2;
const DEPARTMENT: usize = 3;
const AGENCY: usize = 4;
const NAME: usize = 5;
const TITLE: usize = 6;

/// Beginning a workbook.
#[derive(Clone, Debug)]
pub struct Setup {
    /// The fields.
    pub form: Form,
    years: Vec<FiscalYear>,
}

impl Setup {
    /// Proposes this fiscal year and the person known.
    #[must_use]
    pub fn new(model: &Model) -> Self {
        let words = &model.strings.setup;
        let this_year = FiscalYear::of(model.now.date_naive());
        let years: Vec<FiscalYear> = this_year
            .map(|year| {
                [year.number() - 1, year.number(), year.number() + 1]
                    .into_iter()
                    .filter_map(FiscalYear::new)
                    .collect()
            })
            .unwrap_or_default();
        let proposed = years
            .iter()
            .position(|year| Some(*year) == this_year)
            .unwrap_or(0);
        let year_names = years
            .iter()
            .map(|year| (model.strings.fiscal_year)(year.number()))
            .collect();
        let cities = model
            .shelf
            .cities
            .iter()
            .map(|city| city.name.clone())
            .collect();
        let agencies = model
            .shelf
            .cities
            .first()
            .map_or_else(Vec::new, |city| city.agencies.clone());
        let preferences = &model.preferences;
        let form = Form::new(vec![
            Field::choice(words.city, words.city_hint, cities, 0),
            Field::choice(words.year, words.year_hint, year_names, proposed),
            Field::text(words.code, words.code_hint, "", 20),
            Field::text(words.department, words.department_hint, "", 40),
            Field::choice(words.agency, words.agency_hint, agencies, 0),
            Field::text(words.name, words.name_hint, &preferences.name, 40),
            Field::text(words.title, words.title_hint, &preferences.title, 40),
            Field::button(words.begin, words.begin_hint),
        ]);
        Self { form, years }
    }

    /// Does what a key asks for.
    pub fn act(&mut self, model: &mut Model, action: Action, effects: &mut Effects) -> Go {
        match self.form.act(action) {
            FormGo::Back => return Go::Back,
            FormGo::Chosen(CITY) => {
                let agencies = model
                    .shelf
                    .cities
                    .get(self.form.chosen(CITY))
                    .map_or_else(Vec::new, |city| city.agencies.clone());
                if let Some(field) = self.form.fields.get_mut(AGENCY) {
                    field.kind = Kind::Choice {
                        options: agencies,
                        selected: 0,
                    };
                }
            }
            FormGo::Pressed(_) => self.begin(model, effects),
            FormGo::Chosen(_) | FormGo::Stay => {}
        }
        Go::Stay
    }

    fn begin(&mut self, model: &mut Model, effects: &mut Effects) {
        let words = &model.strings.setup;
        for (field, label) in [
            (CODE, words.code),
            (DEPARTMENT, words.department),
            (NAME, words.name),
        ] {
            if self.form.value(field).is_empty() {
                self.form.focus = field;
                return model.warn((words.needed)(label));
            }
        }
        let code = self.form.value(CODE);
        if file_name::safe(code).is_none() {
            model.tell_error(&Error::BadDepartmentCode(code.to_owned()));
            self.form.focus = CODE;
            return;
        }
        self.form
            .value(NAME)
            .clone_into(&mut model.preferences.name);
        self.form
            .value(TITLE)
            .clone_into(&mut model.preferences.title);
        effects.push(Effect::SavePreferences(model.preferences.clone()));
        let city = model.shelf.cities.get(self.form.chosen(CITY));
        let year = self.years.get(self.form.chosen(YEAR));
        let (Some(city), Some(year)) = (city, year) else {
            return;
        };
        let new = NewWorkbook {
            city: city.id.clone(),
            department_code: self.form.value(CODE).to_owned(),
            department: self.form.value(DEPARTMENT).to_owned(),
            agency: Some(self.form.value(AGENCY).to_owned()),
            year: *year,
        };
        effects.push(Effect::Create(Box::new(new), model.author()));
    }

    /// Draws the form.
    pub fn draw(&self, canvas: &mut Canvas<'_, '_>) {
        let ruler = canvas.ruler();
        let words = &canvas.strings().setup;
        canvas.rule(1);
        let mut y = 3;
        for line in ruler.wrap(
            words.intro,
            canvas.width().saturating_sub(6).min(COLUMN_MAX),
        ) {
            canvas.text(3, y, &line, Role::Plain);
            y += 1;
        }
        self.form.draw(canvas, y + 1);
    }
}
