//! Not a measurement but what measurements of collecting are made on: exports of many departments, as
//! the program writes them, with receipts, at any size, with the truth about them.
//!
//! `cargo bench --bench bulk -- --to DIR [--municipalities 100] [--departments 20] [--years 2]
//! [--first-year 2025] [--layout files|shards:K] [--dirty 0.05] [--seed 1]`
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "it is a program of its own"
)]

#[path = "bulk/export.rs"]
mod export;
#[path = "bulk/layout.rs"]
mod layout;
#[path = "bulk/piece.rs"]
mod piece;
#[path = "bulk/spoil.rs"]
mod spoil;
#[path = "bulk/stock.rs"]
mod stock;

use std::process::ExitCode;
use std::str::FromStr;
use std::sync::atomic::Ordering;
use std::time::Instant;

use layout::{Order, write};

const USAGE: &str = "--to DIR [--municipalities N] [--departments N] [--years N] [--first-year YYYY] \
                     [--layout files|shards:K] [--dirty 0.05] [--seed N]";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    // Called with all benches, it has nothing to do.
    if !arguments.iter().any(|argument| argument == "--to") {
        println!("bulk: {USAGE}");
        return ExitCode::SUCCESS;
    }
    let order = match order(&arguments) {
        Ok(order) => order,
        Err(wrong) => {
            eprintln!("bulk: {wrong}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let begin = Instant::now();
    match write(&order) {
        Ok(written) => {
            let seconds = begin.elapsed().as_secs_f64();
            let [rows, files, bytes] = [&written.rows, &written.files, &written.bytes]
                .map(|one| one.load(Ordering::Relaxed));
            println!("rows={rows} files={files} bytes={bytes} seconds={seconds:.2}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("bulk: {error}");
            ExitCode::from(4)
        }
    }
}

fn order(arguments: &[String]) -> Result<Order, String> {
    let mut order = Order {
        to: "bulk".into(),
        municipalities: 100,
        departments: 20,
        years: 2,
        first_year: 2025,
        seed: 1,
        shards: None,
        dirty: 0,
    };
    let mut arguments = arguments.iter().filter(|argument| *argument != "--bench");
    while let Some(name) = arguments.next() {
        let value = arguments
            .next()
            .ok_or_else(|| format!("{name} needs a value"))?;
        match name.as_str() {
            "--to" => order.to = value.into(),
            "--municipalities" => order.municipalities = number(name, value)?,
            "--departments" => order.departments = number(name, value)?,
            "--years" => order.years = number(name, value)?,
            "--first-year" => order.first_year = number(name, value)?,
            "--seed" => order.seed = number(name, value)?,
            "--layout" => order.shards = shards(value)?,
            "--dirty" => order.dirty = thousandths(name, value)?,
            _ => return Err(format!("{name} is not known")),
        }
    }
    if order.dirty > 0 && order.shards.is_some() {
        return Err("--dirty needs --layout files".to_owned());
    }
    Ok(order)
}

fn number<T: FromStr>(name: &str, value: &str) -> Result<T, String> {
    value
        .parse()
        .map_err(|_| format!("{name} {value} is no number"))
}

fn shards(value: &str) -> Result<Option<usize>, String> {
    match value.strip_prefix("shards:") {
        Some("0") => Err("--layout needs at least one file".to_owned()),
        Some(count) => number("--layout", count).map(Some),
        None if value == "files" => Ok(None),
        None => Err(format!("--layout {value} is not known")),
    }
}

/// Reads a share as thousandths.
fn thousandths(name: &str, value: &str) -> Result<i32, String> {
    let share: f64 = number(name, value)?;
    (0..=1_000)
        .find(|thousandth| f64::from(*thousandth) >= share * 1_000.0)
        .ok_or_else(|| format!("{name} {value} is no share"))
}
