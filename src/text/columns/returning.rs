//! The columns of the file in which the division says what departments are to correct.

use super::collection::{OUTLIER, fields};
use super::{Column, Content, DEPARTMENT, DEPARTMENT_CODE, RECEIPT};

/// What the division fills in. Only the codes, the receipt, the items and the reasons are read.
pub static RETURN: [Column; 10] = [
    DEPARTMENT_CODE,
    DEPARTMENT,
    RECEIPT,
    fields::ITEM_ID,
    fields::CITATION,
    fields::QUESTION,
    fields::MARK,
    fields::REMARK,
    Column::new(
        "found",
        "見つかったこと",
        "What deserves a look",
        Content::Word(OUTLIER),
    ),
    Column::new(
        "return_reason",
        "差戻しの理由",
        "Why it is returned",
        Content::Text,
    ),
];
