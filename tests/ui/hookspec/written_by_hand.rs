//! Only the attribute implements `HookSpec`.

use plugin_core::HookSpec;

trait Hooks: Send + Sync + 'static {}

impl HookSpec for dyn Hooks {}

fn main() {}
