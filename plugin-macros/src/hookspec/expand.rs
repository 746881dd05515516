//! Writes the trait again, and beside it what a host and a manager need of it.
//!
//! ```text
//! // Input:
//! #[hookspec]
//! pub trait GatewayHooks {
//!     /// The first plugin with an answer wins.
//!     #[hookspec(firstresult)]
//!     fn authenticate(&self, token: &str) -> Option<User>;
//! }
//!
//! // Output, abridged (`tests/expanded` has it in full):
//! pub trait GatewayHooks: Send + Sync + 'static {
//!     fn __write_hookimpl_above_this_impl() where Self: Sized;
//!     /// The first plugin with an answer wins.
//!     fn authenticate(&self, token: &str) -> Option<User> { not_implemented() }
//!     fn __authenticate_wrapper(&self, token: &str, next: &dyn Fn(&str) -> Option<User>)
//!         -> Option<User> { next(token) }
//! }
//!
//! pub struct GatewayHooksRelay { pub authenticate: GatewayHooksAuthenticateCaller }
//!
//! impl GatewayHooksRelay {
//!     /// The first plugin with an answer wins.
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
//! Everything is written with the hygiene of a local name (`mixed_site`), so that no parameter of
//! a hook can be mistaken for a variable of ours.
//!
//! What calls a hook in a longer way than the relay's method is generic over a type that means
//! nothing, `__L`: so it is compiled where a hook is called, and not with each contract.

mod caller;

mod fake;

mod fused;

mod historic;

mod hook;

mod relay;

mod written;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::{Token, Visibility};

use self::written::Written;
use super::check::{Hook, HookKind, Spec};
use crate::features::Features;
use crate::paths::{attribute_ident, index_ident, option, wrapper_mark_ident};
use crate::syntax::{cfgs, lints};

pub(super) fn spec(spec: &Spec, features: Features) -> TokenStream {
    let contract = contract(spec, &methods(spec, features));
    let (relay, sets) = (relay(spec), sets(spec, features));
    let fake = features.closures.then(|| fake::fake(spec));
    quote!(#contract #relay #sets #fake)
}

/// The trait, with the bounds and the hidden methods that it gains.
pub(super) fn contract(spec: &Spec, methods: &TokenStream) -> TokenStream {
    let private = &spec.private;
    let attribute = attribute_ident(Span::mixed_site());
    let members = quote! {
        #[doc(hidden)]
        fn #attribute() where Self: #private::Sized;
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

/// What stands in the trait for its hooks.
pub(super) fn methods(spec: &Spec, features: Features) -> TokenStream {
    spec.hooks.iter().map(|hook| hook::methods(&Written::of(spec, hook), features)).collect()
}

/// What a manager, and calls through one, need.
pub(super) fn relay(spec: &Spec) -> TokenStream {
    let (private, cfgs, quiet) = (&spec.private, spec_cfgs(spec), quiet(spec));
    let hooks: Vec<_> = spec.hooks.iter().map(|hook| Written::of(spec, hook)).collect();
    let relay = relay::item(spec, &hooks);
    let callers = hooks.iter().map(caller::item);
    let methods = relay::methods(spec, &hooks);
    let caller_methods = hooks.iter().map(caller::methods);
    let (places, facts) = (places(spec), facts(spec));
    quote! {
        #relay
        #(#callers)*

        #(#cfgs)*
        #quiet
        const _: () = {
            use #private::{AsDebug as _, AsDebugFallback as _, TryClone as _, TryCloneFallback as _};
            #methods
            #(#caller_methods)*
            #facts
        };

        #places
    }
}

/// What plugin sets need. A `plugin_core` without them drops it.
pub(super) fn sets(spec: &Spec, features: Features) -> Option<TokenStream> {
    let private = &spec.private;
    features.sets.then(|| {
        let fused = fused::fused(spec);
        quote!(#private::with_sets! { #fused })
    })
}

/// The index of each hook, counted by rustc, which knows the hooks that are under a `#[cfg]`; and
/// marks of those that are in some way special, while `#[hookimpl]` brings a stand-in for all others.
fn places(spec: &Spec) -> TokenStream {
    let (private, vis, ident, cfgs) = (&spec.private, vis(spec), ident(spec), spec_cfgs(spec));
    let counter = Ident::new(&format!("__{}Hook", ident.unraw()), ident.span());
    let variants = spec.hooks.iter().map(|hook| {
        let (name, cfgs) = (&hook.signature.ident, hook_cfgs(hook));
        quote!(#(#cfgs)* #name,)
    });
    let places = spec.hooks.iter().map(|hook| {
        let (name, cfgs) = (&hook.signature.ident, hook_cfgs(hook));
        let (index, deprecated) = (index_ident(name), deprecated(hook));
        let historic = (hook.kind == HookKind::Historic).then(|| {
            let mark = wrapper_mark_ident(name);
            quote! {
                #(#cfgs)*
                #[doc(hidden)]
                #vis const fn #mark() -> #private::Historic { #private::Historic }
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
        impl dyn #ident { #(#places)* }
    }
}

/// `impl HookSpec`, and the element of the registry.
fn facts(spec: &Spec) -> TokenStream {
    let (private, ident, relay) = (&spec.private, ident(spec), relay_ident(spec));
    let info = info(spec, &spec.hooks);
    let fields = spec.hooks.iter().map(|hook| {
        let (name, caller, cfgs) = (&hook.signature.ident, &hook.caller, hook_cfgs(hook));
        quote!(#(#cfgs)* #name: #caller(callers.next_caller()),)
    });
    let callers = if spec.hooks.is_empty() { quote!(_) } else { quote!(mut callers) };
    quote! {
        impl #private::HookSpec for dyn #ident {
            #info
            type Relay = #relay;
            fn relay(#callers: #private::Callers<'_, Self>) -> #relay {
                #relay { #(#fields)* }
            }
            // Or an optimized build would compile it where it is called.
            #[inline(never)]
            fn __hookspec_writes_this() -> #private::Erased { #private::erased::<Self>() }
        }

        #private::register!(
            __HOOKSPEC,
            #private::Entry::HookSpec(<dyn #ident as #private::HookSpec>::INFO)
        );
    }
}

/// What is known of the hookspec.
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

/// What generated items must not warn of: what their user allows on the trait or a hook, and what
/// nobody can mend, as the code is ours.
fn quiet(spec: &Spec) -> TokenStream {
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

/// The same for what stands alone, in the trait or beside it.
fn quiet_item(spec: &Spec, hook: Option<&Hook>) -> TokenStream {
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
