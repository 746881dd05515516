//! Writes what stands in the trait for one hook: its method, and the hidden ones for wrappers and for
//! plugin sets.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::written::Written;
use crate::features::Features;
use crate::hookspec::check::HookKind;
use crate::paths::{under_specname_ident, wrapper_ident, wrapper_under_specname_ident};
use crate::signature::types::show;
use crate::syntax::Method;

pub(super) fn methods(written: &Written<'_>, features: Features) -> TokenStream {
    let Written { private, name, cfgs, generics, receiver, parameters, arguments, .. } = written;
    let Method { attrs, sig, .. } = &written.hook.method;
    let hook = written.path();
    let ignore = (!arguments.is_empty()).then(|| quote!(#private::ignore((#(#arguments,)*));));
    let (wrapper, next, of_call) = (wrapper_ident(name), written.next(), written.returning());
    let (facts, quiet) = (facts(written), written.quiet());
    let under_specname = features.sets.then(|| under_specname(written));
    quote_spanned! {Span::mixed_site()=>
        #(#attrs)*
        #[doc = ""]
        #[doc = #facts]
        #sig {
            #ignore
            #private::not_implemented(#hook)
        }

        #(#cfgs)*
        #quiet
        #[doc(hidden)]
        fn #wrapper #generics (#receiver, #(#parameters,)* next: &#next) #of_call {
            next(#(#arguments),*)
        }

        #under_specname
    }
}

/// What a set calls for a plugin that implements the hook, or wraps it, more than once.
fn under_specname(written: &Written<'_>) -> TokenStream {
    let Written { private, name, cfgs, generics, receiver, parameters, arguments, .. } = written;
    let (plain, wrapper) = (under_specname_ident(name), wrapper_under_specname_ident(name));
    let (next, of_call, answer) = (written.next(), written.returning(), written.answering());
    let (hook, quiet) = (written.path(), written.quiet());
    quote_spanned! {Span::mixed_site()=>
        #private::with_sets! {
            #(#cfgs)*
            #quiet
            #[doc(hidden)]
            fn #plain #generics (#receiver, number: usize, #(#parameters),*) #answer
            where
                Self: #private::Sized,
            {
                #private::ignore((number, #(#arguments,)*));
                #private::not_implemented(#hook)
            }

            #(#cfgs)*
            #quiet
            #[doc(hidden)]
            fn #wrapper #generics (
                #receiver,
                number: usize,
                #(#parameters,)*
                next: &#next,
            ) #of_call
            where
                Self: #private::Sized,
            {
                #private::ignore(number);
                next(#(#arguments),*)
            }
        }
    }
}

/// What the signature does not show, for whoever implements the hook.
fn facts(written: &Written<'_>) -> String {
    let hook = written.hook;
    let options = match hook.kind {
        HookKind::Collected => "",
        HookKind::FirstResult => " `firstresult`:",
        HookKind::Historic => " `historic`:",
    };
    let answer = &hook.signature.answer;
    let of_call = answer.of_call(&quote!(Vec), hook.kind == HookKind::FirstResult);
    let of_call = of_call.map_or("()".to_owned(), show);
    let wrapper = match hook.kind {
        HookKind::Historic => "it takes no wrapper".to_owned(),
        HookKind::Collected | HookKind::FirstResult => {
            let types: Vec<_> = written.parameters.iter().map(|it| show(&it.ty)).collect();
            let returned = if of_call == "()" { String::new() } else { format!(" -> {of_call}") };
            format!("a wrapper takes `next: &dyn Fn({}){returned}`", types.join(", "))
        }
    };
    format!("Hook,{options} a call returns `{of_call}`, {wrapper}.")
}
