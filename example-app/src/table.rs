//! The table of all linked plugins, active or not, and the values that the host provides to them.

use std::io::{self, Write};

use comfy_table::Table;
use comfy_table::presets::UTF8_HORIZONTAL_ONLY;
use plugin_core::Registry;
use plugin_core::info::PluginInfo;

use crate::gateway::Gateway;

/// One row for each plugin, by id; below it, the descriptions and the provided values.
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
        writeln!(out, " provided by the host: {value}")?;
    }
    Ok(())
}

/// The relations to other plugins, as the plugin declares them.
fn relations(plugin: &PluginInfo) -> String {
    let requires = plugin.requires().iter().map(|it| format!("requires {it}"));
    let optional = plugin.optional().iter().map(|it| format!("optional {it}"));
    let conflicts = plugin.conflicts().iter().map(|it| format!("conflicts {it}"));
    let provides = plugin.provides().iter().map(|it| format!("provides {it}"));
    let host = plugin.contract().map(|it| format!("host {it}"));
    let lines = requires.chain(optional).chain(conflicts).chain(provides).chain(host);
    lines.collect::<Vec<_>>().join("\n")
}

/// The hooks that the plugin implements, or why it is not active.
fn hooks(gateway: &Gateway, plugin: &PluginInfo) -> String {
    let Some(hooks) = gateway.plugins.hooks_for(plugin.id()) else {
        let skipped = gateway.plugins.skipped();
        let is_skipped = skipped.iter().any(|it| it.plugin().info() == plugin);
        return if is_skipped { "skipped" } else { "disabled" }.to_owned();
    };
    hooks.iter().map(|hook| hook.name()).collect::<Vec<_>>().join("\n")
}
