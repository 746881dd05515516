//! What is known of the linked plugins, as a table: also of those that take no part; and who holds
//! what the host gives.

use std::io::{self, Write};

use comfy_table::Table;
use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use plugin_core::{PluginInfo, Registry};

use crate::gateway::Gateway;

/// One row for each plugin, by id; below, what each is for, and what those that take part were given.
pub(crate) fn print(out: &mut dyn Write, gateway: &Gateway) -> io::Result<()> {
    let mut table = Table::new();
    table.load_style(UTF8_HORIZONTAL_ONLY);
    table.set_header(["plugin", "version", "with others", "hooks", "package", "found"]);
    for plugin in Registry::linked().plugins() {
        let package = plugin.package();
        table.add_row([
            plugin.id().to_owned(),
            plugin.version().to_string(),
            relations(plugin),
            hooks(gateway, plugin),
            format!("{}\n{}", package.name(), package.license()),
            Registry::linked().crate_of(plugin).map_or("unknown", |it| it.source()).to_owned(),
        ]);
    }
    writeln!(out, "{}\n", table.trim_fmt())?;
    for plugin in Registry::linked().plugins() {
        writeln!(out, " {:<14}  {}", plugin.id(), plugin.description())?;
    }
    writeln!(out)?;
    for value in gateway.plugins.injected() {
        writeln!(out, " given by the host: {value}")?;
    }
    Ok(())
}

/// What it says of others, in the words in which it is written.
fn relations(plugin: &PluginInfo) -> String {
    let requires = plugin.requires().iter().map(|it| format!("requires {it}"));
    let optional = plugin.optional().iter().map(|it| format!("optional {it}"));
    let conflicts = plugin.conflicts().iter().map(|it| format!("conflicts {it}"));
    let provides = plugin.provides().iter().map(|it| format!("provides {it}"));
    let host = plugin.contract().map(|it| format!("host {it}"));
    let lines = requires.chain(optional).chain(conflicts).chain(provides).chain(host);
    lines.collect::<Vec<_>>().join("\n")
}

/// The hooks that it implements, or why it takes no part.
fn hooks(gateway: &Gateway, plugin: &PluginInfo) -> String {
    let Some(hooks) = gateway.plugins.hooks_for(plugin.id()) else {
        let skipped = gateway.plugins.skipped();
        let is_skipped = skipped.iter().any(|it| it.plugin().info() == plugin);
        return if is_skipped { "left out" } else { "disabled" }.to_owned();
    };
    hooks.iter().map(|hook| hook.name()).collect::<Vec<_>>().join("\n")
}
