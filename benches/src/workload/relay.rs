//! Calls through a manager: on a pinned relay, and on one that is asked for anew.

use plugin_core::{Hooks, PluginManager};

use super::contract::{Answering, Bystander, Silent, Work};
use super::scale::Scale;

/// A manager with plugins, and its relay.
#[derive(Debug)]
pub struct Relay {
    manager: PluginManager,
    pinned: Hooks<dyn Work>,
}

impl Relay {
    /// Those that implement the hook answer.
    ///
    /// # Panics
    ///
    /// When plugins cannot be registered.
    pub fn answering(scale: Scale) -> Self {
        Self::new(scale, |manager, id, number| {
            manager.register_as(id, Answering(number)).expect("a free id").expect_active();
        })
    }

    /// Those that implement the hook have no answer.
    ///
    /// # Panics
    ///
    /// When plugins cannot be registered.
    pub fn silent(scale: Scale) -> Self {
        Self::new(scale, |manager, id, number| {
            manager.register_as(id, Silent(number)).expect("a free id").expect_active();
        })
    }

    fn new(scale: Scale, implementing: impl Fn(&PluginManager, &str, u64)) -> Self {
        let manager = PluginManager::new::<dyn Work>();
        for (number, implements) in scale.plugins() {
            let id = format!("p{number}");
            if implements {
                implementing(&manager, &id, number);
            } else {
                manager.register_as(&id, Bystander(number)).expect("a free id").expect_active();
            }
        }
        let pinned = manager.hook::<dyn Work>();
        Self { manager, pinned }
    }

    /// Through the pinned relay.
    #[inline]
    pub fn tell(&self, value: u64) {
        self.pinned.tell(value);
    }

    /// Through the pinned relay.
    #[inline]
    pub fn ask(&self, value: u64) -> Vec<u64> {
        self.pinned.ask(value)
    }

    /// Through the pinned relay.
    #[inline]
    pub fn ask_first(&self, value: u64) -> Option<u64> {
        self.pinned.ask_first(value)
    }

    /// Through a relay that the manager is asked for.
    #[inline]
    pub fn tell_anew(&self, value: u64) {
        self.manager.hook::<dyn Work>().tell(value);
    }

    /// Through a relay that the manager is asked for.
    #[inline]
    pub fn ask_anew(&self, value: u64) -> Vec<u64> {
        self.manager.hook::<dyn Work>().ask(value)
    }

    /// Through a relay that the manager is asked for.
    #[inline]
    pub fn ask_first_anew(&self, value: u64) -> Option<u64> {
        self.manager.hook::<dyn Work>().ask_first(value)
    }

    /// Asks the manager for a relay, and calls nothing.
    #[inline]
    pub fn hook(&self) -> Hooks<dyn Work> {
        self.manager.hook::<dyn Work>()
    }
}
