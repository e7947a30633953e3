//! Kana in Latin letters, so that what is typed without an input method is found as well. Hepburn and
//! Kunrei spellings are made alike; a text half-typed stays the beginning of the whole.

use super::search::folded;

/// Kana of two signs and of one, in the spelling everything is led back to.
const KANA: &[(&str, &str)] = &[
    ("きゃ", "kya"),
    ("きゅ", "kyu"),
    ("きょ", "kyo"),
    ("しゃ", "sya"),
    ("しゅ", "syu"),
    ("しょ", "syo"),
    ("しぇ", "sye"),
    ("ちゃ", "tya"),
    ("ちゅ", "tyu"),
    ("ちょ", "tyo"),
    ("ちぇ", "tye"),
    ("にゃ", "nya"),
    ("にゅ", "nyu"),
    ("にょ", "nyo"),
    ("ひゃ", "hya"),
    ("ひゅ", "hyu"),
    ("ひょ", "hyo"),
    ("みゃ", "mya"),
    ("みゅ", "myu"),
    ("みょ", "myo"),
    ("りゃ", "rya"),
    ("りゅ", "ryu"),
    ("りょ", "ryo"),
    ("ぎゃ", "gya"),
    ("ぎゅ", "gyu"),
    ("ぎょ", "gyo"),
    ("じゃ", "zya"),
    ("じゅ", "zyu"),
    ("じょ", "zyo"),
    ("じぇ", "zye"),
    ("ぢゃ", "zya"),
    ("ぢゅ", "zyu"),
    ("ぢょ", "zyo"),
    ("びゃ", "bya"),
    ("びゅ", "byu"),
    ("びょ", "byo"),
    ("ぴゃ", "pya"),
    ("ぴゅ", "pyu"),
    ("ぴょ", "pyo"),
    ("ふぁ", "ha"),
    ("ふぃ", "hi"),
    ("ふぇ", "he"),
    ("ふぉ", "ho"),
    ("てぃ", "ti"),
    ("でぃ", "zi"),
    ("うぃ", "wi"),
    ("うぇ", "we"),
    ("あ", "a"),
    ("い", "i"),
    ("う", "u"),
    ("え", "e"),
    ("お", "o"),
    ("か", "ka"),
    ("き", "ki"),
    ("く", "ku"),
    ("け", "ke"),
    ("こ", "ko"),
    ("さ", "sa"),
    ("し", "si"),
    ("す", "su"),
    ("せ", "se"),
    ("そ", "so"),
    ("た", "ta"),
    ("ち", "ti"),
    ("つ", "tu"),
    ("て", "te"),
    ("と", "to"),
    ("な", "na"),
    ("に", "ni"),
    ("ぬ", "nu"),
    ("ね", "ne"),
    ("の", "no"),
    ("は", "ha"),
    ("ひ", "hi"),
    ("ふ", "hu"),
    ("へ", "he"),
    ("ほ", "ho"),
    ("ま", "ma"),
    ("み", "mi"),
    ("む", "mu"),
    ("め", "me"),
    ("も", "mo"),
    ("や", "ya"),
    ("ゆ", "yu"),
    ("よ", "yo"),
    ("ら", "ra"),
    ("り", "ri"),
    ("る", "ru"),
    ("れ", "re"),
    ("ろ", "ro"),
    ("わ", "wa"),
    ("を", "o"),
    ("ん", "n"),
    ("が", "ga"),
    ("ぎ", "gi"),
    ("ぐ", "gu"),
    ("げ", "ge"),
    ("ご", "go"),
    ("ざ", "za"),
    ("じ", "zi"),
    ("ず", "zu"),
    ("ぜ", "ze"),
    ("ぞ", "zo"),
    ("だ", "da"),
    ("ぢ", "zi"),
    ("づ", "zu"),
    ("で", "de"),
    ("ど", "do"),
    ("ば", "ba"),
    ("び", "bi"),
    ("ぶ", "bu"),
    ("べ", "be"),
    ("ぼ", "bo"),
    ("ぱ", "pa"),
    ("ぴ", "pi"),
    ("ぷ", "pu"),
    ("ぺ", "pe"),
    ("ぽ", "po"),
    ("ぁ", "xa"),
    ("ぃ", "xi"),
    ("ぅ", "xu"),
    ("ぇ", "xe"),
    ("ぉ", "xo"),
    ("ゃ", "xya"),
    ("ゅ", "xyu"),
    ("ょ", "xyo"),
    ("ゔ", "vu"),
];

/// Other spellings and what they are led back to, in this order. A spelling is also met while it is
/// being typed: `sh` is the beginning of what is written `sy` or `si` here.
const SPELLINGS: &[(&str, &str)] = &[
    ("n'", "n"),
    ("tch", "tty"),
    ("cch", "tty"),
    ("ssh", "ssy"),
    ("ch", "ty"),
    ("cy", "ty"),
    ("sh", "sy"),
    ("ts", "t"),
    ("jy", "zy"),
    ("j", "zy"),
    ("syi", "si"),
    ("tyi", "ti"),
    ("zyi", "zi"),
    ("f", "h"),
    ("wo", "o"),
    ("du", "zu"),
    ("di", "zi"),
    ("thi", "ti"),
    ("dhi", "zi"),
    ("mb", "nb"),
    ("mm", "nm"),
    ("mp", "np"),
];

