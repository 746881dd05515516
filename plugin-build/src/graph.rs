//! Finds the crates that a host links, from its manifest and its lock file.

use std::collections::{BTreeMap, BTreeSet};

use cargo_lock::{Lockfile, Package as Locked};
use cargo_metadata::cargo_platform::Cfg;
use cargo_metadata::{Dependency, DependencyKind, Metadata, Package, TargetKind};

/// The content of the file that is written for a host.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Graph {
    /// Sorted by name.
    pub(crate) crates: Vec<PluginCrate>,
    /// The names of dependencies that the lock file does not contain, such as those of a pack that
    /// is built for another workspace. They are named, which does no harm, but they need not have
    /// plugins.
    pub(crate) unknown: Vec<String>,
    /// The versions of `plugin-core` that these crates depend on, sorted.
    pub(crate) cores: Vec<String>,
}

/// A dependency of the host that depends on `plugin-core`.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PluginCrate {
    /// The name of the crate in the host's code.
    pub(crate) name: String,
    pub(crate) package: String,
    pub(crate) version: String,
    /// Where Cargo found the package: a registry, a repository, or a path.
    pub(crate) source: String,
}

/// The features, the target and the conditions of the build.
pub(crate) struct Build {
    /// The enabled features, spelled as in `CARGO_FEATURE_..`.
    pub(crate) features: Vec<String>,
    pub(crate) target: String,
    pub(crate) cfgs: Vec<Cfg>,
}

/// `members` contains the packages of the workspace, including the host.
pub(crate) fn read(
    members: &Metadata,
    host: &Package,
    lock: Option<&Lockfile>,
    build: &Build,
) -> Result<Graph, String> {
    let locked =
        lock.and_then(|lock| Some((lock, lock.packages.iter().find(|it| is_locked_as(host, it))?)));
    let ignored = ignored(host)?;
    let mut graph = Graph::default();
    let mut cores = BTreeSet::new();
    for dependency in host.dependencies.iter().filter(|it| build.has(host, it)) {
        if ignored.contains(&dependency.name) {
            continue;
        }
        let resolved =
            locked.and_then(|(lock, host)| Some((lock, resolved(lock, host, dependency)?)));
        let Some((lock, package)) = resolved else {
            let name = dependency.rename.as_ref().unwrap_or(&dependency.name);
            graph.unknown.push(name.replace('-', "_"));
            continue;
        };
        let below = below(lock, package);
        let found = below.iter().filter(|it| it.name.as_str() == "plugin-core");
        cores.extend(found.clone().map(|core| core.version.clone()));
        let uses_core = package.name.as_str() != "plugin-core" && found.count() > 0;
        if uses_core {
            graph.crates.extend(plugin_crate(members, dependency, package));
        }
    }
    graph.crates.sort();
    graph.crates.dedup();
    graph.unknown.sort();
    graph.unknown.dedup();
    graph.cores = cores.iter().map(ToString::to_string).collect();
    Ok(graph)
}

/// `None` for a procedural macro, which is not linked.
fn plugin_crate(
    members: &Metadata,
    dependency: &Dependency,
    package: &Locked,
) -> Option<PluginCrate> {
    let member = members.packages.iter().find(|it| is_locked_as(it, package));
    let library = member.map(|member| {
        let kinds = [TargetKind::Lib, TargetKind::RLib, TargetKind::DyLib];
        member.targets.iter().find(|target| target.kind.iter().any(|kind| kinds.contains(kind)))
    });
    let own_name = match library {
        Some(library) => library?.name.clone(),
        // Cargo has not read the manifests of other packages for us. Nearly all libraries have the
        // name of their package.
        None => package.name.to_string(),
    };
    let name = dependency.rename.as_ref().unwrap_or(&own_name);
    let source = package.source.as_ref().map(ToString::to_string);
    Some(PluginCrate {
        name: name.replace('-', "_"),
        package: package.name.to_string(),
        version: package.version.to_string(),
        source: source.unwrap_or_else(|| "path".to_owned()),
    })
}

fn is_locked_as(package: &Package, locked: &Locked) -> bool {
    locked.source.is_none()
        && locked.name.as_str() == package.name.as_str()
        && locked.version.to_string() == package.version.to_string()
}

