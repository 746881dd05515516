//! Writes the relay, through which a host calls hooks: a field and a method for each hook.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;

use super::parts::HookParts;
use super::{ident, item_allow_attr, relay_ident, spec_cfgs, vis};
use crate::hookspec::check::{HookKind, Spec};
use crate::signature::returning;

pub(super) fn item(spec: &Spec, hooks: &[HookParts<'_>]) -> TokenStream {
    let (private, vis, ident, cfgs) = (&spec.private, vis(spec), ident(spec), spec_cfgs(spec));
    let (relay, allow) = (relay_ident(spec), item_allow_attr(spec, None));
    let fields = hooks.iter().map(|HookParts { name, cfgs, hook, .. }| {
        let caller = &hook.caller;
        let doc = format!("The caller of the hook [`{0}`]({ident}::{0}).", name.unraw());
        quote!(#(#cfgs)* #[doc = #doc] #vis #name: #caller,)
    });
    let doc = format!(
        "Calls the hooks of [`{ident}`]: one method per hook. The field of the same name gives \
         access to the hookimpls and to other ways to call the hook."
    );
    quote! {
        #(#cfgs)*
        #[doc = #doc]
        #allow
        #[derive(#private::Debug)]
        #vis struct #relay { #(#fields)* }
    }
}

pub(super) fn methods(spec: &Spec, hooks: &[HookParts<'_>]) -> TokenStream {
    let relay = relay_ident(spec);
    let methods = hooks.iter().map(method);
    quote!(impl #relay { #(#methods)* })
}

fn method(parts: &HookParts<'_>) -> TokenStream {
    let HookParts { vis, attrs, name, parameters, arguments, copies, private, hook, .. } = parts;
    let generics = &hook.signature.generics;
    let lifetime = &hook.signature.receiver;
    let first = hook.kind == HookKind::FirstResult;
    let call_type = hook.signature.output.call_type(&quote!(#private::Vec), first);
    let call_type = returning(call_type.as_ref());
    let body = if hook.kind == HookKind::Historic {
        let callback = parts.callback_type().map(|_| quote!(#private::None,));
        quote_spanned!(Span::mixed_site()=> self.#name.__call::<()>(#callback #(#arguments),*))
    } else {
        let (collect, call) = (
            parts.collect(),
            parts.call_on(&quote_spanned!(Span::mixed_site()=> hookimpl), copies),
        );
        let caller = &hook.caller;
        quote_spanned! {Span::mixed_site()=>
            match self.#name.0.direct() {
                #private::Some(hookimpls) => #private::call::#collect(hookimpls, |hookimpl| #call),
                #private::None => match self.#name.0.chain() {
                    #private::Some(chain) => #caller::__around::<()>(chain, #(#arguments),*),
                    #private::None => self.#name.__extra::<()>(&[], #(#arguments),*),
                },
            }
        }
    };
    quote_spanned! {Span::mixed_site()=>
        #attrs
        #[inline]
        #vis fn #name #generics (&#lifetime self, #(#parameters),*) #call_type { #body }
    }
}
