//! Writes what a historic hook has instead of wrappers and extras: calls that are remembered.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Type;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::written::Written;
use crate::paths::Private;
use crate::signature::types::peel;
use crate::signature::{Parameter, Passing};

pub(super) fn methods(written: &Written<'_>) -> TokenStream {
    let Written { private, parameters, names, arguments, copies, .. } = written;
    let (of_call, collect, outcome) = (written.returning(), written.collect(), written.outcome());
    let ask = written.ask(&quote_spanned!(Span::mixed_site()=> hookimpl), copies);
    let keep = parameters.iter().map(|it| keep(private, it));
    let kept = parameters.iter().map(|it| kept(private, it));
    let callback = written.callback_type().map(
        |callback| quote_spanned!(Span::mixed_site()=> callback: #private::Option<#callback>,),
    );
    let replayed =
        callback.as_ref().map(|_| quote_spanned!(Span::mixed_site()=> , callback.as_deref()));
    let call_historic = call_historic(written);
    let span = written.hook.signature.answer.ty.as_ref().map_or(Span::mixed_site(), Spanned::span);
    let at = private.at(span);
    let replayed = quote_spanned! {Span::mixed_site().located_at(span)=>
        #at::replayed::#collect(answer #replayed)
    };
    let generic = written.generic();
    quote_spanned! {Span::mixed_site()=>
        #call_historic

        #[inline(never)]
        fn __call #generic (&self, #callback #(#parameters),*) #of_call {
            let live = {
                #(#keep)*
                self.0.remember(move |hookimpl, observation| {
                    #(#kept)*
                    let answer =
                        #private::observed!(observation, [#(#names #arguments),*], #outcome, #ask);
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
                        &mut |hookimpl| #ask,
                        |it| #private::observed!(@#outcome it),
                    ),
                    #private::identity,
                )
            )
        }
    }
}

/// `call_historic`, if hookimpls answer.
fn call_historic(written: &Written<'_>) -> Option<TokenStream> {
    let Written { vis, private, deprecated, generics, parameters, arguments, spec, name, .. } =
        written;
    let callback = written.callback_type()?;
    let answer = &written.hook.signature.answer;
    let item = answer.item();
    let (mut returning, mut branch, mut done) = (None, None, None);
    if let Some(failing) = answer.without_item() {
        returning = Some(quote!(-> #failing));
        branch = Some(quote!(?));
        done = Some(quote!(#private::Ok(())));
    }
    let doc = format!(
        "Calls the hook and hands each answer to `callback`: those of the plugins of this \
         moment after all of them were asked, those of later plugins when they come. See \
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
            for answer in self.__call::<()>(#private::Some(callback), #(#arguments),*) #branch {
                now(answer);
            }
            #done
        }
    })
}

/// Turns an argument into what can be kept.
fn keep(private: &Private, parameter: &Parameter) -> TokenStream {
    let Parameter { ident, ty, passing } = parameter;
    let ty = match peel(ty) {
        Type::Reference(reference) if *passing != Passing::Value => &reference.elem,
        ty => ty,
    };
    let private = private.at(ty.span());
    let keep = quote_spanned!(ty.span()=> #private::keep::<#ty>);
    match passing {
        Passing::Value => quote_spanned!(ty.span()=> let #ident = #keep(&#ident);),
        Passing::Shared | Passing::Exclusive => {
            quote_spanned!(ty.span()=> let #ident = #keep(#ident);)
        }
    }
}

/// Turns what was kept back into an argument.
fn kept(private: &Private, parameter: &Parameter) -> TokenStream {
    let Parameter { ident, ty, passing } = parameter;
    match passing {
        Passing::Value => quote!(let #ident: #ty = #private::Duplicable::copy(&#ident);),
        Passing::Shared | Passing::Exclusive => {
            let private = private.at(ty.span());
            quote_spanned!(ty.span()=> let #ident: #ty = #private::Borrow::borrow(&#ident);)
        }
    }
}
