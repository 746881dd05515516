//! Plugins made of closures.

use crate::hook::spec::HookSpec;
use crate::plugin::Plugin;

/// A hookspec that has a plugin made of closures, for tests. `#[hookspec]` implements it for
/// `dyn Trait`, with the feature `closures`.
#[diagnostic::on_unimplemented(
    message = "there is no fake of `{Self}`",
    label = "not a trait under `#[hookspec]`",
    note = "write `#[hookspec]` on the trait; where a type is wanted, name it as `dyn Trait`"
)]
pub trait FakeHookSpec: HookSpec {
    /// A plugin made of closures: with the feature `testing`, `testing::fake` makes one.
    type Fake: Plugin + Default;
}
