//! Parts that several screens share.

pub mod chart;
pub mod form;
pub mod frame;
pub mod item_row;
pub mod menu;
pub mod outline;
pub mod text_input;
