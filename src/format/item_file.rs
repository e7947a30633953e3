//! Item bank files: `checklists/items/*.ron`.

use std::collections::HashMap;

use super::ron_source::{Fields, Located, Node, Reader};
use crate::domain::checklist::WEIGHT_MAX;
use crate::domain::expression::Expression;
use crate::domain::policy::Tier;
use crate::domain::problem::{IdKind, ProblemKind};

/// The fields.
pub(super) const FIELDS: &[&str] = &[
    "id",
    "question",
    "why",
    "implemented",
    "partial",
    "not_implemented",
    "not_applicable",
    "not_applicable_note",
    "evidence",
    "tiers",
    "threats",
    "respondent",
    "applies",
    "weight",
    "critical",
    "interpretive",
    "on_site",
    "report_guide",
    "replaces",
];

/// An item as written, with placeholders and places.
#[derive(Clone, Debug)]
pub struct ItemSource<'a> {
    /// Its identifier.
    pub id: Located<'a, String>,
    /// The question.
    pub question: Located<'a, String>,
    /// Why it is asked.
    pub why: Located<'a, String>,
    /// The criteria of ○, △ and ×.
    pub criteria: [Located<'a, String>; 3],
    /// When － may be chosen.
    pub not_applicable: Option<Located<'a, String>>,
    /// A hint shown where － cannot be chosen.
    pub not_applicable_note: Option<Located<'a, String>>,
    /// Examples of evidence.
    pub evidence: Vec<Located<'a, String>>,
    /// The tiers it names.
    pub tiers: Vec<Tier>,
    /// The threats it answers.
    pub threats: Vec<Located<'a, u8>>,
    /// Who answers, in words.
    pub respondent: Located<'a, String>,
    /// Who answers, as an expression.
    pub applies: Located<'a, Expression>,
    /// Its weight.
    pub weight: u8,
    /// Whether a × caps the grade.
    pub critical: bool,
    /// Whether its basis is interpretation.
    pub interpretive: bool,
    /// Whether it takes a walk round the office.
    pub on_site: bool,
    /// What to do at once when the mark is ×.
    pub report_guide: Option<Located<'a, String>>,
    /// Earlier items it replaces.
    pub replaces: Vec<Located<'a, String>>,
}

impl<'a> ItemSource<'a> {
    /// Returns every text that may hold placeholders.
    pub fn templates(&self) -> impl Iterator<Item = &Located<'a, String>> {
        [&self.question, &self.why, &self.respondent]
            .into_iter()
            .chain(&self.criteria)
            .chain(&self.not_applicable)
            .chain(&self.not_applicable_note)
            .chain(&self.evidence)
            .chain(&self.report_guide)
    }
}

/// The items of all files.
#[derive(Clone, Default, Debug)]
pub struct Bank<'a> {
    /// The items without a fault, by their ids.
    pub items: HashMap<String, ItemSource<'a>>,
    /// Every id with the place where it was first given, faulty items included.
    ids: HashMap<String, Node<'a>>,
    /// Whether a stretch could not be read at all, so that ids may be hidden in it.
    gaps: bool,
}

impl<'a> Bank<'a> {
    /// Reads the items of one file; items with a fault are left out and told as problems.
    pub fn read(&mut self, reader: &Reader<'a>, file: usize) {
        let Some(nodes) = reader.elements(reader.whole(file)) else {
            self.gaps = true;
            return;
        };
        for node in nodes {
            match reader.fields(node, FIELDS) {
                Some(fields) => self.add(reader, &fields),
                None => self.gaps = true,
            }
        }
    }

    /// Returns whether no file can hold an item of this id. A faulty item is told once, where it
    /// stands, and not again by every policy that names it.
    #[must_use]
    pub fn lacks(&self, id: &str) -> bool {
        !self.gaps && !self.ids.contains_key(id)
    }

    fn add(&mut self, reader: &Reader<'a>, fields: &Fields<'a, '_>) {
        let id = fields.text("id");
        let shaped = id.clone().filter(|id| check_id(reader, id));
        let item = item(reader, fields, shaped);
        let Some(id) = id else {
            return;
        };
        if let Some(first) = self.ids.get(&id.value) {
            let (file, line) = reader.line(*first);
            reader.problem_at(&id, ProblemKind::DuplicateId(id.value.clone(), file, line));
            return;
        }
        self.ids.insert(id.value.clone(), id.node);
        if let Some(item) = item {
            self.items.insert(id.value, item);
        }
    }
}

