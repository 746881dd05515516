//! Imports must point downward: ARCHITECTURE.md states the order of the modules of `plugin-core`.
//! In no crate may files import each other in a cycle.
//!
//! A `mod.rs` and the modules that it declares may import each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The modules of `plugin-core`, lowest first. Each may import only the modules before it.
const CORE: [&str; 22] = [
    "util",
    "features",
    "graph",
    "ordering",
    "counted",
    "info",
    "isolate",
    "registered",
    "hook",
    "plugin",
    "closures",
    "config",
    "context",
    "registry",
    "error",
    "resolve",
    "inspect",
    "sets",
    "manager",
    "testing",
    "lib",
    "private",
];

/// The modules of the macros, lowest first.
const MACROS: [&str; 13] = [
    "diagnostics",
    "features",
    "paths",
    "syntax",
    "options",
    "names",
    "signature",
    "hookimpl",
    "hookspec",
    "plugin",
    "plugin_set",
    "golden",
    "lib",
];

const CRATES: [&str; 7] = [
    "plugin-core",
    "plugin-macros",
    "plugin-build",
    "xtask",
    "benches",
    "example-app",
    "example-app/hooks",
];

#[test]
fn modules_of_plugin_core_import_only_lower_modules() {
    assert_imports_point_downward("plugin-core", &CORE);
}

#[test]
fn modules_of_the_macros_import_only_lower_modules() {
    assert_imports_point_downward("plugin-macros", &MACROS);
}

#[track_caller]
fn assert_imports_point_downward(krate: &str, order: &[&str]) {
    let imports = imports(&root().join(krate).join("src"));
    let position = |module: &str| {
        let position = order.iter().position(|it| *it == module);
        position.unwrap_or_else(|| panic!("module `{module}` must be in the order of {krate}"))
    };
    let mut upward = Vec::new();
    for Import { file, from, to } in &imports {
        let (from, to) = (top(from), top(to));
        // The root declares all modules and re-exports from them.
        if from != to && from != "lib" && position(from) < position(to) {
            upward.push(format!("{file}: `{from}` imports `{to}`"));
        }
    }
    assert!(upward.is_empty(), "imports must point downward:\n{}", upward.join("\n"));
}

#[test]
fn no_files_import_each_other_in_a_cycle() {
    for krate in CRATES {
        let imports = imports(&root().join(krate).join("src"));
        let mut folders: BTreeMap<Module, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
        for Import { file, from, to } in &imports {
            let mod_file = root().join(krate).join("src").join(to.join("/")).join("mod.rs");
            let is_own = !to.is_empty() && to.len() < from.len() && from.starts_with(to);
            assert!(
                !(is_own && mod_file.exists()),
                "{krate}: {file} imports from the `mod.rs` of its folder: it must import from the \
                 file that defines the item"
            );
            // The items that import each other are entries of the deepest folder that contains both
            // files.
            let depth = from.iter().zip(to).take_while(|(a, b)| a == b).count();
            if let (Some(a), Some(b)) = (from.get(depth), to.get(depth)) {
                let items = folders.entry(from[..depth].to_vec()).or_default();
                items.entry(a.clone()).or_default().insert(b.clone());
            }
        }
        for (folder, items) in folders {
            let cycle = cycle(&items);
            assert!(cycle.is_empty(), "{krate}, in `{}`: {cycle:?}", folder.join("/"));
        }
    }
}

#[test]
fn mod_files_of_plugin_core_define_no_items() {
    for folder in ["manager", "error", "info", "resolve", "hook", "isolate", "inspect"] {
        let mod_file = root().join("plugin-core/src").join(folder).join("mod.rs");
        let text = code(&fs::read_to_string(&mod_file).unwrap());
        for word in ["fn", "struct", "enum", "impl", "trait"] {
            let defines = text.split(|c: char| !c.is_alphanumeric()).any(|it| it == word);
            assert!(!defines, "{} must not define a `{word}`", mod_file.display());
        }
    }
}

/// Editors offer a method of a hidden impl, unless the method itself is hidden.
#[test]
fn methods_of_hidden_impls_are_hidden() {
    for path in files(&root().join("plugin-core/src")) {
        let text = fs::read_to_string(&path).unwrap();
        for block in text.split("#[doc(hidden)]\nimpl").skip(1) {
            let block = block.split("\n}\n").next().unwrap();
            let methods = block.matches("\n    pub fn ").count();
            let hidden = block.matches("\n    #[doc(hidden)]\n").count();
            assert_eq!(methods, hidden, "hide each method in {}", path.display());
        }
    }
}

#[test]
fn cycles_and_paths_are_found() {
    let items = |pairs: &[(&str, &str)]| {
        let mut items: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (a, b) in pairs {
            items.entry((*a).to_owned()).or_default().insert((*b).to_owned());
        }
        items
    };
    assert!(cycle(&items(&[("a", "b"), ("b", "c"), ("a", "c")])).is_empty());
    assert_eq!(cycle(&items(&[("a", "b"), ("b", "c"), ("c", "b")])), ["b", "c"]);

    let text = "use crate::{a::B, c::{self, d::E as F}}; fn f() { super::g::h(); \"crate::no\"; } // crate::no";
    let paths: Vec<_> = paths(&code(text)).into_iter().map(|it| it.join("::")).collect();
    assert_eq!(paths, ["crate::a::B", "crate::c::self", "crate::c::d::E", "super::g::h"]);
}

