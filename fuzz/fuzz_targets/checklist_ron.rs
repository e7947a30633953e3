//! Throws bytes at `bodies/checklist_ron.rs`.
#![no_main]

#[path = "../bodies/all.rs"]
mod bodies;

libfuzzer_sys::fuzz_target!(|data: &[u8]| bodies::checklist_ron::check(data));
