//! Parts that several screens share.

pub mod chart;
pub mod folded;
pub mod form;
pub mod frame;
pub mod grid;
pub mod item_row;
pub mod list;
pub mod menu;
pub mod outline;
pub mod picker;
pub mod text_draw;
pub mod text_history;
pub mod text_input;
pub mod text_lines;
