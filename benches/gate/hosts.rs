//! The hosts on which calls are made: managers with kept `Hooks`, and a plugin set.

use plugin_core::{Hooks, PluginManager, PluginSet};

use super::contract::{Answering, Around, Work};
use super::hundred::{P00, P01, P02, P03, P04, P05, P06, P07};

/// A manager and its `Hooks`.
#[derive(Debug)]
pub(crate) struct Called {
    pub(crate) manager: PluginManager,
    pub(crate) hooks: Hooks<dyn Work>,
}

impl Called {
    pub(crate) fn by(manager: PluginManager) -> Self {
        let hooks = manager.hook::<dyn Work>();
        Self { manager, hooks }
    }

    pub(crate) fn eight() -> Self {
        Self::by(eight())
    }

    pub(crate) fn wrapped_by_ten() -> Self {
        let manager = PluginManager::new::<dyn Work>();
        manager.register(Answering(0)).expect("a free id").expect_active();
        for number in 0..10 {
            manager
                .register_as(&format!("w{number}"), Around(number))
                .expect("a free id")
                .expect_active();
        }
        Self::by(manager)
    }
}

pub(crate) fn hundred_of_eight() -> Vec<PluginManager> {
    (0..100).map(|_| eight()).collect()
}

fn eight() -> PluginManager {
    let manager = PluginManager::new::<dyn Work>();
    for number in 0..8 {
        manager
            .register_as(&format!("p{number}"), Answering(number))
            .expect("a free id")
            .expect_active();
    }
    manager
}

/// A plugin set of eight plugins.
#[derive(Debug, Default, PluginSet)]
#[plugin_set(hookspecs(Work))]
pub(crate) struct SetOfEight {
    p0: P00,
    p1: P01,
    p2: P02,
    p3: P03,
    p4: P04,
    p5: P05,
    p6: P06,
    p7: P07,
}
