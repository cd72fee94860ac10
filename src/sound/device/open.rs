//! Opening and closing a stream; both may block for long, and neither may write on the terminal.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::thread;
use std::time::{Duration, Instant};

use rodio::cpal::traits::{DeviceTrait, HostTrait, StreamTrait};
use rodio::cpal::{
    self, BufferSize, Device, Error, ErrorKind, FromSample, OutputCallbackInfo, SampleFormat,
    SizedSample, Stream, StreamConfig, SupportedBufferSize, SupportedStreamConfig,
};

use super::feed::{Feed, Post, Timing};
use super::link::{Link, Loss, Signs};
use crate::sound::Fault;
use crate::sound::rate::Rate;

/// Frames per period at 48 kHz: deep enough not to underrun on a busy machine, and nothing here needs it shallow.
const PERIOD: u32 = 2_048;
/// Lets a dead device be noticed.
const TIME_OUT: Duration = Duration::from_millis(200);
/// Errors of unknown weight can come hundreds of thousands of times a second.
const CALM_DOWN: Duration = Duration::from_millis(5);

/// Finds the device to play on, each time one is to be opened.
pub type Finder = Box<dyn FnMut() -> Result<Device, Error> + Send>;

/// The system's default output device.
///
/// The host is asked for by name: `cpal::default_host` panics where it cannot start.
pub(super) fn system_default() -> Result<Device, Error> {
    #[cfg(target_os = "linux")]
    let id = Some(cpal::HostId::Alsa);
    #[cfg(not(target_os = "linux"))]
    let id = cpal::available_hosts().into_iter().next();
    let id = id.ok_or_else(|| Error::new(ErrorKind::HostUnavailable))?;
    let device = cpal::host_from_id(id)?.default_output_device();
    device.ok_or_else(|| Error::new(ErrorKind::DeviceNotAvailable))
}

/// A stream, and what belongs to it.
pub(super) struct Open {
    stream: Stream,
    pub(super) signs: Arc<Signs>,
    pub(super) name: String,
    pub(super) since: Instant,
}

impl Open {
    /// Finds a device and prepares a stream on it. Run by the supervisor, the thread that the stream is to wake.
    pub(super) fn on(
        find: &mut Finder,
        link: &Arc<Link>,
        origin: Instant,
        timing: Timing,
    ) -> Result<(Self, Post), Fault> {
        hush();
        let signs = Arc::new(Signs::new(origin, thread::current()));
        let opened = find().and_then(|device| {
            let name = device.description()?.name().to_owned();
            let (stream, post) = prepared(&device, link, &signs, timing)?;
            Ok((name, stream, post))
        });
        let (name, stream, post) = opened.map_err(|error| no_card(&error))?;
        let since = Instant::now();
        Ok((
            Self {
                stream,
                signs,
                name,
                since,
            },
            post,
        ))
    }

    /// Lets the callbacks begin.
    pub(super) fn play(&self) -> Result<(), Fault> {
        self.stream.play().map_err(|error| no_card(&error))
    }

    /// Ends the stream on a thread of its own: a server that hangs may keep it for ever.
    pub(super) fn close(self) {
        self.signs.retire();
        let stream = self.stream;
        // Where no thread can be had the stream is closed here, which is the next best.
        let _ = thread::Builder::new()
            .name("sound-close".into())
            .spawn(move || {
                hush();
                drop(stream);
            });
    }
}

