//! Where the files go: a pair for each department and year, or a few large files. Jobs are done on
//! all cores; nothing is kept but what a job has in hand, and the truth until its turn has come.

use std::collections::BTreeMap;
use std::fs::{DirBuilder, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use tenken::demo::seeded::Seeded;
use tenken::format::csv_canonical::SheetKind;
use tenken::format::csv_table;
use tenken::text::columns::Header;

use super::export::{Department, Desk, Municipality, Truth, code};
use super::spoil::Spoilt;
use super::stock::Stock;

/// How many departments are one job, where every one has files of its own.
const JOB: usize = 64;
/// How much is gathered before it is written to a large file, in bytes.
const CHUNK: usize = 4 * 1024 * 1024;

/// What is asked for.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    pub(crate) to: PathBuf,
    pub(crate) municipalities: usize,
    pub(crate) departments: usize,
    pub(crate) years: usize,
    pub(crate) first_year: i32,
    pub(crate) seed: u64,
    /// The number of large files of each kind; none for files of their own.
    pub(crate) shards: Option<usize>,
    /// How many departments and years of a thousand are spoilt.
    pub(crate) dirty: i32,
}

/// What was written.
#[derive(Default)]
pub(crate) struct Written {
    pub(crate) rows: AtomicU64,
    pub(crate) files: AtomicU64,
    pub(crate) bytes: AtomicU64,
}

/// Lines in the order of jobs, whichever is done first.
struct InOrder {
    next: usize,
    waiting: BTreeMap<usize, [Vec<u8>; 2]>,
    files: [Box<dyn Write + Send>; 2],
}

impl InOrder {
    fn hand_in(&mut self, job: usize, lines: [Vec<u8>; 2]) -> io::Result<()> {
        self.waiting.insert(job, lines);
        while let Some(lines) = self.waiting.remove(&self.next) {
            for (file, lines) in self.files.iter_mut().zip(lines) {
                file.write_all(&lines)?;
            }
            self.next += 1;
        }
        Ok(())
    }
}

/// Writes everything: the files below a folder, the truth and the list of defects beside it.
pub(crate) fn write(order: &Order) -> io::Result<Written> {
    let stock = Stock::new(order.seed);
    let written = Written::default();
    folder(&order.to)?;
    let mut truth = beside(order, "truth.csv")?;
    truth.write_all(
        b"municipality_code,department_code,fiscal_year,clause,items,implemented,partial,\
          not_implemented,not_applicable,to_be_confirmed,earned,weighed\n",
    )?;
    let mut defects = beside(order, "defects.csv")?;
    defects.write_all(b"file,defect,counts\n")?;
    let in_order = Mutex::new(InOrder {
        next: 0,
        waiting: BTreeMap::new(),
        files: [truth, defects],
    });
    let units = order.municipalities * order.departments;
    let jobs = order.shards.unwrap_or_else(|| units.div_ceil(JOB));
    let next = AtomicUsize::new(0);
    let work = || -> io::Result<()> {
        let mut desk = Desk::default();
        loop {
            let job = next.fetch_add(1, Ordering::Relaxed);
            if job >= jobs {
                return Ok(());
            }
            let of = |job: usize| match order.shards {
                Some(shards) => job * units / shards,
                None => (job * JOB).min(units),
            };
            let mut one = Job {
                order,
                stock: &stock,
                written: &written,
                lines: [Vec::new(), Vec::new()],
            };
            match order.shards {
                Some(_) => one.large(&mut desk, job, of(job)..of(job + 1))?,
                None => one.small(&mut desk, of(job)..of(job + 1))?,
            }
            let mut in_order = in_order.lock().unwrap_or_else(PoisonError::into_inner);
            in_order.hand_in(job, one.lines)?;
        }
    };
    let workers = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let others: Vec<_> = (1..workers).map(|_| scope.spawn(work)).collect();
        let mine = work();
        let others = others
            .into_iter()
            .map(|other| other.join().expect("a worker"));
        others.chain([mine]).collect::<io::Result<()>>()
    })?;
    Ok(written)
}

struct Job<'a> {
    order: &'a Order,
    stock: &'a Stock,
    written: &'a Written,
    /// The truth and the defects.
    lines: [Vec<u8>; 2],
}

