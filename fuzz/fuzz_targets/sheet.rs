//! Throws bytes at `bodies/sheet.rs`.
#![no_main]

#[path = "../bodies/all.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(|data: &[u8]| bodies::sheet::check(data));