/// The package in the lock file that a dependency of the host resolves to.
fn resolved<'a>(lock: &'a Lockfile, host: &Locked, dependency: &Dependency) -> Option<&'a Locked> {
    let named = host.dependencies.iter().filter(|it| it.name.as_str() == dependency.name);
    let mut candidates: Vec<_> = named.collect();
    // The host may depend on two versions of one package, under two names.
    if candidates.len() > 1 {
        candidates.retain(|it| {
            let version = it.version.to_string().parse();
            version.is_ok_and(|version| dependency.req.matches(&version))
        });
    }
    let found = candidates.first()?;
    lock.packages.iter().find(|it| {
        it.name == found.name && it.version == found.version && it.source == found.source
    })
}

/// The package and its dependencies, direct or not.
fn below<'a>(lock: &'a Lockfile, package: &'a Locked) -> Vec<&'a Locked> {
    let by_id: BTreeMap<_, _> =
        lock.packages.iter().map(|it| ((&it.name, &it.version, &it.source), it)).collect();
    let mut seen = BTreeSet::from([(&package.name, &package.version, &package.source)]);
    let mut found = vec![package];
    let mut next = 0;
    while let Some(package) = found.get(next) {
        next += 1;
        for it in &package.dependencies {
            let id = (&it.name, &it.version, &it.source);
            if let Some(package) = by_id.get(&id).filter(|_| seen.insert(id)) {
                found.push(package);
            }
        }
    }
    found
}

impl Build {
    /// Whether a dependency is linked into this build.
    fn has(&self, host: &Package, dependency: &Dependency) -> bool {
        let for_target = dependency.target.as_ref();
        dependency.kind == DependencyKind::Normal
            && for_target.is_none_or(|it| it.matches(&self.target, &self.cfgs))
            && (!dependency.optional || self.turns_on(host, dependency))
    }

    /// Whether an enabled feature turns an optional dependency on.
    fn turns_on(&self, host: &Package, dependency: &Dependency) -> bool {
        let name = dependency.rename.as_ref().unwrap_or(&dependency.name);
        let is_on =
            |feature: &str| self.features.contains(&feature.to_uppercase().replace('-', "_"));
        let enabled = host.features.iter().filter(|(feature, _)| is_on(feature));
        enabled.flat_map(|(_, contents)| contents).any(|entry| {
            // `dep:name`, `name/feature` and `name` turn the dependency on, but `name?/feature`
            // does not: it only applies if another entry turns it on.
            let entry = entry.strip_prefix("dep:").unwrap_or(entry);
            entry.split('/').next() == Some(name)
        })
    }
}

