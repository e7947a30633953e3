//! How long it takes to draw one frame, on a terminal in memory.

#[path = "kit/filling.rs"]
mod filling;

use std::fmt;
use std::path::PathBuf;

use divan::Bencher;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use tenken::clock::Clock;
use tenken::domain::fiscal_year::FiscalYear;
use tenken::store::checklists;
use tenken::store::folder::{Folder, WorkbookKey};
use tenken::text::Lang;
use tenken::tui::model::{Model, Open, SaveState};
use tenken::tui::runtime::{Start, first_model};
use tenken::tui::screens::Screen;
use tenken::tui::screens::walk::Walk;
use tenken::tui::view::view;

const SIZES: [Size; 2] = [Size(80, 24), Size(200, 60)];

#[derive(Clone, Copy)]
struct Size(u16, u16);

impl fmt::Display for Size {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}x{}", self.0, self.1)
    }
}

fn main() {
    divan::main();
}

/// Makes the model of a half-filled workbook on a built-in checklist.
fn model(size: Size, screen: Screen) -> Model {
    let set = checklists::of_files(checklists::built_in());
    let checklist = set.city("odawara").expect("a built-in checklist").clone();
    let mut workbook = filling::begun(&checklist);
    filling::fill(&checklist, &mut workbook, checklist.items.len() / 2);
    let folder = Folder::new(PathBuf::from("."));
    let start = Start {
        home: PathBuf::from("."),
        scene: tenken::store::crash_note::Scene::new(folder),
        // Nothing is read: there are no preferences there.
        folder: Folder::new(PathBuf::from(env!("CARGO_TARGET_TMPDIR"))),
        clock: Clock::Fixed(filling::begin()),
        lang: Lang::Ja,
        theme: None,
        ambiguous: None,
        by: None,
        desk: None,
    };
    let mut model = first_model(&start, (size.0, size.1));
    let year = FiscalYear::new(2026).expect("a year");
    model.open = Some(Open {
        key: WorkbookKey::new(year, "odawara", "0420").expect("a name"),
        checklist: std::sync::Arc::new(checklist),
        workbook,
        previous: None,
        read_only: None,
        save: SaveState::Saved(Some(filling::begin())),
        position: 0,
        newer_checklist: false,
    });
    model.screens.push(screen);
    model
}

/// Draws frame after frame, each of another item, so that nearly every cell changes.
fn draw(bencher: Bencher<'_, '_>, size: Size, screen: Screen) {
    let mut model = model(size, screen);
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).expect("a terminal");
    bencher.bench_local(|| {
        if let Some(open) = &mut model.open {
            open.position = (open.position + 1) % open.checklist.items.len();
        }
        terminal
            .draw(|frame| view(&model, frame))
            .expect("memory never fails");
    });
}

/// One question of the walk.
#[divan::bench(args = SIZES)]
fn walk(bencher: Bencher<'_, '_>, size: Size) {
    draw(bencher, size, Screen::Walk(Walk::default()));
}

/// The overview, with the figures of every clause.
#[divan::bench(args = SIZES)]
fn overview(bencher: Bencher<'_, '_>, size: Size) {
    draw(bencher, size, Screen::overview());
}
