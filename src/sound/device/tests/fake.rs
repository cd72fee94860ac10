//! A sound card made of a thread: it paces, hangs, storms, races and is unplugged on demand.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::iter::Empty;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use rodio::cpal::traits::{DeviceTrait, StreamTrait};
use rodio::cpal::{
    self, Data, Device, DeviceDescription, DeviceDescriptionBuilder, DeviceId, Error, ErrorKind,
    FrameCount, InputCallbackInfo, OutputCallbackInfo, OutputStreamTimestamp, SampleFormat,
    StreamConfig, StreamInstant, SupportedBufferSize, SupportedStreamConfig,
    SupportedStreamConfigRange,
};

const CHANNELS: u16 = 2;
const PERIOD: usize = 480;
const LATENCY: Duration = Duration::from_millis(40);

/// What the card does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Act {
    Plays,
    /// As fast as it can, like ALSA's `null`.
    Races,
    /// Asks for nothing more and says nothing.
    Hangs,
    /// Asks for nothing more and reports errors without end.
    Storms,
    /// Says that it is gone and ends.
    Unplugged,
}

#[derive(Debug)]
struct State {
    act: Act,
    closing_blocks: bool,
    playing: bool,
    /// The first channel of all that was played.
    heard: Vec<f32>,
}

/// One card; clones are the same card.
#[derive(Debug, Clone)]
pub(super) struct Fake {
    pub(super) name: &'static str,
    format: SampleFormat,
    rate: u32,
    state: Arc<(Mutex<State>, Condvar)>,
}

impl Fake {
    pub(super) fn new(name: &'static str, rate: u32) -> Self {
        let state = State {
            act: Act::Plays,
            closing_blocks: false,
            playing: false,
            heard: Vec::new(),
        };
        Self {
            name,
            rate,
            format: SampleFormat::F32,
            state: Arc::new((Mutex::new(state), Condvar::new())),
        }
    }

    pub(super) fn with_format(self, format: SampleFormat) -> Self {
        Self { format, ..self }
    }

    pub(super) fn device(self) -> Device {
        Device::from(cpal::platform::CustomDevice::from_device(self))
    }

    pub(super) fn act(&self, act: Act) {
        self.change(|state| state.act = act);
    }

    /// From now on closing a stream takes until [`let_close`](Self::let_close).
    pub(super) fn closing_blocks(&self) {
        self.change(|state| state.closing_blocks = true);
    }

    pub(super) fn let_close(&self) {
        self.change(|state| state.closing_blocks = false);
    }

    pub(super) fn heard(&self) -> Vec<f32> {
        self.lock().heard.clone()
    }

    /// Waits until what was heard satisfies `enough`.
    pub(super) fn wait_for(&self, enough: impl Fn(&[f32]) -> bool) {
        let (_, changed) = &*self.state;
        let waited =
            changed.wait_timeout_while(self.lock(), super::PATIENCE, |state| !enough(&state.heard));
        assert!(
            !waited.unwrap().1.timed_out(),
            "{} was not heard",
            self.name
        );
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.0.lock().unwrap()
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.lock());
        self.state.1.notify_all();
    }

    /// The card's thread.
    fn run(
        &self,
        mut data: impl FnMut(&mut Data, &OutputCallbackInfo),
        mut error: impl FnMut(Error),
    ) {
        let mut block = Block::new(self.format);
        let period = Duration::from_secs(1) * u32::try_from(PERIOD).unwrap() / self.rate;
        let mut due = Instant::now();
        loop {
            let (act, playing) = {
                let state = self.lock();
                (state.act, state.playing)
            };
            if !playing {
                return;
            }
            match act {
                Act::Unplugged => return error(ErrorKind::DeviceNotAvailable.into()),
                Act::Storms => error(ErrorKind::BackendError.into()),
                Act::Hangs => {
                    let (_, changed) = &*self.state;
                    drop(changed.wait_while(self.lock(), |state| {
                        state.act == Act::Hangs && state.playing
                    }));
                    due = Instant::now();
                }
                Act::Plays | Act::Races => {
                    if act == Act::Plays {
                        thread::sleep(due.saturating_duration_since(Instant::now()));
                    }
                    // A device that does not wait reports the same latency for ever.
                    let ahead = due.saturating_duration_since(Instant::now());
                    let late = Instant::now().saturating_duration_since(due);
                    let latency = if act == Act::Races {
                        LATENCY
                    } else {
                        LATENCY.saturating_sub(late) + ahead
                    };
                    let heard = block.filled_by(&mut data, latency);
                    self.change(|state| state.heard.extend(heard));
                    due += period;
                }
            }
        }
    }
}

/// The memory that the callback fills.
struct Block {
    format: SampleFormat,
    bytes: Vec<u64>,
}

impl Block {
    fn new(format: SampleFormat) -> Self {
        Self {
            format,
            bytes: vec![0; PERIOD * usize::from(CHANNELS)],
        }
    }