/// A stream in the device's own format, with a deep buffer where it allows one.
fn prepared(
    device: &Device,
    link: &Arc<Link>,
    signs: &Arc<Signs>,
    timing: Timing,
) -> Result<(Stream, Post), Error> {
    let offered = device.default_output_config()?;
    let hertz = offered.sample_rate();
    let odd = || {
        Error::with_message(
            ErrorKind::UnsupportedConfig,
            format!("{hertz} Hz cannot be played"),
        )
    };
    let rate = Rate::new(hertz).ok_or_else(odd)?;
    let build = |buffer_size: BufferSize| -> Result<(Stream, Post), Error> {
        let config = StreamConfig {
            buffer_size,
            ..offered.config()
        };
        let (feed, post) = Feed::new(link, signs, rate, config.channels, timing);
        let wires = Wires {
            feed,
            signs: Arc::clone(signs),
            link: Arc::clone(link),
        };
        let stream = wires.connect(device, config, offered.sample_format())?;
        Ok((stream, post))
    };
    match build(period(&offered)) {
        // Some devices name a range and then take only what they like.
        Err(error) if error.kind() == ErrorKind::UnsupportedConfig => build(BufferSize::Default),
        result => result,
    }
}

/// The ends of the two callbacks.
struct Wires {
    feed: Feed,
    signs: Arc<Signs>,
    link: Arc<Link>,
}

impl Wires {
    fn connect(
        self,
        device: &Device,
        config: StreamConfig,
        format: SampleFormat,
    ) -> Result<Stream, Error> {
        match format {
            SampleFormat::F32 => self.build::<f32>(device, config),
            SampleFormat::I16 => self.build::<i16>(device, config),
            SampleFormat::I32 => self.build::<i32>(device, config),
            SampleFormat::U16 => self.build::<u16>(device, config),
            other => {
                let message = format!("its sample format {other} cannot be played");
                Err(Error::with_message(ErrorKind::Other, message))
            }
        }
    }

    fn build<T: SizedSample + FromSample<f32>>(
        self,
        device: &Device,
        config: StreamConfig,
    ) -> Result<Stream, Error> {
        let Self {
            mut feed,
            signs,
            link,
        } = self;
        let mut hushed = false;
        device.build_output_stream::<T, _, _>(
            config,
            move |out: &mut [T], info: &OutputCallbackInfo| {
                let now = Instant::now();
                let stamp = info.timestamp();
                feed.fill(
                    now,
                    now + stamp.playback.duration_since(stamp.callback),
                    out,
                );
            },
            move |error| {
                if !std::mem::replace(&mut hushed, true) {
                    hush();
                }
                weigh(&error, &signs, &link);
            },
            Some(TIME_OUT),
        )
    }
}

/// What an error of a running stream means. Called from the stream's own thread, perhaps in a storm.
fn weigh(error: &Error, signs: &Signs, link: &Link) {
    if signs.is_retired() {
        thread::sleep(CALM_DOWN);
        return;
    }
    link.errors.fetch_add(1, Ordering::Relaxed);
    match error.kind() {
        ErrorKind::Xrun => {
            link.underruns.fetch_add(1, Ordering::Relaxed);
        }
        ErrorKind::RealtimeDenied | ErrorKind::DeviceChanged => {}
        ErrorKind::DeviceNotAvailable | ErrorKind::StreamInvalidated => signs.suffer(Loss::Certain),
        _ => {
            signs.suffer(Loss::Suspected);
            thread::sleep(CALM_DOWN);
        }
    }
}

/// About 43 ms, as near as the device can come.
fn period(offered: &SupportedStreamConfig) -> BufferSize {
    let scaled = u64::from(PERIOD) * u64::from(offered.sample_rate()) / 48_000;
    let wanted = u32::try_from(scaled).unwrap_or(PERIOD).max(PERIOD);
    match *offered.buffer_size() {
        SupportedBufferSize::Range { min, max } if min <= max => {
            BufferSize::Fixed(wanted.clamp(min, max))
        }
        _ => BufferSize::Fixed(wanted),
    }
}

fn no_card(error: &Error) -> Fault {
    Fault::NoCard(error.to_string())
}

/// Keeps alsa-lib from printing on the terminal from this thread. Anew each time, so that what it says does not pile up.
fn hush() {
    #[cfg(target_os = "linux")]
    let _ = alsa::Output::local_error_handler();
}