/// The path of a module, without the crate.
type Module = Vec<String>;

struct Import {
    file: String,
    from: Module,
    to: Module,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn top(module: &[String]) -> &str {
    match module.first().map_or("lib", String::as_str) {
        // The versioned alias of the hidden module.
        alias if alias.starts_with("__private") => "private",
        top => top,
    }
}

/// The Rust files in a folder and in its folders.
fn files(source: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![source.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// All imports between files of a crate, except those of tests.
fn imports(source: &Path) -> Vec<Import> {
    let files = files(source);
    let modules: BTreeSet<Module> = files.iter().map(|it| module_of(source, it)).collect();
    let mut imports = Vec::new();
    for path in &files {
        let from = module_of(source, path);
        if from.iter().any(|it| it == "tests") {
            continue;
        }
        let file = path.strip_prefix(source).unwrap().display().to_string();
        for named in paths(&code(&fs::read_to_string(path).unwrap())) {
            let named = absolute(&from, &named);
            // The deepest module with that path. Items that are not in such a module are in the
            // root.
            let modules_of_path = (0..=named.len()).rev().map(|end| named[..end].to_vec());
            let is_module = |it: &Module| modules.contains(it) || it.is_empty();
            let mut to = modules_of_path.into_iter().find(is_module).unwrap();
            let is_hidden = named.first().is_some_and(|it| it.starts_with("__private"));
            if is_hidden {
                to = vec!["private".to_owned()];
            }
            // Exported macros are at the root, regardless of the module that defines them.
            let is_macro = named.len() == 1 && named[0].starts_with("__");
            if !is_macro {
                imports.push(Import { file: file.clone(), from: from.clone(), to });
            }
        }
    }
    imports
}

fn module_of(source: &Path, file: &Path) -> Module {
    let path = file.strip_prefix(source).unwrap().with_extension("");
    let mut module: Module =
        path.iter().map(|it| it.to_str().expect("names are ASCII").to_owned()).collect();
    if module.last().is_some_and(|it| it == "mod" || it == "lib" || it == "main") {
        module.pop();
    }
    module
}

fn absolute(from: &[String], path: &[String]) -> Vec<String> {
    let mut module = match path[0].as_str() {
        "crate" => Vec::new(),
        _ => from.to_vec(),
    };
    for name in path {
        match name.as_str() {
            "crate" | "self" => {}
            "super" => drop(module.pop()),
            name => module.push(name.to_owned()),
        }
    }
    module
}

/// The code without comments, string literals and test modules.
fn code(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if rest.starts_with("//") {
            rest = rest.find('\n').map_or("", |end| &rest[end..]);
        } else if c == '"' {
            let mut end = 1;
            while !rest[end..].starts_with('"') {
                end += if rest[end..].starts_with('\\') { 2 } else { 1 };
                while !rest.is_char_boundary(end) {
                    end += 1;
                }
            }
            rest = &rest[end + 1..];
        } else if rest.starts_with("'\"'") {
            rest = &rest[3..];
        } else {
            code.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    let end = code.find("#[cfg(test)]\nmod tests {").unwrap_or(code.len());
    code.truncate(end);
    code
}

/// All paths that begin with `crate`, `super` or `self`, with every branch of a `use` tree as a
/// separate path.
fn paths(code: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    let mut rest = code;
    let mut before = ' ';
    while let Some(c) = rest.chars().next() {
        let starts = ["crate::", "super::", "self::"].iter().any(|it| rest.starts_with(it));
        if starts && !(before.is_alphanumeric() || before == '_' || before == ':' || before == '$')
        {
            rest = tree(rest, &[], &mut paths);
            before = ' ';
        } else {
            before = c;
            rest = &rest[c.len_utf8()..];
        }
    }
    paths
}

/// Reads one tree of paths, and returns the text after it.
fn tree<'a>(text: &'a str, prefix: &[String], paths: &mut Vec<Vec<String>>) -> &'a str {
    let mut path = prefix.to_vec();
    let mut rest = text.trim_start();
    loop {
        if let Some(mut inner) = rest.strip_prefix('{') {
            loop {
                inner = inner.trim_start();
                if let Some(after) = inner.strip_prefix('}') {
                    return after;
                }
                inner = tree(inner, &path, paths).trim_start();
                // Skips an alias and the comma.
                let end = inner.find([',', '}']).expect("the braces are closed");
                inner = inner[end..].trim_start_matches(',');
            }
        }
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        path.push(rest[..end].to_owned());
        rest = &rest[end..];
        match rest.strip_prefix("::") {
            Some(next) if !next.starts_with('<') => rest = next,
            _ => break,
        }
    }
    paths.push(path);
    rest
}

/// Items that import each other in a cycle; empty if there are none.
fn cycle(items: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    let mut left = items.clone();
    loop {
        let names: BTreeSet<_> = left.keys().cloned().collect();
        let free: Vec<_> = left
            .iter()
            .filter(|(name, uses)| uses.iter().all(|it| it == *name || !names.contains(it)))
            .map(|(name, _)| name.clone())
            .collect();
        if free.is_empty() {
            break;
        }
        for it in &free {
            left.remove(it);
        }
    }
    // An item that only imports a member of a cycle is not part of it.
    let is_used = |name: &String| left.values().any(|uses| uses.contains(name));
    left.keys().filter(|it| is_used(it)).cloned().collect()
}
