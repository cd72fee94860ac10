//! Media keys and the buttons of a headset, where the program was built for them.
//!
//! While a session runs the program is a player on the desktop's bus (MPRIS), so that the desktop hands the keys to it.
//! The bus has a thread of its own: one that is slow, missing or gone in mid-set is none of the set's business.

#[cfg(all(feature = "media-keys", target_os = "linux"))]
mod mpris;

use super::Incoming;
use crate::app::App;
use crate::app::message::Playback;
#[cfg(all(feature = "media-keys", target_os = "linux"))]
use mpris::join;
use std::sync::mpsc::Sender;

/// The program as a player on the desktop's bus.
pub(super) struct Media {
    incoming: Sender<Incoming>,
    told: Option<Playback>,
    /// To the thread that speaks with the bus, which ends when this is gone.
    bus: Option<Sender<Playback>>,
}

impl Media {
    /// Nobody is told of anything yet.
    pub(super) fn new(incoming: &Sender<Incoming>) -> Self {
        Self {
            incoming: incoming.clone(),
            told: None,
            bus: None,
        }
    }

    /// Tells the desktop what a session does, if that has changed.
    pub(super) fn tell(&mut self, app: &App) {
        let playback = app.playback();
        if std::mem::replace(&mut self.told, playback) == playback {
            return;
        }
        let Some(playback) = playback else {
            self.bus = None;
            return;
        };
        let bus = self.bus.get_or_insert_with(|| join(app, &self.incoming));
        // Where there is no bus nobody listens.
        let _ = bus.send(playback);
    }
}

/// Nobody is there.
#[cfg(not(all(feature = "media-keys", target_os = "linux")))]
fn join(_: &App, _: &Sender<Incoming>) -> Sender<Playback> {
    std::sync::mpsc::channel().0
}
