//! Things to choose from, each with a number and the words that mean it too.

use crate::text::typed::command;

/// One thing to choose.
pub(super) struct Choice<T> {
    /// The number that is typed for it.
    pub number: usize,
    /// What it is.
    pub label: String,
    /// Whether it has a line of its own; else the line saying what to type names it.
    pub listed: bool,
    /// Whether it is what is recorded.
    pub recorded: bool,
    /// What it stands for.
    pub value: T,
}

impl<T: Copy> Choice<T> {
    /// Makes a choice with a line of its own.
    pub(super) fn new(number: usize, label: impl Into<String>, value: T) -> Self {
        Self {
            number,
            label: label.into(),
            listed: true,
            recorded: false,
            value,
        }
    }

    /// Marks it as what is recorded, or not.
    pub(super) const fn recorded(mut self, recorded: bool) -> Self {
        self.recorded = recorded;
        self
    }

    /// Makes a choice that the line saying what to type names.
    pub(super) fn named(number: usize, label: &str, value: T) -> Self {
        Self {
            listed: false,
            ..Self::new(number, label, value)
        }
    }
}

/// Makes choices from 1 on.
pub(super) fn numbered<T: Copy>(
    labels: impl IntoIterator<Item = String>,
    value: impl Fn(usize) -> T,
) -> Vec<Choice<T>> {
    labels
        .into_iter()
        .enumerate()
        .map(|(index, label)| Choice::new(index + 1, label, value(index)))
        .collect()
}

/// Returns what was meant: by its number, or by its own words.
pub(super) fn meant<T: Copy>(choices: &[Choice<T>], typed: &str) -> Option<T> {
    let typed = command(typed);
    choices
        .iter()
        .find(|choice| typed == choice.number.to_string() || typed == command(&choice.label))
        .map(|choice| choice.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_understood_as_people_type_them() {
        let choices = numbered(["Yes".to_owned(), "No".to_owned()], |index| index);
        for typed in ["2", " ２ ", "2.", "2。", "ｎｏ", "NO"] {
            assert_eq!(meant(&choices, typed), Some(1), "{typed}");
        }
        for typed in ["", "3", "02", "n", "1 2"] {
            assert_eq!(meant(&choices, typed), None, "{typed}");
        }
    }
}
