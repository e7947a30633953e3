//! The steps of a text field's own undo. Knows nothing of keys.

/// Steps that are remembered.
const STEPS_MAX: usize = 200;

/// How a text was changed, which decides what is taken back together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// A character was typed: a run of them is one step.
    Typing,
    /// A character was deleted: a run of them is one step.
    Erasing,
    /// Anything else is a step of its own.
    Whole,
}

/// A text and the place of its caret.
pub type State = (String, usize);

/// What can be taken back and repeated.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct History {
    undo: Vec<State>,
    redo: Vec<State>,
    /// What the change before was, as long as nothing came between.
    run: Option<Step>,
}

impl History {
    /// Notes what a text is before a change.
    pub fn note(&mut self, step: Step, text: &str, caret: usize) {
        self.redo.clear();
        let joined = step != Step::Whole && self.run == Some(step);
        self.run = Some(step);
        if joined {
            return;
        }
        if self.undo.len() == STEPS_MAX {
            self.undo.remove(0);
        }
        self.undo.push((text.to_owned(), caret));
    }

    /// Ends a run: the next change begins a step.
    pub const fn pause(&mut self) {
        self.run = None;
    }

    /// Returns what a text was before the last step, or after the one taken back; `now` is kept for
    /// the way back.
    pub fn step(&mut self, back: bool, now: State) -> Option<State> {
        self.run = None;
        let (from, to) = if back {
            (&mut self.undo, &mut self.redo)
        } else {
            (&mut self.redo, &mut self.undo)
        };
        let state = from.pop()?;
        to.push(now);
        Some(state)
    }
}
