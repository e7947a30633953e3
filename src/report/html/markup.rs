//! The only pen of the page: what it is given as text or as a value of an attribute is escaped,
//! and what cannot be seen is made visible first.

use crate::display::safe;

/// A page being written.
#[derive(Default, Debug)]
pub(super) struct Markup(String);

impl Markup {
    /// Writes our own markup as it is.
    pub(super) fn raw(&mut self, markup: &'static str) {
        self.0.push_str(markup);
    }

    /// Writes text; line ends stay.
    pub(super) fn text(&mut self, text: &str) {
        escape(&mut self.0, &safe::lines(text));
    }

    /// Opens an element.
    pub(super) fn open(&mut self, tag: &'static str, attributes: &[(&'static str, &str)]) {
        self.0.push('<');
        self.0.push_str(tag);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            escape(&mut self.0, &safe::line(value));
            self.0.push('"');
        }
        self.0.push('>');
    }

    /// Closes an element.
    pub(super) fn close(&mut self, tag: &'static str) {
        self.0.push_str("</");
        self.0.push_str(tag);
        self.0.push('>');
    }

    /// Writes an element with text in it.
    pub(super) fn element(
        &mut self,
        tag: &'static str,
        attributes: &[(&'static str, &str)],
        text: &str,
    ) {
        self.open(tag, attributes);
        self.text(text);
        self.close(tag);
    }

    /// Ends a line, so that two reports can be compared line by line.
    pub(super) fn end_line(&mut self) {
        self.0.push('\n');
    }

    /// Returns what was written.
    pub(super) fn into_string(self) -> String {
        self.0
    }
}

fn escape(out: &mut String, text: &str) {
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            sign => out.push(sign),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_written_by_others_becomes_markup() {
        let mut markup = Markup::default();
        let evil = "</td><script>alert('1')</script>\u{202e}\u{0}&amp;\n\"";
        markup.element("td", &[("title", evil)], evil);
        let written = markup.into_string();
        assert_eq!(written.matches('<').count(), 2);
        assert_eq!(written.matches('"').count(), 2);
        assert!(!written.contains(['\u{202e}', '\u{0}']));
        assert!(
            written.contains("&lt;script&gt;alert(&#39;1&#39;)") && written.contains("&amp;amp;")
        );
    }
}
