//! Writes the trait again, and the items that hosts and managers need for it.
//!
//! ```text
//! // Input:
//! #[hookspec]
//! pub trait GatewayHooks {
//!     /// The first plugin that returns `Some` wins.
//!     #[hookspec(firstresult)]
//!     fn authenticate(&self, token: &str) -> Option<User>;
//! }
//!
//! // Output, abridged (`tests/expanded` has it in full):
//! pub trait GatewayHooks: Send + Sync + 'static {
//!     type __WriteHookimplAboveThisImpl: WrittenByHookimpl where Self: Sized;
//!     /// The first plugin that returns `Some` wins.
//!     fn authenticate(&self, token: &str) -> Option<User> { not_implemented() }
//!     fn __authenticate_wrapper(&self, token: &str, next: &dyn Fn(&str) -> Option<User>)
//!         -> Option<User> { next(token) }
//! }
//!
//! pub struct GatewayHooksRelay { pub authenticate: GatewayHooksAuthenticateCaller }
//!
//! impl GatewayHooksRelay {
//!     /// The first plugin that returns `Some` wins.
//!     pub fn authenticate(&self, token: &str) -> Option<User> {
//!         match self.authenticate.0.direct() {
//!             Some(hookimpls) => first(hookimpls, |it| GatewayHooks::authenticate(it, token)),
//!             None => match self.authenticate.0.chain() {
//!                 Some(chain) => GatewayHooksAuthenticateCaller::__around(chain, token),
//!                 None => self.authenticate.__extra(&[], token),
//!             },
//!         }
//!     }
//! }
//! ```
//!
//! All code is written with the hygiene of local names (`mixed_site`), so a parameter of a hook cannot
//! shadow a generated variable.
//!
//! The slower ways to call a hook are generic over an unused type, `__L`. So they are compiled in the
//! crate that calls a hook, and not in every contract crate.

mod caller;

mod fake;

mod static_hooks;

mod historic;

mod hook;

mod relay;

mod parts;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::{Token, Visibility};

use self::parts::HookParts;
use super::check::{Hook, HookKind, Spec};
use crate::features::Features;
use crate::paths::{attribute_ident, index_ident, option, wrapper_marker_ident};
use crate::syntax::{cfgs, lints};

