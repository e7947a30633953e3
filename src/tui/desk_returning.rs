//! What the screen of return slips asks of files.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};

use crate::collect::compared::Compared;
use crate::collect::return_slips::{self, Made, Order};
use crate::collect::returns::{How, places, proposals};
use crate::domain::checklist::Checklist;
use crate::error::{Error, Result};
use crate::format::csv_decode::BYTES_MAX;
use crate::format::returns::template;
use crate::report::slip::Pages;
use crate::store::folder::Folder;
use crate::store::{merging, returning};
use crate::text::columns::Header;
use crate::text::{Lang, returning as words};
use crate::tui::effect::{Msg, Page, ReturnOrder};
use crate::tui::model::OpenDesk;

/// Makes the slips, and tells which; of a table of items first how many there will be.
pub(super) fn write(
    folder: &Folder,
    desk: Arc<OpenDesk>,
    order: Box<ReturnOrder>,
    setting: (&[Checklist], Lang, DateTime<FixedOffset>),
) -> Msg {
    match made(folder, &desk, &order, setting) {
        Ok(Asked::Page(page)) => Msg::ReturnsMade(Ok(page)),
        Ok(Asked::Counted(numbers)) => Msg::ReturnsCounted(numbers, desk, order),
        Err(error) => Msg::ReturnsMade(Err(error)),
    }
}

/// What became of an order.
enum Asked {
    Page(Page),
    Counted((usize, usize)),
}

fn made(
    folder: &Folder,
    desk: &OpenDesk,
    order: &ReturnOrder,
    (checklists, lang, now): (&[Checklist], Lang, DateTime<FixedOffset>),
) -> Result<Asked> {
    let disk = folder.disk();
    let titles = &lang.strings().board.returns;
    let items = order
        .items
        .as_deref()
        .map(|path| merging::meant(folder, path));
    let wishes = items.as_deref();
    let wishes = wishes.map(|path| disk.read_at_most(path, BYTES_MAX as u64));
    let wishes = wishes.transpose()?;
    let collection = &desk.board.collection;
    let to = folder.root().join(&order.to);
    let wanted = Order {
        how: How {
            lang,
            by: &order.by,
            date: &now.date_naive().to_string(),
            due: &order.due,
        },
        wishes: wishes.as_deref(),
        only: &[],
        to: &to,
    };
    if !order.is_sure
        && wishes.is_some()
        && let Some(numbers) = return_slips::count(collection, wanted)
    {
        return Ok(Asked::Counted(numbers));
    }
    let pages = Pages::of(collection, checklists, lang);
    let made = return_slips::write(disk, collection, wanted, |one, name| {
        pages.of_slip(one, name)
    })?;
    Ok(Asked::Page(match made {
        Made::Written(mut slips) => {
            for slip in &mut slips.written {
                for path in [&mut slip.files.page, &mut slip.files.file] {
                    *path = below(folder, path);
                }
            }
            let mut lines = words::made(lang, &slips);
            if !slips.overtaken.is_empty() {
                lines.push(words::overtaken(lang, &slips.overtaken));
            }
            Page {
                title: titles.made.to_owned(),
                lines,
            }
        }
        Made::Refused(problems) => Page {
            title: titles.refused.to_owned(),
            lines: words::refusal(lang, &below(folder, &items.unwrap_or_default()), &problems),
        },
    }))
}

/// Writes a table of items that might be returned; tells where, and how many rows it has.
pub(super) fn propose(
    folder: &Folder,
    desk: &OpenDesk,
    to: &Path,
    lang: Lang,
) -> Result<(PathBuf, usize)> {
    let collection = &desk.board.collection;
    let found = proposals(&Compared::of(collection), &places(collection), lang);
    let bytes = template(&found, Header::Ja).map_err(|error| Error::Bug(error.to_string()))?;
    let path = returning::write_proposals(folder.disk(), &folder.root().join(to), &bytes)?;
    Ok((below(folder, &path), found.len()))
}

/// A path as people call it who work in the folder.
fn below(folder: &Folder, path: &Path) -> PathBuf {
    path.strip_prefix(folder.root()).unwrap_or(path).to_owned()
}
