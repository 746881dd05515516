//! From a host's manifest and its lock file to the crates that it links.

use std::collections::{BTreeMap, BTreeSet};

use cargo_lock::{Lockfile, Package as Locked};
use cargo_metadata::cargo_platform::Cfg;
use cargo_metadata::{Dependency, DependencyKind, Metadata, Package, TargetKind};

/// What is written for a host.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Graph {
    /// Sorted by name.
    pub(crate) crates: Vec<PluginCrate>,
    /// The names of dependencies that the lock file does not have, as that of a pack which is built
    /// for another workspace. They are named, which does no harm, and not expected to have plugins.
    pub(crate) unknown: Vec<String>,
    /// The versions of `plugin-core` that they depend on, sorted.
    pub(crate) cores: Vec<String>,
}

/// A dependency of the host that depends on `plugin-core`.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PluginCrate {
    /// How the host's code names it.
    pub(crate) name: String,
    pub(crate) package: String,
    pub(crate) version: String,
    /// Where Cargo found it: a registry, a repository, or a path.
    pub(crate) source: String,
}

/// What is built, and for what.
pub(crate) struct Build {
    /// The enabled features, in the spelling of `CARGO_FEATURE_..`.
    pub(crate) features: Vec<String>,
    pub(crate) target: String,
    pub(crate) cfgs: Vec<Cfg>,
}

/// `members` has the packages of the workspace, the host among them.
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
        // Of other packages, Cargo has not read the manifest for us: nearly all libraries have the
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

/// What the lock file has for a dependency of the host.
fn resolved<'a>(lock: &'a Lockfile, host: &Locked, dependency: &Dependency) -> Option<&'a Locked> {
    let named = host.dependencies.iter().filter(|it| it.name.as_str() == dependency.name);
    let mut candidates: Vec<_> = named.collect();
    // Two versions of one package, under two names.
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

/// The package, and what it depends on, directly or not.
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

    /// Whether an enabled feature turns on an optional dependency.
    fn turns_on(&self, host: &Package, dependency: &Dependency) -> bool {
        let name = dependency.rename.as_ref().unwrap_or(&dependency.name);
        let is_on =
            |feature: &str| self.features.contains(&feature.to_uppercase().replace('-', "_"));
        let enabled = host.features.iter().filter(|(feature, _)| is_on(feature));
        enabled.flat_map(|(_, contents)| contents).any(|entry| {
            // `dep:name`, `name/feature`, `name`; but not `name?/feature`, which waits for others.
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

    /// The lock file of a host with two plugins, one of which it knows by another name.
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

    /// A package, in the form in which Cargo tells of it.
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

    /// The dependencies of the host, in the form of its manifest.
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
    fn the_framework_itself_and_what_is_ignored_are_not() {
        let found = [dependency("plugin-core", ""), dependency("contract", "")];
        assert!(names(&found, &[]).is_empty());
    }

    #[test]
    fn an_optional_dependency_is_there_if_an_enabled_feature_says_so() {
        let optional = |name| dependency(name, r#""optional": true"#);
        let both = [optional("auth"), optional("cache")];
        assert!(names(&both, &[]).is_empty());
        assert_eq!(names(&both, &["FAST"]), ["cache"]);
        // `cache?/x` waits for others to turn it on.
        assert_eq!(names(&both, &["WITH_AUTH"]), ["auth"]);
        assert_eq!(names(&both, &["FAST", "WITH_AUTH"]), ["auth", "cache"]);
    }

    #[test]
    fn a_dependency_for_another_target_or_another_purpose_is_left_out() {
        let for_target = |cfg| dependency("auth", &format!(r#", "target": "cfg({cfg})""#));
        assert_eq!(names(&[for_target("unix")], &[]), ["auth"]);
        assert!(names(&[for_target("windows")], &[]).is_empty());
        let dev = dependency("auth", "").replace(r#""kind": null"#, r#""kind": "dev""#);
        assert!(names(&[dev], &[]).is_empty());
    }

    #[test]
    fn what_the_lock_file_does_not_have_is_named_all_the_same() {
        let new = [dependency("auth", ""), dependency("just-added", "")].join(",");
        let graph = graph(&new, &[]).unwrap();
        assert_eq!((graph.crates.len(), graph.unknown), (1, vec!["just_added".to_owned()]));
    }

    #[test]
    fn a_list_of_the_wrong_form_is_refused_with_the_right_one() {
        let package = r#"{"name": "host", "version": "1.0.0", "id": "host", "dependencies": [],
            "features": {}, "targets": [], "manifest_path": "/host/Cargo.toml",
            "metadata": {"plugin-core": {"ignore": "contract"}}}"#;
        let host: Package = package_of(package);
        let error = ignored(&host).unwrap_err();
        assert!(error.ends_with("`ignore = [\"some-facade\"]`"), "{error}");
    }

    #[test]
    fn all_versions_of_plugin_core_are_known() {
        let both = [dependency("auth", ""), dependency("cache", "")].join(",");
        assert_eq!(graph(&both, &[]).unwrap().cores, ["0.1.0", "0.2.0"]);
    }
}
