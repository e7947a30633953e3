//! Parts that several screens share.

pub mod form;
pub mod frame;
pub mod text_input;
