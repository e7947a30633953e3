//! Charts, drawn as SVG. Each bears its title and description, and every value stands in words
//! beside what is drawn; fills differ in pattern, so that they can be told apart without colour.

use super::markup::Markup;
use crate::display::width::Ruler;
use crate::report::document::{Bar, Chart, ChartKind, Fill, Share, YearPoint};

/// The width of a drawing, in units.
const WIDTH: u32 = 720;
/// Where bars begin and end.
const BEGIN: u32 = 340;
const END: u32 = 660;
/// How far bars stand below each other.
const ROW: u32 = 17;
/// The widest label, in cells; a cell is about 6 units.
const LABEL: usize = 54;

/// Draws a chart.
pub(super) fn chart(out: &mut Markup, chart: &Chart) {
    out.raw("<figure>");
    out.element("figcaption", &[], &chart.title);
    let height = match &chart.kind {
        ChartKind::Bars(bars) => 22 + ROW * length(bars.len()),
        ChartKind::Shares(shares) => 8 + 26 * length(shares.len()),
        ChartKind::Years(_) => 190,
    };
    let view = format!("0 0 {WIDTH} {height}");
    out.open("svg", &[("viewBox", &view), ("role", "img")]);
    out.element("title", &[], &chart.title);
    out.element("desc", &[], &chart.description);
    match &chart.kind {
        ChartKind::Bars(bars) => self::bars(out, bars, height),
        ChartKind::Shares(shares) => self::shares(out, shares),
        ChartKind::Years(points) => years(out, points),
    }
    out.close("svg");
    if let ChartKind::Shares(shares) = &chart.kind {
        legend(out, shares);
    }
    out.element("p", &[("class", "note")], &chart.description);
    out.raw("</figure>");
}

const PATTERNS: &str = "<defs>\
<pattern id=\"striped\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"ground\" d=\"M0 0h6v6H0z\"/><path class=\"ink\" d=\"M0 0h2.4v6H0z\"/></pattern>\
<pattern id=\"dotted\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><path class=\"ground\" d=\"M0 0h5v5H0z\"/><circle class=\"ink\" cx=\"2.5\" cy=\"2.5\" r=\"1.1\"/></pattern>\
<pattern id=\"crossed\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path class=\"ground\" d=\"M0 0h6v6H0z\"/><path class=\"line\" d=\"M0 0l6 6M6 0l-6 6\"/></pattern>\
</defs>";

fn length(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX / 64)
}

fn at(tenths: u32) -> u32 {
    BEGIN + (END - BEGIN) * tenths.min(1_000) / 1_000
}

/// Writes text at a place.
fn label(out: &mut Markup, (x, y): (u32, u32), class: &str, text: &str) {
    let (x, y) = (x.to_string(), y.to_string());
    out.element("text", &[("x", &x), ("y", &y), ("class", class)], text);
}

fn rect(out: &mut Markup, (x, y): (u32, u32), (width, height): (u32, u32), class: &str) {
    let [x, y, width, height] = [x, y, width, height].map(|size| size.to_string());
    out.open(
        "rect",
        &[
            ("x", &x),
            ("y", &y),
            ("width", &width),
            ("height", &height),
            ("class", class),
        ],
    );
    out.close("rect");
}

fn path(out: &mut Markup, class: &str, data: &str) {
    out.open("path", &[("class", class), ("d", data)]);
    out.close("path");
}

fn bars(out: &mut Markup, bars: &[Bar], height: u32) {
    for points in [0, 25, 50, 75, 100] {
        let x = at(points * 10);
        path(out, "grid", &format!("M{x} 16V{height}"));
        label(out, (x, 10), "axis middle", &points.to_string());
    }
    for (row, bar) in bars.iter().enumerate() {
        let y = 18 + ROW * length(row);
        let indent = 12 * length(bar.depth);
        let room = LABEL.saturating_sub(2 * bar.depth);
        let class = if bar.depth == 0 { "strong" } else { "" };
        label(out, (indent, y + 12), class, &shortened(&bar.label, room));
        if let Some(tenths) = bar.tenths {
            rect(out, (BEGIN, y + 3), (at(tenths) - BEGIN, 10), "full");
        }
        if let Some(before) = bar.before {
            let x = at(before);
            path(out, "halo", &format!("M{x} {}v15", y + 1));
            path(out, "before", &format!("M{x} {}v15", y + 1));
        }
        label(out, (WIDTH, y + 12), "value end", &bar.value);
    }
}

