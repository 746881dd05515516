//! The number of plugins, and how many of them implement the hook that is called.

/// A number of plugins, and which of them implement the hook.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    /// The name in reports.
    pub name: &'static str,
    /// The number of all plugins.
    pub plugins: u64,
    every: u64,
}

impl Scale {
    /// A scale at which every plugin implements the hook.
    pub const fn all(name: &'static str, plugins: u64) -> Self {
        Self { name, plugins, every: 1 }
    }

    /// A scale at which one plugin in ten implements the hook, starting with the first.
    pub const fn tenth(name: &'static str, plugins: u64) -> Self {
        Self { name, plugins, every: 10 }
    }

    /// For each plugin its number, and whether it implements the hook.
    pub fn plugins(self) -> impl Iterator<Item = (u64, bool)> {
        (0..self.plugins).map(move |number| (number, number % self.every == 0))
    }
}

/// The scales at which calls are measured.
pub const SCALES: [Scale; 7] = [
    Scale::all("all_1", 1),
    Scale::all("all_8", 8),
    Scale::all("all_64", 64),
    Scale::all("all_1k", 1000),
    Scale::tenth("tenth_8", 8),
    Scale::tenth("tenth_64", 64),
    Scale::tenth("tenth_1k", 1000),
];
