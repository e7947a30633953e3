//! The Japanese words of the line mode.

use super::{Formulas, PlainWords};

pub(super) const WORDS: PlainWords = PlainWords {
    welcome: "点検票に、一行ずつ答えます。使い方は、? を入れると出ます。",
    help: &[
        "使い方",
        "番号を入れて Enter を押すと、選べます。全角の数字も使えます。",
        "Enter だけを押すと、今のままにして先へ進みます。何も消えません。",
        "答えは一つずつ、すぐに保存します。「保存しました」と出たら、ディスクに書き終わっています。",
        "設問では、○ △ × － の記号や「実施」などのことばでも答えられます。",
        "設問の番号（Q06-3b-01 など）を入れると、その設問へ移ります。",
        "文を書くところでは、空の行か、. だけの行で終わります。",
        "一行で聞くところでは、. だけを入れると、やめて戻ります。",
        "間違えたら、設問で 8 を入れ、次に 8 を入れると、一つ前に戻ります。",
        "番号を聞くところで「終わる」と入れると終わります。Ctrl+C でも終わります。保存した答えは残ります。",
        "写しをまとめる、記録からも文を消す、傷んだ記録を直すときは、命令を使います。tenken --help で一覧が出ます。",
    ],
    new: "新しく始める",
    check: "点検項目を確かめる",
    person: "使う人を替える",
    leave: "終わる",
    count: |count| match count {
        0 => "点検票はまだありません。".to_owned(),
        count => format!("点検票は {count}件です。"),
    },
    row: |name, state, score| match score {
        Some(score) => format!("{name}、{state}、得点 {score}"),
        None => format!("{name}、{state}"),
    },
    state: |state, done, asked| format!("{state}、回答 {done}/{asked}"),
    list_hint: "番号を入れてください。Enter だけなら、1 の点検票を開きます。? は使い方です。",
    empty_list_hint: "番号を入れてください。Enter だけなら、新しく始めます。? は使い方です。",
    value: |label, value| format!("{label}: {value}"),
    field: |label, hint| format!("{label}。{hint}"),
    field_hint: |kept, needed| match (kept, needed) {
        ("", true) => "入れてください。. だけならやめます。".to_owned(),
        ("", false) => {
            "入れてください。Enter だけなら空のままです。. だけならやめます。".to_owned()
        }
        (kept, _) => {
            format!("入れてください。Enter だけなら「{kept}」にします。. だけならやめます。")
        }
    },
    not_understood: |typed| format!("「{typed}」は選べません。何も変えていません。"),
    no_text: "文字として読めません。端末の文字コードを UTF-8 にして、もう一度入れてください。",
    too_long: "長すぎます。何も変えていません。短く分けて入れてください。",
    saved: |at, what| format!("保存しました（{at}）。{what}"),
    same: "前と同じです。何も変えていません。",
    begun: "点検票を作りました。",
    begin_hint: "1 か 2 を入れてください。まだ何も作っていません。",
    do_not_begin: "やめる",
    proposed_hint: |number| {
        format!("番号を入れてください。Enter だけなら、{number} にします。0 でやめます。")
    },
    keep_hint: "番号を入れてください。Enter だけなら、今のままです。",
    save_again: "もう一度保存する",
    give_up: "この操作をやめる（保存できていない答えはなくなります）",
    given_up: "保存していません。前の答えのままです。",
    kept_hint: "もとのフォルダが直ったら、tenken merge で、この写しをまとめてください。",
    rescue_hint: "番号を入れてください。Enter だけなら、もう一度保存します。",
    draft_kept: "書きかけの文を控えました。次に開いたときに、記録するか聞きます。",
    draft_not_kept: "書きかけの文は、控えられませんでした。",
    draft_stays: "文は、控えに残してあります。",
    draft_of_no_item: "この文の設問は、今の点検票にありません。記録できません。",
    draft_first: |label| {
        format!("{label}は、まだ書けません。前の文を記録するか捨てるか、先に決めてください。")
    },
    recorded_now: "今の記録",
    keep_draft: "この文を記録する",
    later_hint: "番号を入れてください。Enter だけなら、このままにして次に開いたときに聞きます。",
    profile_question: |number, all, question| format!("属性 {number}/{all}。{question}"),
    profile_hint: "1 か 2 を入れてください。Enter だけなら、次へ進みます。0 で終えます。",
    recorded: |text| format!("{text}（記録済み）"),
    example: |text| format!("{text}（例）"),
    position: |number, all, left| {
        if left == 0 {
            format!("設問 {number}/{all}、残りはありません")
        } else {
            format!("設問 {number}/{all}、残り {left}問")
        }
    },
    item: |place, id, tags| format!("{place}。{id}{tags}"),
    choice: |name, criterion, recorded| {
        let recorded = if recorded { "（記録済み）" } else { "" };
        format!("{name}{recorded}: {criterion}")
    },
    item_hint: "1から5で答える。Enter 次、6 備考、7 資料、8 ほか、9 前、0 メニュー、? 使い方",
    aside_hint: "1 答える、Enter 次、8 ほかの操作、9 前、0 メニュー、? 使い方",
    previous: |mark, text, same, carried| format!("{mark}{text}。{same}。{}", carried.trim()),
    take_in: "対象に戻して答える",
    leave_out: "対象から外す",
    taken_in: |why| format!("{why}対象に戻してあります。"),
    left_out: |why| format!("{why}この設問は答えなくてかまいません。"),
    remark: "備考",
    evidence: "資料",
    reason: "対象外とする理由を書く",
    approver: "対象外を承認した人を書く",
    more: "ほかの操作",
    before: "前の設問",
    menu: "メニュー",
    flag: "印を付ける（あとで見直す）",
    unflag: "印を外す",
    carry_over: "前年の回答を引き継ぐ",
    background: "なぜ聞くのか、方針の趣旨、備える脅威を読む",
    clear: "回答を消す",
    jump: "ほかの設問へ移る",
    undo: "一つ前に戻す",
    redo: "戻したことをやり直す",
    more_choice_hint: "番号を入れてください。Enter だけなら戻ります。",
    jump_hint: |count| {
        format!(
            "1 から {count} の番号か、Q で始まる番号か、設問の中のことばを入れてください。Enter だけなら戻ります。"
        )
    },
    last_item: "最後の設問でした。",
    write: |label| format!("{label}を書きます。"),
    write_hint: |choices, one_line| match (choices, one_line) {
        (_, true) => "一行で書いてください。Enter だけなら、今のままです。",
        (0, false) => "文を書いてください。空の行で終わります。Enter だけなら、今のままです。",
        (_, false) => {
            "番号か文を入れてください。空の行で終わります。Enter だけなら、今のままです。"
        }
    },
    replaces_text: "書くと、今の文と入れ替わります。",
    add_text: "今の文に書き足す",
    pasted: "空の行の後に届いていた行も、文に入れました。",
    remove_text: "今の文を消す",
    evidence_hint: "番号か資料の名前を入れます。記録済みは番号で直せます。Enter で終わります。",
    rename: "名前と日付を直す",
    take_off: "外す",
    back: "戻る",
    many_hint: |left| match left {
        0 => "番号で設問へ移れます。Enter だけなら戻ります。".to_owned(),
        left => format!(
            "番号で設問へ移れます。Enter だけなら、続き（あと {left}件）です。0 で戻ります。"
        ),
    },
    more_hint: |left| format!("Enter だけなら、続き（あと {left}行）です。0 で戻ります。"),
    lists: "設問の一覧",
    counted: |label, count| format!("{label} {count}件"),
    listed: |id, state, text| format!("{id} {state}: {text}"),
    go_on: "続きから答える",
    figures: "全体の集計と求め方",
    by_clause: "条項ごとの集計",
    to_list: "点検票の一覧に戻る",
    menu_hint: "番号を入れてください。Enter だけなら、続きから答えます。? は使い方です。",
    lacking: |count| format!("足りないところが、あと {count}件あります。"),
    review_hint: "番号を入れてください。Enter だけなら、メニューに戻ります。",
    really_hint: "2 で確定します。Enter だけなら、まだ確定しません。",
    not_confirmed: "確定していません。",
    header_hint: "番号を入れてください。Enter だけなら、1 にします。0 でやめます。",
    seal_hint: |number| {
        format!("番号を入れてください。Enter だけなら、{number} にします。0 でやめます。")
    },
    passphrase_file: "パスフレーズのファイルで",
    passphrase_file_hint: "1行目にパスフレーズを書いたファイルの名前です。打つと見えるので、ここでは聞きません。",
    look: |count| format!("書き出す前に見てください（{count}か所）。"),
    look_hint: "番号で、その設問を直せます。Enter だけなら、書き出さずに戻ります。",
    will_write: "次のファイルを書きます。前のファイルは上書きしません。",
    do_not_write: "やめる",
    write_files_hint: "1 で書き出します。Enter だけなら、書き出さずに戻ります。",
    not_written: "何も書き出していません。",
    formulas: Formulas {
        line: |label, value, formula| format!("{label} {value}。{formula}"),
        rate: |percent, counts| format!("{percent}%（{counts}）"),
        no_value: "なし",
        no_grade: "まだありません",
        response: "全部の設問のうち、未回答でないものです。対象外を含みます。",
        applicability: "全部の設問のうち、対象外でないものです。",
        implementation: "○ ÷（○ + △ + × + ？）です。",
        worth: |symbol, worth| format!("{symbol} を {worth}"),
        separator: "、",
        score: |worths| {
            format!(
                "{worths} とし、設問の重みを掛けた平均です（100点満点）。対象外と未回答は入れません。"
            )
        },
        band: "未回答と ？ が、全部 × だったときと、全部 ○ だったときの得点です。",
        from: |grade, from| format!("{grade} は {from}点から"),
        grade: |grades, cap| {
            format!("{grades}です。重点に × が一つでもあれば、{cap} より上になりません。")
        },
        scope: |name, answered, implementation, score, failures| {
            let critical = if failures == 0 {
                String::new()
            } else {
                format!("、重点の × {failures}件")
            };
            format!("{name}: 回答 {answered}、実施率 {implementation}、得点 {score}{critical}")
        },
    },
};
