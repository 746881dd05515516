//! Eight plugins that are known at link time or earlier: functions in a linkme slice, in the list
//! of inventory, and direct calls.

use linkme::distributed_slice;
use plugin_benches_slice::TELL;

use super::body;

/// A function that is collected before `main`.
#[derive(Debug)]
pub struct Tell(fn(u64));

inventory::collect!(Tell);

macro_rules! plugins {
    ($($name:ident = $seed:literal),*) => {
        $(
            fn $name(value: u64) {
                body::tell($seed, value);
            }

            const _: () = {
                #[distributed_slice(TELL)]
                static ELEMENT: fn(u64) = $name;
            };

            inventory::submit!(Tell($name));
        )*
    };
}

plugins!(p0 = 0, p1 = 1, p2 = 2, p3 = 3, p4 = 4, p5 = 5, p6 = 6, p7 = 7);

/// The functions of the slice.
#[derive(Debug, Default)]
pub struct Linkme;

impl Linkme {
    /// Calls one after the other.
    #[inline]
    pub fn tell(&self, value: u64) {
        for tell in TELL {
            tell(value);
        }
    }
}

/// The functions of the list.
#[derive(Debug, Default)]
pub struct Inventory;

impl Inventory {
    /// Calls one after the other.
    #[inline]
    pub fn tell(&self, value: u64) {
        for Tell(tell) in inventory::iter::<Tell> {
            tell(value);
        }
    }
}

/// Plugins by value, each of a type that the compiler knows.
#[derive(Debug)]
pub struct Direct([u64; 8]);

impl Default for Direct {
    fn default() -> Self {
        Self([0, 1, 2, 3, 4, 5, 6, 7])
    }
}

impl Direct {
    /// Calls one after the other.
    #[inline]
    pub fn tell(&self, value: u64) {
        body::tell(self.0[0], value);
        body::tell(self.0[1], value);
        body::tell(self.0[2], value);
        body::tell(self.0[3], value);
        body::tell(self.0[4], value);
        body::tell(self.0[5], value);
        body::tell(self.0[6], value);
        body::tell(self.0[7], value);
    }
}