    /// Has the block filled and gives back its first channel.
    #[expect(
        unsafe_code,
        reason = "cpal hands blocks over as raw memory; there is no safe way to make one"
    )]
    fn filled_by(
        &mut self,
        data: &mut impl FnMut(&mut Data, &OutputCallbackInfo),
        latency: Duration,
    ) -> Vec<f32> {
        let callback = StreamInstant::from_nanos(1_000_000_000);
        let info = OutputCallbackInfo::new(OutputStreamTimestamp {
            callback,
            playback: callback + latency,
        });
        let samples = PERIOD * usize::from(CHANNELS);
        // SAFETY: the memory outlives the call, is aligned for eight bytes, and holds as many samples of any format.
        let mut block =
            unsafe { Data::from_parts(self.bytes.as_mut_ptr().cast(), samples, self.format) };
        data(&mut block, &info);
        let step = usize::from(CHANNELS);
        match self.format {
            SampleFormat::F32 => block
                .as_slice::<f32>()
                .unwrap()
                .iter()
                .step_by(step)
                .copied()
                .collect(),
            SampleFormat::I16 => {
                first_channel::<i16>(&block, |sample| f64::from(sample) / 32_768.0)
            }
            SampleFormat::I32 => {
                first_channel::<i32>(&block, |sample| f64::from(sample) / 2_147_483_648.0)
            }
            SampleFormat::U16 => {
                first_channel::<u16>(&block, |sample| f64::from(sample) / 32_768.0 - 1.0)
            }
            other => panic!("{other} is not played"),
        }
    }
}

fn first_channel<T: cpal::SizedSample>(block: &Data, scale: impl Fn(T) -> f64) -> Vec<f32> {
    let samples = block
        .as_slice::<T>()
        .unwrap()
        .iter()
        .step_by(usize::from(CHANNELS));
    samples
        .map(|&sample| crate::sound::voice::narrowed(scale(sample)))
        .collect()
}

/// An open stream of the card, and its thread until that is started.
pub(super) struct FakeStream(Fake, Mutex<Option<Box<dyn FnOnce() + Send>>>);

impl StreamTrait for FakeStream {
    fn play(&self) -> Result<(), Error> {
        if let Some(run) = self.1.lock().unwrap().take() {
            thread::spawn(run);
        }
        Ok(())
    }

    fn pause(&self) -> Result<(), Error> {
        Ok(())
    }

    fn now(&self) -> StreamInstant {
        StreamInstant::ZERO
    }

    fn buffer_size(&self) -> Result<FrameCount, Error> {
        Ok(480)
    }
}

impl Drop for FakeStream {
    fn drop(&mut self) {
        let (_, changed) = &*self.0.state;
        drop(changed.wait_while(self.0.lock(), |state| state.closing_blocks));
        self.0.change(|state| state.playing = false);
    }
}

impl DeviceTrait for Fake {
    type SupportedInputConfigs = Empty<SupportedStreamConfigRange>;
    type SupportedOutputConfigs = Empty<SupportedStreamConfigRange>;
    type Stream = FakeStream;

    fn description(&self) -> Result<DeviceDescription, Error> {
        Ok(DeviceDescriptionBuilder::new(self.name).build())
    }

    fn id(&self) -> Result<DeviceId, Error> {
        Err(ErrorKind::UnsupportedOperation.into())
    }

    fn supported_input_configs(&self) -> Result<Self::SupportedInputConfigs, Error> {
        Ok(std::iter::empty())
    }

    fn supported_output_configs(&self) -> Result<Self::SupportedOutputConfigs, Error> {
        Ok(std::iter::empty())
    }

    fn default_input_config(&self) -> Result<SupportedStreamConfig, Error> {
        Err(ErrorKind::UnsupportedOperation.into())
    }

    fn default_output_config(&self) -> Result<SupportedStreamConfig, Error> {
        Ok(SupportedStreamConfig::new(
            CHANNELS,
            self.rate,
            SupportedBufferSize::Unknown,
            self.format,
        ))
    }

    fn build_input_stream_raw<D, E>(
        &self,
        _: StreamConfig,
        _: SampleFormat,
        _: D,
        _: E,
        _: Option<Duration>,
    ) -> Result<FakeStream, Error>
    where
        D: FnMut(&Data, &InputCallbackInfo) + Send + 'static,
        E: FnMut(Error) + Send + 'static,
    {
        Err(ErrorKind::UnsupportedOperation.into())
    }

    fn build_output_stream_raw<D, E>(
        &self,
        _: StreamConfig,
        _: SampleFormat,
        data: D,
        error: E,
        _: Option<Duration>,
    ) -> Result<FakeStream, Error>
    where
        D: FnMut(&mut Data, &OutputCallbackInfo) + Send + 'static,
        E: FnMut(Error) + Send + 'static,
    {
        self.change(|state| {
            state.playing = true;
            state.heard.clear();
        });
        let card = self.clone();
        let run = Box::new(move || card.run(data, error));
        Ok(FakeStream(self.clone(), Mutex::new(Some(run))))
    }
}

impl PartialEq for Fake {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.state, &other.state)
    }
}

impl Eq for Fake {}

impl Hash for Fake {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        self.name.hash(hasher);
    }
}

impl fmt::Display for Fake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}
