//! Calls with wrappers, through a manager. Only one plugin is wrapped, so that the wrappers make
//! the difference.

use plugin_core::{Hooks, PluginManager};

use super::contract::{Answering, Around, Work};

/// The `Hooks` of one plugin and some wrappers.
#[derive(Debug)]
pub struct Wrapped {
    manager: PluginManager,
    kept: Hooks<dyn Work>,
}

impl Wrapped {
    /// Registers this many wrappers.
    ///
    /// # Panics
    ///
    /// If a plugin cannot be registered.
    pub fn by(wrappers: u64) -> Self {
        let manager = PluginManager::new::<dyn Work>();
        manager.register(Answering(0)).expect("a free id").expect_active();
        for number in 0..wrappers {
            manager
                .register_as(&format!("w{number}"), Around(number))
                .expect("a free id")
                .expect_active();
        }
        let kept = manager.hook::<dyn Work>();
        Self { manager, kept }
    }

    /// On the kept `Hooks`.
    #[inline]
    pub fn tell(&self, value: u64) {
        self.kept.tell(value);
    }

    /// On new `Hooks` from the manager.
    #[inline]
    pub fn tell_anew(&self, value: u64) {
        self.manager.hook::<dyn Work>().tell(value);
    }
}
