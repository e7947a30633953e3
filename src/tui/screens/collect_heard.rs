//! What collecting hears of its work, which is done beside the screens. It may come when something
//! else lies in front.

use std::sync::Arc;

use super::{Collect, Sealed, Stage};
use crate::collect::desk::Planned;
use crate::error::{Error, Result};
use crate::tui::model::{Model, OpenDesk};
use crate::tui::screens::{Screen, desk};

/// Returns collecting, wherever it stands: something may lie in front of it.
pub fn find(model: &mut Model) -> Option<&mut Collect> {
    model.screens.iter_mut().find_map(|screen| match screen {
        Screen::Collect(collect) => Some(&mut **collect),
        _ => None,
    })
}

/// Shows what collecting would give. A refusal leaves what was asked to be mended.
pub fn planned(model: &mut Model, result: Result<Box<Planned>>) {
    let words = &model.strings.board.collect.sealed;
    // Collecting is taken out while the model is looked at.
    let Some(at) = model
        .screens
        .iter()
        .position(|screen| matches!(screen, Screen::Collect(_)))
    else {
        return;
    };
    let Screen::Collect(mut collect) = model.screens.remove(at) else {
        return;
    };
    if let Stage::Reading(_, _, asked) = &mut collect.stage {
        let asked = asked.take();
        match result {
            Ok(planned) if !planned.sealed.is_empty() => {
                let (sealed, told) = Sealed::ask(planned, asked.map(|one| *one), words);
                collect.stage = Stage::Sealed(Box::new(sealed));
                if let Some(told) = told {
                    model.warn(told);
                }
            }
            Ok(planned) => collect.show(model, planned),
            Err(error) => {
                collect.stage = Stage::Ask;
                if let Some(mut asked) = asked {
                    asked.again();
                    collect.stage = Stage::Sealed(asked);
                }
                model.tell_error(&error);
            }
        }
    }
    model.screens.insert(at, Screen::Collect(collect));
}

/// Shows what was collected, unless something else lies in front: then it waits there.
pub fn collected(model: &mut Model, result: Result<(usize, Arc<OpenDesk>)>) {
    let in_front =
        model.overlays.is_empty() && matches!(model.screens.last(), Some(Screen::Collect(_)));
    let words = &model.strings.board.collect;
    match result {
        Ok((count, opened)) => {
            let folder = opened.folder.display().to_string();
            let text = (words.written)(count, &folder);
            if in_front {
                desk::show(model, opened);
            } else if let Some(collect) = find(model) {
                collect.stage = Stage::Done(opened, text.clone());
            }
            model.tell(text);
        }
        Err(error) => {
            if let Some(collect) = find(model) {
                collect.stage = Stage::Ask;
            }
            match error {
                Error::Stopped => model.tell(words.left),
                error => model.tell_error(&error),
            }
        }
    }
}
