//! Problems of checklist files: what, where, and enough to tell what to do. Worded in `text`.

/// What kind of value a field takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Expected {
    /// Text in double quotes.
    Text,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// A list in square brackets.
    List,
    /// Fields in round brackets.
    Fields,
    /// A map in curly brackets.
    Map,
}

/// Which kind of identifier.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IdKind {
    /// An item, `Q…`.
    Item,
    /// A clause, `C…`.
    Clause,
    /// An article, `A…`.
    Article,
    /// A city, lower-case letters.
    City,
    /// A profile key.
    ProfileKey,
    /// A threat.
    Threat,
}

/// Where the reading of RON broke off.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SyntaxFault {
    /// A comma was expected.
    Comma,
    /// A colon was expected after a field's name.
    Colon,
    /// A closing square bracket was expected.
    ListEnd,
    /// A closing round bracket was expected.
    FieldsEnd,
    /// A field's name was expected.
    FieldName,
    /// A text is not closed, or holds a bad escape.
    Text,
    /// A comment is not closed.
    Comment,
    /// The file ends too early.
    EndOfFile,
    /// Something follows after the end.
    Trailing,
    /// Brackets are nested too deeply.
    Depth,
    /// A sign that cannot stand here, such as a full-width one.
    UnexpectedSign(char),
    /// Anything else, in the reader's own words.
    Other(String),
}

/// What is wrong.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ProblemKind {
    /// Not RON.
    Syntax(SyntaxFault),
    /// The file is not UTF-8.
    NotUtf8,
    /// The file is larger than is read.
    TooLarge,
    /// A needed file is absent.
    FileMissing,
    /// A field this place does not have; the names it has follow.
    UnknownField(String, Vec<&'static str>),
    /// A field is absent.
    MissingField(&'static str),
    /// A field stands twice.
    RepeatedField(String),
    /// A value of another kind was expected.
    WrongKind(Expected),
    /// A word that is none of those that follow.
    UnknownWord(String, Vec<&'static str>),
    /// A text is empty.
    EmptyText(&'static str),
    /// An identifier not of the form of its kind.
    BadId(IdKind, String),
    /// A city's identifier that is not the name of its file.
    IdNotFileName(String),
    /// An identifier used before, in the file and line that follow.
    DuplicateId(String, String, usize),
    /// A weight outside 1–3.
    WeightRange(i64),
    /// A number outside the range that follows.
    NumberRange(i64, i64, i64),
    /// Not a date of the form that follows.
    BadDate(String, &'static str),
    /// Not an applicability expression.
    BadExpression(String),
    /// A profile key that no question asks for.
    UnknownProfileKey(String),
    /// A profile key an item uses that this city does not ask.
    KeyNotAsked(String, String),
    /// A threat the policy does not name, in the item of the id that follows.
    UnknownThreat(String, String),
    /// A term the policy does not give, in the item or question of the id that follows.
    UnknownTerm(String, String),
    /// A setting the policy does not give, in the item or question of the id that follows.
    UnknownSetting(String, String),
    /// A placeholder that is neither a term nor a setting.
    BadPlaceholder(String),
    /// A clause names an item the bank does not hold.
    UnknownItem(String),
    /// A policy names an item twice.
    ItemTwice(String),
    /// A policy without any article.
    NoArticles,
    /// A leaf clause has no items.
    LeafWithoutItems(String),
    /// An item that no policy uses.
    UnusedItem(String),
    /// A tier without a name in the policy.
    TierUnnamed(&'static str),
    /// Not a national municipality code: six digits, the last one checking the others.
    BadMunicipalityCode(String),
    /// Grades that do not fall from best to worst and end at 0.
    GradeOrder,
    /// A cap that is no grade.
    UnknownGrade(String),
    /// A text with a sign that cannot be seen and no file keeps, such as NUL.
    ControlCharacter,
    /// A list or map of more entries than are read; the limit follows.
    TooMany(usize),
    /// A text of more characters than are read; the limit follows.
    TextTooLong(usize),
    /// A checklist that, its placeholders filled, is larger than is kept; the limit in MB follows.
    TooMuchText(usize),
    /// There are more problems than are told at once.
    MoreProblems,
}

impl ProblemKind {
    /// Returns the same with the texts taken from the file cut short enough to be repeated.
    #[must_use]
    pub fn shortened(mut self) -> Self {
        match &mut self {
            Self::UnknownField(text, _)
            | Self::RepeatedField(text)
            | Self::UnknownWord(text, _)
            | Self::BadId(_, text)
            | Self::IdNotFileName(text)
            | Self::DuplicateId(text, _, _)
            | Self::BadDate(text, _)
            | Self::BadExpression(text)
            | Self::UnknownProfileKey(text)
            | Self::BadPlaceholder(text)
            | Self::UnknownItem(text)
            | Self::ItemTwice(text)
            | Self::LeafWithoutItems(text)
            | Self::UnusedItem(text)
            | Self::BadMunicipalityCode(text)
            | Self::UnknownGrade(text)
            | Self::Syntax(SyntaxFault::Other(text)) => shorten(text),
            Self::KeyNotAsked(text, item)
            | Self::UnknownThreat(text, item)
            | Self::UnknownTerm(text, item)
            | Self::UnknownSetting(text, item) => {
                shorten(text);
                shorten(item);
            }
            Self::Syntax(_)
            | Self::NotUtf8
            | Self::TooLarge
            | Self::FileMissing
            | Self::MissingField(_)
            | Self::WrongKind(_)
            | Self::EmptyText(_)
            | Self::NoArticles
            | Self::WeightRange(_)
            | Self::NumberRange(..)
            | Self::TierUnnamed(_)
            | Self::GradeOrder
            | Self::TooMany(_)
            | Self::TextTooLong(_)
            | Self::ControlCharacter
            | Self::TooMuchText(_)
            | Self::MoreProblems => {}
        }
        self
    }
}

/// The longest text of a file that a problem repeats, in characters.
const REPEATED_MAX: usize = 100;

fn shorten(text: &mut String) {
    if let Some((at, _)) = text.char_indices().nth(REPEATED_MAX) {
        text.truncate(at);
        text.push_str("..");
    }
}

/// Where a problem is.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    /// The file, as it was named to the program.
    pub file: String,
    /// The line, from 1; 0 when the problem is about the whole file.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// How many characters are meant, at least 1.
    pub length: usize,
    /// The text of that line, of a long one the stretch round the column.
    pub excerpt: String,
    /// How many characters of the line stand before the excerpt.
    pub skipped: usize,
}

/// One problem.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What.
    pub kind: ProblemKind,
}

impl Problem {
    /// Returns whether the checklists cannot be used before this is mended. An item that no policy
    /// uses does no harm: a city may keep the whole bank beside its own map.
    #[must_use]
    pub const fn blocks(&self) -> bool {
        !matches!(self.kind, ProblemKind::UnusedItem(_))
    }
}