/// Returns a text for comparing by its sound: kana in Latin letters, spellings made alike, long
/// vowel signs left out. Kanji stay as they are.
#[must_use]
pub fn sound(text: &str) -> String {
    let folded = folded(text);
    let mut rest = folded.as_str();
    let mut letters = String::new();
    // A small tsu doubles the consonant that follows.
    let mut doubled = false;
    loop {
        let known = KANA.iter().find_map(|(kana, part)| {
            let after = rest.strip_prefix(kana)?;
            Some((*part, after))
        });
        let mut signs = rest.chars();
        let Some(sign) = signs.next() else { break };
        match (sign, known) {
            ('っ', _) => doubled = true,
            // The long vowel sign, and how it is typed.
            ('ー' | '-', _) => {}
            (_, Some((part, after))) => {
                if std::mem::take(&mut doubled) {
                    letters.extend(part.chars().next());
                }
                letters.push_str(part);
                rest = after;
                continue;
            }
            (other, None) => letters.push(other),
        }
        rest = signs.as_str();
    }
    alike(&letters)
}

fn alike(letters: &str) -> String {
    let mut letters = letters.to_owned();
    for (spelling, plain) in SPELLINGS {
        letters = letters.replace(spelling, plain);
    }
    // A long vowel may be typed twice, and n as well.
    let mut short = String::with_capacity(letters.len());
    for sign in letters.chars() {
        if !("aiueon".contains(sign) && short.ends_with(sign)) {
            short.push(sign);
        }
    }
    short
}

/// Tells whether a text sounds as if it held what was typed, the last syllable perhaps half-typed.
#[must_use]
pub fn sounds_like(text: &str, wanted: &str) -> bool {
    // The beginning of a syllable of two kana is a syllable of its own in Latin letters.
    let bare = |text: &str| folded(text).replace('ー', "");
    if bare(text).contains(&bare(wanted)) {
        return true;
    }
    let wanted = sound(wanted);
    let text = sound(text);
    if wanted.is_empty() || text.contains(&wanted) {
        return true;
    }
    // The beginning of shi, chi and ji, which are written si, ti and zi here.
    wanted
        .strip_suffix('y')
        .or_else(|| wanted.strip_suffix('c'))
        .is_some_and(|begun| {
            let begun = if wanted.ends_with('c') {
                format!("{begun}t")
            } else {
                begun.to_owned()
            };
            text.contains(&begun)
        })
}

/// Tells whether kana within a text are read as what was typed in Latin letters or kana. Kanji are
/// not read, and a single letter would be everywhere.
#[must_use]
pub fn reads_like(text: &str, typed: &str) -> bool {
    let typed = sound(typed);
    typed.len() > 1 && typed.chars().all(char::is_alphabetic) && sound(text).contains(&typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hepburn_kunrei_and_kana_are_one() {
        for (kana, spellings) in [
            ("けんさく", &["kensaku", "kennsaku", "ＫＥＮＳＡＫＵ"][..]),
            ("しゃしん", &["shashin", "syasin", "syasinn"]),
            ("かっこ", &["kakko"]),
            ("いっち", &["itchi", "icchi", "itti"]),
            ("ざっし", &["zasshi", "zassi"]),
            ("じゅんび", &["junbi", "jumbi", "zyunbi", "jyunnbi"]),
            ("つづける", &["tsuzukeru", "tuzukeru", "tudukeru"]),
            ("ファイル", &["fairu"]),
            ("ふくむ", &["fukumu", "hukumu"]),
            ("メニュー", &["menyu-", "menyuu", "menyu", "めにゅ"]),
            ("こんにち", &["konnichi", "konniti", "kon'nichi"]),
            ("ほんや", &["honya", "hon'ya", "honnya"]),
            ("ちょうせい", &["ち", "ちょ", "chousei"]),
            ("ひとつまえにもどす", &["modosu", "hitotsu", "もどす"]),
            ("ちょうひょう", &["chouhyou", "tyouhyou"]),
            ("ディスク", &["disuku", "dhisuku"]),
        ] {
            for spelling in spellings {
                assert!(sounds_like(kana, spelling), "{kana} {spelling}");
            }
        }
        assert!(!sounds_like("けんさく", "kensyu"));
        assert!(!sounds_like("ほぞん", "もどす"));
    }

    #[test]
    fn every_beginning_of_a_word_finds_it() {
        for (kana, spelling) in [
            ("しょるい", "shorui"),
            ("しるし", "shirushi"),
            ("ちゃくしゅ", "chakushu"),
            ("ちいき", "chiiki"),
            ("じしん", "jishin"),
            ("つぎ", "tsugi"),
            ("きょうつう", "kyoutsuu"),
            ("ぜんたい", "zenntai"),
        ] {
            let mut begun = String::new();
            for sign in spelling.chars() {
                begun.push(sign);
                assert!(sounds_like(kana, &begun), "{kana} {begun}");
            }
        }
    }

    #[test]
    fn every_kana_has_letters_of_its_own_kind() {
        for (kana, letters) in KANA {
            assert_eq!(sound(kana), *letters, "{kana}");
        }
    }
}
