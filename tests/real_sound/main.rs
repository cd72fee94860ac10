//! What the program sounds like through a real sound server. Not part of a plain `cargo test`, which passes on machines
//! without one: `bash .ci/run real-sound` installs and starts a server with a null sink and runs this by name.

#![cfg(target_os = "linux")]

mod server;

use std::sync::mpsc;
use std::time::Duration;

use rodio::cpal;
use rodio::cpal::traits::{DeviceTrait, HostTrait, StreamTrait};

use server::{CHANNELS, RATE, Recording};

#[test]
fn a_second_played_through_alsa_is_heard_on_the_null_sink_bit_for_bit() {
    const LEVEL: f32 = 0.312_5;
    let (heard, second) = mpsc::channel();
    let mut run = 0;
    let recording = Recording::start(move |sample| {
        run = if sample.to_bits() == LEVEL.to_bits() {
            run + 1
        } else {
            0
        };
        if run == RATE * CHANNELS {
            let _ = heard.send(());
        }
    });

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

    second
        .recv_timeout(Duration::from_secs(30))
        .expect("the null sink heard a second of it without a gap");
    drop(stream);
    drop(recording);
}
