//! Placeholders in item texts: `{term.mynumber}` and `{setting.id_removal_deadline}`.

/// A stretch of a template.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part<'a> {
    /// Plain text.
    Text(&'a str),
    /// A term of the city.
    Term(&'a str),
    /// A named setting of the policy.
    Setting(&'a str),
    /// Something in braces that is neither.
    Bad(&'a str),
}

/// Splits a template into its parts.
#[must_use]
pub fn parts(template: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        if !before.is_empty() {
            parts.push(Part::Text(before));
        }
        let Some((inside, tail)) = after.split_once('}') else {
            parts.push(Part::Bad(after));
            return parts;
        };
        parts.push(match inside.split_once('.') {
            Some(("term", name)) if is_name(name) => Part::Term(name),
            Some(("setting", name)) if is_name(name) => Part::Setting(name),
            _ => Part::Bad(inside),
        });
        rest = tail;
    }
    if !rest.is_empty() {
        parts.push(Part::Text(rest));
    }
    parts
}

/// The sign put behind a value that is only a proposal.
pub const PROVISIONAL_SIGN: &str = "※";

/// Fills a template. `term` and `setting` return the words, and for a setting whether it is only
/// a proposal; what they do not know stays as it is written.
#[must_use]
pub fn fill(
    template: &str,
    term: impl Fn(&str) -> Option<String>,
    setting: impl Fn(&str) -> Option<(String, bool)>,
) -> String {
    let mut filled = String::with_capacity(template.len());
    for part in parts(template) {
        match part {
            Part::Text(text) => filled.push_str(text),
            Part::Term(name) => match term(name) {
                Some(words) => filled.push_str(&words),
                None => filled.push_str(&format!("{{term.{name}}}")),
            },
            Part::Setting(name) => match setting(name) {
                Some((words, provisional)) => {
                    filled.push_str(&words);
                    if provisional {
                        filled.push_str(PROVISIONAL_SIGN);
                    }
                }
                None => filled.push_str(&format!("{{setting.{name}}}")),
            },
            Part::Bad(inside) => filled.push_str(&format!("{{{inside}}}")),
        }
    }
    filled
}

/// Returns the names of the settings a template uses.
#[must_use]
pub fn settings(template: &str) -> Vec<&str> {
    parts(template)
        .into_iter()
        .filter_map(|part| match part {
            Part::Setting(name) => Some(name),
            _ => None,
        })
        .collect()
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_split_into_parts() {
        assert_eq!(
            parts("a{term.x}b{setting.y_1}{oops}"),
            [
                Part::Text("a"),
                Part::Term("x"),
                Part::Text("b"),
                Part::Setting("y_1"),
                Part::Bad("oops"),
            ]
        );
        assert_eq!(parts("a{term.X}"), [Part::Text("a"), Part::Bad("term.X")]);
        assert_eq!(parts("a{b"), [Part::Text("a"), Part::Bad("b")]);
    }

    #[test]
    fn a_proposed_value_is_marked() {
        let filled = fill(
            "{term.a}を{setting.b}に",
            |_| Some("端末".into()),
            |_| Some(("3か月".into(), true)),
        );
        assert_eq!(filled, "端末を3か月※に");
    }
}
