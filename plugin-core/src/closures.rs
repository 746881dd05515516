//! Plugins made of closures.

use crate::hook::spec::HookSpec;
use crate::plugin::Plugin;

/// A hookspec that has a plugin made of closures, for tests.
///
/// Only `#[hookspec]` implements this trait, for `dyn Trait`, if the feature `closures` is enabled.
/// Do not implement it by hand.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no fake",
    label = "this is not a trait with `#[hookspec]`",
    note = "write `#[hookspec]` on the trait; where a type is expected, write `dyn Trait`"
)]
pub trait FakeHookSpec: HookSpec {
    /// The type of the plugin made of closures. With the feature `testing`, `testing::fake` creates
    /// one.
    type Fake: Plugin + Default;
}
