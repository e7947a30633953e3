//! How long what people type or import may be. What is stored already is read at any length.

/// A department's name, in characters.
pub const DEPARTMENT_MAX: usize = 100;
