//! Problems of checklist files in Japanese.

use super::say;
use crate::domain::problem::{Expected, IdKind, ProblemKind, SyntaxFault};

/// Returns what is wrong and what to do.
pub(super) fn japanese(kind: &ProblemKind) -> (String, String) {
    use ProblemKind as P;
    match kind {
        P::Syntax(fault) => syntax_ja(fault),
        P::NotUtf8 => say(
            "文字コードがUTF-8ではありません。",
            "UTF-8で保存し直してください。",
        ),
        P::TooLarge => say("ファイルが大きすぎます。", "ファイルを分けてください。"),
        P::FileMissing => say(
            "ファイルがありません。",
            "組み込みの点検項目から写して置いてください。",
        ),
        P::UnknownField(name, known) => (
            format!("「{name}」という欄はありません。"),
            format!("使える欄: {}", known.join("、")),
        ),
        P::MissingField(name) => (
            format!("「{name}」の欄がありません。"),
            format!("{name}: … を書き足してください。"),
        ),
        P::RepeatedField(name) => (
            format!("「{name}」の欄が二度あります。"),
            "一つにしてください。".to_owned(),
        ),
        P::WrongKind(expected) => (
            "値の書き方が違います。".to_owned(),
            format!("{}を書いてください。", expected_ja(*expected)),
        ),
        P::UnknownWord(word, known) => (
            format!("「{word}」は使えません。"),
            format!("次のどれかにしてください: {}", known.join("、")),
        ),
        P::EmptyText(name) => (
            format!("「{name}」が空です。"),
            "文を書くか、省ける欄なら欄ごと消してください。".to_owned(),
        ),
        P::BadId(id, text) => (
            format!("番号「{text}」の形が違います。"),
            format!("{}の形にしてください。", id_ja(*id)),
        ),
        P::IdNotFileName(id) => (
            format!("id「{id}」がファイルの名前と違います。"),
            format!("ファイルの名前を {id}.ron にするか、id を直してください。"),
        ),
        P::DuplicateId(id, file, line) => (
            format!("番号「{id}」は {file} の {line}行でも使っています。"),
            "どちらかを別の番号にしてください。".to_owned(),
        ),
        P::WeightRange(weight) => (
            format!("重み {weight} は使えません。"),
            "1、2、3 のどれかにしてください。".to_owned(),
        ),
        P::NumberRange(number, min, max) => (
            format!("{number} は範囲の外です。"),
            format!("{min} から {max} までの数にしてください。"),
        ),
        P::BadDate(text, form) => (
            format!("「{text}」は日付として読めません。"),
            format!("{form} の形で、実際にある日付を書いてください。"),
        ),
        other => japanese_links(other),
    }
}

