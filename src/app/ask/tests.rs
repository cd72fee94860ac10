//! Rows of questions under the keys that they are answered with.

use super::*;

fn rows() -> Questions {
    let ask = [
        Ask::Reps { planned: 12 },
        Ask::Load,
        Ask::Reserve,
        Ask::Note,
    ];
    Questions::new(ask.map(Question::open).to_vec(), Unit::Kg)
}

fn typed(questions: &mut Questions, text: &str) {
    for letter in text.chars() {
        questions.act(Action::Write(Stroke::Insert(letter)));
    }
}

#[test]
fn digits_make_one_number_as_long_as_it_is_within_the_limit() {
    let mut questions = rows();
    let shown = |questions: &Questions| questions.rows[0].answer.value().and_then(Value::number);
    typed(&mut questions, "1");
    assert_eq!(shown(&questions), Some(1));
    typed(&mut questions, "2");
    assert_eq!(shown(&questions), Some(12));
    typed(&mut questions, "7");
    assert_eq!(shown(&questions), Some(7), "127 is too many: begun anew");
    questions.act(Action::Write(Stroke::Erase));
    assert_eq!(questions.rows[0].answer, Answer::Missing);
}

#[test]
fn a_digit_on_the_load_opens_its_field_and_enter_reads_it() {
    let mut questions = rows();
    questions.act(Action::Down);
    typed(&mut questions, "62.5");
    assert!(questions.takes_text());
    assert_eq!(questions.act(Action::Accept), Upshot::Changed);
    assert_eq!(
        questions
            .answer(Ask::Load)
            .and_then(Answer::value)
            .map(Value::to_string),
        Some("62.5 kg".to_owned())
    );
}

#[test]
fn what_cannot_be_read_stays_in_the_field_with_a_sentence() {
    let mut questions = rows();
    questions.act(Action::Load);
    typed(&mut questions, "heavy");
    let Upshot::Refused(why) = questions.act(Action::Accept) else {
        panic!("it was taken");
    };
    assert!(why.contains("write"), "{why}");
    assert!(questions.takes_text());
}

#[test]
fn enter_confirms_what_was_assumed_and_leaves_open_what_is_missing() {
    let mut questions = rows();
    questions.rows[2].answer = Answer::Assumed(Value::Number(2));
    assert_eq!(questions.act(Action::Accept), Upshot::Accepted);
    assert_eq!(questions.rows[2].answer, Answer::Given(Value::Number(2)));
    assert_eq!(questions.rows[1].answer, Answer::Missing);
}

#[test]
fn letters_are_text_only_while_a_field_is_open() {
    let mut questions = rows();
    let letter = Action::Write(Stroke::Insert('n'));
    assert_eq!(questions.act(letter), Upshot::NotMine);
    questions.act(Action::Note);
    assert_eq!(questions.act(letter), Upshot::Moved);
    questions.act(Action::Accept);
    assert_eq!(
        questions.answer(Ask::Note),
        Some(&Answer::Given(Value::Text("n".to_owned())))
    );
}
