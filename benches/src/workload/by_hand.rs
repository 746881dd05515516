//! The loop that a host writes without a framework: boxed plugins of a trait with default bodies.

use std::fmt;

use super::body;
use super::scale::Scale;

/// The hooks of [`Work`](super::contract::Work), as a host would write them without a framework.
pub trait WorkByHand: Send + Sync {
    /// Returns nothing.
    fn tell(&self, _value: u64) {}
    /// The results are collected.
    fn ask(&self, _value: u64) -> Option<u64> {
        None
    }
    /// The first result wins.
    fn ask_first(&self, _value: u64) -> Option<u64> {
        None
    }
    /// The hook of plugins that do not implement the hook that is called.
    fn rest(&self) {}
}

struct Answering(u64);

impl WorkByHand for Answering {
    fn tell(&self, value: u64) {
        body::tell(self.0, value);
    }

    fn ask(&self, value: u64) -> Option<u64> {
        body::answer(self.0, value)
    }

    fn ask_first(&self, value: u64) -> Option<u64> {
        body::answer(self.0, value)
    }
}

struct Silent(u64);

impl WorkByHand for Silent {
    fn tell(&self, value: u64) {
        body::tell(self.0, value);
    }

    fn ask(&self, value: u64) -> Option<u64> {
        body::no_answer(self.0, value)
    }

    fn ask_first(&self, value: u64) -> Option<u64> {
        body::no_answer(self.0, value)
    }
}

struct Bystander(u64);

impl WorkByHand for Bystander {
    fn rest(&self) {
        body::tell(self.0, 0);
    }
}

/// The plugins that the loop calls.
#[derive(Debug, Clone, Copy)]
pub enum Over {
    /// All plugins. Those that do not implement the hook run its default body.
    All,
    /// Only plugins that implement the hook, selected beforehand.
    Implementers,
}

/// The plugins of a host without a framework.
pub struct ByHand(Vec<Box<dyn WorkByHand>>);

impl ByHand {
    /// Plugins that implement the hook return a value.
    pub fn answering(scale: Scale, over: Over) -> Self {
        Self::new(scale, over, |number| Box::new(Answering(number)))
    }

    /// Plugins that implement the hook return no value.
    pub fn silent(scale: Scale, over: Over) -> Self {
        Self::new(scale, over, |number| Box::new(Silent(number)))
    }

    fn new(scale: Scale, over: Over, implementer: fn(u64) -> Box<dyn WorkByHand>) -> Self {
        let plugins = scale.plugins().filter_map(|(number, implements)| match (implements, over) {
            (true, _) => Some(implementer(number)),
            (false, Over::All) => Some(Box::new(Bystander(number)) as Box<dyn WorkByHand>),
            (false, Over::Implementers) => None,
        });
        Self(plugins.collect())
    }

    /// Calls every plugin.
    #[inline]
    pub fn tell(&self, value: u64) {
        for plugin in &self.0 {
            plugin.tell(value);
        }
    }

    /// Calls every plugin and collects the results, with one allocation.
    #[inline]
    pub fn ask(&self, value: u64) -> Vec<u64> {
        let mut answers = Vec::with_capacity(self.0.len());
        for plugin in &self.0 {
            if let Some(answer) = plugin.ask(value) {
                answers.push(answer);
            }
        }
        answers
    }

    /// Calls plugins until one returns a value.
    #[inline]
    pub fn ask_first(&self, value: u64) -> Option<u64> {
        self.0.iter().find_map(|plugin| plugin.ask_first(value))
    }
}

impl fmt::Debug for ByHand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ByHand").field(&self.0.len()).finish()
    }
}
