//! Calls with wrappers, through a manager. One plugin answers, so that the wrappers are what differs.

use plugin_core::{Hooks, PluginManager};

use super::contract::{Answering, Around, Work};

/// A relay of one plugin and some wrappers.
#[derive(Debug)]
pub struct Wrapped {
    manager: PluginManager,
    pinned: Hooks<dyn Work>,
}

impl Wrapped {
    /// With so many wrappers.
    ///
    /// # Panics
    ///
    /// When plugins cannot be registered.
    pub fn by(wrappers: u64) -> Self {
        let manager = PluginManager::new::<dyn Work>();
        manager.register(Answering(0)).expect("a free id").expect_active();
        for number in 0..wrappers {
            manager
                .register_as(&format!("w{number}"), Around(number))
                .expect("a free id")
                .expect_active();
        }
        let pinned = manager.hook::<dyn Work>();
        Self { manager, pinned }
    }

    /// Through the pinned relay.
    #[inline]
    pub fn tell(&self, value: u64) {
        self.pinned.tell(value);
    }

    /// Through a relay that the manager is asked for.
    #[inline]
    pub fn tell_anew(&self, value: u64) {
        self.manager.hook::<dyn Work>().tell(value);
    }
}
