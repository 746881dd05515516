//! Writes the calls of a historic hook, which are stored for later plugins. Such a hook has no wrappers
//! and no extra implementations.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::parts::HookParts;
use crate::paths::Private;
use crate::signature::types::peel;
use crate::signature::{Parameter, Passing};

pub(super) fn methods(parts: &HookParts<'_>) -> TokenStream {
    let HookParts { private, parameters, names, arguments, copies, .. } = parts;
    let (call_output, collect, outcome) = (parts.call_output(), parts.collect(), parts.outcome());
    let call = parts.call_on(&quote_spanned!(Span::mixed_site()=> hookimpl), copies);
    let store = parameters.iter().map(|it| store(private, it));
    let restore = parameters.iter().map(|it| restore(private, it));
    let callback = parts.callback_type().map(
        |callback| quote_spanned!(Span::mixed_site()=> callback: #private::Option<#callback>,),
    );
    let replayed =
        callback.as_ref().map(|_| quote_spanned!(Span::mixed_site()=> , callback.as_deref()));
    let call_historic = call_historic(parts);
    let span = parts.hook.signature.output.ty.as_ref().map_or(Span::mixed_site(), Spanned::span);
    let at = private.at(span);
    let replayed = quote_spanned! {Span::mixed_site().located_at(span)=>
        #at::replayed::#collect(result #replayed)
    };
    let generic = parts.generic();
    quote_spanned! {Span::mixed_site()=>
        #call_historic

        #[inline(never)]
        fn __call #generic (&self, #callback #(#parameters),*) #call_output {
            let live = {
                #(#store)*
                self.0.remember(move |hookimpl, observation| {
                    #(#restore)*
                    let result =
                        #private::observed!(observation, [#(#names #arguments),*], #outcome, #call);
                    #replayed
                })
            };
            #private::observed!(
                self.0.observe_live(&live),
                [#(#names #arguments),*],
                #outcome,
                #private::call::#collect(
                    self.0.live_results(
                        &live,
                        &mut |hookimpl| #call,
                        |it| #private::observed!(@#outcome it),
                    ),
                    #private::identity,
                )
            )
        }
    }
}

/// `call_historic`, if hookimpls return values.
fn call_historic(parts: &HookParts<'_>) -> Option<TokenStream> {
    let HookParts { vis, private, deprecated, generics, parameters, arguments, spec, name, .. } =
        parts;
    let callback = parts.callback_type()?;
    let output = &parts.hook.signature.output;
    let item = output.item();
    let (mut returning, mut branch, mut done) = (None, None, None);
    if let Some(failing) = output.without_item() {
        returning = Some(quote!(-> #failing));
        branch = Some(quote!(?));
        done = Some(quote!(#private::Ok(())));
    }
    let doc = format!(
        "Calls the hook and passes each result to `callback`: results of registered plugins after \
         all of them have returned, results of later plugins when they are registered. See \
         [`{spec}::{}`].",
        name.unraw()
    );
    Some(quote_spanned! {Span::mixed_site()=>
        #[doc = #doc]
        #deprecated
        #[inline]
        #vis fn call_historic #generics (
            &self,
            callback: impl #private::Fn(#item) + #private::Send + #private::Sync + 'static,
            #(#parameters),*
        ) #returning {
            let callback: #callback = #private::Arc::new(callback);
            let now = #private::Clone::clone(&callback);
            for result in self.__call::<()>(#private::Some(callback), #(#arguments),*) #branch {
                now(result);
            }
            #done
        }
    })
}

/// Converts an argument to a value that can be stored.
fn store(private: &Private, parameter: &Parameter) -> TokenStream {
    let Parameter { ident, ty, passing } = parameter;
    let ty = match peel(ty) {
        Type::Reference(reference) if *passing != Passing::Value => &reference.elem,
        ty => ty,
    };
    let private = private.at(ty.span());
    let store = quote_spanned!(ty.span()=> #private::keep::<#ty>);
    match passing {
        Passing::Value => quote_spanned!(ty.span()=> let #ident = #store(&#ident);),
        Passing::Shared | Passing::Exclusive => {
            quote_spanned!(ty.span()=> let #ident = #store(#ident);)
        }
    }
}

/// Converts a stored value back to an argument.
fn restore(private: &Private, parameter: &Parameter) -> TokenStream {
    let Parameter { ident, ty, passing } = parameter;
    match passing {
        Passing::Value => quote!(let #ident: #ty = #private::Duplicable::copy(&#ident);),
        Passing::Shared | Passing::Exclusive => {
            let private = private.at(ty.span());
            quote_spanned!(ty.span()=> let #ident: #ty = #private::Borrow::borrow(&#ident);)
        }
    }
}
