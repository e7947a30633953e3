//! The shape of the command that takes out what was typed by mistake.

use clap::ValueEnum;

use crate::domain::record::{TextField, TypedField};

/// What to take out.
#[derive(clap::Args, Debug)]
pub struct RedactArgs {
    #[arg(long, value_name = "ID")]
    pub(crate) item: String,
    #[arg(long, value_enum)]
    pub(crate) field: FieldArg,
    #[arg(long, value_name = "REASON")]
    pub(crate) why: String,
    #[arg(long)]
    pub(crate) yes: bool,
}

/// A field of an item on the command line.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug)]
pub enum FieldArg {
    /// The remark.
    Remark,
    /// Why the item does not apply.
    Reason,
    /// Who approved that.
    Approver,
    /// The evidence.
    Evidence,
}

impl From<FieldArg> for TypedField {
    fn from(field: FieldArg) -> Self {
        match field {
            FieldArg::Remark => Self::Text(TextField::Remark),
            FieldArg::Reason => Self::Text(TextField::Reason),
            FieldArg::Approver => Self::Text(TextField::Approver),
            FieldArg::Evidence => Self::Evidence,
        }
    }
}