pub(super) fn spec(spec: &Spec, features: Features) -> TokenStream {
    let contract = contract(spec, &methods(spec, features));
    let (relay, sets) = (relay(spec), sets(spec, features));
    let fake = features.closures.then(|| fake::fake(spec));
    quote!(#contract #relay #sets #fake)
}

/// The trait, with the bounds and hidden methods that the macro adds.
pub(super) fn contract(spec: &Spec, methods: &TokenStream) -> TokenStream {
    let private = &spec.private;
    let attribute = attribute_ident();
    let members = quote! {
        #[doc(hidden)]
        type #attribute: #private::WrittenByHookimpl
        where
            Self: #private::Sized;
        #methods
    };
    let mut head = spec.item.head.clone();
    head.colon_token.get_or_insert_with(<Token![:]>::default);
    head.supertraits.extend([
        syn::parse_quote!(#private::Send),
        syn::parse_quote!(#private::Sync),
        syn::parse_quote!('static),
    ] as [syn::TypeParamBound; 3]);
    crate::syntax::Block { head, items: Vec::<()>::new() }.with_items(members)
}

/// The methods of the trait for its hooks.
pub(super) fn methods(spec: &Spec, features: Features) -> TokenStream {
    spec.hooks.iter().map(|hook| hook::methods(&HookParts::new(spec, hook), features)).collect()
}

/// The items that a manager and calls through it need.
pub(super) fn relay(spec: &Spec) -> TokenStream {
    let (private, cfgs, allow) = (&spec.private, spec_cfgs(spec), allow_attr(spec));
    let hooks: Vec<_> = spec.hooks.iter().map(|hook| HookParts::new(spec, hook)).collect();
    let relay = relay::item(spec, &hooks);
    let callers = hooks.iter().map(caller::item);
    let methods = relay::methods(spec, &hooks);
    let caller_methods = hooks.iter().map(caller::methods);
    let (indexes, hookspec_impl) = (indexes(spec), hookspec_impl(spec));
    quote! {
        #relay
        #(#callers)*

        #(#cfgs)*
        #allow
        const _: () = {
            use #private::{AsDebug as _, AsDebugFallback as _, TryClone as _, TryCloneFallback as _};
            #methods
            #(#caller_methods)*
            #hookspec_impl
        };

        #indexes
    }
}

/// The items that plugin sets need. A `plugin_core` without the feature `sets` drops them.
pub(super) fn sets(spec: &Spec, features: Features) -> Option<TokenStream> {
    let private = &spec.private;
    features.sets.then(|| {
        let items = static_hooks::items(spec);
        quote!(#private::with_sets! { #items })
    })
}

/// The index of each hook, and a marker function for each historic hook. rustc counts the indexes,
/// because it evaluates the `#[cfg]` of a hook. `#[hookimpl]` brings a fallback for the hooks that have
/// no marker.
fn indexes(spec: &Spec) -> TokenStream {
    let (private, vis, ident, cfgs) = (&spec.private, vis(spec), ident(spec), spec_cfgs(spec));
    let counter = Ident::new(&format!("__{}Hook", ident.unraw()), ident.span());
    let variants = spec.hooks.iter().map(|hook| {
        let (name, cfgs) = (&hook.signature.ident, hook_cfgs(hook));
        quote!(#(#cfgs)* #name,)
    });
    let indexes = spec.hooks.iter().map(|hook| {
        let (name, cfgs) = (&hook.signature.ident, hook_cfgs(hook));
        let (index, deprecated) = (index_ident(name), deprecated(hook));
        let historic = (hook.kind == HookKind::Historic).then(|| {
            let marker = wrapper_marker_ident(name);
            quote! {
                #(#cfgs)*
                #[doc(hidden)]
                #vis const fn #marker() -> #private::Historic { #private::Historic }
            }
        });
        quote! {
            #(#cfgs)*
            #deprecated
            #[doc(hidden)]
            #vis const #index: usize = #counter::#name as usize;
            #historic
        }
    });
    quote! {
        #(#cfgs)*
        #[allow(dead_code, non_camel_case_types)]
        enum #counter { #(#variants)* }

        #(#cfgs)*
        #[allow(dead_code, deprecated, non_upper_case_globals)]
        impl dyn #ident { #(#indexes)* }
    }
}

/// `impl HookSpec`, and the registry element.
fn hookspec_impl(spec: &Spec) -> TokenStream {
    let (private, ident, relay) = (&spec.private, ident(spec), relay_ident(spec));
    let info = info(spec, &spec.hooks);
    let fields = spec.hooks.iter().map(|hook| {
        let (name, caller, cfgs) = (&hook.signature.ident, &hook.caller, hook_cfgs(hook));
        quote!(#(#cfgs)* #name: #caller(callers.next_caller()),)
    });
    let callers = if spec.hooks.is_empty() { quote!(_) } else { quote!(mut callers) };
    quote! {
        // For any lifetime, because rustc knows none when it checks whether a future is `Send`.
        impl #private::HasRelay for dyn #ident + '_ {
            type Relay = #relay;
        }

        impl #private::HookSpec for dyn #ident {
            #info
            fn relay(#callers: #private::Callers<'_, Self>) -> #relay {
                #relay { #(#fields)* }
            }
            // Otherwise an optimized build would compile it again in each crate that calls it.
            #[inline(never)]
            fn __hookspec_writes_this() -> #private::Erased { #private::erased::<Self>() }
        }

        #private::register!(
            __HOOKSPEC,
            #private::Entry::HookSpec(<dyn #ident as #private::HookSpec>::INFO)
        );
    }
}

/// The constant that describes the hookspec.
pub(super) fn info(spec: &Spec, hooks: &[Hook]) -> TokenStream {
    let private = &spec.private;
    let name = ident(spec).unraw().to_string();
    let project = option(private, spec.project.as_ref());
    let hooks = hooks.iter().map(|hook| {
        let hook_name = hook.signature.ident.unraw().to_string();
        let cfgs = hook_cfgs(hook);
        let parameters = hook.signature.names();
        let firstresult = hook.kind == HookKind::FirstResult;
        let historic = hook.kind == HookKind::Historic;
        quote! {
            #(#cfgs)*
            #private::new_hook(#name, #hook_name, &[#(#parameters),*], #firstresult, #historic),
        }
    });
    quote! {
        const INFO: &'static #private::HookSpecInfo = &#private::new_hookspec(
            #name,
            #project,
            #private::package!(),
            #private::location!(),
            &[#(#hooks)*],
        );
    }
}

fn ident(spec: &Spec) -> &Ident {
    &spec.item.head.ident
}

fn vis(spec: &Spec) -> &Visibility {
    &spec.item.head.vis
}

fn spec_cfgs(spec: &Spec) -> Vec<syn::Attribute> {
    cfgs(&spec.item.head.attrs)
}

fn hook_cfgs(hook: &Hook) -> Vec<syn::Attribute> {
    cfgs(&hook.method.attrs)
}

/// The lints that generated items must allow: those that the user allows on the trait or on a hook, and
/// those that only the macro could fix.
fn allow_attr(spec: &Spec) -> TokenStream {
    let of_hooks = spec.hooks.iter().flat_map(|hook| lints(&hook.method.attrs));
    let allowed = lints(&spec.item.head.attrs).into_iter().chain(of_hooks);
    let allowed: Vec<_> = allowed.map(|lints| quote!(#lints,)).collect();
    quote! {
        #[allow(
            #(#allowed)*
            dead_code,
            deprecated,
            unused_imports,
            clippy::inline_always,
            clippy::iter_not_returning_iterator,
            clippy::let_unit_value,
            clippy::ptr_arg,
            clippy::ref_option,
            clippy::ref_option_ref,
            clippy::too_many_arguments,
            clippy::type_complexity
        )]
    }
}

/// The same for a single item, in the trait or outside of it.
fn item_allow_attr(spec: &Spec, hook: Option<&Hook>) -> TokenStream {
    let of_hook = hook.map_or_else(Vec::new, |hook| lints(&hook.method.attrs));
    let allowed = lints(&spec.item.head.attrs).into_iter().chain(of_hook);
    quote!(#[allow(#(#allowed,)* dead_code, clippy::too_many_arguments, clippy::type_complexity)])
}

fn deprecated(hook: &Hook) -> Option<&syn::Attribute> {
    hook.method.attrs.iter().find(|attr| attr.path().is_ident("deprecated"))
}

fn relay_ident(spec: &Spec) -> Ident {
    let ident = ident(spec);
    Ident::new(&format!("{}Relay", ident.unraw()), ident.span())
}
