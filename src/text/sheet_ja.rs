//! The Japanese words of checklists in a spreadsheet.

use super::{CITY_FIELD, Form, MEASURE, listed, problems, sheet_name, table, word_of, words_of};
use crate::domain::problem::{Expected, ProblemKind};
use crate::format::cells::ReadError;
use crate::format::sheet_problem::{SheetProblem, SheetProblemKind};
use crate::text::columns::checklist::{
    GRADES, ITEMS, MARKS, QUESTIONS, SCALE, SETTINGS, TERMS, THREATS, TIERS,
};
use crate::text::{Lang, read_error};

const JA: Lang = Lang::Ja;

/// Returns what is wrong and what to do.
#[expect(clippy::too_many_lines, reason = "one arm for each kind of problem")]
pub(super) fn problem(form: Form, problem: &SheetProblem) -> (String, String) {
    use SheetProblemKind as P;
    let place = &problem.place;
    let sheet = |sheet| sheet_name(JA, form, sheet);
    let heading = || {
        let column = place.sheet.zip(place.column);
        let column = column.and_then(|(sheet, column)| sheet.columns.get(column));
        column.map_or("", |column| column.ja)
    };
    let (what, todo) = match &problem.kind {
        P::Unreadable(error @ ReadError::RowTooLong { .. }) if form == Form::Xlsx => (
            read_error::words(JA, error).0,
            "見出しを付けるか、その列を空けてください。",
        ),
        P::Unreadable(error) => read_error::words(JA, error),
        P::NoSheet => (
            "ありません。".to_owned(),
            match form {
                Form::Xlsx => {
                    "シートの名前を確かめてください。消したときは、書き出し直したファイルから写してください。"
                }
                Form::Csv => {
                    "ファイルの名前を確かめてください。消したときは、書き出し直したものから写してください。"
                }
            },
        ),
        P::SheetTwice => (
            "二つあります。".to_owned(),
            "一つにしてください。片方の名前を変えてもかまいません。",
        ),
        P::NoColumn => (
            format!("「{}」の列がありません。", heading()),
            "見出しを足してください。中身は空でもかまいません。",
        ),
        P::Failed(text) => (
            format!("計算式の誤り{}になっています。", table::quoted(JA, text)),
            "文を打ち直してください。",
        ),
        P::TakenForDate(text) => (
            format!("日付{}に変わっています。", table::quoted(JA, text)),
            "セルの表示形式を「文字列」にしてから、打ち直してください。",
        ),
        P::Empty => (
            "空欄です。".to_owned(),
            "書き入れてください。要らない行なら、行を消してください。",
        ),
        P::UnknownWord(word, words) => {
            let todo = format!("次のどれかにしてください: {}", listed(JA, words));
            return (format!("{}は使えません。", table::quoted(JA, word)), todo);
        }
        P::UnknownParent(id) => (
            format!("条項{}がありません。", table::quoted(JA, id)),
            "親の条項IDを確かめてください。条の行では空けておきます。",
        ),
        P::ParentCircle => (
            "親をたどっても、条に着きません。".to_owned(),
            "親の条項IDを確かめてください。",
        ),
        P::BadFileName(name) => (
            format!("{}はファイルの名前に使えません。", table::quoted(JA, name)),
            "英数字と - _ で書いてください。",
        ),
        P::NoRow(word) => (
            format!("「{}」の行がありません。", word.ja),
            "行を足してください。",
        ),
        P::Twice(id, first, row) => (
            format!(
                "{}は、{} {row}行目にもあります。",
                table::quoted(JA, id),
                sheet(first)
            ),
            "どちらかの行を直すか、消してください。",
        ),
        P::TwiceInFile(id, file, line) => (
            format!(
                "{}は、{file} の {line}行でも使っています。",
                table::quoted(JA, id)
            ),
            "シートにないファイルなら、書き出す先から除いてください。",
        ),
        P::Checklist(kind) => return of_file(form, problem, kind),
    };
    (what, todo.to_owned())
}

