//! Remarks as departments write them: what was found, by subject and mark, and what follows. `{n}`
//! and `{k}` stand for a larger and a smaller number, `{m}` and `{d}` for a month and a day.

use super::Subject;
use crate::domain::mark::Mark;

/// What was found, for a subject and a mark.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one stock of sentences")]
pub const fn found(subject: Subject, mark: Mark) -> &'static [&'static str] {
    match (subject, mark) {
        (Subject::People, Mark::Partial) => &[
            "{n}人のうち{k}人がまだ研修を受けていません。",
            "会計年度任用職員{k}人への説明が残っています。",
            "誓約書{k}人分の提出を待っています。",
            "異動してきた{k}人に手順を渡していませんでした。",
            "確かめたのは正職員{n}人だけです。",
            "{m}月の課内研修に{k}人が出られませんでした。",
        ],
        (Subject::People, Mark::NotImplemented) => &[
            "今年度は{n}人のだれにも説明していません。",
            "{m}月の研修を見送り、代わりの日を決めていません。",
            "手順書が古く、{n}人に配れる状態ではありません。",
            "だれに説明したかの記録が{m}月からありません。",
        ],
        (Subject::Order, Mark::Partial) => &[
            "体制の表に{k}人分の異動が入っていません。",
            "連絡先の一覧を{m}月に直しましたが、配っていない係が{k}つあります。",
            "担当者は決めましたが、代わりの者が{k}係で空いています。",
            "計画は{m}月に作りました。{k}項目の期限が空いています。",
        ],
        (Subject::Order, Mark::NotImplemented) => &[
            "担当者が{m}月に異動し、後任を決めていません。",
            "一覧を{m}月から直していません。",
            "前回の点検で決めた{k}件に手を付けていません。",
        ],
        (Subject::Assets, Mark::Partial) => &[
            "台帳{n}件のうち{k}件の分類が空欄です。",
            "共用の書庫にある{k}冊の表示がまだです。",
            "廃棄した{n}台のうち{k}台の証明書が届いていません。",
            "送付の記録が{m}月分だけ見当たりません。",
            "取り出したデータ{k}件の消去を確かめている途中です。",
        ],
        (Subject::Assets, Mark::NotImplemented) => &[
            "台帳を{m}月から見直していません。",
            "分類の表示がない文書が{n}冊あります。",
            "廃棄した{k}台の記録が残っていません。",
            "だれが取り出したかを{m}月まで記録していませんでした。",
        ],
        (Subject::Tiers, Mark::Partial) => &[
            "端末{n}台のうち{k}台の設定を確かめていません。",
            "USBメモリ{k}本が一覧に載っていません。",
            "受け取ったファイルの無害化を、{k}つの係で手順どおりにしていませんでした。",
            "接続の一覧が{m}月の工事の前のままです。",
            "二つ目の認証を使えない者が{k}人います。",
        ],
        (Subject::Tiers, Mark::NotImplemented) => &[
            "端末{n}台の接続を今年度は確かめていません。",
            "媒体の一覧を作っていません。数えたところ{k}本ありました。",
            "{m}月に入れ替えた端末{k}台の設定が分かりません。",
        ],
        (Subject::Rooms, Mark::Partial) => &[
            "机{n}台のうち{k}台に書類が残っていました。",
            "鍵{n}本のうち{k}本の持ち主を確かめています。",
            "ワイヤーのない端末が{k}台あります。",
            "窓口の画面{k}台が来庁者から見えます。",
            "配線の表示が{k}か所で外れていました。",
        ],
        (Subject::Rooms, Mark::NotImplemented) => &[
            "退庁時の見回りを{m}月からしていません。",
            "鍵の台帳がありません。鍵は{n}本あります。",
            "書庫の扉{k}枚の鍵が壊れたままです。",
        ],
        (Subject::Systems, Mark::Partial) => &[
            "共有フォルダ{n}個のうち{k}個の権限が古いままです。",
            "異動した{k}人のIDを止めるのが{m}月になりました。",
            "更新プログラムの当たっていない端末が{k}台あります。",
            "利用の記録は{m}月分まで見ました。",
            "管理者のID{k}個を係で共用しています。",
            "バックアップから戻す試しを{k}本だけ行いました。",
        ],
        (Subject::Systems, Mark::NotImplemented) => &[
            "権限の見直しを{m}月に予定しましたが、できていません。",
            "退職した{k}人のIDが残っていました。",
            "記録{n}日分を一度も見ていません。",
            "バックアップ{k}本から戻せるかを試していません。",
        ],
        (Subject::Events, Mark::Partial) => &[
            "連絡の訓練に{n}人のうち{k}人が出られませんでした。",
            "事故の報告{k}件のうち、期限を過ぎたものがあります。",
            "止まったときの手順{n}枚のうち{k}枚が古いままです。",
            "{m}月の点検の記録に印のない日が{k}日あります。",
        ],
        (Subject::Events, Mark::NotImplemented) => &[
            "訓練を{m}月に予定しましたが、行っていません。",
            "止まったときの手順が{k}業務でありません。",
            "連絡先を{m}月から確かめていません。",
        ],
        (Subject::Partners, Mark::Partial) => &[
            "委託{n}件のうち{k}件の報告書を待っています。",
            "再委託の届けが{k}件遅れています。",
            "外部サービス{n}個のうち{k}個の設定を見ていません。",
            "返却の確認が{k}件残っています。",
            "契約書{k}件に事故の報告の定めがありません。",
        ],
        (Subject::Partners, Mark::NotImplemented) => &[
            "委託先{k}者の確認に行けていません。",
            "申請のない外部サービスが{k}個見つかりました。",
            "消去の証明を{k}件求めていませんでした。",
            "共有の設定を{m}月から見ていません。",
        ],
        (Subject::Review, Mark::Partial) => &[
            "前回の指摘{n}件のうち{k}件が残っています。",
            "{k}件の改善の期限を{m}月に延ばしました。",
            "手順書{n}枚のうち{k}枚を直しています。",
        ],
        (Subject::Review, Mark::NotImplemented) => &[
            "前回の指摘{k}件に手を付けていません。",
            "手順書の見直しを{m}月に見送りました。",
        ],
        (_, Mark::ToBeConfirmed) => &[
            "担当の係に{m}月{d}日に問い合わせました。",
            "委託先へ{k}点を尋ねており、返事を待っています。",
            "前任者の記録{n}枚を探しています。",
            "詳しい者へ{m}月{d}日に確かめを頼みました。",
        ],
        (_, Mark::Implemented | Mark::NotApplicable) => &[
            "{m}月{d}日に{n}件を確かめました。",
            "{m}月の課内会議で{n}人に知らせました。",
            "{k}人で手分けし、{m}月{d}日に終えました。",
            "前回より{k}件減りました。",
        ],
    }
}

