//! What deserves a look among answers, in words: the figures that led to it, as one or two
//! sentences that ask and do not judge.

use super::Lang;
use super::columns::collection::OUTLIER;
use super::columns::{Header, word};
use super::figures::{counts, percent};
use super::mark::mark_words;
use crate::domain::governance::{OutOfLine, What};
use crate::domain::mark::Mark;
use crate::domain::scale::Scale;
use crate::domain::score::one_decimal;

const MINUTE: i64 = 60;

/// Returns the name of what deserves a look.
#[must_use]
pub fn name(lang: Lang, what: &What) -> &'static str {
    match lang {
        Lang::Ja => word(OUTLIER, what.code(), Header::Ja),
        Lang::En => match what {
            What::ManyNotApplicable(_) => "many not applicable",
            What::OftenNotApplicable(_) => "item often not applicable",
            What::OthersAnswer { .. } => "others answer this",
            What::OthersAreAsked { .. } => "others are asked this",
            What::LeftOpen { .. } => "left to be confirmed",
            What::ImprovedWithoutEvidence { .. } => "improved without evidence",
            What::SameRemark { .. } => "same remark as others",
            What::TooFast { .. } => "answered too fast",
            What::ChangedAfterConfirmation { .. } => "answered after confirmation",
            What::ChangedBetween { .. } => "changed between submissions",
        },
    }
}

/// Returns what led to it.
#[must_use]
pub fn explanation(lang: Lang, scale: &Scale, what: &What) -> String {
    match lang {
        Lang::Ja => japanese(scale, what),
        Lang::En => english(scale, what),
    }
}

fn mark(lang: Lang, scale: &Scale, mark: Option<Mark>) -> String {
    let blank = match lang {
        Lang::Ja => "未回答",
        Lang::En => "blank",
    };
    mark.map_or_else(
        || blank.to_owned(),
        |mark| {
            let (sign, word) = mark_words(scale, lang, mark);
            format!("{sign} {word}").trim().to_owned()
        },
    )
}

fn japanese(scale: &Scale, what: &What) -> String {
    let mark = |one| mark(Lang::Ja, scale, one);
    match what {
        What::ManyNotApplicable(OutOfLine { rate, usual }) => format!(
            "問われた設問のうち － を選んだ割合は {}（{}）です。{}所属の中央値は {}%、目安は {}%までです。",
            percent(*rate),
            counts(*rate),
            usual.compared,
            one_decimal(usual.median_tenths),
            one_decimal(usual.limit_tenths),
        ),
        What::OftenNotApplicable(OutOfLine { rate, usual }) => format!(
            "この設問に － を選んだ所属の割合は {}（{}）です。{}問の中央値は {}%、目安は {}%までです。",
            percent(*rate),
            counts(*rate),
            usual.compared,
            one_decimal(usual.median_tenths),
            one_decimal(usual.limit_tenths),
        ),
        What::OthersAnswer { applicable } => format!(
            "対象外（－）を選んでいます。同じ設問を問われたほかの {}所属のうち、{}所属は対象です。",
            applicable.denominator, applicable.numerator
        ),
        What::OthersAreAsked { applicable } => format!(
            "所属の属性により問われていません。この設問のあるほかの {}所属のうち、{}所属は対象です。属性の答えを確かめてください。",
            applicable.denominator, applicable.numerator
        ),
        What::LeftOpen { again, others } => format!(
            "{}確認中です。ほかの {}所属のうち、確認中は {}所属です。",
            if *again { "前年度に続いて" } else { "" },
            others.denominator,
            others.numerator
        ),
        What::ImprovedWithoutEvidence { before, now } => format!(
            "前年度の {} から {} に上がりました。確認資料の名前がありません。",
            mark(Some(*before)),
            mark(Some(*now))
        ),
        What::SameRemark {
            departments,
            compared,
        } => format!(
            "この所属を含む {departments}所属の備考が同じです。備考を比べたのは {compared}所属です。"
        ),
        What::TooFast {
            pace,
            needed_seconds,
            usual_seconds,
        } => format!(
            "{}問の回答の時刻が {}分のうちにあります。読んで選ぶだけでも {}分はかかる数です。{}CSVから入れた回答も、このように見えます。",
            pace.answers,
            (pace.last - pace.first).num_minutes(),
            needed_seconds / MINUTE,
            usual_seconds.map_or_else(String::new, |seconds| format!(
                "所属の中央値は {}分です。",
                seconds / MINUTE
            )),
        ),
        What::ChangedAfterConfirmation { now } => {
            format!("確定より後の時刻の回答です（{}）。", mark(*now))
        }
        What::ChangedBetween { before, now } => format!(
            "先に提出された回答は {}、集計した回答は {} です。",
            mark(*before),
            mark(*now)
        ),
    }
}

fn english(scale: &Scale, what: &What) -> String {
    let mark = |one| mark(Lang::En, scale, one);
    match what {
        What::ManyNotApplicable(OutOfLine { rate, usual }) => format!(
            "Marked － for {} ({}) of the items asked. The median of {} departments is {}%, the limit {}%.",
            percent(*rate),
            counts(*rate),
            usual.compared,
            one_decimal(usual.median_tenths),
            one_decimal(usual.limit_tenths),
        ),
        What::OftenNotApplicable(OutOfLine { rate, usual }) => format!(
            "Marked － by {} ({}) of the departments asked. The median of {} items is {}%, the limit {}%.",
            percent(*rate),
            counts(*rate),
            usual.compared,
            one_decimal(usual.median_tenths),
            one_decimal(usual.limit_tenths),
        ),
        What::OthersAnswer { applicable } => format!(
            "Marked －. Of {} other departments asked, it applies in {}.",
            applicable.denominator, applicable.numerator
        ),
        What::OthersAreAsked { applicable } => format!(
            "The profile sets it aside. Of {} other departments with the item, it applies in {}; check the profile.",
            applicable.denominator, applicable.numerator
        ),
        What::LeftOpen { again, others } => format!(
            "To be confirmed{}. Of {} other departments, {} left it open.",
            if *again { ", as the year before" } else { "" },
            others.denominator,
            others.numerator
        ),
        What::ImprovedWithoutEvidence { before, now } => format!(
            "Rose from {} the year before to {}. No evidence is named.",
            mark(Some(*before)),
            mark(Some(*now))
        ),
        What::SameRemark {
            departments,
            compared,
        } => format!(
            "The remark is the same in {departments} departments, this one among them; the remarks of {compared} were compared."
        ),
        What::TooFast {
            pace,
            needed_seconds,
            usual_seconds,
        } => format!(
            "{} answers within {} min; reading and choosing alone takes {} min.{} Answers filled in from a CSV file look the same.",
            pace.answers,
            (pace.last - pace.first).num_minutes(),
            needed_seconds / MINUTE,
            usual_seconds.map_or_else(String::new, |seconds| format!(
                " The median of departments is {} min.",
                seconds / MINUTE
            )),
        ),
        What::ChangedAfterConfirmation { now } => {
            format!("Answered after confirmation ({}).", mark(*now))
        }
        What::ChangedBetween { before, now } => format!(
            "The earlier submission has {}, the one that counts {}.",
            mark(*before),
            mark(*now)
        ),
    }
}
