//! The one key table. Dispatch, footer, help and the README's table all come from it.

pub use super::action::{Action, Caret, Scope};
use super::key::Key;
use crate::text::Strings;
use crate::text::label::Label;

/// How a binding is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hint {
    /// In the footer, the lower the number the longer it stays; and in the help.
    Footer(u8),
    /// In the help only.
    Help,
}

/// One row of the key table.
#[derive(Clone, Copy)]
pub struct Binding {
    /// Where it holds.
    pub scope: Scope,
    /// The keys; the first is shown in the footer together with `also`.
    pub keys: &'static [Key],
    /// What they ask for.
    pub action: Action,
    /// What it is called there.
    pub label: fn(&Strings) -> Label,
    /// How it is shown.
    pub hint: Hint,
}

macro_rules! bindings {
    ($($scope:ident [$($key:expr),+] $action:expr, $label:ident, $hint:expr;)+) => {
        &[$(Binding {
            scope: Scope::$scope,
            keys: &[$($key),+],
            action: $action,
            label: |strings| strings.keys.$label,
            hint: $hint,
        }),+]
    };
}

use Action as A;
use Hint::{Footer, Help};
use Key as K;

/// Every key of the program.
pub const KEYS: &[Binding] = bindings![
    Global [K::Function(1)] A::Help, help, Footer(2);
    Global [K::Function(5), K::Ctrl('l')] A::Redraw, redraw, Help;
    Global [K::Ctrl('p')] A::Palette, palette, Help;
    Global [K::Ctrl('t')] A::Appearance, appearance, Help;
    Global [K::Ctrl('k')] A::KeepScreen, keep_screen, Help;
    Global [K::Ctrl('s')] A::Save, save, Help;
    Global [K::Ctrl('z')] A::Undo, undo, Help;
    Global [K::Ctrl('y')] A::Redo, redo, Help;
    Global [K::Ctrl('q')] A::Quit, quit, Help;
    Global [K::Ctrl('c')] A::Copy, copy, Help;

    Home [K::Enter] A::Enter, open, Footer(1);
    Home [K::Up] A::Up, up, Help;
    Home [K::Down] A::Down, choose, Footer(3);
    Home [K::Tab] A::NextField, menu, Footer(4);
    Home [K::BackTab] A::PreviousField, up, Help;
    Home [K::Left] A::Left, menu_before, Help;
    Home [K::Right] A::Right, menu_after, Help;
    Home [K::PageUp] A::PageUp, page_up, Help;
    Home [K::PageDown] A::PageDown, page_down, Help;
    Home [K::Home] A::First, first, Help;
    Home [K::End] A::Last, last, Help;
    Home [K::Ctrl('g')] A::Merge, merge, Help;
    Home [K::Ctrl('p')] A::Palette, palette, Footer(6);
    Home [K::Escape] A::Back, quit, Footer(5);

    Form [K::Enter] A::Enter, next_field, Footer(1);
    Form [K::Tab, K::Down] A::NextField, field_after, Footer(3);
    Form [K::BackTab, K::Up] A::PreviousField, field_before, Help;
    Form [K::Left] A::Left, choice_before, Help;
    Form [K::Right] A::Right, choice_after, Footer(4);
    Form [K::Escape] A::Back, back, Footer(5);

    Profile [K::Enter] A::Enter, decide, Footer(1);
    Profile [K::Up] A::Up, up, Help;
    Profile [K::Down, K::Tab] A::Down, choose, Footer(3);
    Profile [K::BackTab] A::PreviousField, up, Help;
    Profile [K::Left] A::Left, yes, Footer(4);
    Profile [K::Right] A::Right, no, Footer(4);
    Profile [K::Char('1')] A::Mark(1), yes, Help;
    Profile [K::Char('2')] A::Mark(2), no, Help;
    Profile [K::Escape] A::Back, back, Footer(5);

    Walk [K::Enter] A::Enter, decide, Footer(1);
    Walk [K::Up] A::Up, up, Help;
    Walk [K::Down] A::Down, choose, Footer(3);
    Walk [K::Tab] A::NextField, remark_and_more, Footer(4);
    Walk [K::BackTab] A::PreviousField, field_before, Help;
    Walk [K::PageUp, K::Left] A::PageUp, item_before, Help;
    Walk [K::PageDown, K::Right] A::PageDown, item_after, Footer(5);
    Walk [K::Function(2)] A::Overview, overview, Footer(6);
    Walk [K::Function(3)] A::Search, search, Help;
    Walk [K::Function(4)] A::Filter, clause, Help;
    Walk [K::Char('1')] A::Mark(1), answer_1, Help;
    Walk [K::Char('2')] A::Mark(2), answer_2, Help;
    Walk [K::Char('3')] A::Mark(3), answer_3, Help;
    Walk [K::Char('4')] A::Mark(4), answer_4, Help;
    Walk [K::Char('5')] A::Mark(5), answer_5, Help;
    Walk [K::Delete] A::Clear, clear, Help;
    Walk [K::Ctrl('p')] A::Palette, palette, Footer(7);
    Walk [K::Ctrl('r')] A::CarryOver, carry_over, Help;
    Walk [K::Ctrl('f')] A::Flag, flag, Help;
    Walk [K::Ctrl('n')] A::Advance, advance, Help;
    Walk [K::Escape] A::Back, overview, Help;

    Overview [K::Enter] A::Enter, go_there, Footer(1);
    Overview [K::Up] A::Up, up, Help;
    Overview [K::Down] A::Down, choose, Footer(3);
    Overview [K::PageUp] A::PageUp, page_up, Help;
    Overview [K::PageDown] A::PageDown, page_down, Help;
    Overview [K::Home] A::First, first, Help;
    Overview [K::End] A::Last, last, Help;
    Overview [K::Function(3)] A::Search, search, Footer(6);
    Overview [K::Function(4), K::Right] A::Filter, filter, Footer(7);
    Overview [K::Left] A::Left, filter_before, Help;
    Overview [K::Ctrl('p')] A::Palette, palette, Footer(8);
    Overview [K::Tab] A::NextField, menu, Footer(4);
    Overview [K::BackTab] A::PreviousField, menu, Help;
    Overview [K::Escape] A::Back, to_home, Footer(5);

    Review [K::Enter] A::Enter, decide, Footer(1);
    Review [K::Up, K::BackTab] A::Up, up, Help;
    Review [K::Down, K::Tab] A::Down, choose, Footer(3);
    Review [K::PageUp] A::PageUp, page_up, Help;
    Review [K::PageDown] A::PageDown, page_down, Help;
    Review [K::Home] A::First, first, Help;
    Review [K::End] A::Last, last, Help;
    Review [K::Escape] A::Back, back, Footer(5);

    Export [K::Enter] A::Enter, next_field, Footer(1);
    Export [K::Tab, K::Down] A::NextField, field_after, Footer(3);
    Export [K::BackTab, K::Up] A::PreviousField, field_before, Help;
    Export [K::Left] A::Left, choice_before, Help;
    Export [K::Right] A::Right, choice_after, Footer(4);
    Export [K::Escape] A::Back, back, Footer(5);

    Merge [K::Enter] A::Enter, decide, Footer(1);
    Merge [K::Up, K::Left, K::BackTab] A::Up, up, Help;
    Merge [K::Down, K::Right, K::Tab] A::Down, choose, Footer(3);
    Merge [K::Char('1')] A::Mark(1), take_mine, Help;
    Merge [K::Char('2')] A::Mark(2), take_theirs, Help;
    Merge [K::PageUp] A::PageUp, page_up, Help;
    Merge [K::PageDown] A::PageDown, page_down, Help;
    Merge [K::Escape] A::Back, back, Footer(5);

    Desk [K::Enter] A::Enter, go_there, Footer(1);
    Desk [K::Up] A::Up, up, Help;
    Desk [K::Down] A::Down, choose, Footer(3);
    Desk [K::Left] A::Left, column_before, Help;
    Desk [K::Right] A::Right, column, Footer(4);
    Desk [K::PageUp] A::PageUp, page_up, Help;
    Desk [K::PageDown] A::PageDown, page_down, Help;
    Desk [K::Home] A::First, first, Help;
    Desk [K::End] A::Last, last, Help;
    Desk [K::Function(2)] A::NextTable, next_table, Footer(7);
    Desk [K::Function(3)] A::Find, search, Footer(8);
    Desk [K::Function(4)] A::Filter, filter, Footer(9);
    Desk [K::Tab] A::NextField, menu, Footer(5);
    Desk [K::BackTab] A::PreviousField, menu, Help;
    Desk [K::Escape] A::Back, back, Footer(6);

    Detail [K::Enter] A::Enter, go_there, Footer(1);
    Detail [K::Up] A::Up, up, Help;
    Detail [K::Down] A::Down, choose, Footer(3);
    Detail [K::Left] A::Left, neighbour_before, Help;
    Detail [K::Right] A::Right, neighbour, Footer(4);
    Detail [K::PageUp] A::PageUp, page_up, Help;
    Detail [K::PageDown] A::PageDown, page_down, Help;
    Detail [K::Home] A::First, first, Help;
    Detail [K::End] A::Last, last, Help;
    Detail [K::Function(2)] A::NextTable, next_table, Footer(7);
    Detail [K::Function(3)] A::Find, search, Footer(8);
    Detail [K::Tab] A::NextField, menu, Footer(5);
    Detail [K::BackTab] A::PreviousField, menu, Help;
    Detail [K::Escape] A::Back, back, Footer(6);

    Roster [K::Enter] A::Enter, decide, Footer(1);
    Roster [K::Up] A::Up, up, Help;
    Roster [K::Down] A::Down, choose, Footer(3);
    Roster [K::PageUp] A::PageUp, page_up, Help;
    Roster [K::PageDown] A::PageDown, page_down, Help;
    Roster [K::Home] A::First, first, Help;
    Roster [K::End] A::Last, last, Help;
    Roster [K::Function(3)] A::Find, search, Footer(7);
    Roster [K::Function(4), K::Right] A::Filter, filter, Footer(8);
    Roster [K::Left] A::Left, filter_before, Help;
    Roster [K::Tab] A::NextField, menu, Footer(5);
    Roster [K::BackTab] A::PreviousField, menu, Help;
    Roster [K::Escape] A::Back, back, Footer(6);

    History [K::Enter] A::Enter, go_there, Footer(1);
    History [K::Up] A::Up, up, Help;
    History [K::Down] A::Down, choose, Footer(3);
    History [K::PageUp] A::PageUp, page_up, Help;
    History [K::PageDown] A::PageDown, page_down, Footer(6);
    History [K::Home] A::First, first, Help;
    History [K::End] A::Last, last, Help;
    History [K::Escape] A::Back, back, Footer(5);

    Pager [K::Up] A::Up, up, Help;
    Pager [K::Down, K::Enter] A::Down, scroll, Footer(1);
    Pager [K::PageUp] A::PageUp, page_up, Help;
    Pager [K::PageDown] A::PageDown, page_down, Footer(3);
    Pager [K::Home] A::First, first, Help;
    Pager [K::End] A::Last, last, Help;
    Pager [K::Escape] A::Back, back, Footer(4);

    Help [K::Up] A::Up, up, Help;
    Help [K::Down] A::Down, scroll, Footer(3);
    Help [K::PageUp] A::PageUp, page_up, Help;
    Help [K::PageDown] A::PageDown, page_down, Help;
    Help [K::Enter] A::Enter, close_help, Footer(1);
    Help [K::Escape] A::Back, back, Footer(4);

    Text [K::Left] A::Text(Caret::Left), caret_left, Help;
    Text [K::Right] A::Text(Caret::Right), caret_right, Help;
    Text [K::CtrlLeft] A::Text(Caret::StretchLeft), stretch_left, Help;
    Text [K::CtrlRight] A::Text(Caret::StretchRight), stretch_right, Help;
    Text [K::Home] A::Text(Caret::LineStart), line_start, Help;
    Text [K::End] A::Text(Caret::LineEnd), line_end, Help;
    Text [K::CtrlHome] A::Text(Caret::TextStart), text_start, Help;
    Text [K::CtrlEnd] A::Text(Caret::TextEnd), text_end, Help;
    Text [K::Ctrl('a')] A::Text(Caret::SelectAll), select_all, Help;
    Text [K::Backspace] A::Text(Caret::Erase), erase, Help;
    Text [K::Delete] A::Text(Caret::Delete), delete, Help;
    Text [K::Ctrl('w'), K::CtrlBackspace] A::Text(Caret::EraseStretch), erase_stretch, Help;
    Text [K::CtrlDelete] A::Text(Caret::DeleteStretch), delete_stretch, Help;
    Text [K::Ctrl('u')] A::Text(Caret::EraseToStart), erase_to_start, Help;
    Text [K::Ctrl('z')] A::Text(Caret::Undo), text_undo, Help;
    Text [K::Ctrl('y')] A::Text(Caret::Redo), text_redo, Help;

    Edit [K::Enter] A::Enter, decide_or_line, Footer(1);
    Edit [K::Up] A::Up, row_above, Help;
    Edit [K::Down] A::Down, row_below, Help;
    Edit [K::Tab] A::NextField, field_after, Footer(3);
    Edit [K::BackTab] A::PreviousField, field_before, Help;
    Edit [K::Escape, K::Ctrl('s')] A::Back, keep_and_back, Footer(2);

    Evidence [K::Enter] A::Enter, add_or_edit, Footer(1);
    Evidence [K::Up, K::BackTab] A::Up, up, Help;
    Evidence [K::Down, K::Tab] A::Down, choose, Footer(3);
    Evidence [K::Delete] A::Clear, remove, Footer(4);
    Evidence [K::Escape] A::Back, back, Footer(5);

    Search [K::Enter] A::Enter, go_there, Footer(1);
    Search [K::Up, K::BackTab] A::Up, up, Help;
    Search [K::Down, K::Tab] A::Down, choose, Footer(3);
    Search [K::Escape, K::Function(3)] A::Back, back, Footer(4);

    Palette [K::Enter] A::Enter, run, Footer(1);
    Palette [K::Up, K::BackTab] A::Up, up, Help;
    Palette [K::Down, K::Tab] A::Down, choose, Footer(3);
    Palette [K::PageUp] A::PageUp, page_up, Help;
    Palette [K::PageDown] A::PageDown, page_down, Footer(6);
    Palette [K::Escape, K::Ctrl('p')] A::Back, back, Footer(4);

    Tour [K::Enter, K::Right, K::Down, K::Tab, K::PageDown] A::Enter, go_on, Footer(1);
    Tour [K::Left, K::Up, K::BackTab, K::PageUp] A::Left, page_before, Footer(3);
    Tour [K::Escape] A::Back, close, Footer(5);

    Confirm [K::Enter] A::Enter, decide, Footer(1);
    Confirm [K::Up, K::Left, K::BackTab] A::Left, choice_before, Help;
    Confirm [K::Down, K::Right, K::Tab] A::Right, choose, Footer(3);
    Confirm [K::Escape] A::Back, back, Footer(4);
];

