//! What the trends look like with an invented diary, with nothing in it, and in letters alone.

use super::{DAY, PLAIN, drawn, rows};
use crate::diary;
use downbeat::app::App;
use downbeat::app::action::Action;
use downbeat::app::journal::{Reply, Tab};
use downbeat::app::message::{Message, Moment};
use downbeat::training::memory::Memory;
use downbeat::training::trend::{Figure, Gather, Trends, Window};
use downbeat::ui::theme::{Glyphs, Theme};
use downbeat::ui::widgets::big::Rasters;
use insta::assert_snapshot;

const ASCII: Theme = Theme {
    glyphs: Glyphs::Ascii,
    ..PLAIN
};

/// The app with one of the figures.
fn looking_at(figure: Figure, trends: &Trends) -> App {
    let mut app = App::new(Vec::new(), Memory::default());
    let mut act = |message| app.update(Moment::default(), message);
    act(Message::Do(Action::Journal(Tab::Trends)));
    let spans = match trends.window {
        Window::TWELVE => 0,
        Window::Weeks(_) => 1,
        Window::All => 2,
    };
    for _ in 0..spans {
        act(Message::Do(Action::Span));
    }
    act(Message::Journal(Reply::Trends(Box::new(trends.clone()))));
    for _ in Figure::ALL.iter().take_while(|other| **other != figure) {
        act(Message::Do(Action::Down));
    }
    app
}

fn picture(figure: Figure, trends: &Trends, theme: Theme, size: (u16, u16)) -> String {
    let app = looking_at(figure, trends);
    let rows = rows(&drawn(&app, theme, &mut Rasters::new(), size));
    format!("{figure:?}\n|{}|\n", rows.join("|\n|"))
}

fn album(trends: &Trends, theme: Theme, size: (u16, u16)) -> String {
    let pictures = Figure::ALL.map(|figure| picture(figure, trends, theme, size));
    pictures.concat()
}

#[test]
fn each_figure_at_every_size() {
    let trends = diary::trends(Some("Squat"), Window::TWELVE);
    for size in [(20, 6), (40, 12), (80, 24)] {
        assert_snapshot!(
            format!("trends_{}x{}", size.0, size.1),
            album(&trends, DAY, size)
        );
    }
    assert_snapshot!(
        "trends_200x60",
        picture(Figure::Load, &trends, DAY, (200, 60))
    );
    assert_snapshot!("trends_ascii", album(&trends, ASCII, (80, 24)));
}

#[test]
fn a_year_and_all_of_it() {
    let year = diary::trends(Some("Squat"), Window::YEAR);
    assert_snapshot!("trends_year_80x24", album(&year, DAY, (80, 24)));
    let all = diary::trends(Some("Row"), Window::All);
    assert_snapshot!(
        "trends_all_40x12",
        picture(Figure::Load, &all, DAY, (40, 12))
    );
}

#[test]
fn an_empty_journal_says_on_each_figure_what_would_fill_it() {
    let empty = Gather::new(Window::TWELVE, diary::TODAY, None).finish();
    assert_snapshot!("trends_empty_40x12", album(&empty, DAY, (40, 12)));
}

#[test]
fn the_answer_stands_above_the_figure_at_every_size() {
    let trends = diary::trends(Some("Squat"), Window::TWELVE);
    for figure in Figure::ALL {
        let sentence = trends.sentence(figure);
        for size in [(40, 12), (80, 24)] {
            let text = picture(figure, &trends, DAY, size).replace("|\n|", " ");
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let said = text.contains(&sentence.short) || text.contains(&sentence.long);
            assert!(said, "{figure:?} at {size:?}: {text}");
        }
        // There figures stand beside each other, and the lines of their sentences with them.
        let words: Vec<&str> = sentence.long.split_whitespace().take(4).collect();
        let text = picture(figure, &trends, DAY, (200, 60));
        assert!(text.contains(&words.join(" ")), "{figure:?}: {text}");
    }
}

#[test]
fn letters_alone_show_every_figure() {
    let trends = diary::trends(Some("Squat"), Window::TWELVE);
    for size in [(40, 12), (80, 24), (200, 60)] {
        let text = album(&trends, ASCII, size);
        assert!(text.is_ascii(), "{size:?}: {text}");
    }
}

#[test]
fn no_size_is_too_small_for_any_figure() {
    for trends in [
        diary::trends(Some("Squat"), Window::YEAR),
        Gather::new(Window::All, diary::TODAY, None).finish(),
    ] {
        for figure in Figure::ALL {
            let app = looking_at(figure, &trends);
            for width in [1, 2, 5, 9, 17, 33, 61, 151, 220] {
                for height in [1, 2, 3, 5, 8, 13, 21, 46, 70] {
                    drawn(&app, DAY, &mut Rasters::new(), (width, height));
                }
            }
        }
    }
}
