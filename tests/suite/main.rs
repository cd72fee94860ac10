//! The one integration binary: what the parts do together.

mod properties;
mod scenarios;
