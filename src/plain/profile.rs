//! The questions about the department: they decide which items cannot apply.

use super::Talk;
use super::book::Book;
use super::choice::Choice;
use super::desk::Step;
use crate::domain::action;
use crate::domain::progress::asked;

#[derive(Clone, Copy)]
enum Reply {
    Yes,
    No,
    Stop,
}

impl Talk<'_> {
    /// Asks the questions one after the other; an empty line keeps what was answered.
    pub(super) fn profile(&mut self, book: &mut Book) -> Step {
        let words = self.desk.words();
        let strings = self.strings();
        self.desk.begin(strings.titles.profile)?;
        self.desk.say(strings.profile.intro)?;
        self.desk.say(strings.profile.done_hint)?;
        let questions = book.checklist.questions.clone();
        for (index, question) in questions.iter().enumerate() {
            let now = book.workbook.profile(&question.key);
            let title = (words.profile_question)(index + 1, questions.len(), &question.question);
            self.desk.begin(&title)?;
            self.desk.say_all(question.note.as_ref())?;
            let keys = &strings.keys;
            let choices = [
                Choice::new(1, keys.yes.text, Reply::Yes).recorded(now == Some(true)),
                Choice::new(2, keys.no.text, Reply::No).recorded(now == Some(false)),
                Choice::named(0, words.back, Reply::Stop),
            ];
            let answer = match self.desk.choose(&choices, words.profile_hint)? {
                None => continue,
                Some(Reply::Stop) => break,
                Some(Reply::Yes) => true,
                Some(Reply::No) => false,
            };
            let outcome = action::profile(&book.workbook, &question.key, Some(answer));
            self.commit(book, outcome)?;
        }
        let asked = asked(&book.checklist, &book.workbook).len();
        self.desk
            .say(&(strings.profile.asked)(asked, book.checklist.items.len()))
    }
}
