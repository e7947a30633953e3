//! Sentences, figures and tables on the page.

use super::chart::chart;
use super::markup::Markup;
use crate::report::document::{Block, Cell, Column, Key, Kind, Place, Table, Tone};
use crate::text::document::cells;

/// Writes a part of a section.
pub(super) fn block(out: &mut Markup, block: &Block) {
    match block {
        Block::Text(text) => out.element("p", &[], text),
        Block::Note(text) => out.element("p", &[("class", "note")], text),
        Block::List(heading, sentences) => list(out, heading, sentences),
        Block::Keys(all) => keys(out, all),
        Block::Chart(drawn) => chart(out, drawn),
        Block::Legend(tones) => legend(out, tones),
        Block::Table(table) if table.place == Place::Sheet => return,
        Block::Table(table) => whole(out, table),
    }
    out.end_line();
}

fn list(out: &mut Markup, heading: &str, sentences: &[String]) {
    out.element("h3", &[], heading);
    out.raw("<ul>");
    for sentence in sentences {
        out.element("li", &[], sentence);
    }
    out.raw("</ul>");
}

fn keys(out: &mut Markup, keys: &[Key]) {
    out.raw("<dl class=\"keys\">");
    for key in keys {
        out.raw("<div>");
        out.element("dt", &[], &key.label);
        out.raw("<dd>");
        out.element("b", &[], &key.value);
        out.element("span", &[], &key.beside);
        out.raw("</dd></div>");
    }
    out.raw("</dl>");
}

fn legend(out: &mut Markup, tones: &[Tone]) {
    out.raw("<ul class=\"legend\">");
    for tone in tones {
        out.raw("<li>");
        out.element("span", &[("class", class(tone))], tone.sign);
        out.text(&tone.words);
        out.raw("</li>");
    }
    out.raw("</ul>");
}

const fn class(tone: &Tone) -> &'static str {
    match tone.tone {
        0 => "h t0",
        1 => "h t1",
        2 => "h t2",
        _ => "h t3",
    }
}

fn whole(out: &mut Markup, table: &Table) {
    if table.rows.is_empty() && !table.nothing.is_empty() {
        out.element("h3", &[], &table.caption);
        out.element("p", &[], &table.nothing);
        return;
    }
    out.open("table", &[("class", table.id)]);
    out.element("caption", &[], &table.caption);
    out.raw("<thead><tr>");
    for column in &table.columns {
        let title = [
            ("scope", "col"),
            ("class", kind(column)),
            ("title", &column.full),
        ];
        let shown = if column.full == column.heading { 2 } else { 3 };
        out.element("th", title.get(..shown).unwrap_or(&title), &column.heading);
    }
    out.raw("</tr></thead><tbody>");
    for row in &table.rows {
        out.raw("\n<tr>");
        for (column, cell) in table.columns.iter().zip(row) {
            self::cell(out, column, cell);
        }
        out.raw("</tr>");
    }
    out.raw("</tbody></table>");
}

const fn kind(column: &Column) -> &'static str {
    match column.kind {
        Kind::Head => "head",
        Kind::Text => "text",
        Kind::Code => "code",
        Kind::Long => "long",
        Kind::Count | Kind::Score | Kind::Rate | Kind::Change => "number",
        Kind::Heat => "heat",
    }
}

fn cell(out: &mut Markup, column: &Column, cell: &Cell) {
    let mut class = kind(column);
    if let Cell::Heat(Some((_, tone))) = cell {
        class = self::class(tone);
    }
    let tag = if column.kind == Kind::Head {
        "th"
    } else {
        "td"
    };
    if tag == "th" {
        out.open(tag, &[("scope", "row"), ("class", class)]);
    } else {
        out.open(tag, &[("class", class)]);
    }
    match cell {
        Cell::Text(text) if column.kind == Kind::Head => head(out, text),
        Cell::Text(text) => out.text(text),
        Cell::Sign(sign, word) => {
            out.element("span", &[("class", "sign"), ("aria-hidden", "true")], sign);
            out.text(word);
        }
        Cell::Count(count) => out.text(&count.to_string()),
        Cell::Score(tenths) => out.text(&cells::score(*tenths)),
        Cell::Rate(rate) => {
            out.text(&cells::rate(*rate));
            if rate.denominator > 0 {
                out.element("small", &[], &cells::over(*rate));
            }
        }
        Cell::Change(tenths) => out.text(&cells::change(*tenths)),
        Cell::Heat(None) => out.text(cells::NO_VALUE),
        Cell::Heat(Some((tenths, tone))) => {
            out.element(
                "i",
                &[("role", "img"), ("aria-label", &tone.words)],
                tone.sign,
            );
            out.text(&cells::score(Some(*tenths)));
        }
        Cell::Hidden => out.text(cells::HIDDEN),
    }
    out.close(tag);
}

/// Writes the name of a row; one moved in stays so where it breaks.
fn head(out: &mut Markup, text: &str) {
    let name = text.trim_start_matches('\u{3000}');
    match text.chars().count() - name.chars().count() {
        0 => out.text(name),
        1 => out.element("div", &[("class", "in1")], name),
        _ => out.element("div", &[("class", "in2")], name),
    }
}
