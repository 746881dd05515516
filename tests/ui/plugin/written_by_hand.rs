//! Only the derive implements `Plugin`.

use plugin_core::Plugin;

struct Tool;

impl Plugin for Tool {}

fn main() {}
