//! The words around a question that must be answered before something is done.

use super::Lang;

/// Returns the question.
#[must_use]
pub const fn question(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => "行いますか。行うなら y、やめるなら n を入れて Enter を押してください。",
        Lang::En => "Go ahead? Type y or n and press Enter.",
    }
}

/// Returns whether an answer is yes; everything else is no.
#[must_use]
pub fn is_yes(answer: &str) -> bool {
    matches!(
        super::search::folded(answer.trim()).as_str(),
        "y" | "yes" | "はい"
    )
}

/// Returns that nothing was done, because nobody was there to ask.
#[must_use]
pub const fn say_yes(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => "まだ何も変えていません。行うには --yes を付けてください。",
        Lang::En => "Nothing was changed yet. Add --yes to do it.",
    }
}

/// Returns that nothing was done, because the answer was no.
#[must_use]
pub const fn left(lang: Lang) -> &'static str {
    match lang {
        Lang::Ja => "やめました。何も変えていません。",
        Lang::En => "Left as it is. Nothing was changed.",
    }
}
