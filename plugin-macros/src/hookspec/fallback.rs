//! Writes what is left of a trait that was refused, so that its mistakes are the only errors: those
//! who implement it, and those who call its other hooks, get no errors that are a consequence.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::ReturnType;

use super::check::{Refused, Spec};
use super::expand;
use crate::features::Features;
use crate::paths::Private;
use crate::signature::types::Scan;
use crate::syntax::{Body, Method, cfgs};

pub(super) fn spec(refused: &Refused, features: Features) -> TokenStream {
    let Refused { spec, methods, is_generic } = refused;
    let methods = methods.iter().map(|it| method(&spec.private, it));
    if *is_generic {
        let hooks = spec.hooks.iter().map(|hook| method(&spec.private, &hook.method));
        let contract = expand::contract(spec, &quote!(#(#hooks)* #(#methods)*));
        let facts = facts(spec);
        return quote!(#contract #facts);
    }
    let hooks = expand::methods(spec, features);
    let contract = expand::contract(spec, &quote!(#hooks #(#methods)*));
    let (relay, sets) = (expand::relay(spec), expand::sets(spec, features));
    quote!(#contract #relay #sets)
}

/// A method that was refused as a hook: present, so that implementing or leaving it out is no
/// second mistake, and no obstacle to `dyn Trait`.
fn method(private: &Private, method: &Method) -> TokenStream {
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

/// What lets `#[hookimpl]` accept a trait that is generic.
fn facts(spec: &Spec) -> TokenStream {
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
        impl #impl_generics #private::HookSpec for dyn #ident #arguments #clause {
            #info
            type Relay = ();
            fn relay(_: #private::Callers<'_, Self>) {}
            fn __hookspec_writes_this() -> #private::Erased { #private::erased::<Self>() }
        }
    }
}
