//! The arguments of the commands that tell what is known.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::training::evidence::Topic;

/// `downbeat protein`.
#[derive(Debug, Args)]
pub struct ProteinArgs {
    /// Body weight: 80, 80kg, 80 kg, 176lb; left out: the last one in the journal
    #[arg(value_name = "WEIGHT", num_args = 0..=2, allow_hyphen_values = true)]
    pub weight: Vec<String>,
}

/// `downbeat why`.
#[derive(Debug, Args)]
pub struct WhyArgs {
    /// What is asked about; left out: everything
    #[arg(value_name = "TOPIC", value_parser = topics(), ignore_case = true)]
    pub topic: Option<Topic>,
}

/// The names of all topics: the help lists them, and a misspelt one is answered with the nearest.
fn topics() -> impl TypedValueParser<Value = Topic> {
    let names = Topic::ALL.map(|topic| topic.about().name);
    PossibleValuesParser::new(names)
        .try_map(|name| Topic::named(&name).ok_or("there is no such topic"))
}
