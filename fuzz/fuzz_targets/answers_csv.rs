//! Throws bytes at `bodies/answers_csv.rs`.
#![no_main]

#[path = "../bodies/all.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(|data: &[u8]| bodies::answers_csv::check(data));
