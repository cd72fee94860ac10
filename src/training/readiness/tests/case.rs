//! A day in one line: who trains what, what was answered today, and what is in the diary.
//!
//! `sore=2 calves=5 pain=0 sleep=7 rec=7 sign=fever` are today's answers (`sore` is of the front thighs, `all` stands for
//! `sore=2 glutes=2 pain=0 sleep=7 rec=7 sign=none`). `base=12` are so many mornings before today with usual answers (2, 0, 7 and
//! 7), `old=12` so many that end 29 days ago, `earlier=12` so many before
//! the eight weeks, `d1.pain=3` changes an answer of yesterday, `w1.pain=3` of the whole last week.
//! `s2=8/8+3` is a session two days ago as `history::fixture` reads it. `tier=published`, `intro`, `lift=Machine`,
//! `sets=3` is how many sets of each are planned.

use crate::training::exercise::Exercise;
use crate::training::history::Lifted;
use crate::training::history::fixture::{NOON, TODAY, ago, session};
use crate::training::journal::{Diary, Morning, Score, Sign, Stamp};
use crate::training::preset::Tier;
use crate::training::readiness::{Advice, Easing, Subject, advise};
use crate::training::region::Region;
use jiff::civil::Date;

pub(super) struct Case {
    pub(super) diary: Diary,
    pub(super) subject: Subject,
}

impl Case {
    pub(super) fn read(line: &str) -> Self {
        let mut case = Self {
            diary: Diary::default(),
            subject: Subject {
                id: "leg-day".to_owned(),
                lifted: vec![lifted("Squat")],
                tier: Tier::General,
                easing: Easing::Over,
            },
        };
        for token in line.split_whitespace() {
            case.take(token);
        }
        case.diary.mornings.sort_by_key(|morning| morning.day);
        case.diary.sessions.sort_by_key(|past| past.session.began);
        case
    }

    pub(super) fn advice(&self) -> Advice {
        advise(&self.diary, TODAY, Stamp::from_millis(NOON), &self.subject)
    }

    fn take(&mut self, token: &str) {
        let (key, value) = token.split_once('=').unwrap_or((token, ""));
        match key {
            "all" => {
                for token in "sore=2 glutes=2 pain=0 sleep=7 rec=7 sign=none".split(' ') {
                    self.take(token);
                }
            }
            "base" => self.usual(1, value.parse().unwrap()),
            "earlier" => self.diary.earlier = value.parse().unwrap(),
            "old" => self.usual(29, value.parse().unwrap()),
            "intro" => self.subject.easing = Easing::Running(Some(ago(5))),
            "lift" => self.subject.lifted = value.split(',').map(lifted).collect(),
            "sets" => {
                for lifted in &mut self.subject.lifted {
                    lifted.sets = value.parse().unwrap();
                }
            }
            "tier" => self.subject.tier = tier(value),
            _ => match key.split_once('.') {
                Some((when, key)) => {
                    let number: i32 = when.get(1..).unwrap().parse().unwrap();
                    let days = if when.starts_with('w') {
                        number * 7..number * 7 + 7
                    } else {
                        number..number + 1
                    };
                    for day in days {
                        answer(self.morning(ago(day)), key, value);
                    }
                }
                None if key.starts_with('s') && value.contains('/') => {
                    let days = key.get(1..).unwrap().parse().unwrap();
                    self.diary.sessions.push(session(days, value));
                }
                None => answer(self.morning(TODAY), key, value),
            },
        }
    }

    fn usual(&mut self, from: i32, count: i32) {
        for days in from..from + count {
            let morning = self.morning(ago(days));
            for (key, value) in [
                ("sore", "2"),
                ("glutes", "2"),
                ("pain", "0"),
                ("sleep", "7"),
                ("rec", "7"),
            ] {
                answer(morning, key, value);
            }
        }
    }

    fn morning(&mut self, day: Date) -> &mut Morning {
        let mornings = &mut self.diary.mornings;
        let found = mornings.iter().position(|morning| morning.day == day);
        let place = found.unwrap_or_else(|| {
            mornings.push(Morning::of(day));
            mornings.len() - 1
        });
        &mut mornings[place]
    }
}

fn lifted(name: &str) -> Lifted {
    Lifted {
        exercise: Exercise::named(&name.replace('.', " ")),
        preset: "any".to_owned(),
        sets: 1,
    }
}

fn tier(word: &str) -> Tier {
    match word {
        "published" => Tier::Published,
        "expert" => Tier::Expert,
        _ => Tier::General,
    }
}

/// Changes an answer; `-` takes it away.
fn answer(morning: &mut Morning, key: &str, value: &str) {
    let score = value.parse().ok().and_then(Score::new);
    let mut rate = |region| {
        match score {
            Some(score) => morning.soreness.insert(region, score),
            None => morning.soreness.remove(&region),
        };
    };
    match key {
        "sore" => rate(Region::FrontThighs),
        "glutes" => rate(Region::Glutes),
        "calves" => rate(Region::Calves),
        "pain" => morning.joint_pain = score,
        "sleep" => morning.sleep = score,
        "rec" => morning.recovery = score,
        "sign" => {
            let named = |sign: &Sign| sign.words().contains(value) && value != "-";
            morning.sign = Sign::ALL.into_iter().find(named);
        }
        "protein" => morning.protein = Some(true),
        other => panic!("no such answer: {other}"),
    }
}
