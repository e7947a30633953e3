//! Everything that does not depend on a single department: the items and scopes of the checklist,
//! what departments of each kind are not asked, and a stock of remarks and evidence.

use std::collections::BTreeSet;

use tenken::demo::remarks::{draw, subject};
use tenken::demo::seeded::Seeded;
use tenken::domain::checklist::Checklist;
use tenken::domain::expression::ProfileKey;
use tenken::domain::mark::Mark;
use tenken::domain::record::Evidence;
use tenken::domain::scope::{Scope, ScopeKind, outline, scopes};
use tenken::domain::standing::SetAside;
use tenken::format::csv_canonical::SheetKind;
use tenken::format::csv_evidence;
use tenken::format::csv_rows::{clause_path, item_cell};
use tenken::store::checklists;
use tenken::text::columns::{self, Header};
use tenken::text::demo::departments::PLACES;
use tenken::text::demo::people::APPROVER;
use tenken::text::demo::remarks::reason;

use super::piece::Piece;

/// The city whose checklist all municipalities use.
const CITY: &str = "odawara";
/// How many remarks there are for an item and a mark, and how many documents for an item.
const REMARKS: usize = 48;
const DOCUMENTS: usize = 12;
const HEADER: Header = Header::Ja;

/// An item with its cells ready made.
pub(crate) struct StockItem {
    /// Item id to threats.
    pub(crate) asked: Piece,
    /// Why it does not apply, when that is said.
    pub(crate) reason: Piece,
    /// Remarks beside △, × and ？.
    pub(crate) remarks: [Vec<Piece>; 3],
    /// Documents.
    pub(crate) evidence: Vec<Piece>,
    /// The innermost clause, by its position in [`Stock::clauses`].
    pub(crate) clause: usize,
}

/// A scope with its cells ready made.
pub(crate) struct StockScope {
    pub(crate) scope: Scope,
    /// Kind, id and label.
    pub(crate) named: Piece,
}

/// All of it.
pub(crate) struct Stock {
    pub(crate) checklist: Checklist,
    pub(crate) items: Vec<StockItem>,
    pub(crate) scopes: Vec<StockScope>,
    /// Ids of the clauses items lie in.
    pub(crate) clauses: Vec<String>,
    /// For each kind of department, without and with a year before: why an item is not asked.
    pub(crate) set_aside: Vec<[Vec<Option<Piece>>; 2]>,
    /// Mark, its worth and where it came from, by mark; the last for what the profile sets aside.
    pub(crate) marks: Vec<Piece>,
    /// The mark before, whether the wording changed, and the flag; the last two where nothing was
    /// asked the year before, and without such a year.
    pub(crate) before: Vec<Piece>,
    pub(crate) approver: Piece,
    pub(crate) nothing: Piece,
    /// Handling and whether the checklist changed.
    pub(crate) handling: Piece,
}

impl Stock {
    pub(crate) fn new(seed: u64) -> Self {
        let set = checklists::of_files(checklists::built_in());
        let checklist = set.city(CITY).expect("a checklist").clone();
        let answers = SheetKind::Answers;
        let mut seeded = Seeded::of(seed, &["stock"]);
        let ids: BTreeSet<String> = (0..checklist.items.len())
            .filter_map(|at| Some(checklist.clause_of(at)?.id.0.clone()))
            .collect();
        let clauses: Vec<String> = ids.into_iter().collect();
        let items = (0..checklist.items.len())
            .map(|at| stock_item(&checklist, &clauses, &mut seeded, at))
            .collect();
        let scopes: Vec<StockScope> = scopes(&checklist).into_iter().map(stock_scope).collect();
        let set_aside = PLACES
            .iter()
            .map(|place| [false, true].map(|before| unasked(&checklist, place.yes, before)))
            .collect();
        let no = columns::yes_no(false, HEADER);
        Self {
            approver: Piece::of(answers, [("approver", APPROVER)]),
            nothing: Piece::of(answers, [("remark", "")]),
            handling: Piece::of(
                SheetKind::Summary,
                [
                    ("handling", checklist.policy.handling.as_str()),
                    ("checklist_changed", no),
                ],
            ),
            items,
            scopes,
            clauses,
            set_aside,
            marks: marks(&checklist),
            before: before(&checklist),
            checklist,
        }
    }
}

