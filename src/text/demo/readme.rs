//! The text that lies in a training folder and says what it is.

use super::Lang;

/// Returns the name and the content of the file. Lines end as the oldest editors want them.
#[must_use]
pub fn file(lang: Lang, city: &str, year: i32, seed: u64) -> (&'static str, String) {
    let (name, text) = match lang {
        Lang::Ja => ("読んでください.txt", japanese(city, year, seed)),
        Lang::En => ("README.txt", english(city, year, seed)),
    };
    (name, format!("\u{feff}{}", text.replace('\n', "\r\n")))
}

fn japanese(city: &str, year: i32, seed: u64) -> String {
    let (last, first) = (year - 1, year - 2);
    format!(
        "練習用のフォルダです（{city}、{first}〜{year}年度、seed {seed}）。

所属も、人の名前も、回答も、すべて作りものです。実際の市の状況ではありません。
何を変えても、消しても構いません。要らなくなったら、フォルダごと消してください。

  departments.csv   所属の一覧です。{year}年4月1日に、統合・分割・改称がありました。
  answers/年度/     各課の点検票です。課が自分の端末に持っているものを、一つに集めてあります。
  received/年度/    取りまとめ部署に届いたファイルです。課ごとに集計と回答の二つがあります。

received/{year}/ には、直すところのあるファイルが混ざっています。届いていない課もあります。
取りまとめる人が、実際に出会うことの多いものです。どれなのか、探してみてください。

  tenken                       点検票を画面で開きます。
  tenken collect received/{year} --year {year} --previous received/{last}
                               届いたファイルを集め、collected/ に表を作ります。

二つとも、このフォルダの中で実行します。
"
    )
}

fn english(city: &str, year: i32, seed: u64) -> String {
    let (last, first) = (year - 1, year - 2);
    format!(
        "A folder for training ({city}, {first}-{year}, seed {seed}).

Departments, people and answers are all invented and say nothing about the real city.
Change or delete what you like; when it is no longer needed, delete the whole folder.

  departments.csv    the roster; departments were merged, split and renamed on 1 April {year}.
  answers/YEAR/      the departments' workbooks, which would lie on their own machines.
  received/YEAR/     the files that reached the division: a summary and answers of each department.

Among received/{year}/ there are files with something wrong, and some departments handed in nothing:
what a division meets in fact. See whether you find them.

  tenken                       opens the workbooks on the screens
  tenken collect received/{year} --year {year} --previous received/{last}
                               collects the files; the tables go to collected/

Run both inside this folder.
"
    )
}
