//! A text in units: what one key moves over or deletes, with the cells it is drawn in, and the
//! stretches of one script. Knows nothing of lines.

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation as _};

use super::safe;
use super::width::Ruler;

/// What a reader takes for one character, as it lies in the text and as it is drawn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Unit {
    /// The first byte.
    pub start: usize,
    /// Just behind the last byte.
    pub end: usize,
    /// The cells its safe copy is drawn in.
    pub cells: usize,
}

impl Ruler {
    /// Returns the units of a text.
    pub fn units(self, text: &str) -> impl Iterator<Item = Unit> {
        text.grapheme_indices(true).map(move |(start, unit)| Unit {
            start,
            end: start + unit.len(),
            cells: self.drawn(unit),
        })
    }

    /// Returns the cells in which the safe copy of a text is drawn.
    #[must_use]
    pub fn cells_drawn(self, text: &str) -> usize {
        self.units(text).map(|unit| unit.cells).sum()
    }

    fn drawn(self, unit: &str) -> usize {
        let mut signs = unit.chars();
        match (signs.next(), signs.next()) {
            // Most of what is written is its own safe copy.
            (Some(' '..='~' | '\u{3000}'..='\u{30ff}' | '\u{4e00}'..='\u{9fff}'), None) => {
                self.cells(unit)
            }
            _ => self.cells(&safe::line(unit)),
        }
    }
}

/// Returns where the unit before a place begins.
#[must_use]
pub fn unit_before(text: &str, at: usize) -> usize {
    let before = GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0);
    before.ok().flatten().unwrap_or(0)
}

/// Returns where the unit after a place ends.
#[must_use]
pub fn unit_after(text: &str, at: usize) -> usize {
    let after = GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0);
    after.ok().flatten().unwrap_or(text.len())
}

/// Returns the first place between units at or behind a byte.
#[must_use]
pub fn boundary_from(text: &str, at: usize) -> usize {
    text.grapheme_indices(true)
        .map(|(start, _)| start)
        .find(|&start| start >= at)
        .unwrap_or(text.len())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Blank,
    LineEnd,
    Kanji,
    Hiragana,
    Katakana,
    Latin,
    Digit,
    Other,
}

/// Returns where the stretch before a place begins: blanks first, then all of one script.
#[must_use]
pub fn stretch_before(text: &str, at: usize) -> usize {
    let before = scripts(text.get(..at).unwrap_or_default());
    let mut units = before.iter().rev().peekable();
    let mut start = at;
    while let Some((place, _)) = units.next_if(|(_, script)| *script == Script::Blank) {
        start = *place;
    }
    let wanted = units.peek().map(|(_, script)| *script);
    while let Some((place, script)) = units.next_if(|(_, script)| Some(*script) == wanted) {
        start = *place;
        if *script == Script::LineEnd {
            break;
        }
    }
    start
}

/// Returns where the stretch after a place begins: behind all of one script and the blanks there.
#[must_use]
pub fn stretch_after(text: &str, at: usize) -> usize {
    let all = scripts(text);
    let mut units = all.iter().skip_while(|(place, _)| *place < at).peekable();
    let first = units.peek().map(|(_, script)| *script);
    let alike = |script: Script| Some(script) == first && script != Script::Blank;
    let mut lines = 0;
    while let Some((_, script)) = units.next_if(|(_, script)| alike(*script) && lines == 0) {
        lines += usize::from(*script == Script::LineEnd);
    }
    // A line that begins with blanks is entered at its beginning.
    while lines == 0
        && units
            .next_if(|(_, script)| *script == Script::Blank)
            .is_some()
    {}
    units.next().map_or(text.len(), |(place, _)| *place)
}

fn scripts(text: &str) -> Vec<(usize, Script)> {
    let mut found: Vec<(usize, Script)> = Vec::new();
    for (place, unit) in text.grapheme_indices(true) {
        let sign = unit.chars().next().unwrap_or(' ');
        let script = match (sign, found.last()) {
            // The long vowel belongs to the kana before it.
            ('\u{30fc}', Some((_, Script::Hiragana))) => Script::Hiragana,
            _ => script(sign),
        };
        found.push((place, script));
    }
    found
}

fn script(sign: char) -> Script {
    match sign {
        '\n' | '\r' => Script::LineEnd,
        '\u{3005}'..='\u{3007}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' => Script::Kanji,
        '\u{3041}'..='\u{309f}' => Script::Hiragana,
        // The dot between names divides.
        '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}' => Script::Katakana,
        '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}' => Script::Katakana,
        sign if sign.is_whitespace() => Script::Blank,
        sign if sign.is_numeric() => Script::Digit,
        sign if sign.is_alphabetic() || sign == '_' => Script::Latin,
        _ => Script::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the text with a bar wherever a jump to the right stops.
    fn stops(text: &str) -> String {
        let mut shown = String::new();
        let mut at = 0;
        while at < text.len() {
            let next = stretch_after(text, at);
            shown.push_str(text.get(at..next).unwrap());
            shown.push('|');
            at = next;
        }
        shown
    }

    #[test]
    fn stretches_are_of_one_script() {
        assert_eq!(
            stops("個人番号をサーバーから12月にABC部へ、渡す。"),
            "個人番号|を|サーバー|から|12|月|に|ABC|部|へ|、|渡|す|。|"
        );
        assert_eq!(
            stops("らーめん ｶﾞｽ　１２３ is\n\n  in"),
            "らーめん |ｶﾞｽ　|１２３ |is|\n|\n|  |in|"
        );
        assert_eq!(stops("佐々木・スミス𠮷野"), "佐々木|・|スミス|𠮷野|");
    }

    #[test]
    fn the_way_back_stops_at_beginnings() {
        let text = "個人番号 を\n消す";
        let mut at = text.len();
        let mut found = Vec::new();
        while at > 0 {
            at = stretch_before(text, at);
            found.push(text.get(at..).unwrap());
        }
        assert_eq!(
            found,
            ["す", "消す", "\n消す", "を\n消す", "個人番号 を\n消す"]
        );
    }

    #[test]
    fn a_unit_is_measured_as_it_is_drawn() {
        for (text, cells) in [
            ("か\u{3099}", 2),
            ("ｶﾞ", 2),
            ("葛\u{e0100}", 2),
            ("\u{e000}", 2),
            ("\u{200b}", 0),
            ("𠮷", 2),
        ] {
            let found: Vec<Unit> = Ruler::Narrow.units(text).collect();
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].cells, cells, "{text}");
        }
    }
}
