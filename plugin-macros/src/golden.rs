//! Golden expansions: the output of the macros for the most instructive cases, as formatted files. The
//! diff of a change to the macros shows the new output. `cargo xtask bless` writes the files again.

use std::path::{Path, PathBuf};
use std::{env, fs};

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Item, Meta};

use crate::features::Features;

#[test]
fn expansions_are_as_reviewed() {
    for input in inputs() {
        let source = fs::read_to_string(&input).expect("an input is readable");
        let expanded = expand_file(&source);
        let golden = golden(&input);
        if env::var_os("BLESS").is_some() {
            fs::write(&golden, expanded).expect("the golden file is writable");
            continue;
        }
        let reviewed = fs::read_to_string(&golden).unwrap_or_default();
        assert!(
            reviewed == expanded,
            "{} is stale: review the change after `cargo xtask bless`\n{expanded}",
            golden.display()
        );
    }
}

#[test]
fn every_golden_file_has_an_input() {
    let goldens: Vec<_> = inputs().iter().map(|input| golden(input)).collect();
    let stale: Vec<_> = files().into_iter().filter(|file| is_golden(file)).collect();
    let stale: Vec<_> = stale.iter().filter(|file| !goldens.contains(file)).collect();
    assert!(stale.is_empty(), "these expansions have no input: {stale:?}");
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expanded");
    let entries = fs::read_dir(folder).expect("the folder of expansions exists");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    files
}

fn inputs() -> Vec<PathBuf> {
    files().into_iter().filter(|file| !is_golden(file)).collect()
}

fn golden(input: &Path) -> PathBuf {
    input.with_extension("expanded.rs")
}

fn is_golden(file: &Path) -> bool {
    file.to_string_lossy().ends_with(".expanded.rs")
}

/// Expands the macros of this crate on the top-level items of a file, and no others. The first line of
/// the file names the enabled features: `// features: sets`.
fn expand_file(source: &str) -> String {
    let first = source.lines().next().filter(|line| line.starts_with("// features: "));
    let has = |feature| first.is_some_and(|line| line.contains(feature));
    let features = Features { sets: has("sets"), closures: has("closures") };
    let file = syn::parse_file(source).expect("an input is Rust");
    let expanded: TokenStream =
        file.items.into_iter().map(|item| expand_item(item, features)).collect();
    // A short name for the hidden module keeps the lines readable.
    let hidden = crate::paths::Private::new(None).to_token_stream().to_string();
    let readable = expanded.to_string().replace(&hidden, "private");
    let shown = without_feature_macros(readable.parse().expect("expansions are tokens"));
    let file = syn::parse2(shown).expect("expansions are Rust");
    let header = "// Written by `cargo xtask bless`. `private` is the hidden module. Code for a \
                  feature is\n// shown without the macro that drops it if the feature is off.";
    format!("{header}\n\n{}", prettyplease::unparse(&file))
}

/// Replaces the macros that drop code without a feature by their input, which would not be formatted
/// inside them.
fn without_feature_macros(tokens: TokenStream) -> TokenStream {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let (mut shown, mut i) = (TokenStream::new(), 0);
    while let Some(token) = tokens.get(i) {
        let call = match &tokens[i..] {
            // `private::name! { .. }`
            [
                TokenTree::Ident(module),
                _,
                _,
                TokenTree::Ident(name),
                _,
                TokenTree::Group(group),
                ..,
            ] if module == "private" => {
                let skipped = ["with_sets", "with_closures", "plugin_set"];
                let index = skipped.iter().position(|it| name == it);
                // The first token in the last one is the name of the set.
                index.map(|index| group.stream().into_iter().skip(usize::from(index == 2)))
            }
            _ => None,
        };
        match (call, token) {
            (Some(input), _) => {
                shown.extend(without_feature_macros(input.collect()));
                i += 6;
            }
            (None, TokenTree::Group(group)) => {
                let inner = without_feature_macros(group.stream());
                shown.extend([TokenTree::Group(Group::new(group.delimiter(), inner))]);
                i += 1;
            }
            (None, token) => {
                shown.extend([token.clone()]);
                i += 1;
            }
        }
    }
    shown
}

fn expand_item(mut item: Item, features: Features) -> TokenStream {
    match &mut item {
        Item::Trait(it) => {
            let Some(args) = take(&mut it.attrs, "hookspec") else {
                return item.into_token_stream();
            };
            crate::hookspec::run(args, &item.into_token_stream(), features)
        }
        Item::Impl(it) => {
            let Some(args) = take(&mut it.attrs, "hookimpl") else {
                return item.into_token_stream();
            };
            crate::hookimpl::run(args, &item.into_token_stream(), features)
        }
        Item::Struct(it) => {
            let attribute = take(&mut it.attrs, "derive");
            let derived = attribute.map(|derives| {
                let is_set = derives.to_string().contains("PluginSet");
                if is_set {
                    crate::plugin_set::run(it.to_token_stream(), features)
                } else {
                    crate::plugin::run(it.to_token_stream())
                }
            });
            it.attrs.retain(|attr| {
                !attr.path().is_ident("plugin") && !attr.path().is_ident("plugin_set")
            });
            let item = item.into_token_stream();
            quote::quote!(#item #derived)
        }
        _ => item.into_token_stream(),
    }
}

/// Removes an attribute and returns the tokens in its parentheses.
fn take(attrs: &mut Vec<Attribute>, name: &str) -> Option<TokenStream> {
    let index = attrs.iter().position(|attr| attr.path().is_ident(name))?;
    Some(match attrs.remove(index).meta {
        Meta::List(list) => list.tokens,
        _ => TokenStream::new(),
    })
}
