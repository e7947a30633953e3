//! Throws bytes at `bodies/return_slip.rs`.
#![no_main]

#[path = "../bodies/all.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(|data: &[u8]| bodies::return_slip::check(data));
