//! A return slip as one page for A4: its own style, no script, nothing from a network.

use super::begun;
use super::markup::Markup;
use crate::report::slip::{Item, Slip};

const STYLE: &str = include_str!("slip.css");

/// Returns the page.
#[must_use]
pub fn page(slip: &Slip) -> String {
    let words = slip.words;
    let title = format!("{}　{}", words.title, slip.to);
    let mut out = begun(words.language, &title, STYLE);
    out.raw("<main>\n<header>");
    out.open("p", &[("class", "line")]);
    out.element("b", &[("class", "mark")], &slip.mark);
    out.element("span", &[], &slip.subject);
    out.close("p");
    out.element("h1", &[], words.title);
    out.element("p", &[("class", "to")], &slip.to);
    out.raw("</header>\n<dl>");
    for (label, value) in &slip.about {
        out.raw("<div>");
        out.element("dt", &[], label);
        out.element("dd", &[], value);
        out.raw("</div>");
    }
    out.raw("</dl>\n");
    if !slip.whole.is_empty() {
        out.element("h2", &[], words.whole);
        out.raw("<ul>");
        for reason in &slip.whole {
            out.element("li", &[], reason);
        }
        out.raw("</ul>\n");
    }
    out.element("h2", &[], words.steps);
    out.raw("<ol>");
    for step in &slip.steps {
        out.element("li", &[], step);
    }
    out.raw("</ol>\n");
    out.element("p", &[("class", "note")], words.note);
    out.end_line();
    if !slip.items.is_empty() {
        items(&mut out, slip);
    }
    out.raw("</main>\n</body>\n</html>\n");
    out.into_string()
}

fn items(out: &mut Markup, slip: &Slip) {
    let words = slip.words;
    out.element("h2", &[], &(words.items)(slip.items.len()));
    out.raw("<table><thead><tr>");
    for heading in words.columns {
        out.element("th", &[("scope", "col")], heading);
    }
    out.raw("</tr></thead><tbody>");
    for (index, item) in slip.items.iter().enumerate() {
        out.raw("\n<tr>");
        out.element("td", &[("class", "number")], &(index + 1).to_string());
        row(out, slip, item);
        out.raw("</tr>");
    }
    out.raw("</tbody></table>\n");
}

fn row(out: &mut Markup, slip: &Slip, item: &Item) {
    let or_none = |text: &str| -> String {
        if text.trim().is_empty() {
            slip.words.none.to_owned()
        } else {
            text.to_owned()
        }
    };
    let [citation, id] = &item.place;
    out.open("td", &[("class", "place")]);
    out.text(citation);
    out.element("small", &[], id);
    out.close("td");
    out.element("td", &[], &or_none(&item.question));
    let [sign, word] = &item.mark;
    out.open("td", &[("class", "answer")]);
    out.element("b", &[], &or_none(sign));
    out.element("small", &[], word);
    out.close("td");
    out.element("td", &[], &or_none(&item.remark));
    out.element("td", &[("class", "why")], &item.reason);
}
