//! Policy maps: `checklists/<city>.ron`.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use super::ron_source::{Fields, Located, Node, Reader};
use super::scale_file;
use crate::domain::expression::ProfileKey;
use crate::domain::file_name;
use crate::domain::item_id::ItemId;
use crate::domain::policy::{
    Article, Biennial, City, Clause, ClauseId, Measure, Policy, Revision, Threat,
    is_municipality_code,
};
use crate::domain::problem::{IdKind, ProblemKind};
use crate::domain::scale::Scale;

/// The fields.
pub(super) const FIELDS: &[&str] = &[
    "id",
    "name",
    "municipality_code",
    "title",
    "edition",
    "history",
    "agencies",
    "handling",
    "deadline",
    "terms",
    "settings",
    "tier_names",
    "threats",
    "profile",
    "biennial",
    "scale",
    "articles",
];
/// The fields.
pub(super) const REVISION: &[&str] = &["date", "note"];
/// The fields.
pub(super) const THREAT: &[&str] = &["id", "heading", "gist"];
/// The fields.
pub(super) const ARTICLE: &[&str] = &["id", "citation", "heading", "gist", "clauses"];
/// The fields.
pub(super) const CLAUSE: &[&str] = &[
    "id", "citation", "heading", "gist", "note", "measure", "items", "clauses",
];

/// A policy as written.
#[derive(Clone, Debug)]
pub struct PolicySource<'a> {
    /// The policy.
    pub policy: Policy,
    /// The city's own scale, if it has one.
    pub scale: Option<Scale>,
    /// The whole file, where problems of no better place are told.
    pub node: Node<'a>,
    /// Whether everything a checklist needs was there. If not, the policy holds blanks: good for
    /// checking what names them, not for use.
    pub sound: bool,
    /// Every item named, with its place.
    pub items: Vec<Located<'a, String>>,
    /// Every leaf clause without items, with its place.
    pub empty_leaves: Vec<Located<'a, String>>,
    /// The profile keys named, with their places.
    pub profile: Vec<Located<'a, String>>,
}

/// Reads which city a policy file is for.
#[must_use]
pub fn city(reader: &Reader<'_>, file: usize) -> Option<City> {
    let fields = reader.fields(reader.whole(file), FIELDS)?;
    Some(City {
        id: fields.text("id")?.value,
        name: fields.text("name")?.value,
        agencies: plain(fields.texts("agencies")),
    })
}

/// Reads a policy file.
#[must_use]
#[expect(
    clippy::too_many_lines,
    reason = "one line for each field; nothing is decided here"
)]
pub fn read<'a>(reader: &Reader<'a>, file: usize) -> Option<PolicySource<'a>> {
    let node = reader.whole(file);
    let fields = reader.fields(node, FIELDS)?;
    let mut tree = Tree::default();
    let mut sound = true;
    let id = fields.text("id").filter(|id| {
        // It names folders and files: `con` is no good either.
        let good = file_name::safe(&id.value).as_ref() == Some(&id.value)
            && id
                .value
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        let (file_name, _) = reader.line(node);
        if !good {
            reader.problem_at(id, ProblemKind::BadId(IdKind::City, id.value.clone()));
        } else if file_name.strip_suffix(".ron") != Some(&id.value) {
            reader.problem_at(id, ProblemKind::IdNotFileName(id.value.clone()));
        }
        good
    });
    let name = fields.text("name");
    let code = fields.text("municipality_code").filter(|code| {
        let good = is_municipality_code(&code.value);
        if !good {
            let kind = ProblemKind::BadMunicipalityCode(code.value.clone());
            reader.problem_at(code, kind);
        }
        good
    });
    let title = fields.text("title");
    let edition = date(reader, fields.required("edition"));
    let history = history(reader, &fields);
    let agencies = plain(fields.texts("agencies"));
    let handling = fields.text("handling");
    let deadline = fields
        .optional("deadline")
        .and_then(|node| month_day(reader, node));
    let terms = words::terms(reader, &fields, &mut sound);
    let settings = words::settings(reader, &fields, &mut sound);
    let tier_names = words::tier_names(reader, &fields);
    let threats = threats(reader, &fields, &mut sound);
    let profile = fields.texts("profile");
    let biennial = fields
        .optional("biennial")
        .and_then(|node| reader.word(node, &[("even", Biennial::Even), ("odd", Biennial::Odd)]));
    let scale = fields
        .optional("scale")
        .and_then(|node| scale_file::read(reader, node));
    sound &= fields.optional("scale").is_none() || scale.is_some();
    let articles = articles(reader, &fields, &mut tree);
    let mut or_blank = |text: Option<Located<'a, String>>| {
        sound &= text.is_some();
        text.map_or_else(String::new, |text| text.value)
    };
    let policy = Policy {
        id: or_blank(id),
        name: or_blank(name),
        municipality_code: or_blank(code),
        title: or_blank(title),
        edition: edition.unwrap_or_default(),
        history,
        agencies,
        handling: or_blank(handling),
        deadline,
        terms,
        settings,
        tier_names,
        threats,
        profile: profile
            .iter()
            .map(|key| ProfileKey(key.value.clone()))
            .collect(),
        biennial,
        articles,
    };
    Some(PolicySource {
        sound: sound && edition.is_some(),
        policy,
        scale,
        node,
        items: tree.items,
        empty_leaves: tree.empty_leaves,
        profile,
    })
}

