//! A checklist: the item bank seen through one policy, with every placeholder filled.

use std::collections::HashMap;

use super::expression::{Expression, ProfileKey};
use super::item_id::ItemId;
use super::mark::Mark;
use super::policy::{Clause, Policy, Tier};
use super::scale::Scale;

/// The weight from which evidence is compulsory.
pub const EVIDENCE_WEIGHT: u8 = 3;
/// The heaviest weight an item may have; the lightest is 1.
pub const WEIGHT_MAX: u8 = 3;

/// One inspection item, its texts filled with the city's terms and settings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// Its identifier.
    pub id: ItemId,
    /// The digest of question, criteria, scale and settings as templates; equal means comparable.
    pub hash: String,
    /// The question.
    pub question: String,
    /// Why it is asked.
    pub why: String,
    /// What ○ means.
    pub implemented: String,
    /// What △ means.
    pub partial: String,
    /// What × means.
    pub not_implemented: String,
    /// When － may be chosen; absent when every respondent must answer.
    pub not_applicable: Option<String>,
    /// A hint shown where － cannot be chosen.
    pub not_applicable_note: Option<String>,
    /// Examples of evidence.
    pub evidence: Vec<String>,
    /// The tiers it names.
    pub tiers: Vec<Tier>,
    /// The numbers of the threats it answers.
    pub threats: Vec<u8>,
    /// Who answers, in words.
    pub respondent: String,
    /// Who answers, as an expression over the profile.
    pub applies: Expression,
    /// 1–3.
    pub weight: u8,
    /// Whether a × caps the grade.
    pub critical: bool,
    /// Whether the clause asks for it only by interpretation.
    pub interpretive: bool,
    /// Whether answering takes a walk round the office.
    pub on_site: bool,
    /// What to do at once when the mark is ×.
    pub report_guide: Option<String>,
    /// Earlier items it replaces.
    pub replaces: Vec<ItemId>,
    /// Whether a text holds a value that is only a proposal.
    pub provisional: bool,
}

impl Item {
    /// Returns the criterion of a mark, where the item has one.
    #[must_use]
    pub fn criterion(&self, mark: Mark) -> Option<&str> {
        match mark {
            Mark::Implemented => Some(&self.implemented),
            Mark::Partial => Some(&self.partial),
            Mark::NotImplemented => Some(&self.not_implemented),
            Mark::NotApplicable => self.not_applicable.as_deref(),
            Mark::ToBeConfirmed => None,
        }
    }

    /// Returns whether the item belongs to the division's own part.
    #[must_use]
    pub fn is_division(&self) -> bool {
        self.applies
            .keys()
            .iter()
            .any(|key| key.as_str() == ProfileKey::DIVISION)
    }
}

/// A question about the department itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProfileQuestion {
    /// The key the answer is stored under.
    pub key: ProfileKey,
    /// The question.
    pub question: String,
    /// A helpful remark.
    pub note: Option<String>,
}

/// A checklist ready to be answered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Checklist {
    /// The policy it is derived from.
    pub policy: Policy,
    /// The answer scale.
    pub scale: Scale,
    /// The profile questions of this city, in order.
    pub questions: Vec<ProfileQuestion>,
    /// The items in walking order: clause order, the division's part last.
    pub items: Vec<Item>,
    /// The digest of everything the checklist was made from (`h` and 64 hexadecimal digits).
    pub digest: String,
    positions: HashMap<ItemId, usize>,
    /// For each item the index of its clause in [`Policy::clauses`].
    clause_of: Vec<usize>,
}

impl Checklist {
    /// Assembles a checklist; items outside the policy's clauses are left out.
    #[must_use]
    pub fn new(
        policy: Policy,
        scale: Scale,
        questions: Vec<ProfileQuestion>,
        mut bank: HashMap<ItemId, Item>,
        digest: String,
    ) -> Self {
        let mut placed: Vec<(usize, Item)> = Vec::new();
        for (index, (_, _, clause)) in policy.clauses().into_iter().enumerate() {
            for id in &clause.items {
                if let Some(item) = bank.remove(id) {
                    placed.push((index, item));
                }
            }
        }
        placed.sort_by_key(|(_, item)| item.is_division());
        let (clause_of, items): (Vec<usize>, Vec<Item>) = placed.into_iter().unzip();
        let positions = items
            .iter()
            .enumerate()
            .map(|(index, item)| (item.id.clone(), index))
            .collect();
        Self {
            policy,
            scale,
            questions,
            items,
            digest,
            positions,
            clause_of,
        }
    }

    /// Returns the position of an item in walking order.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.positions.get(id).copied()
    }

    /// Returns an item by its id.
    #[must_use]
    pub fn item(&self, id: &str) -> Option<&Item> {
        self.items.get(self.position(id)?)
    }

    /// Returns the clause an item is derived from, by the item's position.
    #[must_use]
    pub fn clause_of(&self, position: usize) -> Option<&Clause> {
        let index = *self.clause_of.get(position)?;
        self.policy
            .clauses()
            .get(index)
            .map(|(_, _, clause)| *clause)
    }

    /// Returns the profile question of a key.
    #[must_use]
    pub fn question(&self, key: &ProfileKey) -> Option<&ProfileQuestion> {
        self.questions.iter().find(|question| question.key == *key)
    }
}
