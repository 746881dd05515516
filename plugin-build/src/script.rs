//! The file that `plugin_core::plugin_crates!()` includes.
//!
//! ```text
//! use ::gateway_plugin_auth as _;
//!
//! pub(super) const CRATES: &[(&str, &str, &str, &str)] =
//!     &[("gateway_plugin_auth", "gateway-plugin-auth", "0.3.1", "registry+..")];
//! pub(super) const CORES: &[&str] = &["0.1.0"];
//! ```

use std::fmt::Write as _;

use crate::graph::Graph;

pub(crate) fn of(graph: &Graph) -> String {
    let mut text = "// Written by plugin-build from the dependencies of the package.\n".to_owned();
    let mut facts = String::new();
    for it in &graph.crates {
        // Writing to a string does not fail.
        let _ = writeln!(text, "use ::{} as _;", it.name);
        let _ =
            write!(facts, "({:?}, {:?}, {:?}, {:?}), ", it.name, it.package, it.version, it.source);
    }
    let _ = writeln!(text, "pub(super) const CRATES: &[(&str, &str, &str, &str)] = &[{facts}];");
    let _ = writeln!(text, "pub(super) const CORES: &[&str] = &{:?};", graph.cores);
    text
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
            source: "path+C:\\plugins".to_owned(),
        };
        let cores = vec!["0.1.0".to_owned()];
        let text = of(&Graph { crates: vec![auth], cores });
        let expected = r#"// Written by plugin-build from the dependencies of the package.
use ::auth as _;
pub(super) const CRATES: &[(&str, &str, &str, &str)] = &[("auth", "gateway-plugin-auth", "0.3.1", "path+C:\\plugins"), ];
pub(super) const CORES: &[&str] = &["0.1.0"];
"#;
        assert_eq!(text, expected);
    }
}
