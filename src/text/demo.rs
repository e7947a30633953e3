//! The words of training folders: departments, people, remarks, and what is told of the folder.

pub mod departments;
pub mod people;
pub mod readme;
pub mod remarks;

use std::path::Path;

use super::Lang;

/// The agencies departments of a training folder belong to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Agency {
    /// The mayor.
    Mayor,
    /// The board of education.
    Education,
    /// The election commission.
    Elections,
    /// The audit commissioners.
    Audit,
    /// The agricultural commission.
    Agriculture,
    /// The assembly.
    Assembly,
    /// Who runs the hospitals.
    Hospital,
}

impl Agency {
    /// Returns what cities call the agency; the first one a city has counts.
    #[must_use]
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Mayor => &["市長"],
            Self::Education => &["教育委員会"],
            Self::Elections => &["選挙管理委員会"],
            Self::Audit => &["監査委員"],
            Self::Agriculture => &["農業委員会"],
            Self::Assembly => &["議会局", "議会"],
            Self::Hospital => &["病院事業管理者"],
        }
    }
}

/// What a remark is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// What people know and promise.
    People,
    /// Who does what.
    Order,
    /// Documents and data.
    Assets,
    /// The tiers of the network.
    Tiers,
    /// Rooms and things in them.
    Rooms,
    /// Systems.
    Systems,
    /// What goes wrong.
    Events,
    /// Contractors and services.
    Partners,
    /// What is done about it afterwards.
    Review,
}

/// What earlier editions say in the place of [`THIS_YEAR`].
pub const IN_A_YEAR: &str = "この1年の間に";
/// What questions of the edition in force say.
pub const THIS_YEAR: &str = "今年度に";

/// The mark of a file copied in a file manager, behind the name.
pub const COPY: &str = " - コピー";

/// Returns the help of the command and its arguments, or of another one further on.
#[must_use]
pub fn help(lang: Lang, name: &str) -> &'static str {
    let (ja, en) = match name {
        "demo" => ("練習用のフォルダを作る", "Make a folder for training"),
        "place" => ("新しいフォルダ", "A new folder"),
        "city" => ("市の点検項目（odawara など）", "City, such as odawara"),
        "last_year" => ("三つの年度の最後", "The last of the three years"),
        "seed" => (
            "作り方の番号（同じ番号なら同じ中身）",
            "Another number gives another folder, the same one the same",
        ),
        _ => return "",
    };
    match lang {
        Lang::Ja => ja,
        Lang::En => en,
    }
}

/// What was put into a training folder, in numbers.
#[derive(Clone, Copy, Debug)]
pub struct Counts {
    /// The first of the years.
    pub first_year: i32,
    /// The last of the years.
    pub last_year: i32,
    /// Departments of the roster that exist in the last year.
    pub departments: usize,
    /// Workbooks.
    pub workbooks: usize,
    /// CSV files received.
    pub files: usize,
}

/// Tells what was made, and what to try next.
#[must_use]
pub fn made(lang: Lang, folder: &Path, city: &str, counts: Counts) -> Vec<String> {
    let Counts {
        first_year,
        last_year,
        departments,
        workbooks,
        files,
    } = counts;
    let place = folder.display();
    let [open, collect] = commands(folder, last_year);
    match lang {
        Lang::Ja => vec![
            format!(
                "練習用のフォルダ {place} を作りました（{city}、{first_year}〜{last_year}年度）。"
            ),
            format!("  departments.csv  所属の一覧（今ある所属は {departments}）"),
            format!("  answers/         点検票 {workbooks}件"),
            format!("  received/        取りまとめ部署に届いたファイル {files}個"),
            "中身はすべて作りものです。次の命令で試せます。".to_owned(),
            format!("  {open}"),
            format!("  {collect}"),
        ],
        Lang::En => vec![
            format!("Made the training folder {place} ({city}, {first_year}–{last_year})."),
            format!("  departments.csv  the roster ({departments} departments exist now)"),
            format!("  answers/         {workbooks} workbooks"),
            format!("  received/        {files} files that reached the division"),
            "Everything in it is invented. Try next:".to_owned(),
            format!("  {open}"),
            format!("  {collect}"),
        ],
    }
}

/// The two commands to try next: the screens, and the division's side.
fn commands(folder: &Path, year: i32) -> [String; 2] {
    let place = quoted(folder);
    let below = |part: &str| quoted(&folder.join(part));
    let received = |year: i32| below(&format!("received/{year}"));
    let (now, before) = (received(year), received(year - 1));
    [
        format!("tenken --folder {place}"),
        format!("tenken collect {now} --year {year} --previous {before} --folder {place}"),
    ]
}

/// Returns a path as a shell takes it.
fn quoted(path: &Path) -> String {
    let text = path.display().to_string();
    if text.contains([' ', '\u{3000}', '(', ')', '&']) {
        format!("\"{text}\"")
    } else {
        text
    }
}
