//! The summary: what was done, legible from where the lifter stands; in full on small screens too.

use super::footer::hints_of;
use super::pacing::{self, Level, Motion, Picture};
use super::theme::{Role, Theme, Tone};
use super::widgets::big::Rasters;
use super::widgets::text;
use crate::app::App;
use crate::app::summary::Summary;
use crate::training::text::visible;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Below this the numbers are plain text: no big letters fit beside them.
const ROOMY: (u16, u16) = (40, 12);

/// Draws it.
pub fn draw(
    app: &App,
    summary: &Summary,
    theme: &Theme,
    rasters: &mut Rasters,
    area: Rect,
    buf: &mut Buffer,
) {
    if area.width < ROOMY.0 || area.height < ROOMY.1 {
        small(summary, *theme, area, buf);
        return;
    }
    let mut picture = Picture::new(Tone::Rest, Motion::Still, "DONE");
    picture.level = Level::Flood(0);
    picture.digits = summary.performed.reps().to_string();
    if summary.name != summary.tempo {
        picture.exercise = visible(&summary.name).into_owned();
    }
    picture.tempo.clone_from(&summary.tempo);
    picture.lines = lines(summary);
    picture.notice = app.notice.as_ref().map(|notice| notice.text.clone());
    picture.hints = hints_of(app);
    pacing::draw(&picture, theme, rasters, pacing::View::Flood, area, buf);
}

/// The numbers, the most important first.
fn lines(summary: &Summary) -> Vec<String> {
    let tension = summary.performed.tension();
    let mut lines = vec![
        format!("{} of {} reps", summary.performed.reps(), summary.planned),
        summary.sets(),
        format!("{} under tension", summary.time(tension.total())),
    ];
    let parts = [
        (tension.eccentric, "lowering"),
        (tension.concentric, "lifting"),
        (tension.isometric, "holding"),
    ];
    let parts = parts.into_iter().filter(|(length, _)| !length.is_zero());
    let parts: Vec<String> = parts
        .map(|(length, name)| format!("{} {name}", summary.time(length)))
        .collect();
    lines.push(parts.join(" · "));
    lines
}

fn small(summary: &Summary, theme: Theme, area: Rect, buf: &mut Buffer) {
    buf.set_style(area, theme.style(Role::Text));
    let mut y = area.y;
    for line in lines(summary) {
        for part in text::wrapped(&line, area.width, theme.glyphs) {
            if y >= area.bottom() {
                return;
            }
            buf.set_stringn(
                area.x,
                y,
                part,
                usize::from(area.width),
                theme.style(Role::Text),
            );
            y += 1;
        }
    }
}
