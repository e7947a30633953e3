//! A report as one page: its own style, charts drawn in it, no script, nothing from a network.
//! Made for A4 paper; the handling mark stands on every sheet.

mod blocks;
mod chart;
mod markup;
pub mod slip;

use markup::Markup;

use super::document::Document;

const STYLE: &str = include_str!("html/style.css");
/// Says to the browser itself that nothing is loaded and nothing run.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// Begins a page, up to what is shown.
fn begun(language: &str, title: &str, style: &'static str) -> Markup {
    let mut out = Markup::default();
    out.raw("<!DOCTYPE html>\n");
    out.open("html", &[("lang", language)]);
    out.raw("\n<head>\n<meta charset=\"utf-8\">\n");
    out.open(
        "meta",
        &[
            ("http-equiv", "Content-Security-Policy"),
            ("content", POLICY),
        ],
    );
    out.raw("\n<meta name=\"viewport\" content=\"width=device-width\">\n");
    out.element("title", &[], title);
    out.raw("\n<style>\n");
    out.raw(style);
    out.raw("</style>\n</head>\n<body>\n");
    out
}

/// Returns the page.
#[must_use]
pub fn page(document: &Document) -> String {
    let title = format!("{} {}", document.subject, document.title);
    let mut out = begun(document.language, &title, STYLE);
    // A table's head is repeated on every sheet by every browser; nothing else is.
    out.raw("<table class=\"sheets\" role=\"presentation\"><thead><tr><td>");
    out.open("div", &[("class", "running")]);
    out.element("b", &[("class", "mark")], &document.mark);
    out.element("span", &[], &document.foot);
    out.close("div");
    out.raw("</td></tr></thead><tbody><tr><td>\n");
    cover(&mut out, document);
    out.raw("<main>\n");
    for (index, section) in document.sections.iter().enumerate() {
        let class = if section.own_page { "own" } else { "" };
        out.open("section", &[("id", section.id), ("class", class)]);
        let number = format!("{}　{}", index + 1, section.heading);
        out.element("h2", &[], &number);
        out.end_line();
        for block in &section.blocks {
            blocks::block(&mut out, block);
        }
        out.close("section");
        out.end_line();
        if index == 0 {
            contents(&mut out, document);
        }
    }
    out.raw("</main>\n</td></tr></tbody></table>\n</body>\n</html>\n");
    out.into_string()
}

fn cover(out: &mut Markup, document: &Document) {
    out.raw("<header>");
    out.element("p", &[("class", "subject")], &document.subject);
    out.element("h1", &[], &document.title);
    out.open("p", &[("class", "about")]);
    out.element("span", &[], &document.made);
    out.element("b", &[("class", "mark")], &document.mark);
    out.element("span", &[], &document.mark_meaning);
    out.close("p");
    out.raw("</header>\n");
}

fn contents(out: &mut Markup, document: &Document) {
    out.open("nav", &[("aria-label", &document.contents)]);
    out.element("b", &[], &document.contents);
    out.raw("<ol>");
    for section in &document.sections {
        let target = format!("#{}", section.id);
        out.raw("<li>");
        out.element("a", &[("href", &target)], &section.heading);
        out.raw("</li>");
    }
    out.raw("</ol></nav>\n");
}
