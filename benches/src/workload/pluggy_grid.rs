//! pluggy's own benchmark, `test_call_hook`: plugins that call the hook again, and wrappers.

use plugin_core::{Hooks, Plugin, PluginManager, hookimpl, hookspec};

/// The hookspec of pluggy's benchmark.
#[hookspec]
pub trait Grid {
    /// Every plugin calls the hook again, `nesting` levels deep.
    fn fun(&self, hooks: &GridRelay, nesting: u32);
}

/// A plugin of pluggy's benchmark.
#[derive(Debug, Plugin)]
#[plugin(manual)]
pub struct Nesting;

#[hookimpl]
impl Grid for Nesting {
    fn fun(&self, hooks: &GridRelay, nesting: u32) {
        if nesting > 0 {
            hooks.fun(hooks, nesting - 1);
        }
    }
}

/// A wrapper of pluggy's benchmark.
#[derive(Debug, Plugin)]
#[plugin(manual)]
pub struct Wrapping;

#[hookimpl]
impl Grid for Wrapping {
    #[hookimpl(wrapper)]
    fn fun(&self, hooks: &GridRelay, nesting: u32, next: &dyn Fn(&GridRelay, u32)) {
        next(hooks, nesting);
    }
}

/// A row of the grid: plugins, wrappers, nesting.
pub type Row = (u32, u32, u32);

/// pluggy's grid.
pub const ROWS: [Row; 11] = [
    (1, 1, 0),
    (1, 1, 1),
    (1, 1, 5),
    (1, 5, 1),
    (1, 5, 5),
    (5, 1, 1),
    (5, 1, 5),
    (5, 5, 1),
    (5, 5, 5),
    (20, 20, 0),
    (100, 100, 0),
];

/// A row, ready to be called.
#[derive(Debug)]
pub struct Called {
    hooks: Hooks<dyn Grid>,
    nesting: u32,
}

impl Called {
    /// Registers the same plugins as pluggy's benchmark.
    ///
    /// # Panics
    ///
    /// If a plugin cannot be registered.
    pub fn of((plugins, wrappers, nesting): Row) -> Self {
        let manager = PluginManager::new::<dyn Grid>();
        for number in 0..plugins {
            manager
                .register_as(&format!("plug_{number}"), Nesting)
                .expect("a free id")
                .expect_active();
        }
        for number in 0..wrappers {
            manager
                .register_as(&format!("wrap_plug_{number}"), Wrapping)
                .expect("a free id")
                .expect_active();
        }
        Self { hooks: manager.hook::<dyn Grid>(), nesting }
    }

    /// One call from the host.
    #[inline]
    pub fn call(&self) {
        self.hooks.fun(&self.hooks, self.nesting);
    }
}
