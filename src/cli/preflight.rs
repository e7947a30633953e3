//! Looks, before anything is drawn, whether the terminal can show the screens.

use super::Environment;
use crate::error::{Error, Result, Unfit};
use crate::platform::understands_escapes;

/// Tells why the screens cannot be shown here, if they cannot. `insisted` when the user said how
/// the terminal draws, and so has seen it drawing.
///
/// # Errors
///
/// [`Error::Unfit`].
pub(super) fn check(environment: &Environment, insisted: bool) -> Result<()> {
    if insisted {
        return Ok(());
    }
    if !understands_escapes() {
        return Err(Error::Unfit(Unfit::Lines));
    }
    match environment.kind.as_deref() {
        Some("dumb") => return Err(Error::Unfit(Unfit::Lines)),
        Some("linux") => return Err(Error::Unfit(Unfit::NoJapanese)),
        _ => {}
    }
    match environment.locale.as_deref().and_then(encoding) {
        Some(name) if !is_utf8(name) => Err(Error::Unfit(Unfit::Encoding(name.to_owned()))),
        _ => Ok(()),
    }
}

/// Returns the encoding of a locale such as `ja_JP.eucJP@modifier`; none when it names none.
fn encoding(locale: &str) -> Option<&str> {
    let (_, rest) = locale.split_once('.')?;
    rest.split('@').next()
}

fn is_utf8(name: &str) -> bool {
    name.eq_ignore_ascii_case("utf-8") || name.eq_ignore_ascii_case("utf8")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(kind: &str, locale: &str) -> Option<Unfit> {
        let environment = Environment {
            kind: Some(kind.to_owned()),
            locale: Some(locale.to_owned()),
            ..Environment::default()
        };
        match check(&environment, false) {
            Err(Error::Unfit(unfit)) => Some(unfit),
            _ => None,
        }
    }

    #[test]
    fn a_terminal_that_cannot_show_the_screens_is_told() {
        assert_eq!(said("xterm-256color", "ja_JP.UTF-8"), None);
        assert_eq!(said("xterm", "C"), None);
        assert_eq!(said("xterm", "ja_JP.utf8@x"), None);
        assert_eq!(said("dumb", "ja_JP.UTF-8"), Some(Unfit::Lines));
        assert_eq!(said("linux", "ja_JP.UTF-8"), Some(Unfit::NoJapanese));
        assert_eq!(
            said("xterm", "ja_JP.eucJP"),
            Some(Unfit::Encoding("eucJP".to_owned()))
        );
    }

    #[test]
    fn who_insists_is_believed() {
        let environment = Environment {
            kind: Some("linux".to_owned()),
            ..Environment::default()
        };
        assert!(check(&environment, true).is_ok());
    }
}
