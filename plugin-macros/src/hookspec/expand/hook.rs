//! Writes the methods of the trait for one hook: its own method, and hidden ones for wrappers and for
//! plugin sets.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

use super::parts::HookParts;
use crate::features::Features;
use crate::hookspec::check::HookKind;
use crate::paths::{under_specname_ident, wrapper_ident, wrapper_under_specname_ident};
use crate::signature::types::show;
use crate::syntax::Method;

pub(super) fn methods(parts: &HookParts<'_>, features: Features) -> TokenStream {
    let HookParts { private, name, cfgs, generics, receiver, parameters, arguments, .. } = parts;
    let Method { attrs, sig, .. } = &parts.hook.method;
    let hook = parts.path();
    let ignore = (!arguments.is_empty()).then(|| quote!(#private::ignore((#(#arguments,)*));));
    let (wrapper, next, call_output) = (wrapper_ident(name), parts.next(), parts.call_output());
    let (summary, allow) = (summary(parts), parts.allow_attr());
    let under_specname = features.sets.then(|| under_specname(parts));
    quote_spanned! {Span::mixed_site()=>
        #(#attrs)*
        #[doc = ""]
        #[doc = #summary]
        #sig {
            #ignore
            #private::not_implemented(#hook)
        }

        #(#cfgs)*
        #allow
        #[doc(hidden)]
        fn #wrapper #generics (#receiver, #(#parameters,)* next: &#next) #call_output {
            next(#(#arguments),*)
        }

        #under_specname
    }
}

/// The methods that a plugin set calls on a plugin that implements or wraps the hook more than once.
fn under_specname(parts: &HookParts<'_>) -> TokenStream {
    let HookParts { private, name, cfgs, generics, receiver, parameters, arguments, .. } = parts;
    let (plain, wrapper) = (under_specname_ident(name), wrapper_under_specname_ident(name));
    let (next, call_output, result) = (parts.next(), parts.call_output(), parts.result_output());
    let (hook, allow) = (parts.path(), parts.allow_attr());
    quote_spanned! {Span::mixed_site()=>
        #private::with_sets! {
            #(#cfgs)*
            #allow
            #[doc(hidden)]
            fn #plain #generics (#receiver, number: usize, #(#parameters),*) #result
            where
                Self: #private::Sized,
            {
                #private::ignore((number, #(#arguments,)*));
                #private::not_implemented(#hook)
            }

            #(#cfgs)*
            #allow
            #[doc(hidden)]
            fn #wrapper #generics (
                #receiver,
                number: usize,
                #(#parameters,)*
                next: &#next,
            ) #call_output
            where
                Self: #private::Sized,
            {
                #private::ignore(number);
                next(#(#arguments),*)
            }
        }
    }
}

/// The facts about the hook that its signature does not show, for its documentation.
fn summary(parts: &HookParts<'_>) -> String {
    let hook = parts.hook;
    let option = match hook.kind {
        HookKind::Collected => "",
        HookKind::FirstResult => "This hook is `firstresult`. ",
        HookKind::Historic => "This hook is `historic`. ",
    };
    let output = &hook.signature.output;
    let call_type = output.call_type(&quote!(Vec), hook.kind == HookKind::FirstResult);
    let call_type = call_type.map_or("()".to_owned(), show);
    let wrapper = match hook.kind {
        HookKind::Historic => "It cannot be wrapped.".to_owned(),
        HookKind::Collected | HookKind::FirstResult => {
            let types: Vec<_> = parts.parameters.iter().map(|it| show(&it.ty)).collect();
            let returned =
                if call_type == "()" { String::new() } else { format!(" -> {call_type}") };
            format!("A wrapper takes `next: &dyn Fn({}){returned}`.", types.join(", "))
        }
    };
    format!("{option}A call returns `{call_type}`. {wrapper}")
}
