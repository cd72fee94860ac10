//! The most clean reps, a row for each tempo and load.

use super::Pen;
use crate::training::trend::Bests;
use crate::ui::theme::{Glyphs, Role, Tone};
use crate::ui::widgets::text::width;
use ratatui::layout::Rect;

pub(super) fn draw(bests: &Bests, pen: &mut Pen<'_>, area: Rect) {
    let left = bests
        .sets
        .iter()
        .map(|best| width(&best.what()))
        .max()
        .unwrap_or(0);
    let left = left.min(area.width * 2 / 3);
    let most = bests.sets.iter().map(|best| best.clean).max().unwrap_or(1);
    let number = width(&most.to_string());
    for (best, row) in bests.sets.iter().zip(area.rows()) {
        pen.line(&best.what(), Role::Text, Rect { width: left, ..row });
        let x = row.x + left + 2;
        pen.put(
            (x, row.y),
            &format!("{:>1$}", best.clean, usize::from(number)),
            Role::Heading,
        );
        let day = best.day.strftime("%-d %b %y").to_string();
        let from = row.right().saturating_sub(width(&day));
        let room = from.saturating_sub(x + number + 2);
        if room > 0 {
            pen.put((from, row.y), &day, Role::Quiet);
            let long = u32::from(room.min(u16::try_from(most).unwrap_or(u16::MAX))) * best.clean
                / most.max(1);
            let sign = match pen.theme.glyphs {
                Glyphs::Blocks => "■",
                Glyphs::Ascii => "#",
            };
            let bar = sign.repeat(usize::try_from(long).unwrap_or(0));
            pen.put((x + number + 1, row.y), &bar, Role::Phase(Tone::Down));
        }
    }
}
