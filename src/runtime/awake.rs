//! Keeps the computer and its screen awake while somebody trains, where the program was built for it.
//!
//! Whoever has to be asked may be slow, missing, or gone later. So it is asked on a thread of its own, which holds what
//! it got until it is told to let go; what cannot be had is done without.

use std::sync::mpsc::Sender;
#[cfg(feature = "keep-awake")]
use std::sync::mpsc::channel;

/// What keeps the computer awake; it may sleep again when this is gone.
#[derive(Debug, Default)]
pub(super) struct Awake {
    /// The other end lets go when this one is dropped.
    held: Option<Sender<()>>,
}

impl Awake {
    /// From now on the computer stays awake. Where the desktop does not offer it, nothing happens.
    #[cfg(feature = "keep-awake")]
    pub(super) fn keep(&mut self) {
        self.held.get_or_insert_with(|| {
            let (sender, told) = channel::<()>();
            // Without a thread the computer may sleep, which it says on the screen in good time.
            let _ = std::thread::Builder::new()
                .name("awake".to_owned())
                .spawn(move || {
                    let held = platform::hold();
                    let _ = told.recv();
                    platform::release(held);
                });
            sender
        });
    }

    /// The program was built without it.
    #[cfg(not(feature = "keep-awake"))]
    pub(super) fn keep(&mut self) {
        self.held = None;
    }

    /// From now on the computer may sleep.
    pub(super) fn release(&mut self) {
        self.held = None;
    }
}

/// What the bus of a desktop and that of the system can be asked for.
#[cfg(all(feature = "keep-awake", target_os = "linux"))]
mod platform {
    use zbus::Result;
    use zbus::blocking::Connection;
    use zbus::zvariant::OwnedFd;

    const NAME: &str = "Downbeat";
    const WHY: &str = "pacing a set";
    const SAVER: &str = "org.freedesktop.ScreenSaver";
    const SAVER_PATH: &str = "/org/freedesktop/ScreenSaver";
    const LOGIN: &str = "org.freedesktop.login1";

    /// Whatever could be had; either is let go of where its connection ends, too.
    pub(super) struct Held {
        screen: Option<(Connection, u32)>,
        _idle: Option<OwnedFd>,
    }

    pub(super) fn hold() -> Held {
        Held {
            screen: screen().ok(),
            _idle: idle().ok(),
        }
    }

    pub(super) fn release(held: Held) {
        if let Some((bus, cookie)) = held.screen {
            let _ = bus.call_method(Some(SAVER), SAVER_PATH, Some(SAVER), "UnInhibit", &cookie);
        }
    }

    fn screen() -> Result<(Connection, u32)> {
        let bus = Connection::session()?;
        let asked = (NAME, WHY);
        let answer = bus.call_method(Some(SAVER), SAVER_PATH, Some(SAVER), "Inhibit", &asked)?;
        let cookie = answer.body().deserialize()?;
        Ok((bus, cookie))
    }

    fn idle() -> Result<OwnedFd> {
        let bus = Connection::system()?;
        let (path, manager) = ("/org/freedesktop/login1", "org.freedesktop.login1.Manager");
        let asked = ("idle", NAME, WHY, "block");
        let answer = bus.call_method(Some(LOGIN), path, Some(manager), "Inhibit", &asked)?;
        answer.body().deserialize()
    }
}

#[cfg(all(feature = "keep-awake", not(target_os = "linux")))]
mod platform {
    pub(super) fn hold() -> Option<keepawake::KeepAwake> {
        let mut request = keepawake::Builder::default();
        request.display(true).idle(true);
        request.app_name("Downbeat").reason("pacing a set");
        request.create().ok()
    }

    pub(super) fn release(held: Option<keepawake::KeepAwake>) {
        drop(held);
    }
}
