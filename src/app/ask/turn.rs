//! Answering in turn, with a digit for each question: the cursor goes on by itself once no second digit can follow. A `1` waits,
//! because `10` may be meant: the next digit decides. Any that cannot belong to it answers the next question.

use super::{Questions, Upshot};
use crate::app::action::{Action, Stroke};

impl Questions {
    /// What a key does where questions are answered one behind the other.
    pub fn act_in_turn(&mut self, action: Action) -> Upshot {
        match action {
            Action::Accept => {
                let taken = match &self.field {
                    Some(_) => self.take_field(),
                    None => Upshot::Moved,
                };
                if !matches!(taken, Upshot::Refused(_)) {
                    self.step_cursor(Action::Down);
                }
                taken
            }
            Action::Write(Stroke::Insert(digit)) if self.field.is_none() => {
                if !self.typed.is_empty() && !self.takes(digit) {
                    self.step_cursor(Action::Down);
                }
                let upshot = self.act(action);
                if upshot == Upshot::Changed && !self.takes('0') {
                    self.step_cursor(Action::Down);
                }
                upshot
            }
            _ => self.act(action),
        }
    }

    /// Whether a digit can follow those that were typed into the number under the cursor.
    fn takes(&self, digit: char) -> bool {
        let most = self.current().and_then(|row| row.ask.most());
        let both: Option<u32> = format!("{}{digit}", self.typed).parse().ok();
        let is_begun = self.typed.chars().any(|digit| digit != '0');
        is_begun && both.zip(most).is_some_and(|(both, most)| both <= most)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Ask, Question, Value};
    use super::*;
    use crate::training::journal::{Answer, Sign, Unit};

    const ASKS: [Ask; 4] = [Ask::JointPain, Ask::Sleep, Ask::Recovery, Ask::Sign];

    fn typed(digits: &str) -> (Vec<Option<u32>>, usize) {
        let mut questions = Questions::new(ASKS.map(Question::open).to_vec(), Unit::Kg);
        for digit in digits.chars() {
            questions.act_in_turn(Action::Write(Stroke::Insert(digit)));
        }
        let rows = questions.rows.iter().take(3);
        let numbers = rows.map(|row| row.answer.given().and_then(Value::number));
        (numbers.collect(), questions.at)
    }

    #[test]
    fn a_digit_answers_and_the_cursor_goes_on() {
        assert_eq!(typed("076"), (vec![Some(0), Some(7), Some(6)], 3));
    }

    #[test]
    fn a_one_waits_for_what_may_follow() {
        assert_eq!(typed("1"), (vec![Some(1), None, None], 0));
        assert_eq!(typed("10"), (vec![Some(10), None, None], 1));
        assert_eq!(typed("17"), (vec![Some(1), Some(7), None], 2));
        assert_eq!(typed("110"), (vec![Some(1), Some(10), None], 2));
    }

    #[test]
    fn enter_ends_the_wait() {
        let mut questions = Questions::new(ASKS.map(Question::open).to_vec(), Unit::Kg);
        questions.act_in_turn(Action::Write(Stroke::Insert('1')));
        questions.act_in_turn(Action::Accept);
        questions.act_in_turn(Action::Write(Stroke::Insert('0')));
        let numbers = questions.rows.iter().map(|row| row.answer.given().cloned());
        let expected = [Some(Value::Number(1)), Some(Value::Number(0)), None, None];
        assert_eq!(numbers.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_nought_says_that_there_are_no_signs_and_no_other_digit_names_one() {
        let mut questions = Questions::new(vec![Question::open(Ask::Sign)], Unit::Kg);
        let mut press = |digit| {
            questions.act_in_turn(Action::Write(Stroke::Insert(digit)));
            questions.rows.first().map(|row| row.answer.clone())
        };
        assert_eq!(press('6'), Some(Answer::Missing));
        assert_eq!(press('0'), Some(Answer::Given(Value::Sign(Sign::None))));
    }
}
