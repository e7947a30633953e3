//! The terminal screens: event → key → action → `update` → effects → runtime. `view` draws the
//! model and changes nothing; only `runtime` does I/O.

pub mod action;
pub mod beside;
pub mod burst;
pub mod canvas;
mod desk_worker;
pub mod effect;
mod incoming;
pub mod key;
pub mod key_table;
pub mod keymap;
pub mod model;
pub mod mouse;
mod open_screen;
pub mod overlays;
pub mod painter;
pub mod probe;
pub mod runtime;
pub mod saver;
pub mod screens;
pub mod symbols;
pub mod theme;
mod unseen;
pub mod update;
pub mod view;
pub mod widgets;
pub mod worker;
