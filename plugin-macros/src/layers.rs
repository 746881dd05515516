//! Checks the order of the modules: imports point downwards, and no files import each other in a cycle. A
//! folder's `mod` file and the files in the folder count as one module.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs};

use proc_macro2::{TokenStream, TokenTree};

/// The layers, lowest first. Modules in one layer do not import each other.
const ORDER: &[&[&str]] = &[
    &["diagnostics", "features"],
    &["paths"],
    &["syntax"],
    &["options", "names"],
    &["signature"],
    &["hookimpl", "hookspec", "plugin", "plugin_set"],
    &["golden", "layers", "lib"],
];

#[test]
fn imports_point_downwards() {
    let mut upward = Vec::new();
    for (file, imports) in imports() {
        for import in imports {
            let (from, to) = (top(&file), top(&import));
            if from != to && layer(&to) >= layer(&from) {
                upward.push(format!("{file} -> {import}"));
            }
        }
    }
    assert!(upward.is_empty(), "these imports point upwards: {upward:#?}");
}

#[test]
fn no_files_form_an_import_cycle() {
    let imports = imports();
    let mut done = BTreeSet::new();
    for file in imports.keys() {
        visit(&imports, file, &mut Vec::new(), &mut done);
    }
}

#[test]
fn imports_are_found() {
    let source = "use super::{check::Spec, expand}; fn f() { crate::paths::option(self::g) }";
    let found = paths(&source.parse().unwrap(), "hookspec::fallback");
    let expected = ["hookspec::check::Spec", "hookspec::expand", "paths::option"];
    assert!(expected.iter().all(|it| found.iter().any(|found| found == it)), "{found:?}");
}

/// Fails if the imports of `file` lead back to a file on the path to it.
fn visit<'a>(
    imports: &'a BTreeMap<String, BTreeSet<String>>,
    file: &'a str,
    path: &mut Vec<&'a str>,
    done: &mut BTreeSet<&'a str>,
) {
    assert!(!path.contains(&file), "these files import each other in a cycle: {path:?} -> {file}");
    if !done.contains(file) {
        path.push(file);
        for import in &imports[file] {
            if !is_parent_of(import, file) {
                visit(imports, import, path, done);
            }
        }
        path.pop();
        done.insert(file);
    }
}

/// Whether a module contains another one.
fn is_parent_of(parent: &str, file: &str) -> bool {
    file.strip_prefix(parent).is_some_and(|rest| rest.starts_with("::"))
}

/// The files that each file imports, by their modules.
fn imports() -> BTreeMap<String, BTreeSet<String>> {
    let mut sources = BTreeMap::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut sources);
    let of_file = |file: &String, source: &String| {
        let tokens = source.parse().expect("a source is Rust");
        let named = paths(&tokens, file);
        let named = named.iter().filter_map(|path| file_of(path, &sources));
        named.filter(|it| it != file).collect()
    };
    sources.iter().map(|(file, source)| (file.clone(), of_file(file, source))).collect()
}

fn read(folder: &Path, module: &str, sources: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("a file").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let inner = match (module, name.as_str()) {
            (_, "mod") => module.to_owned(),
            ("", _) => name,
            _ => format!("{module}::{name}"),
        };
        if path.is_dir() {
            read(&path, &inner, sources);
        } else {
            sources.insert(inner, fs::read_to_string(path).expect("a source is readable"));
        }
    }
}

/// The file that a path refers to.
fn file_of(path: &str, sources: &BTreeMap<String, String>) -> Option<String> {
    let mut path = path;
    loop {
        if sources.contains_key(path) {
            return Some(path.to_owned());
        }
        path = path.rsplit_once("::")?.0;
    }
}

/// The paths in a source that begin with `crate`, `self` or `super`, from the root of the crate.
fn paths(tokens: &TokenStream, module: &str) -> Vec<String> {
    let tokens: Vec<_> = tokens.clone().into_iter().collect();
    let mut found = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        if let TokenTree::Group(group) = &tokens[i] {
            found.extend(paths(&group.stream(), module));
        }
        // `self` or `super` in the middle of a path does not begin one.
        let begins = i == 0 || !is_colon(&tokens[i - 1]);
        let start = match &tokens[i] {
            TokenTree::Ident(ident) if begins => match ident.to_string().as_str() {
                "crate" => Some(Vec::new()),
                "self" => Some(segments(module)),
                "super" => Some(segments(module.rsplit_once("::").map_or("", |(outer, _)| outer))),
                _ => None,
            },
            _ => None,
        };
        i += 1;
        if let Some(start) = start {
            follow(&tokens[i..], start, &mut found);
        }
    }
    found
}

fn segments(module: &str) -> Vec<String> {
    module.split("::").filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

/// Follows the rest of a path: `::name`, `::super`, `::{..}`.
fn follow(tokens: &[TokenTree], mut path: Vec<String>, found: &mut Vec<String>) {
    match tokens {
        [first, second, TokenTree::Ident(ident), rest @ ..]
            if is_colon(first) && is_colon(second) =>
        {
            if ident == "super" {
                path.pop();
            } else if ident != "self" {
                path.push(ident.to_string());
            }
            follow(rest, path, found);
        }
        [first, second, TokenTree::Group(group), ..] if is_colon(first) && is_colon(second) => {
            let inner: Vec<_> = group.stream().into_iter().collect();
            let is_comma =
                |it: &TokenTree| matches!(it, TokenTree::Punct(it) if it.as_char() == ',');
            for item in inner.split(is_comma) {
                let Some(TokenTree::Ident(ident)) = item.first() else { continue };
                let mut path = path.clone();
                if ident != "self" {
                    path.push(ident.to_string());
                }
                follow(&item[1..], path, found);
            }
        }
        _ => found.push(path.join("::")),
    }
}

fn is_colon(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(it) if it.as_char() == ':')
}

fn top(module: &str) -> String {
    segments(module).swap_remove(0)
}

fn layer(top: &str) -> usize {
    let layer = ORDER.iter().position(|layer| layer.contains(&top));
    layer.unwrap_or_else(|| panic!("`{top}` is not in the order of the modules"))
}
