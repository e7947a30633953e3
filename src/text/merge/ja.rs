//! The Japanese words of merging.

use super::MergeWords;
use crate::domain::merge::MergeRefusal;

pub(in crate::text) const WORDS: MergeWords = MergeWords {
    intro: &[
        "別の場所で答えた写しを、この点検票にまとめます。",
        "写しの中身は変わりません。両方が違う答えのときは、どちらにするかを一つずつ選びます。",
    ],
    path: "写しの場所",
    path_hint: "ファイルかフォルダです。例: E:\\0420.ronl　フォルダのときは、同じ課の点検票を探します。",
    look: "調べる",
    look_hint: "Enter を押すと、二つを比べます。まだ何も書きません。",
    back: "戻る",
    back_hint: "Enter を押すと一覧に戻ります。何も変わりません。",
    path_needed: "写しの場所を入れてください。",
    plan: "まとめる内容",
    mine: "この点検票",
    theirs: "写し",
    both: |mine, theirs| {
        [
            format!("この点検票　{mine}"),
            format!("写し　　　　{theirs}"),
        ]
    },
    nothing: "写しの内容は、もうすべて入っています。することはありません。",
    behind: |count| {
        format!("写しは、この点検票の続きです。写しの記録 {count}件を、そのまま足します。")
    },
    taken: |items, keys| match (items, keys) {
        (items, 0) => format!("写しから取り込むもの　設問 {items}件"),
        (0, keys) => format!("写しから取り込むもの　属性 {keys}件"),
        (items, keys) => format!("写しから取り込むもの　設問 {items}件、属性 {keys}件"),
    },
    taken_nothing: "写しから取り込むものはありません。まとめたことだけを記録します。",
    listed: |ids, more| {
        if more == 0 {
            format!("  {ids}")
        } else {
            format!("  {ids} ほか{more}件")
        }
    },
    united: |count| format!("うち {count}件は、両方の資料を合わせます。"),
    exports: |count| format!("写しで書き出した記録 {count}件も残します。"),
    confirmation: "写しの確定は取り込みません。まとめた後に、確定し直してください。",
    steps: "写しの差戻しや取消しは、記録に残すだけです。",
    conflicts: |count| format!("両方が違う内容にしたところ　{count}件（どちらにするかを選びます）"),
    torn_mine: |bytes| {
        format!("この点検票に書きかけの記録（{bytes}バイト）があります。保存済みの回答は無事です。")
    },
    torn_theirs: |bytes| {
        format!("写しに書きかけの記録（{bytes}バイト）があります。その前までをまとめます。")
    },
    position: |number, all| format!("違うところ {number}/{all}"),
    reworded: "写しは、変わる前の設問に答えています。読み直して選んでください。",
    empty: "（空）",
    untouched: "記録なし",
    carried: "（前年から引継ぎ）",
    reason: |reason| format!("理由: {reason}"),
    approver: |approver| format!("承認者: {approver}"),
    answers: ["はい", "いいえ", "未回答"],
    flag: ["印あり", "印なし"],
    included: ["対象に戻す", "対象から外す"],
    fields: ["回答", "備考", "資料", "印", "対象"],
    profile: |question| format!("属性「{question}」"),
    take_mine: "この点検票の内容にする",
    take_theirs: "写しの内容にする",
    kept: "選ばなかった内容も、記録に残ります。",
    decide: "違うところを選ぶ",
    merge: "まとめる",
    really: "この内容でまとめますか。",
    summary: |records, mine, theirs| {
        let mut lines = vec![format!(
            "写しの記録 {records}件をもとに、この点検票に書き足します。"
        )];
        if mine + theirs > 0 {
            lines.push(format!(
                "違うところ　この点検票の内容 {mine}件、写しの内容 {theirs}件"
            ));
        }
        lines
    },
    not_yet: "まだまとめない",
    done: |count| format!("まとめました。記録を {count}件足しました。"),
    done_hint: &[
        "写しは、もとのままです。",
        "これからは、この点検票に続けて答えてください。",
    ],
    to_list: "一覧に戻る",
    no_workbook: "まとめる点検票がありません。先に一覧で選んでください。",
    undecided: "まだ決めていません",
    left: |count, example| {
        [
            format!("決めていないところが {count}件あります。何も書いていません。"),
            format!(
                "  → --take mine か --take theirs で全部を、--take {example}=theirs で一つを決めてください。"
            ),
        ]
    },
    dry_run: "試しなので、何も書いていません。",
    repair_first: "先に直してから、もう一度まとめてください。",
    changed: "調べた後に、ファイルが変わりました。もう一度「調べる」を選んでください。",
    set_aside: |count| format!("使わなかった内容 {count}件（使った内容 → 使わなかった内容）"),
    parents: |mine, theirs| {
        [
            "まとめる前の末尾".to_owned(),
            format!("  {mine}"),
            "写しの末尾".to_owned(),
            format!("  {theirs}"),
        ]
    },
    refusal: |refusal| match refusal {
        MergeRefusal::Another => (
            "写しは、別の点検票です。最初の記録が違います。",
            "同じ点検票から写したファイルを指定してください。",
        ),
        MergeRefusal::Confirmed => (
            "この点検票は確定済みなので、まとめられません。",
            "確定を取り消してから、もう一度まとめてください。",
        ),
        MergeRefusal::ChecklistOfCopy => (
            "写しは、新しい点検項目に差し替えてあります。",
            "先にこの点検票も差し替えてください（tenken update-checklist）。その後に、もう一度まとめてください。",
        ),
        MergeRefusal::Checklists => (
            "この点検票と写しは、別々の点検項目に差し替えてあります。",
            "両方を同じ点検項目に差し替えてください（tenken update-checklist）。その後に、もう一度まとめてください。",
        ),
    },
    no_copy: |path| {
        (
            format!("{path}: 写しがありません。"),
            "ドライブとファイルの名前を確かめてください。",
        )
    },
    bad_decision: |text| {
        (
            format!("--take の「{text}」は使えません。"),
            "mine、theirs、Q05-01=theirs、Q05-01:remark=mine のように書いてください。名前は、違うところの一覧にあるものです。",
        )
    },
    open_conflicts: |count| {
        (
            format!("どちらにするか決めていないところが {count}件あります。"),
            "すべて決めてから、まとめてください。",
        )
    },
};
