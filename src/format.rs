//! Text to domain and back: checklist files, journal lines, CSV rows, receipts. Knows no paths
//! and opens no files; takes text and gives text.
#![warn(missing_docs)]

pub mod audits;
pub mod cells;
mod checklist_checks;
pub mod checklist_files;
mod csv_against;
pub mod csv_blocks;
pub mod csv_canonical;
pub mod csv_cover;
pub mod csv_decode;
pub mod csv_evidence;
pub mod csv_export;
pub mod csv_figures;
pub mod csv_fill;
pub mod csv_finding;
mod csv_form;
pub mod csv_guard;
pub mod csv_journal;
pub mod csv_lost;
pub mod csv_parts;
pub mod csv_quick;
mod csv_quick_answers;
pub mod csv_quick_form;
mod csv_quick_frame;
mod csv_quick_line;
pub mod csv_quick_rows;
mod csv_recount;
pub mod csv_rows;
pub mod csv_self_check;
pub mod csv_sheet;
pub mod csv_spreadsheet;
pub mod csv_stream;
pub mod csv_submission;
pub mod csv_table;
pub mod csv_verify;
mod csv_written;
pub mod digest;
mod digits;
pub mod frozen;
pub mod item_file;
pub mod journal;
pub mod journal_chain;
pub mod journal_diagnosis;
pub mod journal_forms;
pub mod journal_salvage;
pub mod journal_whole;
mod journal_written;
pub mod mark_text;
pub mod policy_file;
pub mod profile_file;
pub mod receipt;
pub mod return_file;
pub mod returns;
mod ron_outline;
mod ron_place;
mod ron_raw;
pub mod ron_source;
mod ron_write;
mod ron_written;
pub mod roster;
pub mod scale_file;
pub mod sealing;
pub mod sheet_bytes;
pub mod sheet_in;
mod sheet_kind;
pub mod sheet_out;
pub mod sheet_problem;
pub mod sheet_rows;
pub mod template;
pub mod xlsx_read;
pub mod xlsx_write;

#[cfg(test)]
mod csv_test_kit;
#[cfg(test)]
mod csv_verify_bytes_tests;
#[cfg(test)]
mod sheet_tests;
#[cfg(test)]
mod xlsx_test_kit;
