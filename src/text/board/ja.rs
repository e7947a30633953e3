//! The Japanese words of the division's screens.

use super::{BoardWords, CollectWords, RosterWords, SealedWords};
use crate::format::sealing::OpenFault;
use crate::text::returning::MAKING_JA;

/// The Japanese words.
pub(in crate::text) const WORDS: BoardWords = BoardWords {
    title: "取りまとめ",
    counted: |counted, all| format!("提出 {counted}/{all}"),
    views: ["提出状況", "濃淡表", "設問", "推移"],
    search: "検索",
    filter: "絞込み",
    source: "出典",
    back: "戻る",
    of_all: "すべての所属の数です",
    shown: |shown, all| format!("{shown}/{all}件"),
    department: "所属",
    state: "状態",
    score: "得点",
    change: "前年差 (同一)",
    total: "全体",
    legend: "点",
    from: |points| format!("{points}～"),
    below: |points| format!("{points}未満"),
    critical: "重点に×",
    not_applicable: "対象外",
    nothing: "集計外",
    not_asked: "空白 設問なし",
    last_year: |all, alike| format!("前年差 {all}  同じ設問だけなら {alike}"),
    no_last_year: "前年の回答はありません",
    rows_of: |file, first, last| {
        if first == last {
            format!("出典 {file}  {first}行目")
        } else {
            format!("出典 {file}  {first}〜{last}行目")
        }
    },
    item: "設問",
    clause: "条項",
    implemented: "実施率",
    question: "設問の文",
    departments: "提出した所属",
    none_shown: [
        "この絞込みに当てはまる所属はありません。",
        "F4 で絞込みを変えられます。",
    ],
    see_came: "集計には入っていません。ファイルと理由は「届いたもの」で見られます。",
    others: |count| format!("ほか {count}"),
    none_counted: [
        "まだ、数えられる提出がありません。",
        "「提出状況」に、届いたものの状態があります。",
    ],
    any_state: ["すべて", "数えるもの", "所属の直しが要るもの"],
    any_agency: "すべて",
    agency: "実施機関",
    answers: [
        "すべて",
        "△ × ？がある",
        "×がある",
        "重点項目に×がある",
        "確認中がある",
        "前年より下がった",
        "前年より上がった",
    ],
    answers_label: "回答",
    apply: "この条件で見る",
    clear: "すべての所属を見る",
    search_hint: "所属の名前・コード、設問の文・番号",
    nothing_found: [
        "当てはまる所属や設問はありません。",
        "短いことばで探してください。",
    ],
    parts: ["条項", "要対応", "すべての回答", "届いたもの"],
    trend: "推移",
    this_year: "今年度",
    year_before: "前年度",
    confirmed: |at, by| format!("確定 {at} {by}"),
    confirmed_at: "確定日時",
    receipt: "受付照合番号",
    no_open_points: "△ × ？の回答はありません。",
    no_remark: "備考なし",
    remark: "備考",
    before_mark: "前年",
    since: "前年から",
    item_parts: ["すべての所属", "要対応だけ"],
    critical_item: "重点項目",
    file_row: |file, row| format!("{file} {row}行目"),
    files: "ファイル",
    behind: "この数字のもとの行",
    keep_page: "Ctrl+K で、この画面をファイルに書き出せます。",
    row_gone: "その行が見つかりません。集め直すと、行の番号も新しくなります。",
    opening: "集めたものを読んでいます",
    progress: |done, all| format!("{done}/{all} ファイル"),
    collected: "集めた結果を見る",
    folder: "フォルダ",
    folder_hint: "集めた結果のフォルダです。例: collected/2026",
    open: "開く",
    opened_behind: "集めた結果を読み終わりました。はじめの画面から開けます。",
    roster: RosterWords {
        title: "所属の一覧",
        division: "取りまとめ:",
        filters: ["すべて", "有効な所属", "直すところ"],
        on: |day| format!("{day} に有効"),
        menu: ["日を替える", "探す", "ひな形を書く", "読み直す", "戻る"],
        headings: ["コード", "所属", "実施機関", "有効期間", "前身"],
        counted: |all, problems| {
            if problems == 0 {
                format!("所属 {all}件　誤りなし")
            } else {
                format!("所属 {all}件　直すところ {problems}か所")
            }
        },
        missing: [
            "所属の一覧（departments.csv）が、このフォルダにまだありません。",
            "一覧があると、まだ提出していない所属が分かり、組織の統合や分割のあとも前年と比べられます。",
            "「ひな形を書く」を選ぶと、見出しと例のあるファイルを作ります。",
        ],
        edit: "直すときは Excel で departments.csv を直し、「読み直す」を選んでください。",
        sound: "この所属に直すところはありません。",
        written: |path| format!("ひな形を書きました。Excel で開いて書き足してください: {path}"),
        day: "日",
        day_hint: "2026-04-01 のように書きます。",
        bad_day: "日付として読めません。2026-04-01 のように書いてください。",
        show: "見る",
        search: "探す",
        search_hint: "コードや名前の一部です。空にするとすべて出ます。",
        searched: |text| format!("「{text}」"),
        nothing: "当てはまる所属はありません。",
    },
    returns: MAKING_JA,
    collect: CollectWords {
        title: "提出されたものを集める",
        short: "集める",
        intro: [
            "各課から届いたファイルを確かめ、一つにまとめます。届いたファイルはそのまま残ります。",
            "先に試して、結果を見てから集めます。試すだけなら何も書きません。",
        ],
        from: "届いたもの",
        from_hint: "フォルダ、ファイル、zip。いくつもあるときは ; で区切ります。",
        year: "年度",
        year_hint: "集める点検票の年度です。",
        previous: "前年まで",
        previous_hint: "前年に集めたフォルダか、届いたファイル。なければ空のままにします。",
        to: "結果",
        to_hint: "結果を置くフォルダです。同じ年度なら、あとから何度でも足せます。",
        look: "試す",
        look_hint: "読んで確かめるだけです。何も書きません。",
        back: "戻る",
        needed: "届いたもののフォルダを入れてください。",
        reading: "読んで確かめています",
        writing: "書いています",
        stop: "Esc でやめます。",
        stopped: "途中でやめました。何も書いていません。",
        stop_writing: "Esc でやめます。やめると、書く前のままです。",
        stopping: "やめています",
        left: "書くのを途中でやめました。すべて書く前のままです。",
        done: ["集めました。", "Enter で、集めた結果を見ます。"],
        how: "集めるときは、Home で「このとおり集める」に移り、Enter を押してください。",
        sealed: SealedWords {
            title: "暗号化したファイル",
            found: |count| {
                format!(
                    "暗号化したファイルが {count}個あります。開かずに進むと「読めない」として台帳に載ります。"
                )
            },
            more: |count| format!("ほか {count}個"),
            way: "開くもの",
            way_hint: "← → で選びます。",
            ways: ["パスフレーズ", "秘密の鍵のファイル"],
            passphrase: "パスフレーズ",
            passphrase_hint: "提出した課から聞いたものです。画面には出ません。どこにも残しません。",
            keys: "秘密の鍵",
            keys_hint: "取りまとめ部署の、秘密の鍵のファイルです。名前が .pub で終わらないほうです。",
            open: "開いて確かめる",
            open_hint: "開いて、もう一度読みます。まだ何も書きません。",
            without: "開かずに進む",
            without_hint: "開いていないファイルは「読めない」として台帳に載ります。あとから足せます。",
            change: "条件を直す",
            needed: "パスフレーズか、鍵のファイルを入れてください。",
            wrong: |fault| match fault {
                OpenFault::WrongKey => {
                    "この鍵では開けません。どの鍵で暗号化したか、提出した課に聞いてください。"
                }
                OpenFault::TakesPassphrase => {
                    "鍵ではなく、パスフレーズで暗号化してあります。「パスフレーズ」を選んでください。"
                }
                OpenFault::TakesKey => {
                    "パスフレーズではなく、鍵で暗号化してあります。「秘密の鍵のファイル」を選んでください。"
                }
                _ => {
                    "このパスフレーズでは開けません。大文字と小文字、全角と半角を確かめてください。"
                }
            },
            some: |opened, left| {
                format!("{opened}個を開きました。残りの {left}個は、別のもので開きます。")
            },
        },
        planned: "試した結果です。まだ何も書いていません。",
        goes_to: |to| format!("結果を書く場所: {to}"),
        collect: "このとおり集める",
        change: "条件を直す",
        written: |count, to| format!("集めました。表と報告書を {count}個書きました: {to}"),
        open: "開く",
    },
};