fn shortened(text: &str, cells: usize) -> String {
    let ruler = Ruler::Wide;
    if ruler.cells(text) <= cells {
        return text.to_owned();
    }
    ruler.truncate(text, cells)
}

const fn fill(fill: Fill) -> &'static str {
    match fill {
        Fill::Full => "full",
        Fill::Striped => "striped",
        Fill::Dark => "dark",
        Fill::Dotted => "dotted",
        Fill::Crossed => "crossed",
        Fill::Empty => "empty",
    }
}

fn shares(out: &mut Markup, shares: &[Share]) {
    // There is one such chart: names of patterns must not stand twice on a page.
    out.raw(PATTERNS);
    let begin = 90;
    for (row, share) in shares.iter().enumerate() {
        let y = 4 + 26 * length(row);
        label(out, (0, y + 15), "strong", &share.label);
        let whole: u64 = share.parts.iter().map(|part| part.1).sum();
        let mut before = 0;
        for (_, size, pattern) in &share.parts {
            let edge = |sum: u64| {
                let room = u64::from(WIDTH - begin) * sum / whole.max(1);
                begin + u32::try_from(room).unwrap_or(0)
            };
            let (from, to) = (edge(before), edge(before + size));
            before += size;
            if to > from {
                rect(out, (from, y), (to - from, 20), fill(*pattern));
            }
        }
    }
}

fn legend(out: &mut Markup, shares: &[Share]) {
    out.raw("<table class=\"shares\"><thead><tr><td></td>");
    let first = shares.first().map_or(&[][..], |share| &share.parts);
    for (name, _, pattern) in first {
        out.raw("<th scope=\"col\"><svg viewBox=\"0 0 12 12\" aria-hidden=\"true\">");
        rect(out, (1, 1), (10, 10), fill(*pattern));
        out.raw("</svg>");
        out.text(name);
        out.raw("</th>");
    }
    out.raw("</tr></thead><tbody>");
    for share in shares {
        out.raw("<tr>");
        out.element("th", &[("scope", "row")], &share.label);
        for (_, size, _) in &share.parts {
            out.element("td", &[("class", "number")], &size.to_string());
        }
        out.raw("</tr>");
    }
    out.raw("</tbody></table>");
}

/// The years from left to right; the axis begins at a round number below the lowest score.
fn years(out: &mut Markup, points: &[YearPoint]) {
    let (top, bottom) = (20, 140);
    let scores = points.iter().filter_map(|point| point.tenths);
    let lowest = scores.min().unwrap_or(0);
    let from = lowest.saturating_sub(100) / 100 * 100;
    let height = |tenths: u32| bottom - (bottom - top) * (tenths - from) / (1_000 - from).max(1);
    let mut line = from;
    while line <= 1_000 {
        let y = height(line);
        path(out, "grid", &format!("M60 {y}H700"));
        label(out, (52, y + 4), "axis end", &(line / 10).to_string());
        line += 100;
    }
    let step = 640 / length(points.len()).max(1);
    let mut data = String::new();
    let mut is_first = true;
    for (index, point) in points.iter().enumerate() {
        let x = 60 + step / 2 + step * length(index);
        label(out, (x, bottom + 20), "middle strong", &point.label);
        label(out, (x, bottom + 38), "middle quiet", &point.beside);
        let Some(tenths) = point.tenths else {
            is_first = true;
            label(out, (x, bottom - 8), "middle", &point.value);
            continue;
        };
        let y = height(tenths);
        data.push_str(&format!("{}{x} {y}", if is_first { 'M' } else { 'L' }));
        is_first = false;
    }
    path(out, "trend", &data);
    for (index, point) in points.iter().enumerate() {
        if let Some(tenths) = point.tenths {
            let x = 60 + step / 2 + step * length(index);
            let y = height(tenths);
            let (x_text, y_text) = (x.to_string(), y.to_string());
            out.open(
                "circle",
                &[
                    ("cx", &x_text),
                    ("cy", &y_text),
                    ("r", "4"),
                    ("class", "full"),
                ],
            );
            out.close("circle");
            label(out, (x, y.saturating_sub(9)), "middle value", &point.value);
        }
    }
}