#[derive(Default)]
struct Tree<'a> {
    ids: HashMap<String, Node<'a>>,
    items: Vec<Located<'a, String>>,
    empty_leaves: Vec<Located<'a, String>>,
}

impl<'a> Tree<'a> {
    fn id(
        &mut self,
        reader: &Reader<'a>,
        kind: IdKind,
        letter: char,
        id: Located<'a, String>,
    ) -> Option<String> {
        let shaped = id.value.strip_prefix(letter).is_some_and(|rest| {
            rest.starts_with(|first: char| first.is_ascii_digit())
                && rest
                    .bytes()
                    .all(|byte| byte.is_ascii_digit() || byte.is_ascii_lowercase() || byte == b'-')
        });
        if !shaped || id.value.len() > 24 {
            reader.problem_at(&id, ProblemKind::BadId(kind, id.value.clone()));
            return None;
        }
        if let Some(first) = self.ids.get(&id.value) {
            let (file, line) = reader.line(*first);
            reader.problem_at(&id, ProblemKind::DuplicateId(id.value.clone(), file, line));
            return None;
        }
        self.ids.insert(id.value.clone(), id.node);
        Some(id.value)
    }
}

fn articles<'a>(reader: &Reader<'a>, fields: &Fields<'a, '_>, tree: &mut Tree<'a>) -> Vec<Article> {
    let Some(list) = fields.required("articles") else {
        return Vec::new();
    };
    let articles = reader.list(list);
    if articles.is_empty() {
        reader.problem(list, ProblemKind::NoArticles);
    }
    articles
        .into_iter()
        .filter_map(|node| {
            let fields = reader.fields(node, ARTICLE)?;
            let id = fields.text("id");
            let citation = fields.text("citation");
            let heading = fields.text("heading");
            let gist = fields.text("gist");
            let id = id.and_then(|id| tree.id(reader, IdKind::Article, 'A', id));
            let clauses = clauses(reader, &fields, tree);
            Some(Article {
                id: id?,
                citation: citation?.value,
                heading: heading?.value,
                gist: gist?.value,
                clauses,
            })
        })
        .collect()
}

fn clauses<'a>(reader: &Reader<'a>, fields: &Fields<'a, '_>, tree: &mut Tree<'a>) -> Vec<Clause> {
    fields
        .pieces("clauses")
        .into_iter()
        .filter_map(|node| clause(reader, node, tree))
        .collect()
}

