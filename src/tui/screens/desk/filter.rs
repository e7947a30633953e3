//! Which departments are shown: asked for in a few fields over the desk.

use crate::collect::board_filter::{Answers, BoardFilter, Submitted, agencies, states};
use crate::text::desk::state as state_word;
use crate::tui::effect::Effects;
use crate::tui::model::Model;
use crate::tui::overlays::Overlay;
use crate::tui::overlays::prompt::Prompt;
use crate::tui::screens::Screen;
use crate::tui::widgets::form::{Field, Form};

const STATE: usize = 0;
const AGENCY: usize = 1;
const ANSWERS: usize = 2;
const APPLY: usize = 3;

fn submitted(model: &Model, submitted: Submitted) -> &'static str {
    let words = &model.strings.board;
    let [any, counts, asks] = words.any_state;
    match submitted {
        Submitted::Any => any,
        Submitted::Counts => counts,
        Submitted::AsksDepartment => asks,
        Submitted::Is(state) => state_word(model.lang, state),
    }
}

fn answers(model: &Model, answers: Answers) -> &'static str {
    let at = Answers::ALL.iter().position(|known| *known == answers);
    let names = model.strings.board.answers;
    at.and_then(|at| names.get(at)).copied().unwrap_or_default()
}

/// Names a filter; empty when everybody is shown.
#[must_use]
pub(super) fn name(model: &Model, filter: &BoardFilter) -> String {
    let mut parts: Vec<&str> = Vec::new();
    if filter.submitted != Submitted::Any {
        parts.push(submitted(model, filter.submitted));
    }
    parts.extend(filter.agency.as_deref());
    if filter.answers != Answers::Any {
        parts.push(answers(model, filter.answers));
    }
    parts.join("・")
}

/// Asks whom to show.
pub(super) fn ask(model: &mut Model, now: &BoardFilter) {
    let Some(desk) = model.desk.clone() else {
        return;
    };
    let words = &model.strings.board;
    let states = states(&desk.board);
    let agencies = agencies(&desk.board);
    let state_names = states.iter().map(|one| submitted(model, *one).to_owned());
    let agency_names = [words.any_agency.to_owned()]
        .into_iter()
        .chain(agencies.clone());
    let answer_names = Answers::ALL.map(|one| answers(model, one).to_owned());
    let at = |found: Option<usize>| found.unwrap_or(0);
    let form = Form::new(vec![
        Field::choice(
            words.state,
            "",
            state_names.collect(),
            at(states.iter().position(|one| *one == now.submitted)),
        ),
        Field::choice(
            words.agency,
            "",
            agency_names.collect(),
            at(agencies
                .iter()
                .position(|one| Some(one) == now.agency.as_ref())
                .map(|at| at + 1)),
        ),
        Field::choice(
            words.answers_label,
            "",
            answer_names.to_vec(),
            at(Answers::ALL.iter().position(|one| *one == now.answers)),
        ),
        Field::button(words.apply, ""),
        Field::button(words.clear, ""),
    ]);
    let done = move |model: &mut Model, _: &mut Effects, pressed: usize, form: &Form| {
        let filter = if pressed == APPLY {
            BoardFilter {
                submitted: states.get(form.chosen(STATE)).copied().unwrap_or_default(),
                agency: form
                    .chosen(AGENCY)
                    .checked_sub(1)
                    .and_then(|at| agencies.get(at).cloned()),
                answers: Answers::ALL
                    .get(form.chosen(ANSWERS))
                    .copied()
                    .unwrap_or_default(),
            }
        } else {
            BoardFilter::default()
        };
        if let Some(Screen::Desk(desk)) = model.screens.last_mut() {
            desk.filter_by(filter);
        }
    };
    let prompt = Prompt::new(words.filter, Vec::new(), form, Box::new(done));
    model.overlays.push(Overlay::Prompt(prompt));
}