/// Problems of a file that are mended in a sheet.
#[expect(clippy::too_many_lines, reason = "one arm for each kind of problem")]
fn of_file(form: Form, problem: &SheetProblem, kind: &ProblemKind) -> (String, String) {
    use ProblemKind as P;
    let sheet = |sheet| sheet_name(JA, form, sheet);
    let quoted = |text: &str| table::quoted(JA, text);
    match kind {
        P::UnknownField(..) => (
            "この行には書けません。".to_owned(),
            "空けてください。条でなく号や細目の行なら、親の条項IDを書いてください。".to_owned(),
        ),
        P::MissingField(_) => (
            "要る行がありません。".to_owned(),
            format!(
                "{}、{}、{}を確かめてください。",
                sheet(&SCALE),
                sheet(&MARKS),
                sheet(&GRADES)
            ),
        ),
        P::RepeatedField(name) => (
            format!("{}が二度あります。", quoted(name)),
            "どちらかの行を消してください。".to_owned(),
        ),
        P::WrongKind(Expected::Number) => (
            "整数ではありません。".to_owned(),
            "1 のような数だけを書いてください。".to_owned(),
        ),
        P::WrongKind(Expected::Boolean) => (
            "「はい」でも「いいえ」でもありません。".to_owned(),
            "はい か いいえ を書いてください。空欄でもかまいません。".to_owned(),
        ),
        P::UnknownWord(word, _) => (
            format!("{}は使えません。", quoted(word)),
            format!(
                "次のどれかにしてください: {}",
                listed(JA, words_of(&problem.place))
            ),
        ),
        P::EmptyText(_) => (
            "空欄です。".to_owned(),
            "書き入れてください。要らない行なら、行を消してください。".to_owned(),
        ),
        P::TextTooLong(limit) => (
            format!("長すぎます（{limit}字まで）。"),
            "短くしてください。".to_owned(),
        ),
        P::UnknownProfileKey(key) => (
            format!("属性{}がありません。", quoted(key)),
            format!(
                "綴りを確かめるか、{}に行を足してください。",
                sheet(&QUESTIONS)
            ),
        ),
        P::KeyNotAsked(key, item) => (
            format!(
                "{item} の適用条件にある属性{}を、この市では聞いていません。",
                quoted(key)
            ),
            format!(
                "市の「{}」に {key} を足してください。",
                word_of(JA, CITY_FIELD, "profile")
            ),
        ),
        P::UnknownThreat(threat, item) => (
            format!("{item} の脅威 T{threat} がありません。"),
            format!(
                "番号を確かめるか、{}に行を足してください。",
                sheet(&THREATS)
            ),
        ),
        P::UnknownTerm(term, item) => (
            format!("{item} の {{term.{term}}} に当たる呼び名がありません。"),
            format!(
                "綴りを確かめるか、{}に {term} の行を足してください。",
                sheet(&TERMS)
            ),
        ),
        P::UnknownSetting(setting, item) => (
            format!("{item} の {{setting.{setting}}} に当たる値がありません。"),
            format!(
                "綴りを確かめるか、{}に {setting} の行を足してください。",
                sheet(&SETTINGS)
            ),
        ),
        P::UnknownItem(item) => (
            format!("項目{}がありません。", quoted(item)),
            format!("綴りを確かめるか、{}に行を足してください。", sheet(&ITEMS)),
        ),
        P::NoArticles => (
            "条項の行が一つもありません。".to_owned(),
            "条と、その下の条項の行を書いてください。".to_owned(),
        ),
        P::LeafWithoutItems(clause) => (
            format!("条項{}に項目がありません。", quoted(clause)),
            "項目IDを書いてください。".to_owned(),
        ),
        P::TierUnnamed(tier) => (
            format!(
                "系統「{}」の行がありません。",
                word_of(JA, words_of(&problem.place), tier)
            ),
            format!("{}に行を足してください。", sheet(&TIERS)),
        ),
        P::UnknownGrade(grade) => (
            format!("{}という等級はありません。", quoted(grade)),
            format!("{}にある等級にしてください。", sheet(&GRADES)),
        ),
        other => problems::words(JA, other),
    }
}

/// Returns the lines of the sheet that explains the others.
pub(super) fn readme(city: &str) -> Vec<String> {
    let measures = listed(JA, MEASURE);
    [
        format!("tenken の点検項目（{city}）"),
        String::new(),
        "直して保存したら、tenken sheet read で元の形に戻します。誤りがあれば、シートと行と列を知らせます。".to_owned(),
        "シートの名前と見出しは、変えないでください。列や行の順は変えてもかまいません。".to_owned(),
        "自分用の列やシートを足してもかまいません。それは読みません。このシートも読みません。".to_owned(),
        "空欄にすると、その欄は「ない」ことになります。".to_owned(),
        "セルは文字列です。= で始まる文も、0 で始まる番号も、そのまま残ります。".to_owned(),
        "元のファイルにある // の説明は、ここにはありません。".to_owned(),
        String::new(),
        "● 市: 市と方針の名前など。実施機関は、1行に一つ書きます（Alt+Enter で改行）。問う属性は、空白で区切ります。".to_owned(),
        "● 条項: 親の条項ID が空の行は条です。号や細目には、親の条項ID を書きます。項目ID は、空白か改行で区切ります。".to_owned(),
        format!("　 措置は、次のどれかです: {measures}"),
        "● 項目: 1行に1項目です。項目ID は年度をまたぐ比較に使うので、変えません。問う中身を変えるときは、新しい ID にします。".to_owned(),
        "　 {term.名前} には呼び名が、{setting.名前} には設定値が入ります。".to_owned(),
        "　 確認資料の例は、1行に一つ書きます。系統は ・ で、脅威は T1 T2 のように空白で区切ります。".to_owned(),
        "　 適用条件は、属性を &（かつ）と |（または）と ( ) でつなぎます。全ての課に問うときは true です。".to_owned(),
        "　 ファイルは、戻すときのファイルの名前です。空けると、上の行と同じになります。".to_owned(),
        "● 呼び名・設定値・系統・脅威・改正: この市の方針に合わせて書きます。".to_owned(),
        "● 属性の問い: 所属の属性を聞く文です。どれを聞くかは、市の「問う属性」で決めます。".to_owned(),
        "● 採点・回答の区分・等級: 範囲が「共通」のものは、どの市にも使います。「この市」の行を足すと、この市ではそちらを使います。".to_owned(),
    ]
    .into()
}

/// Returns the help of the command line; empty for what is none of it.
pub(super) const fn help(name: &str) -> &'static str {
    match name.as_bytes() {
        b"sheet" => "点検項目をExcelで直す",
        b"sheet write" => "点検項目をExcelブックかCSVに書き出す",
        b"sheet read" => "直したExcelブックかCSVを点検項目に戻す",
        b"format" => "形（xlsx、csv。両方なら xlsx,csv）",
        b"source" => "Excelブックか、CSVのあるフォルダ",
        b"replace" => "中身の違うファイルを書き換える",
        _ => "",
    }
}