impl Job<'_> {
    /// Writes a pair of files for each department and year.
    fn small(&mut self, desk: &mut Desk, units: std::ops::Range<usize>) -> io::Result<()> {
        let headings = [SheetKind::Summary, SheetKind::Answers].map(headings);
        let mut bytes = Vec::new();
        for unit in units {
            let (municipality, at) = self.unit(unit);
            let folder_of = self.order.to.join(&municipality.code);
            folder(&folder_of)?;
            let seed = self.order.seed;
            let mut department = Department::new(self.stock, &municipality, at, seed);
            let mut lot = Seeded::of(seed, &["dirty", &unit.to_string()]);
            for year in self.years() {
                department.year(desk, year);
                let stem = format!("{year}_{}_{}", municipality.code, code(at));
                let spoilt = lot.chance(self.order.dirty);
                let spoilt = spoilt.then(|| lot.pick(&Spoilt::ALL).copied()).flatten();
                let path = |part: &str| folder_of.join(format!("{stem}_{part}.csv"));
                bytes.clear();
                bytes.extend_from_slice(&headings[1]);
                bytes.extend_from_slice(&desk.answers.csv);
                if let Some(spoilt) = spoilt {
                    self.defect(&path("answers"), spoilt);
                    if spoilt == Spoilt::Copied {
                        self.file(&path("copy_answers"), &[&bytes])?;
                        let summary = [&headings[0][..], &desk.summary.csv];
                        self.file(&path("copy_summary"), &summary)?;
                    }
                    bytes = spoilt.of(&bytes);
                }
                self.file(&path("answers"), &[&bytes])?;
                if spoilt != Some(Spoilt::NoSummary) {
                    self.file(&path("summary"), &[&headings[0], &desk.summary.csv])?;
                }
                let counts = spoilt.is_none_or(Spoilt::counts);
                self.count(&municipality.code, at, year, &department.truth, counts);
            }
        }
        Ok(())
    }

    /// Writes the files of many departments one after another, under one row of headings.
    fn large(
        &mut self,
        desk: &mut Desk,
        job: usize,
        units: std::ops::Range<usize>,
    ) -> io::Result<()> {
        let mut parts = Vec::new();
        for (kind, name) in [
            (SheetKind::Summary, "summary"),
            (SheetKind::Answers, "answers"),
        ] {
            let path = self.order.to.join(format!("part-{job:04}_{name}.csv"));
            parts.push((create(&path)?, headings(kind)));
            self.written.files.fetch_add(1, Ordering::Relaxed);
        }
        for unit in units {
            let (municipality, at) = self.unit(unit);
            let mut department = Department::new(self.stock, &municipality, at, self.order.seed);
            for year in self.years() {
                department.year(desk, year);
                let made = [&desk.summary.csv, &desk.answers.csv];
                for ((file, gathered), made) in parts.iter_mut().zip(made) {
                    gathered.extend_from_slice(made);
                    if gathered.len() > CHUNK {
                        self.written
                            .bytes
                            .fetch_add(gathered.len() as u64, Ordering::Relaxed);
                        file.write_all(gathered)?;
                        gathered.clear();
                    }
                }
                self.count(&municipality.code, at, year, &department.truth, true);
            }
        }
        for (mut file, gathered) in parts {
            self.written
                .bytes
                .fetch_add(gathered.len() as u64, Ordering::Relaxed);
            file.write_all(&gathered)?;
        }
        Ok(())
    }

    fn unit(&self, unit: usize) -> (Municipality, usize) {
        let departments = self.order.departments;
        (Municipality::of(unit / departments), unit % departments)
    }

    fn years(&self) -> impl Iterator<Item = i32> + use<> {
        (self.order.first_year..).take(self.order.years)
    }

    fn file(&self, path: &Path, parts: &[&[u8]]) -> io::Result<()> {
        let mut file = create(path)?;
        for part in parts {
            file.write_all(part)?;
            self.written
                .bytes
                .fetch_add(part.len() as u64, Ordering::Relaxed);
        }
        self.written.files.fetch_add(1, Ordering::Relaxed);
        Ok(())
    }

    fn defect(&mut self, path: &Path, spoilt: Spoilt) {
        let name = path.strip_prefix(&self.order.to).unwrap_or(path).display();
        let counts = if spoilt.counts() { "yes" } else { "no" };
        let line = format!("{name},{spoilt:?},{counts}\n");
        self.lines[1].extend_from_slice(line.as_bytes());
    }

    fn count(&mut self, municipality: &str, at: usize, year: i32, truth: &[Truth], counts: bool) {
        let rows = self.stock.items.len() as u64;
        self.written.rows.fetch_add(rows, Ordering::Relaxed);
        if !counts {
            return;
        }
        let department = code(at);
        for (clause, truth) in self.stock.clauses.iter().zip(truth) {
            let Truth {
                items,
                marks: [good, part, bad, not_applicable, unknown],
                earned,
                weighed,
            } = truth;
            let line = format!(
                "{municipality},{department},{year},{clause},{items},{good},{part},{bad},\
                 {not_applicable},{unknown},{earned},{weighed}\n"
            );
            self.lines[0].extend_from_slice(line.as_bytes());
        }
    }
}

/// The row of headings, with the mark before it.
fn headings(kind: SheetKind) -> Vec<u8> {
    let headings = kind
        .columns()
        .iter()
        .map(|column| column.heading(Header::Ja));
    csv_table::write(headings, Vec::<Vec<&str>>::new()).expect("memory")
}

fn create(path: &Path) -> io::Result<std::fs::File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

fn folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).create(path)
}

/// A file beside the folder, which the folder's name begins.
fn beside(order: &Order, name: &str) -> io::Result<Box<dyn Write + Send>> {
    let mut path = order.to.clone().into_os_string();
    path.push(format!(".{name}"));
    Ok(Box::new(io::BufWriter::new(create(Path::new(&path))?)))
}
