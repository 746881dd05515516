//! Rejects impls that cannot implement a hookspec. rustc checks the types, because a macro does not
//! know them.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::{ImplItem, LitStr, Path};

use crate::diagnostics::Errors;
use crate::names;
use crate::options::Options;
use crate::paths::Private;
use crate::signature::next::{self, Last};
use crate::syntax::{self, Impl, Member, Method};

/// The options of `#[hookimpl(..)]` on an impl.
const BLOCK_OPTIONS: &[&str] = &["tryfirst", "trylast", "before", "after", "wrapper", "crate"];
/// The options of `#[hookimpl(..)]` on a method.
const METHOD_OPTIONS: &[&str] = &["tryfirst", "trylast", "before", "after", "wrapper", "specname"];

/// A valid impl of a hookspec.
pub(crate) struct Block {
    pub(crate) private: Private,
    pub(crate) item: Impl,
    pub(crate) spec: Path,
    pub(crate) hookimpls: Vec<HookImpl>,
    /// The items that are not methods. rustc rejects them.
    pub(crate) others: Vec<TokenStream>,
    /// Whether the type of the plugin is generic.
    pub(crate) is_generic: bool,
}

pub(crate) struct HookImpl {
    pub(crate) method: Method,
    /// The name of the hook, with the span where the user wrote it.
    pub(crate) hook: Ident,
    pub(crate) options: HookImplOptions,
    pub(crate) slot: Slot,
}

#[derive(Clone, Default)]
pub(crate) struct HookImplOptions {
    pub(crate) precedence: Precedence,
    pub(crate) wrapper: bool,
    /// The ids of the plugins whose hookimpls must run after this one.
    pub(crate) before: Vec<String>,
    /// The ids of the plugins whose hookimpls must run before this one.
    pub(crate) after: Vec<String>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Precedence {
    TryFirst,
    #[default]
    Normal,
    TryLast,
}

/// Where the method of a hookimpl is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    /// In the user's impl.
    Own,
    /// In a view of the plugin, because another method in the user's impl implements the hook.
    View,
}

/// An inherent impl, which cannot be registered.
pub(crate) struct Rejected {
    pub(crate) item: Impl,
    pub(crate) methods: Vec<Method>,
    pub(crate) others: Vec<TokenStream>,
}

pub(crate) fn block(
    errors: &mut Errors,
    options: Option<Options>,
    mut item: Impl,
) -> Result<Block, Box<Rejected>> {
    let mut krate = None;
    let mut default = HookImplOptions::default();
    if let Some(mut options) = options {
        options.check_keys(errors, "#[hookimpl]", BLOCK_OPTIONS, ("on a method", METHOD_OPTIONS));
        krate = options.value(errors, "crate", "path::to::plugin_core");
        default = check_options(errors, &options, &default);
    }
    let members = std::mem::take(&mut item.items);
    let mut hookimpls = Vec::new();
    let mut others = Vec::new();
    for member in members {
        match member {
            Member::Method(method) => hookimpls.extend(hookimpl(errors, &default, *method)),
            Member::Other(other) => {
                check_visible(errors, &other);
                others.push(other);
            }
        }
    }
    let Some((spec, _)) = &item.head.trait_ else {
        errors.add(
            quote_head(&item),
            "`#[hookimpl]` belongs on an impl of a hookspec, such as `impl GatewayHooks for Auth`",
        );
        let methods = hookimpls.into_iter().map(|hookimpl| hookimpl.method).collect();
        return Err(Box::new(Rejected { item, methods, others }));
    };
    let spec = spec.clone();
    assign_slots(&mut hookimpls);
    let is_generic = syntax::is_generic(&item.head.generics);
    Ok(Block { private: Private::new(krate), item, spec, hookimpls, others, is_generic })
}

