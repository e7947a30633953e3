//! Moving through a list: one row, one page, to either end.

use crate::tui::keymap::Action;

/// Returns the row an action leads to from a row of a list of so many, and so many on a page; none
/// when the action does not move.
#[must_use]
pub fn moved(action: Action, selected: usize, count: usize, page: usize) -> Option<usize> {
    let last = count.saturating_sub(1);
    let selected = selected.min(last);
    Some(match action {
        Action::Up => selected.saturating_sub(1),
        Action::Down => (selected + 1).min(last),
        Action::PageUp => selected.saturating_sub(page),
        Action::PageDown => (selected + page).min(last),
        Action::First => 0,
        Action::Last => last,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_leads_out_of_the_list() {
        let actions = [
            Action::Up,
            Action::Down,
            Action::PageUp,
            Action::PageDown,
            Action::First,
            Action::Last,
        ];
        for count in 0..5 {
            for selected in 0..7 {
                for action in actions {
                    let row = moved(action, selected, count, 3).unwrap();
                    assert!(
                        row <= count.saturating_sub(1),
                        "{action:?} {selected} {count}"
                    );
                }
            }
        }
        assert_eq!(moved(Action::Down, 1, 9, 3), Some(2));
        assert_eq!(moved(Action::PageDown, 1, 9, 3), Some(4));
        assert_eq!(moved(Action::PageUp, 7, 9, 3), Some(4));
        assert_eq!(moved(Action::Last, 1, 9, 3), Some(8));
        assert_eq!(moved(Action::Enter, 1, 9, 3), None);
    }
}