fn clause<'a>(reader: &Reader<'a>, node: Node<'a>, tree: &mut Tree<'a>) -> Option<Clause> {
    let fields = reader.fields(node, CLAUSE)?;
    let located = fields.text("id");
    let citation = fields.text("citation");
    let heading = fields.text("heading");
    let gist = fields.text("gist");
    let note = fields.optional_text("note");
    let measures = Measure::ALL.map(|measure| (measure.code(), measure));
    let measure = fields
        .optional("measure")
        .and_then(|node| reader.word(node, &measures));
    let items = fields.texts("items");
    let id = located
        .clone()
        .and_then(|id| tree.id(reader, IdKind::Clause, 'C', id));
    tree.items.extend(items.iter().cloned());
    let clauses = clauses(reader, &fields, tree);
    if items.is_empty() && clauses.is_empty() {
        tree.empty_leaves.extend(located);
    }
    Some(Clause {
        id: ClauseId(id?),
        citation: citation?.value,
        heading: heading?.value,
        gist: gist?.value,
        note: note.map(|note| note.value),
        measure,
        items: items.into_iter().map(|item| ItemId(item.value)).collect(),
        clauses,
    })
}

fn history<'a>(reader: &Reader<'a>, fields: &Fields<'a, '_>) -> Vec<Revision> {
    fields
        .pieces("history")
        .into_iter()
        .filter_map(|node| {
            let fields = reader.fields(node, REVISION)?;
            let note = fields
                .optional_text("note")
                .map_or_else(String::new, |note| note.value);
            Some(Revision {
                date: date(reader, fields.required("date"))?,
                note,
            })
        })
        .collect()
}

fn threats<'a>(reader: &Reader<'a>, fields: &Fields<'a, '_>, sound: &mut bool) -> Vec<Threat> {
    let mut threats: Vec<Threat> = Vec::new();
    let mut places: BTreeMap<u8, Node<'a>> = BTreeMap::new();
    for node in fields.pieces("threats") {
        let Some(fields) = reader.fields(node, THREAT) else {
            continue;
        };
        let id = fields.number("id", 1, 9);
        let heading = fields.text("heading");
        let gist = fields.text("gist");
        *sound &= heading.is_some() && gist.is_some();
        let (Some(Ok(id)), Some(node)) = (id.map(u8::try_from), fields.optional("id")) else {
            *sound = false;
            continue;
        };
        if let Some(first) = places.get(&id) {
            let (file, line) = reader.line(*first);
            reader.problem(node, ProblemKind::DuplicateId(id.to_string(), file, line));
            continue;
        }
        places.insert(id, node);
        threats.push(Threat {
            id,
            heading: heading.map_or_else(String::new, |heading| heading.value),
            gist: gist.map_or_else(String::new, |gist| gist.value),
        });
    }
    threats
}

fn date<'a>(reader: &Reader<'a>, node: Option<Node<'a>>) -> Option<NaiveDate> {
    let node = node?;
    let text = reader.text(node)?;
    // Written back, so that `2025- 1- 1` does not pass.
    let date = NaiveDate::parse_from_str(&text, "%Y-%m-%d")
        .ok()
        .filter(|date| date.to_string() == text);
    if date.is_none() {
        reader.problem(node, ProblemKind::BadDate(text, "YYYY-MM-DD"));
    }
    date
}

fn month_day<'a>(reader: &Reader<'a>, node: Node<'a>) -> Option<(u32, u32)> {
    let text = reader.text(node)?;
    let parsed = text.split_once('-').and_then(|(month, day)| {
        let (month, day) = (month.parse().ok()?, day.parse().ok()?);
        // 2027 has no 29 February, so a day that some years lack is refused.
        NaiveDate::from_ymd_opt(2027, month, day).map(|_| (month, day))
    });
    if parsed.is_none() {
        reader.problem(node, ProblemKind::BadDate(text, "MM-DD"));
    }
    parsed
}

#[path = "policy_words.rs"]
mod words;
pub(super) use words::SETTING;

fn plain(texts: Vec<Located<'_, String>>) -> Vec<String> {
    texts.into_iter().map(|text| text.value).collect()
}
