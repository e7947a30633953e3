//! The Japanese words of sealing.

use super::SealWords;
use crate::format::sealing::{KeyFault, OpenFault, PASSPHRASE_MIN, PassphraseFault};

pub(super) const GIVEN_KEY: &str = "指定した鍵";

pub(super) const WORDS: SealWords = SealWords {
    seal: "暗号化",
    seal_hint: "暗号化すると、なくしても中を読まれません。← → で選びます。",
    choices: ["しない", "取りまとめ部署の鍵で", "パスフレーズで"],
    key: "鍵",
    key_hint: "取りまとめ部署の、公開の鍵のファイルです。age1 で始まる鍵も使えます。",
    key_found: "取りまとめ部署の鍵が見つかったので、選んであります。",
    first: "パスフレーズ",
    first_hint: "8字以上です。ことばを三つほど並べます。ファイルとは別の方法で伝えます。",
    again: "もう一度",
    again_hint: "もう一度、同じものを入れます。どこにも残らないので、控えてください。",
    by_key: "暗号化しました。取りまとめ部署の秘密の鍵でだけ開けます。",
    by_passphrase: "暗号化しました。パスフレーズは、ファイルとは別の方法で伝えてください。",
};

pub(super) const IN_THE_WAY: (&str, &str) = (
    "同じ名前のファイルがもうあります。",
    "上書きはしません。別の名前か、別の場所にしてください。",
);

pub(super) const KEY_MADE: [&str; 5] = [
    "鍵の組を作りました。",
    "秘密の鍵",
    "届いたファイルを開く鍵です。取りまとめ部署の外に出さないでください。なくすと、だれにも開けません。控えを安全な場所に残してください。",
    "公開の鍵",
    "暗号化に使う鍵です。各課に配ってください。人に見られてもかまいません。division.pub の名前で作業フォルダに置くと、書き出しの画面が見つけます。",
];

pub(super) const SECRET_COMMENT: &str =
    "秘密の鍵。届いた点検票を開きます。取りまとめ部署の外に出さないでください。";
pub(super) const PUBLIC_COMMENT: &str =
    "公開の鍵。点検票の暗号化に使います。各課に配ってください。";

pub(super) fn open_fault(fault: OpenFault) -> (String, &'static str) {
    match fault {
        OpenFault::NotSealed => (
            "暗号化したファイルではありません。".to_owned(),
            "名前が .age で終わる、もらったままのファイルを指定してください。",
        ),
        OpenFault::WrongKey => (
            "この鍵では開けません。".to_owned(),
            "どの鍵で暗号化したか、提出した課に聞いてください。ファイルの始めが書き換わったときも、こうなります。",
        ),
        OpenFault::WrongPassphrase => (
            "このパスフレーズでは開けません。".to_owned(),
            "大文字と小文字、全角と半角を確かめてください。ファイルの始めが書き換わったときも、こうなります。",
        ),
        OpenFault::TakesPassphrase => (
            "鍵ではなく、パスフレーズで暗号化してあります。".to_owned(),
            "パスフレーズで開いてください。コマンドでは --passphrase か --passphrase-file を付けます。",
        ),
        OpenFault::TakesKey => (
            "パスフレーズではなく、鍵で暗号化してあります。".to_owned(),
            "秘密の鍵で開いてください。コマンドでは --identity で、鍵のファイルを指定します。",
        ),
        OpenFault::TakesSomething => (
            "暗号化してあります。".to_owned(),
            "秘密の鍵かパスフレーズで開いてください。コマンドでは --identity か --passphrase を付けます。",
        ),
        OpenFault::Altered => (
            "中身が書き換わっているか、終わりが欠けています。".to_owned(),
            "提出した課から、もう一度もらってください。",
        ),
        OpenFault::TooMuchWork(work) => (
            format!("開くのに長すぎる計算（2の{work}乗）を求めています。"),
            "このプログラムで作ったファイルではありません。提出した課に確かめてください。",
        ),
    }
}

pub(super) fn key_fault(fault: KeyFault) -> (String, &'static str) {
    match fault {
        KeyFault::None => (
            "鍵が書かれていません。".to_owned(),
            "鍵のファイルかどうか、確かめてください。",
        ),
        KeyFault::Line(line) => (
            format!("{line}行目は、使える鍵ではありません。"),
            "取りまとめ部署からもらったままのファイルか、確かめてください。",
        ),
        KeyFault::SecretGiven => (
            "秘密の鍵です。暗号化には使えません。".to_owned(),
            "名前が .pub で終わる、公開の鍵を指定してください。秘密の鍵は取りまとめ部署だけのものです。",
        ),
        KeyFault::PublicGiven => (
            "公開の鍵です。開くには秘密の鍵が要ります。".to_owned(),
            "名前が .pub で終わらないほうのファイルを指定してください。",
        ),
        KeyFault::TooMany(most) => (
            format!("鍵が多すぎます。使えるのは{most}個までです。"),
            "要らない鍵の行を消してください。",
        ),
    }
}

pub(super) fn passphrase_fault(fault: PassphraseFault) -> (String, &'static str) {
    match fault {
        PassphraseFault::TooShort => (
            format!("パスフレーズは{PASSPHRASE_MIN}字以上にしてください。"),
            "短いと、拾った人が順に試して開けてしまいます。ことばを三つほど並べると、長くても覚えられます。",
        ),
        PassphraseFault::Differs => (
            "二つのパスフレーズが違います。".to_owned(),
            "もう一度、同じものを二回入れてください。",
        ),
        PassphraseFault::NoTerminal => (
            "パスフレーズを聞ける端末がありません。".to_owned(),
            "--passphrase-file で、パスフレーズを書いたファイルを指定してください。",
        ),
        PassphraseFault::GivenUp => (
            "パスフレーズを入れずに、やめました。".to_owned(),
            "何も書いていません。",
        ),
    }
}
