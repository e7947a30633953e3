//! The Japanese words of each screen.

use crate::domain::completeness::Lack;
use crate::text::screen_strings::{
    ExportWords, HistoryWords, HomeWords, OverviewWords, ProfileWords, ReviewWords, SetupWords,
    WalkWords,
};

pub(super) const HOME: HomeWords = HomeWords {
    folder: |path| format!("フォルダ {path}"),
    welcome: "ようこそ。情報セキュリティの自己点検を始めます。",
    first_steps: &[
        "1. 「新しく始める」で、市と課を選びます。",
        "2. 課についての問いに答えます。関係のない設問は外れます。",
        "3. 設問に一つずつ答えます。答えはその場で保存します。",
        "4. 確かめて確定し、CSVファイルを書き出します。",
        "",
        "途中でやめても、続きから始められます。",
    ],
    year: "年度",
    city: "市",
    department: "課",
    status: "状態",
    progress: "回答",
    score: "得点",
    saved: "保存",
    draft: "下書き",
    confirmed: "確定",
    returned: "差戻し",
    new: "新しく始める",
    export: "書き出す",
    check: "項目確認",
    person: "使う人",
    appearance: "画面",
    help: "説明",
    quit: "終わる",
    checklists_broken: "点検項目に誤りがあります。「項目確認」を選んでください。",
    nothing_to_export: "書き出す点検票がありません。先に「新しく始める」で作ってください。",
    read_again: "F5 を押すと、フォルダをもう一度読みます。",
};

pub(super) const SETUP: SetupWords = SetupWords {
    intro: "点検票を新しく作ります。上から順に入れて、最後に「始める」を選びます。",
    city: "市",
    city_hint: "← → で選びます。",
    year: "年度",
    year_hint: "今日の日付から選んであります。年度は4月から翌年3月までです。",
    code: "課のコード",
    code_hint: "取りまとめ部署が決めた番号です。例: 0420",
    department: "課の名前",
    department_hint: "例: 下水道整備課",
    agency: "実施機関",
    agency_hint: "ほとんどの課は市長です。← → で選びます。",
    name: "あなたの氏名",
    name_hint: "だれが答えたかを記録に残します。",
    title: "職名",
    title_hint: "例: 課長。空のままでもかまいません。",
    begin: "始める",
    begin_hint: "Enter を押すと点検票を作ります。",
    needed: |label| format!("「{label}」を入れてください。"),
    keep: "保存する",
    person: "使う人",
};

pub(super) const PROFILE: ProfileWords = ProfileWords {
    intro: "課について答えます。関係のない設問は外れます。",
    asked: |asked, all| format!("点検する設問 {asked}/{all}"),
    yes_open: " はい ",
    yes_chosen: "[はい]",
    no_open: " いいえ ",
    no_chosen: "[いいえ]",
    begin: "点検を始める",
    done: "戻る",
    done_hint: "答えていない問いは「はい」とみなします。あとから変えられます。",
    no_note: "← はい　→ いいえ。答えはあとから変えられます。",
};

pub(super) const WALK: WalkWords = WalkWords {
    position: |number, all| format!("設問 {number}/{all}"),
    position_aside: "外した設問",
    remaining: |open, minutes| {
        if open == 0 {
            "残りはありません".to_owned()
        } else {
            format!("残り {open}問・約 {minutes}分")
        }
    },
    division: "［取りまとめ部署］",
    critical: "［重点］",
    interpretive: "［解釈による］",
    on_site: "［見回り］",
    remark: "備考",
    evidence: "資料",
    reason: "理由",
    approver: "承認者",
    previous: "前年",
    flag: "印",
    set_aside: "対象外",
    needed: "（必要です）",
    empty: "（なし）",
    examples: |names| format!("例: {names}"),
    separator: "、",
    quoted: |text| format!("「{text}」"),
    previous_none: "前年にはない設問です",
    previous_blank: "回答なし",
    wording_same: "設問は前年と同じです",
    wording_changed: "設問が変わりました",
    carried: "　引き継ぎ済み",
    flagged: "あとで見直す",
    not_flagged: "（なし）",
    taken_in: |why| format!("{why}対象に戻してあります。Enter で外します。"),
    left_out: |why| {
        format!("{why}この設問は答えなくてかまいません。答えるときは Enter を押します。")
    },
    aside_but_answered: |why| format!("{why}回答があるので、そのまま数えます。"),
    not_applicable_closed: "この設問では選べません。",
    to_be_confirmed: "あとで確かめます（備考が必要）",
    why: "なぜ聞くのか",
    report: "すぐにすること",
    clause: "方針の趣旨",
    clause_row: "条項",
    threats: "備える脅威",
    tiers: "対象の系統",
    respondent: "答える課",
    provisional: "※は仮の値です。市の基準が決まったら置き換えます。",
};

