//! A municipality's policy: its edition, terms, settings, threats and the clause tree of articles 5–8.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;

use super::expression::ProfileKey;
use super::item_id::ItemId;

/// A network tier, or the reach of an item that names none.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Tier {
    /// Systems that handle the individual number.
    Mynumber,
    /// Systems on the local government wide area network.
    Lgwan,
    /// Systems on the internet side.
    Internet,
    /// All tiers alike.
    Common,
    /// Paper documents.
    Paper,
}

impl Tier {
    /// Every tier, in the order of the policies.
    pub const ALL: [Self; 5] = [
        Self::Mynumber,
        Self::Lgwan,
        Self::Internet,
        Self::Common,
        Self::Paper,
    ];

    /// Returns the code used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mynumber => "mynumber",
            Self::Lgwan => "lgwan",
            Self::Internet => "internet",
            Self::Common => "common",
            Self::Paper => "paper",
        }
    }

    /// Returns the tier of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tier| tier.code() == code)
    }
}

/// The measures of Article 16-3 (16条の3) of the enforcement rules, plus resilience.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Measure {
    /// Item 1: organisation.
    Organisation,
    /// Item 2: classification of information assets.
    Classification,
    /// Item 3: physical measures.
    Physical,
    /// Item 4: human measures.
    Human,
    /// Item 5: technical measures.
    Technical,
    /// Item 6: operation.
    Operation,
    /// Item 7: outsourcing and cloud services.
    Outsourcing,
    /// Item 8: audit, self-inspection and review.
    Evaluation,
    /// The three-tier measures, which the rules do not number.
    Resilience,
}

impl Measure {
    /// Every measure; the first eight are those of the rules, in their order.
    pub const ALL: [Self; 9] = [
        Self::Organisation,
        Self::Classification,
        Self::Physical,
        Self::Human,
        Self::Technical,
        Self::Operation,
        Self::Outsourcing,
        Self::Evaluation,
        Self::Resilience,
    ];

    /// Returns the code used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Classification => "classification",
            Self::Physical => "physical",
            Self::Human => "human",
            Self::Technical => "technical",
            Self::Operation => "operation",
            Self::Outsourcing => "outsourcing",
            Self::Evaluation => "evaluation",
            Self::Resilience => "resilience",
        }
    }

    /// Returns the measure of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.code() == code)
    }
}

/// The years in which items of weight 1 are asked, when a policy makes them biennial.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Biennial {
    /// Asked in even fiscal years only.
    Even,
    /// Asked in odd fiscal years only.
    Odd,
}

impl Biennial {
    /// Returns whether items of weight 1 are asked in a fiscal year.
    #[must_use]
    pub const fn asks_in(self, fiscal_year: i32) -> bool {
        match self {
            Self::Even => fiscal_year % 2 == 0,
            Self::Odd => fiscal_year % 2 != 0,
        }
    }
}

/// A clause's identifier, such as `C6-3a`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ClauseId(pub String);

impl fmt::Display for ClauseId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// One revision of the policy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Revision {
    /// The date it took effect.
    pub date: NaiveDate,
    /// What changed, in a few words.
    pub note: String,
}

/// A value the public policy does not give.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Setting {
    /// The words put into the items.
    pub value: String,
    /// What it is the value of.
    pub note: String,
    /// Whether it is only a proposal until the city sets it.
    pub provisional: bool,
}

/// A threat the policy names.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Threat {
    /// Its number in the policy, 1–9.
    pub id: u8,
    /// A short name.
    pub heading: String,
    /// What it means, in our own words.
    pub gist: String,
}

/// A clause of an article, with the items derived from it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Clause {
    /// Its identifier.
    pub id: ClauseId,
    /// The citation as printed in the policy.
    pub citation: String,
    /// Its heading.
    pub heading: String,
    /// What it asks for, in our own words.
    pub gist: String,
    /// A caution about the source text.
    pub note: Option<String>,
    /// The measure it belongs to.
    pub measure: Option<Measure>,
    /// Ids of the items derived from it, in order.
    pub items: Vec<ItemId>,
    /// Its sub-clauses.
    pub clauses: Vec<Self>,
}

