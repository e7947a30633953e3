//! A paste that arrives as key presses, as on Windows, where the terminal has no other way to send
//! one. Nobody types two characters without a pause, so what arrives that way was pasted: a digit in
//! it answers no question, and a line end in it decides nothing.

use std::io;
use std::time::Duration;

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// A gap that ends what arrives without a pause; once it is a paste, the terminal may take a breath.
const PAUSE: Duration = Duration::from_millis(5);
const BREATH: Duration = Duration::from_millis(30);

/// Reads what the terminal sends next: an event, or on Windows all that arrive without a pause.
///
/// # Errors
///
/// An error of the terminal, which is gone then.
pub fn read() -> io::Result<Vec<Event>> {
    let mut batch = vec![event::read()?];
    if !cfg!(windows) {
        return Ok(batch);
    }
    // What is no key, such as a mouse that moves on and on, ends it.
    while batch
        .last()
        .is_some_and(|event| matches!(event, Event::Key(_)))
        && event::poll(if written(&batch) > 1 { BREATH } else { PAUSE })?
    {
        batch.push(event::read()?);
    }
    Ok(joined(batch))
}

/// Makes one paste of each run of characters in a batch that arrived without a pause.
#[must_use]
pub fn joined(batch: Vec<Event>) -> Vec<Event> {
    let mut events = Vec::new();
    let mut run: Vec<(char, Event)> = Vec::new();
    for event in batch {
        match (&event, sign(&event)) {
            (_, Some(sign)) => run.push((sign, event)),
            // The release of a key between two presses is no pause.
            (Event::Key(key), None) if key.kind == KeyEventKind::Release => {}
            _ => {
                close(&mut run, &mut events);
                events.push(event);
            }
        }
    }
    close(&mut run, &mut events);
    events
}

fn close(run: &mut Vec<(char, Event)>, events: &mut Vec<Event>) {
    // A held Tab is no text.
    if run.len() > 1 && run.iter().any(|(sign, _)| *sign != '\t') {
        events.push(Event::Paste(run.drain(..).map(|(sign, _)| sign).collect()));
    } else {
        events.extend(run.drain(..).map(|(_, event)| event));
    }
}

fn written(batch: &[Event]) -> usize {
    batch.iter().filter_map(sign).count()
}

/// Returns the character a key press would write; Enter, with Ctrl as well, writes a line end.
fn sign(event: &Event) -> Option<char> {
    let Event::Key(KeyEvent {
        code,
        modifiers,
        kind: KeyEventKind::Press | KeyEventKind::Repeat,
        ..
    }) = event
    else {
        return None;
    };
    let control = modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
    match code {
        KeyCode::Char(sign) if !control => Some(*sign),
        KeyCode::Enter if !modifiers.contains(KeyModifiers::ALT) => Some('\n'),
        KeyCode::Tab if !control => Some('\t'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(code: KeyCode, modifiers: KeyModifiers) -> [Event; 2] {
        let mut release = KeyEvent::new(code, modifiers);
        release.kind = KeyEventKind::Release;
        [
            Event::Key(KeyEvent::new(code, modifiers)),
            Event::Key(release),
        ]
    }

    fn plain(code: KeyCode) -> [Event; 2] {
        pressed(code, KeyModifiers::NONE)
    }

    fn typed(text: &str) -> Vec<Event> {
        text.chars()
            .flat_map(|sign| match sign {
                '\n' => pressed(KeyCode::Enter, KeyModifiers::CONTROL),
                '\t' => plain(KeyCode::Tab),
                'Ａ' => pressed(KeyCode::Char(sign), KeyModifiers::SHIFT),
                sign => plain(KeyCode::Char(sign)),
            })
            .collect()
    }

    #[test]
    fn what_arrives_without_a_pause_is_one_paste() {
        for text in ["１\n2\t三", "日本", "\n\n", "1\n", "Ａb"] {
            assert_eq!(joined(typed(text)), [Event::Paste(text.to_owned())]);
        }
    }

    #[test]
    fn keys_stay_keys() {
        for event in [
            plain(KeyCode::Char('1')),
            plain(KeyCode::Enter),
            plain(KeyCode::Tab),
        ] {
            assert_eq!(joined(event.to_vec()), event[..1]);
        }
        let keys = [
            plain(KeyCode::Down),
            plain(KeyCode::Enter),
            pressed(KeyCode::Char('s'), KeyModifiers::CONTROL),
            plain(KeyCode::Char('1')),
        ];
        let presses: Vec<Event> = keys.iter().map(|[press, _]| press.clone()).collect();
        let found = joined(keys.concat());
        let found: Vec<Event> = found
            .into_iter()
            .filter(|event| !matches!(event, Event::Key(key) if key.kind == KeyEventKind::Release))
            .collect();
        assert_eq!(found, presses);
    }

    #[test]
    fn a_paste_among_other_events_keeps_its_place() {
        let mut batch = typed("ab");
        batch.push(Event::Resize(80, 24));
        batch.extend(typed("cd"));
        let paste = |text: &str| Event::Paste(text.to_owned());
        assert_eq!(
            joined(batch),
            [paste("ab"), Event::Resize(80, 24), paste("cd")]
        );
    }
}
