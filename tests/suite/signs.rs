//! What is seen beside the sound, and instead of it: the picture follows what is heard, the bell counts, a headset pauses.

mod bell;
mod buttons;
mod offset;
