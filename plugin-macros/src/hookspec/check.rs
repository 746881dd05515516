//! Rejects traits that cannot be hookspecs. A method that is rejected as a hook stays in the trait, so
//! that its mistake is the only error.

use heck::ToUpperCamelCase;
use proc_macro2::{Ident, TokenStream};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Attribute, LitStr, TypeParamBound};

use crate::diagnostics::Errors;
use crate::options::Options;
use crate::paths::Private;
use crate::signature::types::{Scan, peel};
use crate::signature::{self, HookSignature, Passing, Shape};
use crate::syntax::{self, Member, Method, Trait};

/// The options of `#[hookspec(..)]` on a trait.
const TRAIT_OPTIONS: &[&str] = &["project", "crate"];
/// The options of `#[hookspec(..)]` on a method.
const HOOK_OPTIONS: &[&str] = &["firstresult", "historic"];
/// Methods that every value has. On the relay, the compiler would find them before a hook of the same
/// name.
const RESERVED: &[&str] = &["clone", "to_owned", "into", "try_into"];

/// A valid hookspec.
pub(crate) struct Spec {
    pub(crate) private: Private,
    /// The trait without its items.
    pub(crate) item: Trait,
    pub(crate) project: Option<LitStr>,
    pub(crate) hooks: Vec<Hook>,
}

/// A trait with at least one rejected part.
pub(crate) struct Rejected {
    /// The valid parts.
    pub(crate) spec: Spec,
    /// The methods that cannot be hooks.
    pub(crate) methods: Vec<Method>,
    /// Whether the trait is generic. If so, the hookspec has no hooks, whatever methods the trait
    /// has.
    pub(crate) is_generic: bool,
}