/// Returns what a key asks for; the first scope that knows it wins.
#[must_use]
pub fn resolve(scopes: &[Scope], key: Key) -> Option<Action> {
    scopes.iter().find_map(|scope| {
        KEYS.iter()
            .find(|binding| binding.scope == *scope && binding.keys.contains(&key))
            .map(|binding| binding.action)
    })
}

/// Returns the bindings valid in some scopes; one whose key a scope before takes is left out. The
/// keys of a field come behind those of what it stands in, which fewer people know.
pub fn bindings(scopes: &[Scope]) -> impl Iterator<Item = &'static Binding> {
    let scopes = scopes.to_vec();
    let mut order: Vec<usize> = (0..scopes.len()).collect();
    order.sort_by_key(|at| match scopes[*at] {
        Scope::Global => 2,
        Scope::Text => 1,
        _ => 0,
    });
    order.into_iter().flat_map(move |at| {
        let above = scopes.get(..at).unwrap_or_default().to_vec();
        let scope = scopes[at];
        KEYS.iter().filter(move |binding| {
            let free = |key: &Key| resolve(&above, *key).is_none();
            binding.scope == scope && binding.keys.first().is_some_and(free)
        })
    })
}

mod footer;

pub use footer::{FooterHint, footer};

#[cfg(test)]
#[path = "keymap_tests.rs"]
mod tests;