fn item<'a>(
    reader: &Reader<'a>,
    fields: &Fields<'a, '_>,
    id: Option<Located<'a, String>>,
) -> Option<ItemSource<'a>> {
    // Everything is read before anything is given up, so that every problem is told.
    let question = fields.text("question");
    let why = fields.text("why");
    let implemented = fields.text("implemented");
    let partial = fields.text("partial");
    let not_implemented = fields.text("not_implemented");
    let not_applicable = fields.optional_text("not_applicable");
    let not_applicable_note = fields.optional_text("not_applicable_note");
    let evidence = fields.texts("evidence");
    let tiers = tiers(reader, fields);
    let threats = threats(reader, fields);
    let respondent = fields.text("respondent");
    let applies = applies(reader, fields);
    let weight = weight(reader, fields);
    let critical = fields.flag("critical");
    let interpretive = fields.flag("interpretive");
    let on_site = fields.flag("on_site");
    let report_guide = fields.optional_text("report_guide");
    let mut replaces = fields.texts("replaces");
    replaces.retain(|id| check_id(reader, id));
    Some(ItemSource {
        critical,
        interpretive,
        on_site,
        report_guide,
        replaces,
        id: id?,
        question: question?,
        why: why?,
        criteria: [implemented?, partial?, not_implemented?],
        not_applicable,
        not_applicable_note,
        evidence,
        tiers: tiers?,
        threats,
        respondent: respondent?,
        applies: applies?,
        weight: weight?,
    })
}

fn check_id(reader: &Reader<'_>, id: &Located<'_, String>) -> bool {
    let good = is_item_id(&id.value);
    if !good {
        let kind = ProblemKind::BadId(IdKind::Item, id.value.clone());
        reader.problem_at(id, kind);
    }
    good
}

/// Returns whether a text is an item id: `Q`, digits, then parts of digits and letters between
/// hyphens. Such an id survives a spreadsheet.
#[must_use]
pub fn is_item_id(id: &str) -> bool {
    let Some(rest) = id.strip_prefix('Q') else {
        return false;
    };
    id.len() <= 24
        && rest.contains('-')
        && rest.split('-').all(|part| {
            part.starts_with(|first: char| first.is_ascii_digit())
                && part
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase())
        })
}

fn tiers<'a>(reader: &Reader<'a>, fields: &Fields<'a, '_>) -> Option<Vec<Tier>> {
    let node = fields.required("tiers")?;
    let words = Tier::ALL.map(|tier| (tier.code(), tier));
    let pieces = reader.elements(node)?;
    if pieces.is_empty() {
        reader.problem(node, ProblemKind::EmptyText("tiers"));
        return None;
    }
    Some(
        pieces
            .into_iter()
            .filter_map(|piece| reader.word(piece, &words))
            .collect(),
    )
}

fn threats<'a>(reader: &Reader<'a>, fields: &Fields<'a, '_>) -> Vec<Located<'a, u8>> {
    fields
        .pieces("threats")
        .into_iter()
        .filter_map(|node| {
            let number = reader.number(node)?;
            match u8::try_from(number) {
                Ok(value) if (1..=9).contains(&value) => Some(Located { value, node }),
                _ => {
                    reader.problem(node, ProblemKind::NumberRange(number, 1, 9));
                    None
                }
            }
        })
        .collect()
}

fn weight<'a>(reader: &Reader<'a>, fields: &Fields<'a, '_>) -> Option<u8> {
    let node = fields.required("weight")?;
    let number = reader.number(node)?;
    match u8::try_from(number) {
        Ok(weight) if (1..=WEIGHT_MAX).contains(&weight) => Some(weight),
        _ => {
            reader.problem(node, ProblemKind::WeightRange(number));
            None
        }
    }
}

fn applies<'a>(reader: &Reader<'a>, fields: &Fields<'a, '_>) -> Option<Located<'a, Expression>> {
    let text = fields.text("applies")?;
    if let Ok(value) = Expression::parse(&text.value) {
        Some(Located {
            value,
            node: text.node,
        })
    } else {
        reader.problem(text.node, ProblemKind::BadExpression(text.value));
        None
    }
}
