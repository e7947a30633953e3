//! Puts a report together.

use std::collections::BTreeSet;

use super::document::{Document, Section};
use super::sections::{
    clauses, departments, items, method, open, questions, submission, summary, years,
};
use super::view::{Source, View};
use crate::text::document::words;

/// Returns a report on a collection.
#[must_use]
pub fn build(source: Source<'_>) -> Document {
    let words = words(source.lang);
    let view = View::new(source);
    let sections: Vec<Section> = if view.is_public() {
        vec![
            summary::summary(&view),
            clauses::clauses(&view),
            years::years(&view),
            method::method(&view),
            method::version(&view),
        ]
    } else {
        vec![
            summary::summary(&view),
            submission::submission(&view),
            clauses::clauses(&view),
            departments::map(&view),
            items::items(&view),
            years::years(&view),
            years::again(&view),
            open::points(&view),
            questions::questions(&view),
            method::lineage(&view),
            method::method(&view),
            method::version(&view),
        ]
    };
    let (mark, mark_meaning) = mark(&view);
    let subject = subject(&view);
    let made = (words.made)(&source.made.date_naive().to_string());
    Document {
        language: words.language,
        title: words.title.to_owned(),
        foot: format!("{subject}　{}", words.title),
        subject,
        made,
        mark,
        mark_meaning,
        cover: words.headings.summary.to_owned(),
        contents: words.contents.to_owned(),
        sections,
    }
}

/// The handling mark: the policy's own, or that of the edition.
fn mark(view: &View<'_>) -> (String, String) {
    let words = view.words;
    if view.is_public() {
        return (words.public.to_owned(), words.public_meaning.to_owned());
    }
    let code = view.source.collection.municipality.as_deref();
    let policies = view.source.checklists.iter().map(|list| &list.policy);
    let policy = policies
        .into_iter()
        .find(|policy| Some(policy.municipality_code.as_str()) == code);
    let own = policy.map(|policy| policy.handling.trim());
    let mark = own.filter(|mark| !mark.is_empty());
    (
        mark.unwrap_or(words.internal).to_owned(),
        words.internal_meaning.to_owned(),
    )
}

fn subject(view: &View<'_>) -> String {
    let collection = view.source.collection;
    let names: BTreeSet<&str> = collection
        .submissions
        .iter()
        .map(|one| &*one.cover.municipality)
        .collect();
    let year = view.year(collection.year.number());
    let code = collection.municipality.as_deref();
    let mut names = names.into_iter();
    let municipality = match (names.next(), names.count()) {
        (Some(name), 0) => name.to_owned(),
        (Some(_), more) => (view.words.municipalities)(more + 1),
        (None, _) => code.unwrap_or_default().to_owned(),
    };
    (view.words.subject)(&municipality, &year)
}
