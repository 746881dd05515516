//! Rejects types that cannot be plugins. A rejected type still implements `Plugin`, so that its mistake
//! is the only error.

mod inputs;

mod relations;

use heck::ToKebabCase;
use proc_macro2::Ident;
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Expr, GenericParam, Lit, LitStr, Meta, Path};

pub(crate) use self::inputs::Inputs;
pub(crate) use self::relations::{Related, Relations};
use crate::diagnostics::Errors;
use crate::names;
use crate::options::Options;
use crate::paths::Private;
use crate::syntax;

/// The options of `#[plugin(..)]`.
const OPTIONS: &[&str] = &[
    "id",
    "version",
    "init",
    "manual",
    "hookspecs",
    "requires",
    "optional",
    "conflicts",
    "provides",
    "contract",
    "needs",
    "config",
    "crate",
];

/// A valid plugin.
pub(crate) struct Plugin {
    pub(crate) metadata: Metadata,
    pub(crate) construction: Construction,
}

/// A type that cannot be a plugin, or that cannot be constructed as declared.
pub(crate) struct Rejected {
    pub(crate) metadata: Metadata,
    /// The number of lifetime parameters of the type.
    pub(crate) lifetimes: usize,
}

/// The description of a plugin, except for its construction.
pub(crate) struct Metadata {
    pub(crate) private: Private,
    pub(crate) ident: Ident,
    /// The generic parameters that are not lifetimes.
    pub(crate) generics: syn::Generics,
    pub(crate) id: String,
    pub(crate) version: Option<LitStr>,
    pub(crate) relations: Relations,
    pub(crate) inputs: Inputs,
    pub(crate) description: String,
    /// The lints that the items written for the plugin must allow.
    pub(crate) allowed: Vec<syn::Attribute>,
    /// The hookspecs that a generic plugin lists.
    pub(crate) hookspecs: Vec<Path>,
}

pub(crate) enum Construction {
    Default,
    Init(Path),
    Manual,
}

pub(crate) fn plugin(errors: &mut Errors, item: DeriveInput) -> Result<Plugin, Box<Rejected>> {
    let options = Options::from_attributes(errors, &item.attrs, "plugin");
    let mut options = options.unwrap_or_default();
    options.check_keys(errors, "#[plugin]", OPTIONS, ("", &[]));
    let krate = options.value(errors, "crate", "path::to::plugin_core");
    let id = id(errors, &options, &item.ident);
    let version = version(errors, &options);
    let relations = relations::check(errors, &options, &id);
    let inputs = inputs::check(errors, &options);
    let mut construction = None;
    let mut hookspecs = Vec::new();
    let is_valid = errors.unchanged_by(|errors| {
        check_data(errors, &item);
        construction = Some(self::construction(errors, &options, &item));
        hookspecs = self::hookspecs(errors, &options, &item);
    });
    // Lifetime parameters are rejected. With `'static` in their place, rustc accepts the plugin.
    let (lifetimes, others): (Vec<_>, Vec<_>) =
        item.generics.params.into_iter().partition(is_lifetime);
    let metadata = Metadata {
        private: Private::new(krate),
        description: description(&item.attrs),
        allowed: syntax::allowed(&item.attrs),
        ident: item.ident,
        generics: syn::Generics { params: others.into_iter().collect(), ..item.generics },
        id,
        version,
        relations,
        inputs,
        hookspecs,
    };
    match construction.filter(|_| is_valid) {
        Some(construction) => Ok(Plugin { metadata, construction }),
        None => Err(Box::new(Rejected { metadata, lifetimes: lifetimes.len() })),
    }
}

fn check_data(errors: &mut Errors, item: &DeriveInput) {
    if let Data::Union(data) = &item.data {
        errors
            .add(data.union_token, format!("plugin `{}` must be a struct or an enum", item.ident));
    }
    for parameter in &item.generics.params {
        if let GenericParam::Lifetime(lifetime) = parameter {
            errors.add(
                lifetime,
                format!(
                    "plugin `{}` must not have lifetime parameters: a manager stores it, so it must \
                     own its data",
                    item.ident
                ),
            );
        }
    }
}

fn id(errors: &mut Errors, options: &Options, ident: &Ident) -> String {
    let literal: Option<LitStr> = options.value(errors, "id", "\"name\"");
    let id = literal.as_ref().map(LitStr::value);
    let id = id.unwrap_or_else(|| ident.unraw().to_string().to_kebab_case());
    if !names::is_id(&id) {
        let message = names::not_an_id(&id);
        match literal {
            Some(literal) => errors.add(literal, message),
            None => {
                errors.add(ident, format!("{message}; set an id with `#[plugin(id = \"..\")]`"));
            }
        }
    }
    id
}

fn version(errors: &mut Errors, options: &Options) -> Option<LitStr> {
    let literal: LitStr = options.value(errors, "version", "\"1.2.3\"")?;
    if let Err(error) = semver::Version::parse(&literal.value()) {
        errors.add(&literal, format!("`{}` is not a SemVer version: {error}", literal.value()));
        return None;
    }
    Some(literal)
}

fn construction(errors: &mut Errors, options: &Options, item: &DeriveInput) -> Construction {
    let manual = options.flag(errors, "manual");
    let init: Option<Path> = options.value(errors, "init", "path::to::function");
    if let (Some(manual), Some(_)) = (&manual, &init) {
        errors.add(
            manual,
            "options `init` and `manual` are mutually exclusive: the host constructs a manual \
             plugin; keep one",
        );
    }
    if manual.is_none() && syntax::is_generic(&item.generics) {
        errors.add(
            &item.generics,
            format!(
                "generic plugin `{}` must be `manual`: only the host knows its type arguments; \
                 write `#[plugin(manual, hookspecs(..))]`",
                item.ident
            ),
        );
    }
    match (manual, init) {
        (Some(_), _) => Construction::Manual,
        (None, Some(init)) => Construction::Init(init),
        (None, None) => Construction::Default,
    }
}

fn hookspecs(errors: &mut Errors, options: &Options, item: &DeriveInput) -> Vec<Path> {
    let Some((key, hookspecs)) = options.list(errors, "hookspecs", "GatewayHooks, ..") else {
        return Vec::new();
    };
    if !syntax::is_generic(&item.generics) {
        errors.add(
            key,
            format!(
                "plugin `{}` must not list its hookspecs: the hookimpls of a plugin that is not \
                 generic register themselves; remove `hookspecs(..)`",
                item.ident
            ),
        );
        return Vec::new();
    }
    hookspecs
}

fn is_lifetime(parameter: &GenericParam) -> bool {
    matches!(parameter, GenericParam::Lifetime(_))
}

/// The first paragraph of the doc comment, on one line.
fn description(attrs: &[syn::Attribute]) -> String {
    let lines = attrs.iter().filter_map(|attr| match &attr.meta {
        Meta::NameValue(doc) if doc.path.is_ident("doc") => match &doc.value {
            Expr::Lit(literal) => match &literal.lit {
                Lit::Str(text) => Some(text.value()),
                _ => None,
            },
            _ => None,
        },
        _ => None,
    });
    let text = lines.collect::<Vec<_>>().join("\n");
    // Lines of a block comment may begin with a star.
    let lines = text.lines().map(|line| line.trim().trim_start_matches('*').trim_start());
    let paragraph = lines.skip_while(|line| line.is_empty());
    paragraph.take_while(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