impl Clause {
    /// Returns the ids of the items of this clause and everything below it.
    #[must_use]
    pub fn item_ids(&self) -> Vec<&ItemId> {
        let mut ids: Vec<&ItemId> = self.items.iter().collect();
        for clause in &self.clauses {
            ids.extend(clause.item_ids());
        }
        ids
    }
}

/// An article of the policy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Article {
    /// Its identifier, `A5`–`A8`.
    pub id: String,
    /// The citation as printed.
    pub citation: String,
    /// Its heading.
    pub heading: String,
    /// What it asks for, in our own words.
    pub gist: String,
    /// Its clauses.
    pub clauses: Vec<Clause>,
}

/// What of a policy is chosen from when a workbook is begun.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct City {
    /// The policy's short name.
    pub id: String,
    /// The municipality's name.
    pub name: String,
    /// Its executive agencies.
    pub agencies: Vec<String>,
}

/// A municipality's policy map.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Policy {
    /// The short name used in paths and commands.
    pub id: String,
    /// The municipality's name.
    pub name: String,
    /// The six digits of the national municipality code.
    pub municipality_code: String,
    /// The policy's title.
    pub title: String,
    /// The date the edition in force took effect.
    pub edition: NaiveDate,
    /// Its revisions, oldest first.
    pub history: Vec<Revision>,
    /// The executive agencies it binds.
    pub agencies: Vec<String>,
    /// The handling label printed on every output.
    pub handling: String,
    /// The deadline as month and day within the fiscal year.
    pub deadline: Option<(u32, u32)>,
    /// The city's own words for the placeholders `{term.…}`.
    pub terms: BTreeMap<String, String>,
    /// The values for the placeholders `{setting.…}`.
    pub settings: BTreeMap<String, Setting>,
    /// The city's names of the tiers.
    pub tier_names: BTreeMap<Tier, String>,
    /// The threats it names.
    pub threats: Vec<Threat>,
    /// The profile keys asked in this city, in order.
    pub profile: Vec<ProfileKey>,
    /// When items of weight 1 are asked; every year if absent.
    pub biennial: Option<Biennial>,
    /// Articles 5–8.
    pub articles: Vec<Article>,
}

impl Policy {
    /// Returns what is chosen from when a workbook is begun.
    #[must_use]
    pub fn city(&self) -> City {
        City {
            id: self.id.clone(),
            name: self.name.clone(),
            agencies: self.agencies.clone(),
        }
    }

    /// Returns every clause with its depth (0 below an article), in reading order.
    #[must_use]
    pub fn clauses(&self) -> Vec<(usize, &Article, &Clause)> {
        fn walk<'a>(
            depth: usize,
            article: &'a Article,
            clauses: &'a [Clause],
            out: &mut Vec<(usize, &'a Article, &'a Clause)>,
        ) {
            for clause in clauses {
                out.push((depth, article, clause));
                walk(depth + 1, article, &clause.clauses, out);
            }
        }
        let mut out = Vec::new();
        for article in &self.articles {
            walk(0, article, &article.clauses, &mut out);
        }
        out
    }

    /// Returns the city's name of a tier, or its code when the city gives none.
    #[must_use]
    pub fn tier_name(&self, tier: Tier) -> &str {
        self.tier_names
            .get(&tier)
            .map_or(tier.code(), String::as_str)
    }
}

/// Returns whether a text is a national municipality code: five digits and a check digit over
/// them (JIS X 0402, weights 6 to 2, modulus 11).
#[must_use]
pub fn is_municipality_code(code: &str) -> bool {
    let digits: Vec<u32> = code.chars().filter_map(|sign| sign.to_digit(10)).collect();
    if code.len() != 6 || digits.len() != 6 {
        return false;
    }
    let sum: u32 = digits
        .iter()
        .zip([6, 5, 4, 3, 2])
        .map(|(digit, weight)| digit * weight)
        .sum();
    let check = (11 - sum % 11) % 10;
    digits.last() == Some(&check)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_digit_of_a_municipality_code_checks_the_others() {
        for code in ["142069", "082350", "131016", "011002"] {
            assert!(is_municipality_code(code), "{code}");
        }
        for code in ["142068", "14206", "1420690", "14206x", "１４２０６９", ""] {
            assert!(!is_municipality_code(code), "{code}");
        }
    }
}