/// Problems of one thing that names another.
#[expect(clippy::too_many_lines, reason = "one arm for each kind of problem")]
fn japanese_links(kind: &ProblemKind) -> (String, String) {
    use ProblemKind as P;
    match kind {
        P::TooMany(limit) => (
            format!("多すぎます（{limit}件まで）。"),
            "別のファイルではないか確かめてください。".to_owned(),
        ),
        P::TextTooLong(limit) => (
            format!("文が長すぎます（{limit}字まで）。"),
            "短くするか、\" が閉じているか確かめてください。".to_owned(),
        ),
        P::ControlCharacter => say(
            "文に、目に見えない制御の文字が入っています。",
            "その文を打ち直してください。",
        ),
        P::TooMuchText(limit) => (
            format!("呼び名や値を入れた後の文が多すぎます（{limit}MBまで）。"),
            "{term.…} と {setting.…} に入る文を短くしてください。".to_owned(),
        ),
        P::MoreProblems => say(
            "直すところがほかにもありますが、多いので省きました。",
            "ここまでのものを直してから、もう一度確かめてください。",
        ),
        P::BadExpression(text) => (
            format!("適用条件「{text}」が読めません。"),
            "キーの名前、&、|、( ) か、true だけで書いてください。".to_owned(),
        ),
        P::UnknownProfileKey(key) => (
            format!("属性「{key}」は profile.ron にありません。"),
            "綴りを確かめるか、profile.ron に問いを加えてください。".to_owned(),
        ),
        P::KeyNotAsked(key, item) => (
            format!("{item} が使う属性「{key}」を、この市では聞いていません。"),
            format!("市のファイルの profile に \"{key}\" を加えてください。"),
        ),
        P::UnknownThreat(threat, item) => (
            format!("{item} の脅威 {threat} が、市のファイルにありません。"),
            "市のファイルの threats にある番号にしてください。".to_owned(),
        ),
        P::UnknownTerm(term, item) => (
            format!("{item} の用語「{term}」に当たることばがありません。"),
            format!("市のファイルの terms に \"{term}\" を加えてください。"),
        ),
        P::UnknownSetting(setting, item) => (
            format!("{item} の設定値「{setting}」がありません。"),
            format!("市のファイルの settings に \"{setting}\" を加えてください。"),
        ),
        P::BadPlaceholder(text) => (
            format!("差込み「{{{text}}}」が読めません。"),
            "{term.名前} か {setting.名前} の形にしてください。".to_owned(),
        ),
        P::UnknownItem(item) => (
            format!("項目「{item}」がありません。"),
            "綴りを確かめるか、items に項目を加えてください。".to_owned(),
        ),
        P::ItemTwice(item) => (
            format!("項目「{item}」を二度使っています。"),
            "一つの条項にだけ置いてください。".to_owned(),
        ),
        P::NoArticles => (
            "条が一つもありません。".to_owned(),
            "articles に条を加えてください。".to_owned(),
        ),
        P::LeafWithoutItems(clause) => (
            format!("条項「{clause}」に項目がありません。"),
            "items に項目を加えてください。".to_owned(),
        ),
        P::UnusedItem(item) => (
            format!("項目「{item}」をどの市も使っていません。"),
            "市のファイルの条項に加えるか、項目を消してください。".to_owned(),
        ),
        P::TierUnnamed(tier) => (
            format!("系統「{tier}」の名前がありません。"),
            format!("tier_names に \"{tier}\" を加えてください。"),
        ),
        P::BadMunicipalityCode(code) => (
            format!("「{code}」は全国地方公共団体コードではありません。"),
            "検査数字を含む6桁で書いてください。".to_owned(),
        ),
        P::GradeOrder => (
            "等級の並びが違います。".to_owned(),
            "得点の高い順に並べ、最後を 0 から始めてください。".to_owned(),
        ),
        P::UnknownGrade(grade) => (
            format!("「{grade}」という等級はありません。"),
            "grades にある等級にしてください。".to_owned(),
        ),
        // Worded above; named here so that a new kind without words does not compile.
        P::Syntax(..)
        | P::NotUtf8
        | P::TooLarge
        | P::FileMissing
        | P::UnknownField(..)
        | P::MissingField(..)
        | P::RepeatedField(..)
        | P::WrongKind(..)
        | P::UnknownWord(..)
        | P::EmptyText(..)
        | P::BadId(..)
        | P::IdNotFileName(..)
        | P::DuplicateId(..)
        | P::WeightRange(..)
        | P::NumberRange(..)
        | P::BadDate(..) => (String::new(), String::new()),
    }
}

fn syntax_ja(fault: &SyntaxFault) -> (String, String) {
    let (what, todo) = match fault {
        SyntaxFault::Comma => ("コンマがありません。", "前の値の後に , を書いてください。"),
        SyntaxFault::Colon => (
            "コロンがありません。",
            "欄の名前の後に : を書いてください。",
        ),
        SyntaxFault::ListEnd => ("[ が閉じていません。", "] で閉じてください。"),
        SyntaxFault::FieldsEnd => ("( が閉じていません。", ") で閉じてください。"),
        SyntaxFault::FieldName => ("欄の名前がありません。", "名前: 値 の形で書いてください。"),
        SyntaxFault::Text => (
            "文の書き方が違います。",
            "文は \" と \" で囲んでください。文の中の \" は \\\" と書きます。",
        ),
        SyntaxFault::Comment => ("/* が閉じていません。", "*/ で閉じてください。"),
        SyntaxFault::EndOfFile => (
            "ファイルが途中で終わっています。",
            "閉じていない括弧がないか確かめてください。",
        ),
        SyntaxFault::Trailing => (
            "終わりの後に余分な文字があります。",
            "余分な文字を消すか、括弧の数を確かめてください。",
        ),
        SyntaxFault::Depth => ("括弧が深すぎます。", "括弧の数を確かめてください。"),
        SyntaxFault::UnexpectedSign(sign) => {
            return (
                format!("「{sign}」はここに書けません。"),
                "記号と数字は半角で、文は \" で囲んで書いてください。".to_owned(),
            );
        }
        SyntaxFault::Other(words) => {
            return (
                format!("読めません（{words}）。"),
                "この行の書き方を確かめてください。".to_owned(),
            );
        }
    };
    say(what, todo)
}

const fn expected_ja(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "\" で囲んだ文",
        Expected::Number => "整数",
        Expected::Boolean => "true か false",
        Expected::List => "[ ] で囲んだ並び",
        Expected::Fields => "( ) で囲んだ欄",
        Expected::Map => "{ } で囲んだ対応",
    }
}

const fn id_ja(kind: IdKind) -> &'static str {
    match kind {
        IdKind::Item => "Q06-3a-01（Q、数字、英小文字、ハイフン）",
        IdKind::Clause => "C6-3a（C、数字、英小文字、ハイフン）",
        IdKind::Article => "A6（A と数字）",
        IdKind::City => "odawara（英小文字と数字）",
        IdKind::ProfileKey => "mynumber（英小文字と _）",
        IdKind::Threat => "1 から 9 までの数",
    }
}
