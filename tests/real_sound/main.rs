//! What the program sounds like through a real sound server. Not part of a plain `cargo test`, which passes on machines
//! without one: `bash .ci/run real-sound` installs and starts a server with a null sink and runs this by name.
//!
//! Each test prints what it measured in one line that begins with its name.

#![cfg(target_os = "linux")]

mod hours;
mod live;
mod pty;
mod recording;
mod server;
mod set;
mod taps;
mod together;

use rodio::cpal;
use rodio::cpal::traits::{DeviceTrait, HostTrait, StreamTrait};

use recording::{RATE, Recording};

/// One line of numbers, for whoever quotes them.
#[expect(
    clippy::print_stdout,
    reason = "the numbers are what these tests are for"
)]
fn say(numbers: &str) {
    println!("{numbers}");
}

/// That the way to the recording changes nothing is what the other tests stand on.
#[test]
fn a_second_played_through_alsa_is_heard_on_the_null_sink_bit_for_bit() {
    const LEVEL: f32 = 0.312_5;
    let recording = Recording::start(&server::of_this_run());
    let host = cpal::host_from_id(cpal::HostId::Alsa).expect("ALSA is there");
    let device = host
        .default_output_device()
        .expect("ALSA has a default device");
    let config = device.default_output_config().expect("the server answers");
    let stream = device
        .build_output_stream::<f32, _, _>(
            config.config(),
            |samples, _| samples.fill(LEVEL),
            |_| {},
            None,
        )
        .expect("the null sink takes a stream");
    stream.play().expect("the stream starts");
    recording.wait_for(u64::from(RATE) * 5);
    let tape = recording.stop();
    drop(stream);
    let runs = tape
        .samples
        .chunk_by(|a, b| a.to_bits() == b.to_bits())
        .filter(|run| run.first().map(|sample| sample.to_bits()) == Some(LEVEL.to_bits()));
    let longest = runs.map(<[f32]>::len).max().unwrap_or(0);
    assert!(longest >= RATE as usize, "only {longest} frames in a row");
}
