//! What a player says of itself on the bus: `org.mpris.MediaPlayer2`, as far as it is asked for.

use crate::app::message::{Button, Playback};
use crate::app::{App, Screen};
use crate::runtime::Incoming;
use crate::training::text::visible;
use std::collections::HashMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use zbus::blocking::connection::Builder;
use zbus::zvariant::{ObjectPath, Value};

const PATH: &str = "/org/mpris/MediaPlayer2";

/// Joins the bus as a player, on a thread of its own; what is sent there it tells the desktop.
pub(super) fn join(app: &App, incoming: &Sender<Incoming>) -> Sender<Playback> {
    let (sender, changes) = channel();
    let title = match &app.screen {
        Screen::Session(session) => visible(&session.routine.name).into_owned(),
        _ => String::new(),
    };
    let player = Player {
        playback: Playback::Playing,
        title,
        incoming: incoming.clone(),
    };
    // Without a thread or a bus there are no media keys, and that is all.
    let _ = std::thread::Builder::new()
        .name("media keys".to_owned())
        .spawn(move || drop(serve(player, &changes)));
    sender
}

/// Is there for the desktop until nobody sends changes any more.
fn serve(player: Player, changes: &Receiver<Playback>) -> zbus::Result<()> {
    // Two of the same name are told apart by their process, as MPRIS asks.
    let name = format!(
        "org.mpris.MediaPlayer2.downbeat.instance{}",
        std::process::id()
    );
    let bus = Builder::session()?
        .serve_at(PATH, Root)?
        .serve_at(PATH, player)?
        .name(name)?
        .build()?;
    let player = bus.object_server().interface::<_, Player>(PATH)?;
    while let Ok(playback) = changes.recv() {
        player.get_mut().playback = playback;
        let told = player.get();
        zbus::block_on(told.playback_status_changed(player.signal_emitter()))?;
    }
    Ok(())
}

/// The program.
struct Root;

#[zbus::interface(name = "org.mpris.MediaPlayer2")]
#[expect(clippy::unused_self, reason = "the bus calls it so")]
impl Root {
    fn raise(&self) {}

    fn quit(&self) {}

    #[zbus(property)]
    fn can_quit(&self) -> bool {
        false
    }

    #[zbus(property)]
    fn can_raise(&self) -> bool {
        false
    }

    #[zbus(property)]
    fn has_track_list(&self) -> bool {
        false
    }

    #[zbus(property)]
    fn identity(&self) -> &'static str {
        "Downbeat"
    }

    #[zbus(property)]
    fn supported_uri_schemes(&self) -> Vec<String> {
        Vec::new()
    }

    #[zbus(property)]
    fn supported_mime_types(&self) -> Vec<String> {
        Vec::new()
    }
}

/// The session.
struct Player {
    playback: Playback,
    title: String,
    incoming: Sender<Incoming>,
}

impl Player {
    fn press(&self, button: Button) {
        // Nobody listens any more once the interface has ended.
        let _ = self.incoming.send(Incoming::Button(button));
    }
}

#[zbus::interface(name = "org.mpris.MediaPlayer2.Player")]
#[expect(clippy::unused_self, reason = "the bus calls it so")]
impl Player {
    fn play_pause(&self) {
        self.press(Button::Toggle);
    }

    fn play(&self) {
        self.press(Button::Play);
    }

    fn pause(&self) {
        self.press(Button::Pause);
    }

    fn stop(&self) {
        self.press(Button::Pause);
    }

    fn next(&self) {
        self.press(Button::Next);
    }

    fn previous(&self) {}

    #[zbus(property)]
    fn playback_status(&self) -> &'static str {
        match self.playback {
            Playback::Playing => "Playing",
            Playback::Paused => "Paused",
        }
    }

    #[zbus(property)]
    fn metadata(&self) -> HashMap<String, Value<'_>> {
        let track = ObjectPath::from_static_str_unchecked("/downbeat/session");
        HashMap::from([
            ("mpris:trackid".to_owned(), Value::from(track)),
            ("xesam:title".to_owned(), Value::from(self.title.as_str())),
        ])
    }

    #[zbus(property)]
    fn rate(&self) -> f64 {
        1.0
    }

    #[zbus(property)]
    fn minimum_rate(&self) -> f64 {
        1.0
    }

    #[zbus(property)]
    fn maximum_rate(&self) -> f64 {
        1.0
    }

    #[zbus(property)]
    fn volume(&self) -> f64 {
        1.0
    }

    #[zbus(property(emits_changed_signal = "false"))]
    fn position(&self) -> i64 {
        0
    }

    #[zbus(property)]
    fn can_go_next(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn can_go_previous(&self) -> bool {
        false
    }

    #[zbus(property)]
    fn can_play(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn can_pause(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn can_seek(&self) -> bool {
        false
    }

    #[zbus(property(emits_changed_signal = "const"))]
    fn can_control(&self) -> bool {
        true
    }
}
