//! Who takes part: the plugins behind each hook in call order, and what is known of each.

use std::io::{self, Write};

use plugin_core::{Catalogue, PinnedRelay};

use crate::gateway::Gateway;

/// The plugins by hook, in call order.
pub(crate) fn order(out: &mut dyn Write, gateway: &Gateway) -> io::Result<()> {
    writeln!(out, "Plugins by hook, in call order (a * marks a wrapper: it runs around the rest)")?;
    for caller in PinnedRelay::callers(&gateway.hooks) {
        let plugins = caller.hookimpls().iter().map(|it| {
            let mark = if it.info().is_wrapper() { "*" } else { "" };
            format!("{}{mark}", it.plugin().id())
        });
        let plugins = plugins.collect::<Vec<_>>().join(", ");
        let plugins = if plugins.is_empty() { "-" } else { &plugins };
        writeln!(out, "  {:<16} {plugins}", caller.info().name())?;
    }
    writeln!(out)
}

/// The linked plugins by id, also those that were kept out.
pub(crate) fn plugins(out: &mut dyn Write, gateway: &Gateway) -> io::Result<()> {
    for plugin in Catalogue::linked().plugins() {
        writeln!(out, "{} {} ({})", plugin.id(), plugin.version(), plugin.package().name())?;
        writeln!(out, "    {}", plugin.description())?;
        let source = Catalogue::linked().crate_of(plugin).map_or("unknown", |it| it.source());
        writeln!(out, "    {}, from {source}", plugin.package().license())?;
        match gateway.plugins.hooks_of(plugin.id()) {
            Some(hooks) => {
                let hooks: Vec<_> = hooks.iter().map(|hook| hook.name()).collect();
                writeln!(out, "    hooks: {}", hooks.join(", "))?;
            }
            None => writeln!(out, "    disabled")?,
        }
    }
    Ok(())
}

/// Whether anything is missing: what was found out, and whether that is nothing.
pub(crate) fn doctor(out: &mut dyn Write, gateway: &Gateway) -> io::Result<bool> {
    let linked = Catalogue::linked();
    for it in linked.crates() {
        let plugins = linked.plugins().filter(|plugin| linked.crate_of(plugin) == Some(it));
        writeln!(out, "{it} from {}: {} plugins", it.source(), plugins.count())?;
    }
    let diagnosis = gateway.plugins.diagnose();
    writeln!(out, "\n{diagnosis}")?;
    Ok(diagnosis.is_clean())
}
