//! Rejects types that cannot be plugin sets.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::{Attribute, Data, DeriveInput, Member, Path, Type};

use crate::diagnostics::Errors;
use crate::options::Options;
use crate::paths::Private;
use crate::syntax::{self, is_ours};

/// The options of `#[plugin_set(..)]`.
const OPTIONS: &[&str] = &["hookspecs", "crate"];

/// A valid plugin set.
pub(crate) struct Set {
    pub(crate) private: Private,
    pub(crate) ident: Ident,
    pub(crate) fields: Vec<(Member, Type)>,
    pub(crate) hookspecs: Vec<Path>,
    /// The lints that the items written for the set must allow.
    pub(crate) allowed: Vec<Attribute>,
}

pub(crate) fn set(errors: &mut Errors, item: DeriveInput) -> Option<Set> {
    let mut set = None;
    let is_valid = errors.unchanged_by(|errors| {
        let options = Options::from_attributes(errors, &item.attrs, "plugin_set");
        let mut options = options.unwrap_or_default();
        let is_complete = errors.unchanged_by(|errors| {
            options.check_keys(errors, "#[plugin_set]", OPTIONS, ("", &[]));
            check_fields(errors, &item.data);
        });
        // Otherwise a misspelt or misplaced option may have been meant as `hookspecs`.
        if is_complete && options.key("hookspecs").is_none() {
            errors.add(
                &item.ident,
                format!(
                    "plugin set `{}` must list the hookspecs that are called on it: write \
                     `#[plugin_set(hookspecs(GatewayHooks, ..))]`",
                    item.ident
                ),
            );
        }
        check_generics(errors, &item);
        set = Some(Set {
            private: Private::new(options.value(errors, "crate", "path::to::plugin_core")),
            hookspecs: hookspecs(errors, &options),
            fields: fields(errors, item.data, &item.ident),
            allowed: syntax::allowed(&item.attrs),
            ident: item.ident,
        });
    });
    set.filter(|_| is_valid)
}

fn check_generics(errors: &mut Errors, item: &DeriveInput) {
    if !item.generics.params.is_empty() {
        errors.add(
            &item.generics,
            format!(
                "plugin set `{}` must not be generic: its call order is computed at compile time, from \
                 concrete types; remove the parameters",
                item.ident
            ),
        );
    }
}

fn hookspecs(errors: &mut Errors, options: &Options) -> Vec<Path> {
    let listed = options.list::<Path>(errors, "hookspecs", "GatewayHooks, ..");
    let (_, hookspecs) = listed.unzip();
    let hookspecs = hookspecs.unwrap_or_default();
    let mut seen = Vec::new();
    for hookspec in &hookspecs {
        let text = hookspec.to_token_stream().to_string();
        if seen.contains(&text) {
            errors.add(hookspec, format!("hookspec `{text}` is listed twice; remove one"));
        }
        seen.push(text);
    }
    hookspecs
}

fn fields(errors: &mut Errors, data: Data, ident: &Ident) -> Vec<(Member, Type)> {
    let data = match data {
        Data::Struct(data) => data,
        Data::Enum(data) => {
            errors.add(
                data.enum_token,
                format!("plugin set `{ident}` must be a struct with a field for each plugin"),
            );
            return Vec::new();
        }
        Data::Union(data) => {
            errors.add(
                data.union_token,
                format!("plugin set `{ident}` must be a struct with a field for each plugin"),
            );
            return Vec::new();
        }
    };
    let members = data.fields.members().collect::<Vec<_>>();
    members.into_iter().zip(data.fields.into_iter().map(|field| field.ty)).collect()
}

fn check_fields(errors: &mut Errors, data: &Data) {
    let fields = match data {
        Data::Struct(data) => data.fields.iter().collect(),
        _ => Vec::new(),
    };
    let attrs = fields.into_iter().flat_map(|field| &field.attrs);
    for attr in attrs.filter(|attr| is_ours(attr, "plugin_set")) {
        errors.add(
            attr.path(),
            "`#[plugin_set]` belongs on the struct, not on a field: the fields are the plugins, in order",
        );
    }
}