/// `[package.metadata.plugin-core] ignore = [..]`
fn ignored(host: &Package) -> Result<Vec<String>, String> {
    let list = &host.metadata["plugin-core"]["ignore"];
    if list.is_null() {
        return Ok(Vec::new());
    }
    let names = list.as_array().map(|list| list.iter().map(|it| it.as_str().map(str::to_owned)));
    names.and_then(Iterator::collect).ok_or_else(|| {
        "`package.metadata.plugin-core.ignore` must be a list of package names: \
         `ignore = [\"some-facade\"]`"
            .to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lock file of a host with two plugins, one of which the host renames.
    const LOCK: &str = r#"
version = 4

[[package]]
name = "host"
version = "1.0.0"
dependencies = ["auth", "cache", "contract", "helper", "plugin-core 0.2.0"]

[[package]]
name = "auth"
version = "0.3.0"
source = "registry+https://example.org/index"
dependencies = ["contract"]

[[package]]
name = "cache"
version = "0.1.0"
dependencies = ["contract", "plugin-core 0.1.0"]

[[package]]
name = "contract"
version = "1.0.0"
dependencies = ["plugin-core 0.2.0"]

[[package]]
name = "helper"
version = "0.1.0"

[[package]]
name = "plugin-core"
version = "0.1.0"

[[package]]
name = "plugin-core"
version = "0.2.0"
"#;

    /// A package, as `cargo metadata` prints it.
    fn package_of(package: &str) -> Package {
        members_of(package).packages.remove(0)
    }

    fn members_of(package: &str) -> Metadata {
        let metadata = format!(
            r#"{{"packages": [{package}], "workspace_members": ["host"], "version": 1,
                "workspace_root": "/host", "target_directory": "/host/target"}}"#
        );
        cargo_metadata::MetadataCommand::parse(metadata.replace('\n', " ")).unwrap()
    }

    /// Reads a host with these dependencies, which are written as `cargo metadata` prints them.
    fn graph(dependencies: &str, features: &[&str]) -> Result<Graph, String> {
        let package = format!(
            r#"{{"name": "host", "version": "1.0.0", "id": "host", "dependencies": [{dependencies}],
                "features": {{"fast": ["dep:cache"], "with-auth": ["auth/tls", "cache?/x"]}},
                "targets": [], "manifest_path": "/host/Cargo.toml", "edition": "2024",
                "metadata": {{"plugin-core": {{"ignore": ["contract"]}}}}}}"#
        );
        let members = members_of(&package);
        let build = Build {
            features: features.iter().map(|it| (*it).to_owned()).collect(),
            target: "x86_64-unknown-linux-gnu".to_owned(),
            cfgs: ["unix", "target_os = \"linux\""].map(|cfg| cfg.parse().unwrap()).into(),
        };
        read(&members, &members.packages[0], Some(&LOCK.parse().unwrap()), &build)
    }

    fn dependency(name: &str, more: &str) -> String {
        let base = r#""req": "*", "kind": null, "uses_default_features": true, "features": []"#;
        let more = if more.contains("optional") {
            more.to_owned()
        } else {
            format!(r#""optional": false{more}"#)
        };
        format!(r#"{{"name": "{name}", {base}, {more}}}"#)
    }

    fn names(dependencies: &[String], features: &[&str]) -> Vec<String> {
        let graph = graph(&dependencies.join(","), features).unwrap();
        graph.crates.into_iter().map(|it| it.name).collect()
    }

    #[test]
    fn crates_that_depend_on_plugin_core_are_named_as_the_host_names_them() {
        let renamed = dependency("cache", r#", "rename": "fast-cache""#);
        let found = [dependency("auth", ""), renamed, dependency("helper", "")];
        assert_eq!(names(&found, &[]), ["auth", "fast_cache"]);
    }

    #[test]
    fn plugin_core_and_ignored_packages_are_not_named() {
        let found = [dependency("plugin-core", ""), dependency("contract", "")];
        assert!(names(&found, &[]).is_empty());
    }

    #[test]
    fn an_optional_dependency_is_linked_if_an_enabled_feature_turns_it_on() {
        let optional = |name| dependency(name, r#""optional": true"#);
        let both = [optional("auth"), optional("cache")];
        assert!(names(&both, &[]).is_empty());
        assert_eq!(names(&both, &["FAST"]), ["cache"]);
        // `cache?/x` does not turn `cache` on by itself.
        assert_eq!(names(&both, &["WITH_AUTH"]), ["auth"]);
        assert_eq!(names(&both, &["FAST", "WITH_AUTH"]), ["auth", "cache"]);
    }

    #[test]
    fn a_dependency_for_another_target_or_of_another_kind_is_skipped() {
        let for_target = |cfg| dependency("auth", &format!(r#", "target": "cfg({cfg})""#));
        assert_eq!(names(&[for_target("unix")], &[]), ["auth"]);
        assert!(names(&[for_target("windows")], &[]).is_empty());
        let dev = dependency("auth", "").replace(r#""kind": null"#, r#""kind": "dev""#);
        assert!(names(&[dev], &[]).is_empty());
    }

    #[test]
    fn a_dependency_that_the_lock_file_lacks_is_named_as_well() {
        let new = [dependency("auth", ""), dependency("just-added", "")].join(",");
        let graph = graph(&new, &[]).unwrap();
        assert_eq!((graph.crates.len(), graph.unknown), (1, vec!["just_added".to_owned()]));
    }

    #[test]
    fn a_malformed_ignore_list_is_rejected_with_the_right_form() {
        let package = r#"{"name": "host", "version": "1.0.0", "id": "host", "dependencies": [],
            "features": {}, "targets": [], "manifest_path": "/host/Cargo.toml",
            "metadata": {"plugin-core": {"ignore": "contract"}}}"#;
        let host: Package = package_of(package);
        let error = ignored(&host).unwrap_err();
        assert!(error.ends_with("`ignore = [\"some-facade\"]`"), "{error}");
    }

    #[test]
    fn all_versions_of_plugin_core_are_found() {
        let both = [dependency("auth", ""), dependency("cache", "")].join(",");
        assert_eq!(graph(&both, &[]).unwrap().cores, ["0.1.0", "0.2.0"]);
    }
}