/// A macro call may hide methods. They would implement hooks and never be called.
fn check_visible(errors: &mut Errors, other: &TokenStream) {
    if let Ok(ImplItem::Macro(call)) = syn::parse2(other.clone()) {
        errors.add(
            call,
            "an impl under `#[hookimpl]` must not contain macro calls: the attribute cannot see the \
             methods that they expand to; write a macro that expands to the whole impl",
        );
    }
}

/// The tokens `impl Type`, for the span of an error.
fn quote_head(item: &Impl) -> TokenStream {
    let (impl_token, ty) = (&item.head.impl_token, &item.head.self_ty);
    quote!(#impl_token #ty)
}

/// Returns `None` if the method would not match the trait, which would cause a second error.
fn hookimpl(
    errors: &mut Errors,
    default: &HookImplOptions,
    mut method: Method,
) -> Option<HookImpl> {
    let options = Options::from_attributes(errors, &method.attrs, "hookimpl");
    method.attrs = syntax::without_ours(&method.attrs, "hookimpl");
    syntax::check_cfg_attrs(errors, &mut method.attrs);
    let mut hookimpl = HookImpl {
        hook: method.sig.ident.clone(),
        method,
        options: default.clone(),
        slot: Slot::Own,
    };
    if let Some(mut options) = options {
        options.check_keys(errors, "#[hookimpl]", METHOD_OPTIONS, ("on the impl", BLOCK_OPTIONS));
        hookimpl.options = check_options(errors, &options, default);
        let specname: Option<LitStr> = options.value(errors, "specname", "\"hook\"");
        if let Some(specname) = specname {
            let Some(hook) = hook_name(&specname) else {
                let message = format!(
                    "`{}` is not the name of a hook: `specname` must be an identifier",
                    specname.value()
                );
                errors.add(&specname, message);
                return None;
            };
            hookimpl.hook = hook;
        }
    }
    let is_valid = errors.unchanged_by(|errors| {
        if errors.unchanged_by(|errors| check_name(errors, &hookimpl.hook)) {
            check_next(errors, &hookimpl);
        }
    });
    is_valid.then_some(hookimpl)
}

/// The identifier in a string. A keyword becomes a raw identifier.
fn hook_name(specname: &LitStr) -> Option<Ident> {
    let raw = || syn::parse_str(&format!("r#{}", specname.value())).ok();
    let mut name: Ident = specname.parse().ok().or_else(raw)?;
    name.set_span(specname.span());
    Some(name)
}

/// Rejects the names of generated methods, which are implemented through options.
fn check_name(errors: &mut Errors, hook: &Ident) {
    if hook.unraw().to_string().starts_with("__") {
        errors.add(
            hook,
            format!(
                "`{hook}` is a generated method and must not be implemented; implement the hook \
                 itself, with `#[hookimpl(wrapper)]` to wrap it"
            ),
        );
    }
}

/// The last parameter of a wrapper, and only of a wrapper, must be `next`.
fn check_next(errors: &mut Errors, hookimpl: &HookImpl) {
    let method = &hookimpl.method;
    let (sig, name) = (&method.sig, &method.sig.ident);
    if !hookimpl.options.wrapper {
        if let Some(next) = next::next_of(sig) {
            errors.add(
                next,
                format!(
                    "method `{name}` must be a wrapper, because its last parameter is `next`; write \
                     `#[hookimpl(wrapper)]` above it"
                ),
            );
        }
        return;
    }
    let written = |has_last| {
        next::written(method, has_last).map_or_else(
            || {
                "`next: &dyn Fn(..) -> ..`, with the parameters of the hook and the return type of \
                 a call"
                    .to_owned()
            },
            |written| format!("`{written}`"),
        )
    };
    match next::last(method) {
        Last::Other => {
            let next = written(false);
            errors.add(
                name,
                format!("wrapper `{name}` must take `next` as its last parameter: {next}"),
            );
        }
        Last::OtherFunction(ty) => {
            let next = written(true);
            errors.add(ty, format!("the last parameter of wrapper `{name}` must be {next}"));
        }
        Last::OtherArguments(ty) => {
            let next = written(true);
            errors.add(
                ty,
                format!("`next` of wrapper `{name}` must take the parameters of the hook: {next}"),
            );
        }
        Last::OtherResult(returned) => {
            let own = next::returned(&sig.output);
            let message = format!(
                "wrapper `{name}` returns `{}` and its `next` returns `{returned}`: both must return what a \
                 call of the hook returns; write the same type twice",
                next::shown(own),
            );
            match own {
                Some(ty) => errors.add(ty, message),
                None => errors.add(name, message),
            }
        }
        Last::Next => {}
    }
}

/// The options that the user set, and those of `default` for the others.
fn check_options(
    errors: &mut Errors,
    options: &Options,
    default: &HookImplOptions,
) -> HookImplOptions {
    let tryfirst = options.flag(errors, "tryfirst");
    let trylast = options.flag(errors, "trylast");
    let wrapper = options.flag(errors, "wrapper").is_some() || default.wrapper;
    let precedence = match (tryfirst, trylast) {
        (Some(_), Some(trylast)) => {
            errors
                .add(trylast, "options `tryfirst` and `trylast` are mutually exclusive; keep one");
            Precedence::Normal
        }
        (Some(_), None) => Precedence::TryFirst,
        (None, Some(_)) => Precedence::TryLast,
        (None, None) => default.precedence,
    };
    let (before, after) = constraints(errors, options);
    // A constraint of the method replaces the opposite one of the impl.
    let inherited = |constraints: &[String], opposite: &[String]| {
        let kept = constraints.iter().filter(|it| !opposite.contains(it)).cloned();
        kept.collect::<Vec<_>>()
    };
    HookImplOptions {
        precedence,
        wrapper,
        before: joined(inherited(&default.before, &after), &before),
        after: joined(inherited(&default.after, &before), &after),
    }
}

/// The ids of `before` and of `after`.
fn constraints(errors: &mut Errors, options: &Options) -> (Vec<String>, Vec<String>) {
    let mut known: Vec<(&str, String)> = Vec::new();
    for key in ["before", "after"] {
        for literal in options.texts(errors, key, "\"cache\"") {
            let id = literal.value();
            let earlier = known.iter().find(|(_, it)| *it == id).map(|(key, _)| *key);
            match earlier {
                _ if !names::is_id(&id) => errors.add(&literal, names::not_an_id(&id)),
                Some(earlier) if earlier == key => {
                    errors.add(&literal, format!("`{id}` is listed twice in `{key}`; remove one"));
                }
                Some(_) => errors.add(
                    &literal,
                    format!("a hookimpl cannot run both before and after `{id}`; keep one"),
                ),
                None => known.push((key, id)),
            }
        }
    }
    let (before, after): (Vec<_>, Vec<_>) =
        known.into_iter().partition(|(key, _)| *key == "before");
    let ids =
        |constraints: Vec<(&str, String)>| constraints.into_iter().map(|(_, id)| id).collect();
    (ids(before), ids(after))
}

fn joined(mut ids: Vec<String>, more: &[String]) -> Vec<String> {
    for id in more {
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    ids
}

/// Decides which of several implementations of one hook is written in the user's impl: the method with
/// the name of the hook, or else the first one.
fn assign_slots(hookimpls: &mut [HookImpl]) {
    for i in 0..hookimpls.len() {
        let (hook, wrapper) = (hookimpls[i].hook.clone(), hookimpls[i].options.wrapper);
        let mut candidates = hookimpls
            .iter()
            .enumerate()
            .filter(|(_, it)| it.hook == hook && it.options.wrapper == wrapper);
        let first = candidates.clone().next().map(|(index, _)| index);
        let own = candidates.find(|(_, it)| it.method.sig.ident == hook).map(|(index, _)| index);
        let is_own = hookimpls[i].method.sig.ident == hook;
        // Two methods with the name of the hook are alternatives under `#[cfg]`, or rustc rejects them.
        if !is_own && own.or(first) != Some(i) {
            hookimpls[i].slot = Slot::View;
        }
    }
}
