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
//!                 None => self.authenticate.call_extra(&[], token),
//!             },
//!         }
//!     }
//! }
//! ```
//!
//! Everything is written with the hygiene of a local name (`mixed_site`), so that no parameter of
//! a hook can be mistaken for a variable of ours.

mod hook;

mod historic;

mod fake;

mod fused;

mod view;

use fake::{fake, fake_type};
use hook::Written;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{ReturnType, Token, Visibility};

use super::check::{Checked, Form, Hook, HookKind, Spec};
use crate::paths::{Private, attribute_ident, mark_ident, option, wrapper_mark_ident};
use crate::signature::types::Scan;
use crate::syntax::{Body, Method, allowed, cfgs};

pub(crate) fn spec(spec: &Spec) -> TokenStream {
    let contract = contract(spec);
    if spec.form == Form::Refused {
        let fallback = fallback(spec);
        return quote!(#contract #fallback);
    }
    let relay = relay(spec);
    let marks = marks(spec);
    let callers = spec.hooks().map(|hook| Written::of(spec, hook).caller());
    let facts = facts(spec);
    let (fake, view, fused) = (fake(spec), view::view(spec), fused::fused(spec));
    quote!(#contract #relay #(#callers)* #marks #facts #fake #view #fused)
}

/// The trait, with the bounds and the hidden methods that it gains.
fn contract(spec: &Spec) -> TokenStream {
    let private = &spec.private;
    let members = spec.members.iter().map(|member| match member {
        Checked::Hook(hook) if spec.form == Form::Fit => Written::of(spec, hook).methods(),
        Checked::Hook(hook) => refused(private, &hook.method),
        Checked::Refused(method) => refused(private, method),
        Checked::Other => TokenStream::new(),
    });
    let attribute = attribute_ident(Span::mixed_site());
    let members = quote! {
        #[doc(hidden)]
        fn #attribute() where Self: #private::Sized;
        #(#members)*
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

/// A method that was refused as a hook: present, so that implementing or leaving it out is no
/// second mistake, and no obstacle to `dyn Trait`.
fn refused(private: &Private, method: &Method) -> TokenStream {
    let mut method = method.clone();
    let clause = method.sig.generics.make_where_clause();
    clause.predicates.push(syn::parse_quote!(Self: #private::Sized));
    // rustc refuses it as well.
    method.sig.constness = None;
    let returns_impl =
        matches!(&method.sig.output, ReturnType::Type(_, ty) if Scan::of(ty).hides());
    let Method { attrs, vis, sig, body, .. } = method;
    let body = match body {
        Body::Unread(body) => body.into_token_stream(),
        Body::None(semi) if returns_impl => semi.into_token_stream(),
        Body::None(_) => quote!({ loop {} }),
    };
    quote!(#(#attrs)* #[allow(unused)] #vis #sig #body)
}

/// What lets `#[hookimpl]` accept a trait that was refused.
fn fallback(spec: &Spec) -> TokenStream {
    let private = &spec.private;
    let head = &spec.item.head;
    let (ident, cfgs, facts) = (&head.ident, cfgs(&head.attrs), facts_const(spec, false));
    let mut generics = head.generics.clone();
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(syn::parse_quote!(#private::Send));
        parameter.bounds.push(syn::parse_quote!(#private::Sync));
        parameter.bounds.push(syn::parse_quote!('static));
    }
    let (impl_generics, _, clause) = generics.split_for_impl();
    let (_, arguments, _) = head.generics.split_for_impl();
    quote! {
        #(#cfgs)*
        impl #impl_generics #private::HookSpec for dyn #ident #arguments #clause {
            #facts
            type Relay = ();
            type Fake = #private::NoFake;
            type StaticHooks<'set, __L: 'set> = ();
            fn relay(_: #private::Callers<'_, Self>) {}
            fn fused<__L>(_: &__L) {}
            fn erased() -> #private::Erased { #private::erased::<Self>() }
        }
    }
}

/// The relay: a field and a method for each hook.
fn relay(spec: &Spec) -> TokenStream {
    let (private, vis, ident, cfgs) = (&spec.private, vis(spec), ident(spec), spec_cfgs(spec));
    let (relay, quiet) = (relay_ident(spec), quiet(spec, None));
    let fields = spec.hooks().map(|hook| {
        let (name, caller, cfgs) = (&hook.signature.ident, &hook.caller, hook_cfgs(hook));
        let doc =
            format!("What stands behind the hook [`{}`]({ident}::{}).", name.unraw(), name.unraw());
        quote!(#(#cfgs)* #[doc = #doc] #vis #name: #caller,)
    });
    let methods = spec.hooks().map(|hook| Written::of(spec, hook).relay_method());
    let doc = format!(
        "The hooks of [`{ident}`], to be called: one method per hook. What stands behind a hook \
         is in the field of the same name."
    );
    quote! {
        #(#cfgs)*
        #[doc = #doc]
        #quiet
        #[derive(#private::Debug)]
        #vis struct #relay { #(#fields)* }

        #(#cfgs)*
        #quiet
        impl #relay { #(#methods)* }
    }
}

/// What hookimpls are checked against: present for hooks that are in some way special, while
/// `#[hookimpl]` brings a stand-in for all others.
fn marks(spec: &Spec) -> TokenStream {
    let (private, vis, ident, cfgs) = (&spec.private, vis(spec), ident(spec), spec_cfgs(spec));
    let marks: Vec<_> = spec
        .hooks()
        .flat_map(|hook| {
            let cfgs = hook_cfgs(hook);
            let deprecated = deprecated(hook).map(|attr| {
                let mark = mark_ident(&hook.signature.ident);
                quote!(#(#cfgs)* #attr #[doc(hidden)] #vis const fn #mark() {})
            });
            let historic = (hook.kind == HookKind::Historic).then(|| {
                let mark = wrapper_mark_ident(&hook.signature.ident);
                quote! {
                    #(#cfgs)* #[doc(hidden)]
                    #vis const fn #mark() -> #private::Historic { #private::Historic }
                }
            });
            [deprecated, historic]
        })
        .flatten()
        .collect();
    if marks.is_empty() {
        return TokenStream::new();
    }
    let quiet = quiet(spec, None);
    quote!(#(#cfgs)* #quiet impl dyn #ident { #(#marks)* })
}

/// `impl HookSpec`, and the element of the registry.
fn facts(spec: &Spec) -> TokenStream {
    let (private, ident, cfgs, relay) =
        (&spec.private, ident(spec), spec_cfgs(spec), relay_ident(spec));
    let (facts, quiet, fake) = (facts_const(spec, true), quiet(spec, None), fake_type(spec));
    let fields = spec.hooks().map(|hook| {
        let (name, caller, cfgs) = (&hook.signature.ident, &hook.caller, hook_cfgs(hook));
        quote!(#(#cfgs)* #name: #caller(callers.next_caller()),)
    });
    let fused = fused::facts(spec);
    let callers = if spec.hooks().next().is_some() { quote!(mut callers) } else { quote!(_) };
    quote! {
        #(#cfgs)*
        #quiet
        impl #private::HookSpec for dyn #ident {
            #facts
            type Relay = #relay;
            type Fake = #fake;
            fn relay(#callers: #private::Callers<'_, Self>) -> #relay {
                #relay { #(#fields)* }
            }
            #fused
            // Or an optimized build would compile it where it is called.
            #[inline(never)]
            fn erased() -> #private::Erased { #private::erased::<Self>() }
        }

        #(#cfgs)*
        #quiet
        const _: () = {
            #private::register!(
                HOOKSPEC,
                #private::Entry::HookSpec(<dyn #ident as #private::HookSpec>::INFO)
            );
        };
    }
}

fn facts_const(spec: &Spec, with_hooks: bool) -> TokenStream {
    let private = &spec.private;
    let name = ident(spec).unraw().to_string();
    let project = option(private, spec.project.as_ref());
    let hooks = spec.hooks().filter(|_| with_hooks).map(|hook| {
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

/// What generated items must not warn of: what their user allows on the trait or the hook, and what
/// nobody can mend, as the code is ours.
fn quiet(spec: &Spec, hook: Option<&Hook>) -> TokenStream {
    let of_trait = &spec.item.head.attrs;
    let of_hook = hook.map_or(&[][..], |hook| &hook.method.attrs);
    let allowed = allowed(of_trait).into_iter().chain(allowed(of_hook));
    quote! {
        #(#allowed)*
        #[allow(dead_code)]
        #[allow(clippy::too_many_arguments, clippy::type_complexity, clippy::let_unit_value)]
        #[allow(clippy::iter_not_returning_iterator)]
    }
}

/// Whether nothing of the trait was refused: to implement it would be refused a second time.
fn is_whole(spec: &Spec) -> bool {
    let is_safe = spec.item.head.unsafety.is_none();
    is_safe && spec.members.iter().all(|member| matches!(member, Checked::Hook(_)))
}

fn deprecated(hook: &Hook) -> Option<&syn::Attribute> {
    hook.method.attrs.iter().find(|attr| attr.path().is_ident("deprecated"))
}

fn relay_ident(spec: &Spec) -> Ident {
    let ident = ident(spec);
    Ident::new(&format!("{}Relay", ident.unraw()), ident.span())
}
