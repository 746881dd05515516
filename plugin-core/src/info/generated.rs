//! The functions with which generated code creates facts: their fields are private.

#![allow(missing_docs, clippy::must_use_candidate, reason = "named by generated code only")]

use super::hook::{HookInfo, HookSpecInfo};
use super::hookimpl::{HookImplInfo, Kind, Precedence};
use super::plugin::PluginInfo;
use super::relations::{Capability, Relation, Requirement};
use super::source::{Location, Package};
use super::type_key::TypeKey;

/// Returns the Cargo package that is being compiled.
#[doc(hidden)]
#[macro_export]
macro_rules! __package {
    () => {{
        // Not `env!`: build systems other than Cargo do not set these variables.
        $crate::__private_0_1_0::package_of(
            ::core::module_path!(),
            ::core::option_env!("CARGO_PKG_NAME"),
            ::core::option_env!("CARGO_PKG_VERSION"),
            ::core::option_env!("CARGO_PKG_AUTHORS"),
            ::core::option_env!("CARGO_PKG_LICENSE"),
            ::core::option_env!("CARGO_PKG_REPOSITORY"),
        )
    }};
}

pub const fn package_of(
    module: &'static str,
    name: Option<&'static str>,
    version: Option<&'static str>,
    authors: Option<&'static str>,
    license: Option<&'static str>,
    repository: Option<&'static str>,
) -> Package {
    new_package(
        or(name, module),
        or(version, "0.0.0"),
        or(authors, ""),
        or(license, ""),
        or(repository, ""),
    )
}

const fn or(value: Option<&'static str>, default: &'static str) -> &'static str {
    match value {
        Some(value) => value,
        None => default,
    }
}

pub const fn new_package(
    name: &'static str,
    version: &'static str,
    authors: &'static str,
    license: &'static str,
    repository: &'static str,
) -> Package {
    Package { name, version, authors, license, repository }
}

/// Returns the location of the macro call in the user's code.
#[doc(hidden)]
#[macro_export]
macro_rules! __location {
    () => {
        $crate::__private_0_1_0::new_location(
            ::core::module_path!(),
            ::core::file!(),
            ::core::line!(),
        )
    };
}

pub const fn new_location(module: &'static str, file: &'static str, line: u32) -> Location {
    Location { module, file, line }
}

/// Returns the location of another line in the same file.
pub const fn at_line(location: Location, line: u32) -> Location {
    Location { line, ..location }
}

pub const fn new_hookspec(
    name: &'static str,
    project: Option<&'static str>,
    package: Package,
    location: Location,
    hooks: &'static [HookInfo],
) -> HookSpecInfo {
    let project = match project {
        Some(project) => project,
        None => package.name,
    };
    HookSpecInfo { name, project, package, location, hooks }
}

pub const fn new_hook(
    spec: &'static str,
    name: &'static str,
    parameters: &'static [&'static str],
    firstresult: bool,
    historic: bool,
) -> HookInfo {
    HookInfo { spec, name, parameters, firstresult, historic }
}

pub const fn new_plugin(
    id: &'static str,
    type_name: &'static str,
    version: Option<&'static str>,
    description: &'static str,
    package: Package,
    location: Location,
    is_generic: bool,
) -> PluginInfo {
    let version = match version {
        Some(version) => version,
        None => package.version,
    };
    let relations = &[];
    PluginInfo { id, type_name, version, description, package, location, is_generic, relations }
}

pub const fn with_relations(info: PluginInfo, relations: &'static [Relation]) -> PluginInfo {
    PluginInfo { relations, ..info }
}

pub const fn new_requirement(id: &'static str, version: Option<&'static str>) -> Requirement {
    Requirement { id, version }
}

pub const fn new_capability(id: &'static str, version: Option<&'static str>) -> Capability {
    Capability { id, version }
}

pub const fn new_config<C: 'static>() -> TypeKey {
    TypeKey::of::<C>()
}

pub const fn new_hookimpl(
    hook: &'static str,
    hook_index: usize,
    method: &'static str,
    precedence: Precedence,
    kind: Kind,
    location: Location,
) -> HookImplInfo {
    HookImplInfo { hook, hook_index, method, precedence, kind, location, before: &[], after: &[] }
}

pub const fn with_constraints(
    mut info: HookImplInfo,
    before: &'static [&'static str],
    after: &'static [&'static str],
) -> HookImplInfo {
    info.before = before;
    info.after = after;
    info
}