/// What follows.
#[must_use]
pub const fn follows(mark: Mark) -> &'static [&'static str] {
    match mark {
        Mark::Partial => &[
            "{m}月{d}日までに終えます。",
            "残りは{m}月中に確かめます。",
            "{m}月の課内会議で進み具合を見ます。",
            "係長が{m}月{d}日に確かめ直します。",
            "次の異動の前に済ませます。",
        ],
        Mark::NotImplemented => &[
            "{m}月に担当を決めます。",
            "来年度の予算で対応します。",
            "{m}月{d}日から始めます。",
            "部の中で{m}月に相談します。",
            "人手が足りず、{m}月以降になります。",
        ],
        Mark::ToBeConfirmed => &["{m}月中に答えを入れます。", "返事があり次第、答えます。"],
        Mark::Implemented | Mark::NotApplicable => &["", "記録は課の綴りにあります。"],
    }
}

/// Why the division returned a workbook.
pub const RETURNED: &str = "備考が短く、何が残っているのか分かりません。書き足してください。";
/// Why a department took its workbook back.
pub const REOPENED: &str = "確定の後に直したところがあるため、答えを改めます。";
/// What a remark is lengthened by after a workbook was returned.
pub const ADDED: &str = "残りの内訳は課の点検記録のとおりです。";

/// Returns why an item does not apply, from when it need not.
#[must_use]
pub fn reason(when: &str) -> String {
    format!("{when}に当たるため。")
}
