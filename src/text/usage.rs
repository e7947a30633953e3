//! What is wrong with a command line, in words.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::Lang;

/// Returns what is wrong with a command line, in Japanese; none where the library's own words
/// serve: in English, and for help and version.
#[must_use]
pub fn error(lang: Lang, error: &clap::Error) -> Option<Vec<String>> {
    // A command of commands without one is answered with its help, which is in Japanese already.
    let is_help = error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    if lang == Lang::En || !error.use_stderr() || is_help {
        return None;
    }
    let argument = context(error, ContextKind::InvalidArg);
    let value = context(error, ContextKind::InvalidValue);
    let what = match error.kind() {
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
            format!("{argument} に値がありません。")
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("{argument} に「{value}」は使えません。")
        }
        ErrorKind::UnknownArgument => format!("「{argument}」という指定はありません。"),
        ErrorKind::InvalidSubcommand => {
            let name = context(error, ContextKind::InvalidSubcommand);
            format!("「{name}」という命令はありません。")
        }
        ErrorKind::MissingRequiredArgument => format!("足りない指定があります: {argument}"),
        ErrorKind::ArgumentConflict => {
            let other = context(error, ContextKind::PriorArg);
            format!("{argument} と {other} は一緒に使えません。")
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("{argument} の値の数が違います。")
        }
        ErrorKind::InvalidUtf8 => "文字として読めない指定があります。".to_owned(),
        _ => "命令の書き方が違います。".to_owned(),
    };
    let valid = context(error, ContextKind::ValidValue);
    let mut lines = vec![what];
    if !valid.is_empty() {
        lines.push(format!("使えるもの: {valid}"));
    }
    let usage = context(error, ContextKind::Usage);
    if let Some((_, usage)) = usage.split_once(':') {
        lines.push(format!("書き方: {}", usage.trim()));
    }
    lines.push("詳しくは --help を付けて実行してください。".to_owned());
    Some(lines)
}

fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join("、"),
        Some(ContextValue::StyledStr(text)) => text.to_string(),
        Some(ContextValue::StyledStrs(texts)) => {
            let texts: Vec<String> = texts.iter().map(ToString::to_string).collect();
            texts.join("、")
        }
        Some(ContextValue::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
