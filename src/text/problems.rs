//! Problems of checklist files in words: what is wrong, and what to do.

use super::Lang;
use crate::display::excerpt::excerpt;
use crate::domain::problem::{Expected, IdKind, Problem, ProblemKind, SyntaxFault};

/// Returns a problem as lines: place and message, excerpt with carets, what to do.
#[must_use]
pub fn lines(lang: Lang, problem: &Problem) -> Vec<String> {
    let place = &problem.place;
    let (what, todo) = match lang {
        Lang::Ja => japanese(&problem.kind),
        Lang::En => english(&problem.kind),
    };
    let head = match (place.line, lang) {
        (0, _) => format!("{}: {what}", place.file),
        (line, Lang::Ja) => format!("{} {line}行{}桁: {what}", place.file, place.column),
        (line, Lang::En) => format!("{}:{line}:{}: {what}", place.file, place.column),
    };
    let mut lines = vec![head];
    lines.extend(excerpt(place).into_iter().map(|line| format!("  {line}")));
    lines.push(format!("  → {todo}"));
    lines
}

fn japanese(kind: &ProblemKind) -> (String, String) {
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
            "組み込みの点検表から写して置いてください。",
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
fn japanese_links(kind: &ProblemKind) -> (String, String) {
    use ProblemKind as P;
    match kind {
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
        P::GradeOrder => (
            "等級の並びが違います。".to_owned(),
            "得点の高い順に並べ、最後を 0 から始めてください。".to_owned(),
        ),
        P::UnknownGrade(grade) => (
            format!("「{grade}」という等級はありません。"),
            "grades にある等級にしてください。".to_owned(),
        ),
        _ => (String::new(), String::new()),
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

fn english(kind: &ProblemKind) -> (String, String) {
    use ProblemKind as P;
    match kind {
        P::Syntax(fault) => (
            format!("not valid RON: {}", syntax_en(fault)),
            "Check brackets, commas and quotes here.".to_owned(),
        ),
        P::NotUtf8 => say("The file is not UTF-8.", "Save it as UTF-8."),
        P::TooLarge => say("The file is too large.", "Split it."),
        P::FileMissing => say("The file is missing.", "Copy it from the built-in set."),
        P::UnknownField(name, known) => (
            format!("There is no field `{name}`."),
            format!("Fields: {}", known.join(", ")),
        ),
        P::MissingField(name) => (
            format!("The field `{name}` is missing."),
            format!("Add {name}: …"),
        ),
        P::RepeatedField(name) => (
            format!("The field `{name}` stands twice."),
            "Keep one.".to_owned(),
        ),
        P::WrongKind(expected) => (
            "This is another kind of value.".to_owned(),
            format!("Write {}.", expected_en(*expected)),
        ),
        P::UnknownWord(word, known) => (
            format!("`{word}` is not known here."),
            format!("Use one of: {}", known.join(", ")),
        ),
        P::EmptyText(name) => (
            format!("`{name}` is empty."),
            "Write something, or leave an optional field out.".to_owned(),
        ),
        P::BadId(id, text) => (
            format!("`{text}` is not a good identifier."),
            format!("Use the form {}.", id_en(*id)),
        ),
        P::IdNotFileName(id) => (
            format!("The id `{id}` differs from the file's name."),
            format!("Name the file {id}.ron or change the id."),
        ),
        P::DuplicateId(id, file, line) => (
            format!("`{id}` is used before, in {file} line {line}."),
            "Give one of them another id.".to_owned(),
        ),
        P::WeightRange(weight) => (
            format!("A weight of {weight} is not possible."),
            "Use 1, 2 or 3.".to_owned(),
        ),
        P::NumberRange(number, min, max) => (
            format!("{number} is out of range."),
            format!("Use a number from {min} to {max}."),
        ),
        P::BadDate(text, form) => (
            format!("`{text}` is not a date."),
            format!("Write an existing date as {form}."),
        ),
        other => english_links(other),
    }
}

fn english_links(kind: &ProblemKind) -> (String, String) {
    use ProblemKind as P;
    match kind {
        P::BadExpression(text) => (
            format!("`{text}` is not an expression."),
            "Use keys, &, |, ( ) or true.".to_owned(),
        ),
        P::UnknownProfileKey(key) => (
            format!("The profile key `{key}` is not in profile.ron."),
            "Check the spelling or add a question.".to_owned(),
        ),
        P::KeyNotAsked(key, item) => (
            format!("{item} uses the profile key `{key}`, which this city does not ask."),
            format!("Add \"{key}\" to the city's profile."),
        ),
        P::UnknownThreat(threat, item) => (
            format!("{item} names threat {threat}, which the city's file does not have."),
            "Use a number of its threats.".to_owned(),
        ),
        P::UnknownTerm(term, item) => (
            format!("The term `{term}` of {item} has no words."),
            format!("Add \"{term}\" to the city's terms."),
        ),
        P::UnknownSetting(setting, item) => (
            format!("The setting `{setting}` of {item} has no value."),
            format!("Add \"{setting}\" to the city's settings."),
        ),
        P::BadPlaceholder(text) => (
            format!("`{{{text}}}` is not a placeholder."),
            "Write {term.name} or {setting.name}.".to_owned(),
        ),
        P::UnknownItem(item) => (
            format!("There is no item `{item}`."),
            "Check the spelling or add the item.".to_owned(),
        ),
        P::ItemTwice(item) => (
            format!("The item `{item}` is used twice."),
            "Put it in one clause only.".to_owned(),
        ),
        P::LeafWithoutItems(clause) => (
            format!("The clause `{clause}` has no items."),
            "Add items to it.".to_owned(),
        ),
        P::UnusedItem(item) => (
            format!("No city uses the item `{item}`."),
            "Add it to a clause or remove it.".to_owned(),
        ),
        P::TierUnnamed(tier) => (
            format!("The tier `{tier}` has no name."),
            format!("Add \"{tier}\" to tier_names."),
        ),
        P::GradeOrder => (
            "The grades are out of order.".to_owned(),
            "List them from best to worst, the last from 0.".to_owned(),
        ),
        P::UnknownGrade(grade) => (
            format!("There is no grade `{grade}`."),
            "Use one of the grades.".to_owned(),
        ),
        _ => (String::new(), String::new()),
    }
}

fn syntax_en(fault: &SyntaxFault) -> String {
    let what = match fault {
        SyntaxFault::Comma => "a comma is missing",
        SyntaxFault::Colon => "a colon is missing",
        SyntaxFault::ListEnd => "[ is not closed",
        SyntaxFault::FieldsEnd => "( is not closed",
        SyntaxFault::FieldName => "a field name is missing",
        SyntaxFault::Text => "the text is not closed or holds a bad escape",
        SyntaxFault::Comment => "/* is not closed",
        SyntaxFault::EndOfFile => "the file ends too early",
        SyntaxFault::Trailing => "something follows after the end",
        SyntaxFault::Depth => "brackets are nested too deeply",
        SyntaxFault::UnexpectedSign(sign) => return format!("`{sign}` cannot stand here"),
        SyntaxFault::Other(words) => words,
    };
    what.to_owned()
}

const fn expected_en(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "a text in double quotes",
        Expected::Number => "a whole number",
        Expected::Boolean => "true or false",
        Expected::List => "a list in [ ]",
        Expected::Fields => "fields in ( )",
        Expected::Map => "a map in { }",
    }
}

const fn id_en(kind: IdKind) -> &'static str {
    match kind {
        IdKind::Item => "Q06-3a-01",
        IdKind::Clause => "C6-3a",
        IdKind::Article => "A6",
        IdKind::City => "odawara (lower-case letters and digits)",
        IdKind::ProfileKey => "mynumber (lower-case letters and _)",
        IdKind::Threat => "1 to 9",
    }
}

fn say(what: &str, todo: &str) -> (String, String) {
    (what.to_owned(), todo.to_owned())
}
