//! Calls through a manager: on kept `Hooks`, and on `Hooks` that each call gets from the manager.

use plugin_core::{Hooks, PluginManager};

use super::contract::{Answering, Bystander, Silent, Work};
use super::scale::Scale;

/// A manager with plugins, and its `Hooks`.
#[derive(Debug)]
pub struct Managed {
    manager: PluginManager,
    kept: Hooks<dyn Work>,
}

impl Managed {
    /// Plugins that implement the hook return a value.
    ///
    /// # Panics
    ///
    /// If a plugin cannot be registered.
    pub fn answering(scale: Scale) -> Self {
        Self::new(scale, |manager, id, number| {
            manager.register_as(id, Answering(number)).expect("a free id").expect_active();
        })
    }

    /// Plugins that implement the hook return no value.
    ///
    /// # Panics
    ///
    /// If a plugin cannot be registered.
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
        let kept = manager.hook::<dyn Work>();
        Self { manager, kept }
    }

    /// On the kept `Hooks`.
    #[inline]
    pub fn tell(&self, value: u64) {
        self.kept.tell(value);
    }

    /// On the kept `Hooks`.
    #[inline]
    pub fn ask(&self, value: u64) -> Vec<u64> {
        self.kept.ask(value)
    }

    /// On the kept `Hooks`.
    #[inline]
    pub fn ask_first(&self, value: u64) -> Option<u64> {
        self.kept.ask_first(value)
    }

    /// On new `Hooks` from the manager.
    #[inline]
    pub fn tell_anew(&self, value: u64) {
        self.manager.hook::<dyn Work>().tell(value);
    }

    /// On new `Hooks` from the manager.
    #[inline]
    pub fn ask_anew(&self, value: u64) -> Vec<u64> {
        self.manager.hook::<dyn Work>().ask(value)
    }

    /// On new `Hooks` from the manager.
    #[inline]
    pub fn ask_first_anew(&self, value: u64) -> Option<u64> {
        self.manager.hook::<dyn Work>().ask_first(value)
    }

    /// Gets `Hooks` from the manager, and calls nothing.
    #[inline]
    pub fn hook(&self) -> Hooks<dyn Work> {
        self.manager.hook::<dyn Work>()
    }
}