pub(super) const OVERVIEW: OverviewWords = OverviewWords {
    clause: "条項",
    response: "回答",
    implementation: "実施率",
    score: "得点",
    critical: "重点",
    critical_failures: |count| format!("× {count}"),
    not_applicable: "対象外（所属の属性による）",
    aside: "－ 対象外",
    open: "   未回答",
    filter: "絞込み",
    filters: [
        "すべて",
        "差戻し",
        "未回答",
        "△×",
        "備考なし",
        "印つき",
        "設問変更",
        "外した",
    ],
    division_part: "取りまとめ部署の項目",
    newer_checklist: "点検項目が新しくなりました。取りまとめ部署の案内があれば差し替えてください。",
    confirmed: "確定済みです。",
    due: |date, days| {
        if days < 0 {
            format!("提出の期限 {date}（{}日過ぎています）", -days)
        } else {
            format!("提出の期限 {date}（あと {days}日）")
        }
    },
    correction_due: |date, days| {
        if days < 0 {
            format!("直しの期限 {date}（{}日過ぎています）", -days)
        } else {
            format!("直しの期限 {date}（あと {days}日）")
        }
    },
    nothing: [
        &["設問がありません。F4 で絞込みを替えられます。"],
        &[
            "差し戻された設問はありません。",
            "F4 で次の絞込みに替わります。",
        ],
        &[
            "未回答の設問はありません。",
            "Tab で下の段に移り、「確認と確定」へ進めます。",
        ],
        &[
            "△ と × の設問はありません。",
            "F4 で次の絞込みに替わります。",
        ],
        &[
            "備考の足りない設問はありません。",
            "F4 で次の絞込みに替わります。",
        ],
        &[
            "印の付いた設問はありません。",
            "設問の画面で Ctrl+F を押すと、あとで見直す印が付きます。",
        ],
        &[
            "前の年度から変わった設問はありません。",
            "前の年度の点検票が同じフォルダにあるときだけ、比べられます。",
        ],
        &[
            "外した設問はありません。",
            "「所属の属性」で「いいえ」と答えると、関係のない設問が外れます。",
        ],
    ],
    menu: [
        "続きから答える",
        "確認と確定",
        "書き出し",
        "記録",
        "所属の属性",
        "検索",
        "操作",
        "表紙へ",
    ],
};

pub(super) const REVIEW: ReviewWords = ReviewWords {
    confirmed: |name, title, at| format!("確定済み　{}　{at}", format!("{title} {name}").trim()),
    chart: "条項ごとの得点",
    trend: "得点の推移",
    lacking: |count| format!("確定までに、あと {count}件あります。Enter でその設問へ移ります。"),
    complete: "すべてそろいました。内容を確かめて確定してください。",
    lack: |lack| match lack {
        Lack::Mark => "未回答",
        Lack::Remark => "備考がありません",
        Lack::Evidence => "資料名がありません",
        Lack::Confirmation => "確認中のままです",
        Lack::Approver => "承認者がありません",
    },
    returned: |reason| format!("差戻し・再開の理由: {reason}"),
    confirm: "確定する",
    export: "CSVファイルを書き出す",
    look: "回答を見直す",
    reopen: "確定を取り消して直す",
    take_back: "取りまとめ部署から差し戻された",
    name: "確定する人の氏名",
    name_hint: "課の責任者の氏名です。",
    go_on: "次へ",
    go_on_hint: "次の画面で、もう一度確かめます。",
    meaning: "確定すると、この年度の回答として取りまとめ部署に出せます。差し戻しか取消しがあるまで、回答は変えられません。",
    signed: |name, title| format!("確定する人　{}", format!("{title} {name}").trim()),
    really: "この内容で確定しますか。",
    not_yet: "まだ確定しない",
    done: "確定しました。続けてCSVファイルを書き出してください。",
    reason: "理由",
    reason_hint: "記録に残ります。",
    open_again: "下書きに戻しました。",
};

pub(super) const EXPORT: ExportWords = ExportWords {
    folder: "書き出し先",
    folder_hint: "フォルダの名前です。なければ作ります。",
    header: "見出し",
    header_hint: "ふつうは日本語です。集計プログラムに渡すときはIDにします。",
    header_ja: "日本語",
    header_en: "ID（英数字）",
    write: "書き出す",
    write_hint: "Enter を押すと2つのファイルを書きます。前のファイルは上書きしません。",
    back: "戻る",
    back_hint: "Enter を押すと前の画面に戻ります。",
    will_write: |stem, sealed| {
        let ending = if sealed { ".age" } else { "" };
        [
            format!("{stem}_summary.csv{ending}　条項ごとの集計"),
            format!("{stem}_answers.csv{ending}　設問ごとの回答"),
        ]
    },
    draft: "まだ確定していません。下書きとして書き出します。",
    read_only: "読むだけで開いています。書き出した記録は残りません。",
    unsaved: "まだ保存していない回答があります。Ctrl+S で保存してから書き出してください。",
    failed: |why| format!("書き出せませんでした。回答は変わっていません。{why}"),
    written: "書き出して、読み直して確かめました。",
    renamed: "同じ名前のファイルがあったので、別の名前にしました。",
    receipt: "受付照合番号",
    receipt_hint: "ファイルを渡すときに、この番号を伝えてください。",
};

pub(super) const HISTORY: HistoryWords = HistoryWords {
    count: |count| format!("記録 {count}件（新しい順）"),
};
