//! What stands on a return slip: everything laid out before it is written as a page.

use super::html;
use crate::collect::collection::Collection;
use crate::collect::returns::{Return, usual};
use crate::domain::checklist::Checklist;
use crate::domain::submission::Asked;
use crate::format::csv_rows::TIME_FORMAT;
use crate::text::Lang;
use crate::text::mark::mark_words;
use crate::text::returning::page::{PageWords, words};

/// A return slip as it is printed.
#[derive(Clone, Debug)]
pub struct Slip {
    /// The words around it.
    pub words: &'static PageWords,
    /// The handling mark.
    pub mark: String,
    /// The municipality and the year.
    pub subject: String,
    /// Whom it is for.
    pub to: String,
    /// What it is about: labels and values.
    pub about: Vec<(&'static str, String)>,
    /// Why everything is returned.
    pub whole: Vec<String>,
    /// The items.
    pub items: Vec<Item>,
    /// What to do.
    pub steps: [String; 3],
}

/// An item on a slip.
#[derive(Clone, Debug)]
pub struct Item {
    /// Citation and id.
    pub place: [String; 2],
    /// The question.
    pub question: String,
    /// The sign and the word of the mark.
    pub mark: [String; 2],
    /// The remark.
    pub remark: String,
    /// Why it is returned.
    pub reason: String,
}

/// Makes the pages of slips of one collection.
#[derive(Clone, Copy, Debug)]
pub struct Pages<'a> {
    checklists: &'a [Checklist],
    /// What departments of which nothing better is known are asked.
    asked: Option<&'a Asked>,
    lang: Lang,
}

impl<'a> Pages<'a> {
    /// Begins with a collection and what its departments may have been asked.
    #[must_use]
    pub fn of(collection: &'a Collection, checklists: &'a [Checklist], lang: Lang) -> Self {
        Self {
            checklists,
            asked: usual(collection),
            lang,
        }
    }

    /// Returns the page of a slip. `file` is the name of the file that goes with it.
    #[must_use]
    pub fn of_slip(&self, returned: &Return<'_>, file: &str) -> Vec<u8> {
        let slip = slip(returned, self.checklists, self.asked, self.lang, file);
        html::slip::page(&slip).into_bytes()
    }
}

/// Lays a slip out. `file` is the name of the file that goes with it; `asked` is what departments of
/// which nothing better is known are asked.
#[must_use]
pub fn slip(
    returned: &Return<'_>,
    checklists: &[Checklist],
    asked: Option<&Asked>,
    lang: Lang,
    file: &str,
) -> Slip {
    let words = words(lang);
    let own = &returned.slip;
    let entry = returned.place.entry;
    let policies = checklists.iter().map(|list| &list.policy);
    let mut policies = policies.filter(|policy| policy.municipality_code == own.municipality_code);
    let policy = policies.next();
    let handling = policy.map(|policy| policy.handling.trim());
    let municipality = match policy {
        _ if !entry.cover().municipality.is_empty() => &*entry.cover().municipality,
        Some(policy) => policy.name.as_str(),
        None => "",
    };
    let year = (lang.strings().fiscal_year)(own.year);
    let or_none = |text: &str| {
        if text.trim().is_empty() {
            words.none.to_owned()
        } else {
            text.to_owned()
        }
    };
    let due = if own.slip.due.is_empty() {
        words.no_due
    } else {
        own.slip.due.as_str()
    };
    let confirmed = entry.claim.cover.confirmed_at;
    let confirmed = confirmed.map(|at| at.format(TIME_FORMAT).to_string());
    Slip {
        words,
        mark: handling
            .filter(|mark| !mark.is_empty())
            .unwrap_or(words.internal)
            .to_owned(),
        subject: format!("{municipality}　{year}").trim().to_owned(),
        to: (words.to)(&or_none(&own.department), &or_none(&own.department_code)),
        about: vec![
            (words.date, own.slip.date.clone()),
            (words.by, or_none(&own.slip.by)),
            (words.due, due.to_owned()),
            (words.receipt, or_none(&own.slip.receipt)),
            (words.confirmed, or_none(&confirmed.unwrap_or_default())),
        ],
        whole: returned.whole.clone(),
        items: items(returned, asked, lang),
        steps: (words.to_do)(returned.demand, file),
    }
}

fn items(returned: &Return<'_>, asked: Option<&Asked>, lang: Lang) -> Vec<Item> {
    let submission = returned.place.submission;
    let asked = submission.map(|one| &*one.asked).or(asked);
    let items = returned.slip.slip.items.iter();
    items
        .map(|wanted| {
            let id = wanted.item.as_str();
            let known = asked.and_then(|asked| asked.items.get(asked.position(id)?));
            let position = submission.and_then(|one| one.asked.position(id));
            let mark = submission.zip(position).and_then(|(one, at)| {
                let mark = one.answers.get(at)?.mark()?;
                let (sign, word) = mark_words(&one.asked.scale, lang, mark);
                Some([sign.to_owned(), word.to_owned()])
            });
            let remark = submission
                .zip(position)
                .map_or("", |(one, at)| one.remark(at));
            Item {
                place: [
                    known.map_or_else(String::new, |item| item.citation.clone()),
                    id.to_owned(),
                ],
                question: known.map_or_else(String::new, |item| item.question.clone()),
                mark: mark.unwrap_or_default(),
                remark: remark.to_owned(),
                reason: wanted.reason.clone(),
            }
        })
        .collect()
}