fn marks(checklist: &Checklist) -> Vec<Piece> {
    let source = |code| columns::word(columns::MARK_SOURCE, code, HEADER);
    let marks = Mark::ALL.map(|mark| (mark, source("answered"))).into_iter();
    marks
        .chain([(Mark::NotApplicable, source("profile"))])
        .map(|(mark, source)| {
            let worth = checklist.scale.value(mark);
            let worth = worth.map_or_else(String::new, |worth| worth.to_string());
            let word = columns::mark(checklist, mark, HEADER);
            let cells = [
                ("mark", word),
                ("mark_value", &worth),
                ("mark_source", source),
            ];
            Piece::of(SheetKind::Answers, cells)
        })
        .collect()
}

fn before(checklist: &Checklist) -> Vec<Piece> {
    let no = columns::yes_no(false, HEADER);
    let marks = Mark::ALL
        .map(|mark| (columns::mark(checklist, mark, HEADER), no))
        .into_iter();
    marks
        .chain([("", no), ("", "")])
        .map(|(mark, changed)| {
            let cells = [
                ("previous_mark", mark),
                ("wording_changed", changed),
                ("flagged", no),
            ];
            Piece::of(SheetKind::Answers, cells)
        })
        .collect()
}

fn stock_item(
    checklist: &Checklist,
    clauses: &[String],
    seeded: &mut Seeded,
    at: usize,
) -> StockItem {
    let item = &checklist.items[at];
    let path = clause_path(&outline(checklist), at);
    let asked: Vec<(&str, String)> = SheetKind::Answers
        .columns()
        .iter()
        .filter_map(|column| {
            let cell = item_cell(checklist, item, at, HEADER, column.id);
            let cell = cell.or_else(|| (column.id == "clause_path").then(|| path.clone()));
            Some((column.id, cell?))
        })
        .collect();
    let cells = asked.iter().map(|(id, cell)| (*id, cell.as_str()));
    let one = |id, text: &str| Piece::of(SheetKind::Answers, [(id, text)]);
    let when = item.not_applicable.as_deref().unwrap_or_default();
    let clause = checklist.clause_of(at).map(|clause| clause.id.0.as_str());
    StockItem {
        asked: Piece::of(SheetKind::Answers, cells),
        reason: one("reason", &reason(when)),
        remarks: [Mark::Partial, Mark::NotImplemented, Mark::ToBeConfirmed].map(|mark| {
            let mut remark = || draw(seeded, subject(&item.id), mark);
            (0..REMARKS).map(|_| one("remark", &remark())).collect()
        }),
        evidence: (0..DOCUMENTS)
            .map(|_| {
                let name = seeded.pick(&item.evidence).cloned().unwrap_or_default();
                let date = format!(
                    "2026-{:02}-{:02}",
                    seeded.between(4, 10),
                    seeded.between(1, 28)
                );
                one("evidence", &csv_evidence::join(&[Evidence { name, date }]))
            })
            .collect(),
        clause: clauses
            .iter()
            .position(|id| Some(id.as_str()) == clause)
            .expect("a clause"),
    }
}

fn stock_scope(scope: Scope) -> StockScope {
    let kind = columns::word(columns::SCOPE_KIND, scope.kind.code(), HEADER);
    let label = if scope.kind == ScopeKind::Total {
        columns::word(columns::SCOPE_LABEL, scope.kind.code(), HEADER).to_owned()
    } else {
        format!("{} {}", scope.citation, scope.heading)
            .trim()
            .to_owned()
    };
    let cells = [
        ("scope_kind", kind),
        ("scope_id", &scope.id),
        ("scope_label", &label),
    ];
    StockScope {
        named: Piece::of(SheetKind::Summary, cells),
        scope,
    }
}

/// Why each item is not asked of a department; none where it is.
fn unasked(checklist: &Checklist, yes: &str, before: bool) -> Vec<Option<Piece>> {
    let holds = |key: &ProfileKey| match key.as_str() {
        ProfileKey::PREVIOUS => before,
        key => yes.split(' ').any(|yes| yes == key),
    };
    let items = checklist.items.iter();
    items
        .map(|item| {
            let keys = item.applies.keys().into_iter();
            let keys: Vec<ProfileKey> = keys.filter(|key| !holds(key)).cloned().collect();
            (!item.applies.holds(&holds)).then(|| {
                let reason = columns::set_aside_reason(checklist, &SetAside::Profile(keys));
                Piece::of(SheetKind::Answers, [("reason", reason.as_str())])
            })
        })
        .collect()
}
