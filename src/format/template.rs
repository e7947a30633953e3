//! Placeholders in item texts: `{term.mynumber}` and `{setting.id_removal_deadline}`.

use memchr::memchr;

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

/// Returns the parts of a template.
pub fn parts(template: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = template;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let Some(inside) = rest.strip_prefix('{') else {
            let end = memchr(b'{', rest.as_bytes()).unwrap_or(rest.len());
            let (text, after) = rest.split_at(end);
            rest = after;
            return Some(Part::Text(text));
        };
        let Some((inside, after)) = inside.split_once('}') else {
            rest = "";
            return Some(Part::Bad(inside));
        };
        rest = after;
        Some(match inside.split_once('.') {
            Some(("term", name)) if is_name(name) => Part::Term(name),
            Some(("setting", name)) if is_name(name) => Part::Setting(name),
            _ => Part::Bad(inside),
        })
    })
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
pub fn settings(template: &str) -> impl Iterator<Item = &str> {
    parts(template).filter_map(|part| match part {
        Part::Setting(name) => Some(name),
        _ => None,
    })
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
        let all = |text| parts(text).collect::<Vec<_>>();
        assert_eq!(
            all("a{term.x}b{setting.y_1}{oops}"),
            [
                Part::Text("a"),
                Part::Term("x"),
                Part::Text("b"),
                Part::Setting("y_1"),
                Part::Bad("oops"),
            ]
        );
        assert_eq!(all("a{term.X}"), [Part::Text("a"), Part::Bad("term.X")]);
        assert_eq!(all("a{b"), [Part::Text("a"), Part::Bad("b")]);
        assert_eq!(all("a{"), [Part::Text("a"), Part::Bad("")]);
        assert_eq!(all("{}}"), [Part::Bad(""), Part::Text("}")]);
        assert_eq!(all(""), []);
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
