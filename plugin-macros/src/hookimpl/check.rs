//! Refuses what cannot be an implementation of a contract. Types are left to rustc, which knows
//! them.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::{FnArg, ImplItem, LitStr, Path};

use crate::diagnostics::Errors;
use crate::names;
use crate::options::Options;
use crate::paths::Private;
use crate::signature::types::Scan;
use crate::syntax::{self, Impl, Member, Method};

/// The options of `#[hookimpl(..)]` on an impl.
const BLOCK_OPTIONS: &[&str] = &["tryfirst", "trylast", "before", "after", "wrapper", "crate"];
/// The options of `#[hookimpl(..)]` on a method.
const METHOD_OPTIONS: &[&str] = &["tryfirst", "trylast", "before", "after", "wrapper", "specname"];

/// An impl that is fit to be registered.
pub(crate) struct Block {
    pub(crate) private: Private,
    pub(crate) item: Impl,
    pub(crate) spec: Path,
    pub(crate) hookimpls: Vec<HookImpl>,
    /// Whatever is not a method: rustc's to refuse.
    pub(crate) others: Vec<TokenStream>,
    /// Whether the plugin's type has parameters that are not known here.
    pub(crate) is_generic: bool,
}

pub(crate) struct HookImpl {
    pub(crate) method: Method,
    /// The hook's name, at the place where the user gave it.
    pub(crate) hook: Ident,
    pub(crate) options: HookImplOptions,
    pub(crate) slot: Slot,
}

#[derive(Clone, Default)]
pub(crate) struct HookImplOptions {
    pub(crate) precedence: Precedence,
    pub(crate) wrapper: bool,
    /// The ids of the plugins whose hookimpls it wishes to stand before.
    pub(crate) before: Vec<String>,
    pub(crate) after: Vec<String>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Precedence {
    TryFirst,
    #[default]
    Normal,
    TryLast,
}

/// Where the method of a hookimpl goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    /// Into the user's impl.
    Own,
    /// Into a view of the plugin: its own method implements the hook already.
    View,
}

/// An impl that cannot be registered, as it is of no trait.
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
            "`#[hookimpl]` stands on an impl of a hookspec: `impl HookSpec for Plugin`",
        );
        let methods = hookimpls.into_iter().map(|hookimpl| hookimpl.method).collect();
        return Err(Box::new(Rejected { item, methods, others }));
    };
    let spec = spec.clone();
    assign_slots(&mut hookimpls);
    let is_generic = syntax::is_generic(&item.head.generics);
    Ok(Block { private: Private::new(krate), item, spec, hookimpls, others, is_generic })
}

/// A macro call may hide methods, which would then implement hooks that nobody calls.
fn check_visible(errors: &mut Errors, other: &TokenStream) {
    if let Ok(ImplItem::Macro(call)) = syn::parse2(other.clone()) {
        errors.add(
            call,
            "hookimpls must not come from a macro call in the impl, which `#[hookimpl]` cannot look \
             into; have the macro write the whole impl",
        );
    }
}

/// `impl Type`, to be underlined.
fn quote_head(item: &Impl) -> TokenStream {
    let (impl_token, ty) = (&item.head.impl_token, &item.head.self_ty);
    quote!(#impl_token #ty)
}

/// `None` if the method would not fit the trait: a second error.
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
                errors.add(&specname, "`specname` must be the name of a hook");
                return None;
            };
            hookimpl.hook = hook;
        }
    }
    let is_valid = errors.unchanged_by(|errors| {
        check_name(errors, &hookimpl.hook);
        check_next(errors, &hookimpl);
    });
    is_valid.then_some(hookimpl)
}

/// The identifier that a text names; a keyword is meant as a raw one.
fn hook_name(specname: &LitStr) -> Option<Ident> {
    let raw = || syn::parse_str(&format!("r#{}", specname.value())).ok();
    let mut name: Ident = specname.parse().ok().or_else(raw)?;
    name.set_span(specname.span());
    Some(name)
}

/// Generated methods are implemented by options.
fn check_name(errors: &mut Errors, hook: &Ident) {
    if hook.unraw().to_string().starts_with("__") {
        errors.add(
            hook,
            format!(
                "`{hook}` is a generated method and must not be implemented; implement the hook, \
                 under `#[hookimpl(wrapper)]` if it is to be wrapped"
            ),
        );
    }
}

/// A wrapper's last parameter must be one that the hidden method of the trait has.
fn check_next(errors: &mut Errors, hookimpl: &HookImpl) {
    if !hookimpl.options.wrapper {
        return;
    }
    let sig = &hookimpl.method.sig;
    let name = &sig.ident;
    let next = "`next: &dyn Fn(..) -> ..`, with the hook's parameters, returning what a call of \
                the hook returns";
    match sig.inputs.last() {
        Some(FnArg::Typed(last)) if Scan::new(&last.ty).has_impl_trait() => errors.add(
            &last.ty,
            format!("wrapper `{name}` must take a reference as its last parameter: {next}"),
        ),
        Some(FnArg::Typed(_)) => {}
        _ => errors
            .add(name, format!("wrapper `{name}` must take `next` as its last parameter: {next}")),
    }
}

/// The options that are given; for the others, `default`.
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
            errors.add(trylast, "options `tryfirst` and `trylast` contradict each other; keep one");
            Precedence::Normal
        }
        (Some(_), None) => Precedence::TryFirst,
        (None, Some(_)) => Precedence::TryLast,
        (None, None) => default.precedence,
    };
    let (before, after) = constraints(errors, options);
    // A method's wish takes the place of the block's opposite one.
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
                    errors.add(&literal, format!("`{id}` is named twice in `{key}`"));
                }
                Some(_) => errors.add(
                    &literal,
                    format!("a hookimpl cannot stand both before and after `{id}`; keep one"),
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

/// Of several implementations of one hook, one goes into the user's impl: that of the hook's own
/// name, else the first.
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
        // Two methods of the hook's own name are rustc's to refuse, or alternatives under `#[cfg]`.
        if !is_own && own.or(first) != Some(i) {
            hookimpls[i].slot = Slot::View;
        }
    }
}
