//! What is seen beside the sound, and instead of it: the picture follows what is heard, and the bell counts.

mod bell;
mod offset;