pub(crate) struct Hook {
    pub(crate) method: Method,
    pub(crate) signature: HookSignature,
    pub(crate) kind: HookKind,
    /// The name of the hook's caller type.
    pub(crate) caller: Ident,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum HookKind {
    Collected,
    FirstResult,
    Historic,
}

pub(crate) fn spec(
    errors: &mut Errors,
    options: Option<Options>,
    mut item: Trait,
) -> Result<Spec, Box<Rejected>> {
    let (mut krate, mut project) = (None, None);
    if let Some(mut options) = options {
        options.check_keys(errors, "#[hookspec]", TRAIT_OPTIONS, ("on a hook", HOOK_OPTIONS));
        krate = options.value(errors, "crate", "path::to::plugin_core");
        project = options.value(errors, "project", "\"name\"");
    }
    if let Some(literal) = project.as_ref().filter(|literal: &&LitStr| literal.value().is_empty()) {
        errors.add(
            literal,
            "`project` must not be empty; name the project, as in `project = \"gateway\"`",
        );
    }
    check_head(errors, &mut item);
    let (mut hooks, mut methods) = (Vec::new(), Vec::new());
    let members = std::mem::take(&mut item.items);
    if members.is_empty() {
        errors.add(
            &item.head.ident,
            format!(
                "hookspec `{}` must have at least one hook: a method that takes `&self`",
                item.head.ident
            ),
        );
    }
    let mut is_valid = item.head.unsafety.is_none();
    for member in members {
        match member {
            Member::Method(method) => match hook(errors, &item.head.ident, *method) {
                Ok(hook) => hooks.push(hook),
                Err(rejected) => methods.push(*rejected),
            },
            // A trait with other items cannot be used as `dyn Trait`.
            Member::Other(other) => {
                errors.add(
                    &other,
                    format!(
                        "hookspec `{}` must contain only hooks: methods that take `&self`",
                        item.head.ident
                    ),
                );
                is_valid = false;
            }
        }
    }
    methods.extend(check_callers(errors, &mut hooks));
    let is_generic = !item.head.generics.params.is_empty();
    let spec = Spec { private: Private::new(krate), item, project, hooks };
    if is_valid && !is_generic && methods.is_empty() {
        Ok(spec)
    } else {
        Err(Box::new(Rejected { spec, methods, is_generic }))
    }
}

/// Removes a rejected part if it would prevent the use of the trait as `dyn Trait`.
fn check_head(errors: &mut Errors, item: &mut Trait) {
    let head = &mut item.head;
    let name = &head.ident;
    if let Some(token) = &head.unsafety {
        errors.add(token, format!("hookspec `{name}` must not be `unsafe`; remove `unsafe`"));
    }
    if let Some(token) = &head.modifiers.auto_token {
        errors.add(token, format!("hookspec `{name}` must not be `auto`; remove `auto`"));
    }
    if !head.generics.params.is_empty() {
        errors.add(
            &head.generics,
            format!(
                "hookspec `{name}` must not be generic: hooks are found by trait, without type \
                 arguments; write one trait for each type"
            ),
        );
    }
    if let Some(clause) = head.generics.where_clause.take() {
        errors.add(clause, format!("hookspec `{name}` must not have a `where` clause; remove it"));
    }
    for bound in std::mem::take(&mut head.supertraits) {
        if is_implied(&bound) {
            continue;
        }
        errors.add(
            bound,
            format!(
                "hookspec `{name}` must not have supertraits other than `Send`, `Sync` and \
                 `'static`, which `#[hookspec]` adds; declare a hook for anything else that \
                 plugins must provide"
            ),
        );
    }
}

/// Whether every hookspec has this bound without writing it.
fn is_implied(bound: &TypeParamBound) -> bool {
    match bound {
        TypeParamBound::Trait(bound) => {
            let last = bound.path.segments.last();
            last.is_some_and(|last| last.ident == "Send" || last.ident == "Sync")
        }
        TypeParamBound::Lifetime(lifetime) => lifetime.ident == "static",
        _ => false,
    }
}

/// Returns the method as an error if it cannot be a hook.
fn hook(errors: &mut Errors, spec: &Ident, mut method: Method) -> Result<Hook, Box<Method>> {
    let options = Options::from_attributes(errors, &method.attrs, "hookspec");
    method.attrs = syntax::without_ours(&method.attrs, "hookspec");
    syntax::check_cfg_attrs(errors, &mut method.attrs);
    let signature = signature::check(errors, &method);
    let mut kind = HookKind::Collected;
    let is_valid = errors.unchanged_by(|errors| {
        check_name(errors, &method.sig.ident);
        if let Some(options) = options {
            kind = check_options(errors, options, &method, signature.as_ref());
        }
    });
    let Some(signature) = signature.filter(|_| is_valid) else {
        return Err(Box::new(method));
    };
    let caller = method.sig.ident.unraw().to_string().to_upper_camel_case();
    let caller = Ident::new(&format!("{}{caller}Caller", spec.unraw()), method.sig.ident.span());
    Ok(Hook { method, signature, kind, caller })
}

fn check_name(errors: &mut Errors, name: &Ident) {
    let text = name.unraw().to_string();
    if text.starts_with("__") {
        errors.add(
            name,
            format!("hook `{name}` must not begin with `__`: such names are reserved for generated methods; rename it"),
        );
    }
    if RESERVED.contains(&text.as_str()) {
        errors.add(
            name,
            format!(
                "hook `{name}` must have another name: the value on which hosts call hooks already has \
                 a method `{name}`"
            ),
        );
    }
}

fn check_options(
    errors: &mut Errors,
    mut options: Options,
    method: &Method,
    signature: Option<&HookSignature>,
) -> HookKind {
    let name = &method.sig.ident;
    options.check_keys(errors, "#[hookspec]", HOOK_OPTIONS, ("on the trait", TRAIT_OPTIONS));
    let firstresult = options.flag(errors, "firstresult");
    let historic = options.flag(errors, "historic");
    if let (Some(_), Some(historic)) = (&firstresult, &historic) {
        errors.add(
            historic,
            format!(
                "hook `{name}` must not be both `firstresult` and `historic`: a historic call \
                 reaches all plugins, so it cannot stop at the first result; keep one"
            ),
        );
        return HookKind::Collected;
    }
    if let Some(key) = firstresult {
        if let Some(signature) = signature {
            check_firstresult(errors, &key, signature);
        }
        return HookKind::FirstResult;
    }
    if historic.is_some() {
        if let Some(signature) = signature {
            check_historic(errors, signature);
        }
        return HookKind::Historic;
    }
    HookKind::Collected
}

fn check_firstresult(errors: &mut Errors, key: &Ident, signature: &HookSignature) {
    let HookSignature { ident: name, output, .. } = signature;
    match (&output.ty, output.shape) {
        (_, shape) if shape.is_optional() => {}
        (None, _) => errors.add(
            key,
            format!(
                "hook `{name}` is `firstresult` and must return `Option<T>`: on `None`, the next \
                 plugin is called"
            ),
        ),
        (Some(ty), Shape::FallibleUnit | Shape::Fallible) => errors.add(
            ty,
            format!(
                "hook `{name}` is `firstresult` and must return `Result<Option<T>, E>`: on \
                 `Ok(None)`, the next plugin is called"
            ),
        ),
        (Some(ty), _) => errors.add(
            ty,
            format!(
                "hook `{name}` is `firstresult` and must return `Option<T>`: on `None`, the next \
                 plugin is called"
            ),
        ),
    }
}

fn check_historic(errors: &mut Errors, signature: &HookSignature) {
    let name = &signature.ident;
    for parameter in &signature.parameters {
        let can_be_stored = match (parameter.passing, peel(&parameter.ty)) {
            (Passing::Exclusive, _) => false,
            (Passing::Shared, syn::Type::Reference(reference)) => {
                let outer = reference.lifetime.as_ref().is_none_or(|it| it.ident == "static");
                outer && !Scan::new(&reference.elem).borrows()
            }
            (_, ty) => !Scan::new(ty).borrows(),
        };
        if !can_be_stored {
            errors.add(
                &parameter.ty,
                format!(
                    "parameter `{}` of historic hook `{name}` must have a type that can be stored \
                     for plugins that are registered later; use an owned type, or `&T` where `T` \
                     has no lifetimes",
                    parameter.ident
                ),
            );
        }
    }
    if signature.output.borrows() {
        errors.add(
            &signature.output.ty,
            format!(
                "historic hook `{name}` must return an owned value: the plugin that returns it can \
                 be unregistered at any time"
            ),
        );
    }
}

/// Rejects hooks whose caller types would have the same name, and returns their methods.
fn check_callers(errors: &mut Errors, hooks: &mut Vec<Hook>) -> Vec<Method> {
    let mut seen: Vec<(Ident, Ident)> = Vec::new();
    let duplicates = hooks.extract_if(.., |hook| {
        let name = hook.signature.ident.clone();
        // Hooks of the same name are alternatives under `#[cfg]`, or duplicates that rustc rejects.
        let duplicate =
            seen.iter().find(|(caller, earlier)| *caller == hook.caller && *earlier != name);
        if let Some((caller, earlier)) = duplicate {
            errors.add(
                &name,
                format!(
                    "hooks `{earlier}` and `{name}` must differ in more than underscores: both \
                     would generate the type `{caller}`; rename one"
                ),
            );
            return true;
        }
        seen.push((hook.caller.clone(), name));
        false
    });
    duplicates.map(|hook| hook.method).collect()
}

/// The attributes that the relay method of a hook shares with the hook.
pub(crate) fn shared_attrs(attrs: &[Attribute]) -> TokenStream {
    let shared = ["doc", "cfg", "deprecated", "must_use"];
    let kept = attrs.iter().filter(|attr| shared.iter().any(|name| attr.path().is_ident(name)));
    kept.map(ToTokens::to_token_stream).collect()
}
