//! What is seen beside the sound, and instead of it: the picture follows what is heard.

mod offset;
