//! Writes the file that `plugin_core::plugin_crates!()` includes. The file is an expression: it
//! names the crates, so that they are linked, and its value is the facts known about them.
//!
//! ```text
//! {
//!     use ::gateway_plugin_auth as _;
//!     (
//!         &[("gateway_plugin_auth", "gateway-plugin-auth", "0.3.1", "registry+..")],
//!         &["0.1.0"],
//!     )
//! }
//! ```

use crate::graph::Graph;

pub(crate) fn of(graph: &Graph) -> String {
    let names = graph.crates.iter().map(|it| &it.name).chain(&graph.unknown);
    let names = names.map(|name| format!("    use ::{name} as _;\n"));
    let facts = graph
        .crates
        .iter()
        .map(|it| format!("({:?}, {:?}, {:?}, {:?})", it.name, it.package, it.version, it.source));
    format!(
        "// Written by plugin-build from the dependencies of the package. If a crate cannot be found,\n\
         // its library is not named after its package: see `ignore` in the docs of plugin-build.\n\
         {{\n{}    (&[{}], &{:?})\n}}\n",
        names.collect::<String>(),
        facts.collect::<Vec<_>>().join(", "),
        graph.cores
    )
}

/// The same crates as a text, for a host that lists crates by hand: `name|package|version|source`,
/// separated by spaces.
pub(crate) fn found(graph: &Graph) -> String {
    let known = graph.crates.iter();
    let known = known.map(|it| format!("{}|{}|{}|{}", it.name, it.package, it.version, it.source));
    let unknown = graph.unknown.iter().map(|name| format!("{name}|||"));
    known.chain(unknown).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::PluginCrate;

    #[test]
    fn every_crate_is_named_and_described() {
        let auth = PluginCrate {
            name: "auth".to_owned(),
            package: "gateway-plugin-auth".to_owned(),
            version: "0.3.1".to_owned(),
            source: "registry".to_owned(),
        };
        let unknown = vec!["other".to_owned()];
        let graph = Graph { crates: vec![auth], unknown, cores: vec!["0.1.0".to_owned()] };
        assert_eq!(found(&graph), "auth|gateway-plugin-auth|0.3.1|registry other|||");
        let text = of(&graph);
        let expected = r#"// Written by plugin-build from the dependencies of the package. If a crate cannot be found,
// its library is not named after its package: see `ignore` in the docs of plugin-build.
{
    use ::auth as _;
    use ::other as _;
    (&[("auth", "gateway-plugin-auth", "0.3.1", "registry")], &["0.1.0"])
}
"#;
        assert_eq!(text, expected);
    }

    #[test]
    fn a_host_without_plugins_has_an_empty_list() {
        assert!(of(&Graph::default()).ends_with("{\n    (&[], &[])\n}\n"));
    }
}
