//! Writes the valid parts of a rejected trait, so that its mistakes are the only errors. Impls of the
//! trait and calls of its other hooks still compile.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ReturnType;

use super::check::{Rejected, Spec};
use super::expand;
use crate::features::Features;
use crate::paths::Private;
use crate::signature::types::Scan;
use crate::syntax::{Body, Method, cfgs};

pub(super) fn spec(rejected: &Rejected, features: Features) -> TokenStream {
    let Rejected { spec, methods, is_generic } = rejected;
    let methods = methods.iter().map(|it| method(&spec.private, it));
    if *is_generic {
        let hooks = spec.hooks.iter().map(|hook| method(&spec.private, &hook.method));
        let contract = expand::contract(spec, &quote!(#(#hooks)* #(#methods)*));
        let hookspec_impl = hookspec_impl(spec);
        return quote!(#contract #hookspec_impl);
    }
    let hooks = expand::methods(spec, features);
    let contract = expand::contract(spec, &quote!(#hooks #(#methods)*));
    let (relay, sets) = (expand::relay(spec), expand::sets(spec, features));
    quote!(#contract #relay #sets)
}

/// A method that was rejected as a hook. It has a body, so that an impl with or without it compiles, and
/// it does not prevent `dyn Trait`.
fn method(private: &Private, method: &Method) -> TokenStream {
    let mut method = method.clone();
    let clause = method.sig.generics.make_where_clause();
    clause.predicates.push(syn::parse_quote!(Self: #private::Sized));
    // rustc rejects it as well, which would be a second error.
    method.sig.constness = None;
    let returns_impl =
        matches!(&method.sig.output, ReturnType::Type(_, ty) if Scan::new(ty).has_impl_trait());
    let Method { attrs, vis, sig, body, .. } = method;
    let body = match body {
        Body::Unread(body) => body.into_token_stream(),
        Body::None(semi) if returns_impl => semi.into_token_stream(),
        Body::None(_) => quote!({ loop {} }),
    };
    quote!(#(#attrs)* #[allow(unused)] #vis #sig #body)
}

/// `impl HookSpec`, which lets `#[hookimpl]` accept a generic trait.
fn hookspec_impl(spec: &Spec) -> TokenStream {
    let private = &spec.private;
    let head = &spec.item.head;
    let (ident, cfgs, info) = (&head.ident, cfgs(&head.attrs), expand::info(spec, &[]));
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
        impl #impl_generics #private::HasRelay for dyn #ident #arguments #clause {
            type Relay = ();
        }

        #(#cfgs)*
        impl #impl_generics #private::HookSpec for dyn #ident #arguments #clause {
            #info
            fn relay(_: #private::Callers<'_, Self>) {}
            fn __hookspec_writes_this() -> #private::Erased { #private::erased::<Self>() }
        }
    }
}
