//! The departments of a training folder: invented names, the agency they belong to, and what their
//! profile says yes to.

use super::Agency::{self, Agriculture, Assembly, Audit, Education, Elections, Hospital, Mayor};

/// A department of a training folder.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Its code.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// The agency it belongs to.
    pub agency: Agency,
    /// The profile keys it answers with yes.
    pub yes: &'static str,
    /// Before or after the reorganisation.
    pub era: Era,
}

/// When a department exists.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Era {
    /// All the time.
    Always,
    /// Until the reorganisation.
    Before,
    /// From the reorganisation on, in the place of these.
    After(&'static [&'static str]),
}

/// What an office of papers and a few terminals says yes to.
const DESK: &str = "lgwan internet";
/// The same with contracts.
const BUYER: &str = "lgwan internet outsource";
/// An office at whose windows numbers of persons are worked with.
const WINDOW: &str = "mynumber lgwan internet outsource";
/// The same with a system of its own.
const OWNER: &str = "mynumber lgwan internet system outsource cloud";
/// The same without numbers of persons.
const KEEPER: &str = "lgwan internet system outsource cloud";
/// An office that is out in the open.
const PUBLIC: &str = "lgwan internet public_site outsource cloud sns";
/// An office with facilities that others run.
const HALLS: &str = "lgwan internet outsource designated";
/// The division.
const DIVISION: &str =
    "mynumber lgwan internet system public_site servers infra outsource cloud division";

const fn always(
    code: &'static str,
    name: &'static str,
    agency: Agency,
    yes: &'static str,
) -> Place {
    Place {
        code,
        name,
        agency,
        yes,
        era: Era::Always,
    }
}

const fn mayors(code: &'static str, name: &'static str, yes: &'static str, era: Era) -> Place {
    Place {
        code,
        name,
        agency: Mayor,
        yes,
        era,
    }
}

/// Every department, those of before the reorganisation too, in the order of the roster.
pub const PLACES: &[Place] = &[
    always("0110", "秘書広報課", Mayor, PUBLIC),
    always("0120", "総務法務課", Mayor, BUYER),
    always("0130", "職員課", Mayor, OWNER),
    always("0140", "情報推進課", Mayor, DIVISION),
    always("0150", "企画調整課", Mayor, BUYER),
    always("0160", "財政課", Mayor, DESK),
    always("0170", "財産活用課", Mayor, HALLS),
    always(
        "0180",
        "防災安全課",
        Mayor,
        "lgwan internet system servers outsource cloud sns special_posts",
    ),
    always("0210", "市民税課", Mayor, OWNER),
    always("0220", "資産税課", Mayor, WINDOW),
    always("0230", "収納推進課", Mayor, WINDOW),
    always("0240", "戸籍住民課", Mayor, OWNER),
    always("0250", "保険年金課", Mayor, WINDOW),
    mayors("0260", "地域振興課", HALLS, Era::Before),
    mayors("0261", "まちづくり協働課", HALLS, Era::After(&["0260"])),
    always("0270", "環境保全課", Mayor, BUYER),
    always("0280", "ごみ減量課", Mayor, BUYER),
    mayors("0310", "健康増進課", WINDOW, Era::Before),
    mayors("0315", "健康づくり課", OWNER, Era::After(&["0310", "0320"])),
    mayors("0320", "保健予防課", OWNER, Era::Before),
    mayors("0330", "子ども福祉課", WINDOW, Era::Before),
    mayors("0331", "子育て支援課", WINDOW, Era::After(&["0330"])),
    mayors("0332", "保育給付課", WINDOW, Era::After(&["0330"])),
    always("0340", "高齢福祉課", Mayor, WINDOW),
    always("0350", "障がい福祉課", Mayor, WINDOW),
    always("0360", "生活支援課", Mayor, OWNER),
    always("0410", "産業振興課", Mayor, PUBLIC),
    always("0420", "下水道整備課", Mayor, KEEPER),
    always("0425", "水道業務課", Mayor, KEEPER),
    always("0430", "道路管理課", Mayor, BUYER),
    always("0440", "都市計画課", Mayor, KEEPER),
    always("0450", "建築指導課", Mayor, BUYER),
    always("0490", "会計課", Mayor, DESK),
    always("0510", "教育総務課", Education, BUYER),
    always("0520", "学校教育課", Education, KEEPER),
    always("0530", "生涯学習課", Education, HALLS),
    always(
        "0540",
        "中央図書館",
        Education,
        "lgwan internet system public_site servers outsource cloud sns",
    ),
    always("0550", "学校給食課", Education, BUYER),
    always(
        "0610",
        "選挙管理委員会事務局",
        Elections,
        "lgwan internet outsource special_posts",
    ),
    always("0620", "監査委員事務局", Audit, "lgwan internet audit"),
    always(
        "0630",
        "農業委員会事務局",
        Agriculture,
        "lgwan internet special_posts",
    ),
    always(
        "0640",
        "議会総務課",
        Assembly,
        "lgwan internet public_site outsource special_posts",
    ),
    always("0710", "医療総務課", Hospital, KEEPER),
    always(
        "0720",
        "医事課",
        Hospital,
        "mynumber lgwan internet system servers outsource",
    ),
];

/// The department that hands in although the roster does not know it.
pub const STRANGER: Place = mayors("0990", "臨時給付金室", WINDOW, Era::Always);
