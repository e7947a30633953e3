//! Invented names of people and their posts.

/// Family names.
pub const FAMILIES: &[&str] = &[
    "青山", "石井", "市川", "上田", "内藤", "遠藤", "大森", "岡本", "小野", "片山", "加藤", "川口",
    "菊地", "木村", "久保", "小林", "斉藤", "坂本", "佐野", "柴田", "島村", "杉山", "関口", "高木",
    "竹内", "田村", "千葉", "土屋", "中島", "永井", "西川", "野口", "長谷", "原田", "平野", "福田",
    "藤本", "星野", "前田", "松下", "三浦", "宮本", "村上", "森田", "安田", "山根", "横山", "吉川",
    "和田", "渡部",
];

/// Given names.
pub const GIVEN: &[&str] = &[
    "明子",
    "一郎",
    "恵美",
    "修",
    "和也",
    "香織",
    "清",
    "久美子",
    "健一",
    "幸子",
    "聡",
    "静香",
    "正",
    "千春",
    "敏夫",
    "直樹",
    "典子",
    "浩",
    "博美",
    "誠",
    "真由美",
    "実",
    "美穂",
    "裕子",
    "陽介",
    "義男",
    "理恵",
    "亮",
];

/// A family name that a spreadsheet's old encoding does not know.
pub const RARE_FAMILY: &str = "𠮷田";

/// Posts of those who fill in.
pub const CLERKS: &[&str] = &["係長", "主査", "主任", "副主幹"];

/// Who approves that a critical item does not apply.
pub const APPROVER: &str = "情報セキュリティ責任者（部長）";

/// Returns the post of a department's head.
#[must_use]
pub fn head(department: &str) -> &'static str {
    if department.ends_with("事務局") {
        "事務局長"
    } else if department.ends_with("図書館") {
        "館長"
    } else if department.ends_with('室') {
        "室長"
    } else {
        "課長"
    }
}
