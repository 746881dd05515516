//! Writes the type of a field in the relay: what stands behind one hook, and how that is called in
//! other ways than by the relay's method.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;

use super::historic;
use super::written::Written;
use crate::hookspec::check::HookKind;
use crate::paths::wrapper_ident;

pub(super) fn item(written: &Written<'_>) -> TokenStream {
    let Written { spec, private, vis, cfgs, hook, name, .. } = written;
    let (caller, quiet) = (&hook.caller, written.quiet());
    let doc = format!(
        "What stands behind the hook [`{0}`]({spec}::{0}): its name and options, and its \
         hookimpls in call order.",
        name.unraw()
    );
    quote_spanned! {Span::mixed_site()=>
        #(#cfgs)*
        #[doc = #doc]
        #quiet
        #[derive(#private::Debug)]
        #vis struct #caller(#private::HookCaller<dyn #spec>);
    }
}

pub(super) fn methods(written: &Written<'_>) -> TokenStream {
    let Written { spec, private, cfgs, hook, .. } = written;
    let caller = &hook.caller;
    let methods = match hook.kind {
        HookKind::Historic => historic::methods(written),
        HookKind::Collected | HookKind::FirstResult => extra_methods(written),
    };
    quote_spanned! {Span::mixed_site()=>
        #(#cfgs)*
        impl #private::Deref for #caller {
            type Target = #private::HookCaller<dyn #spec>;
            fn deref(&self) -> &Self::Target { &self.0 }
        }

        #(#cfgs)*
        impl #caller { #methods }
    }
}

/// The ways of a call that is more than a loop over those that answer.
fn extra_methods(written: &Written<'_>) -> TokenStream {
    let (extra, around, call) = (extra(written), around(written), call(written));
    quote!(#extra #around #call)
}

/// With more implementations for one call, or with monitors.
fn extra(written: &Written<'_>) -> TokenStream {
    let Written { vis, private, spec, deprecated, generics, receiver, parameters, .. } = written;
    let Written { name, names, arguments, .. } = written;
    let (of_call, outcome, extras) = (written.returning(), written.outcome(), extras(written));
    let generic = written.generic();
    let doc = format!(
        "Calls the hook with more implementations, for this call only: after those that are \
         `tryfirst`, before all others, the last one given first. See [`{spec}::{}`].",
        name.unraw()
    );
    quote_spanned! {Span::mixed_site()=>
        #[doc = #doc]
        #deprecated
        #[inline]
        #vis fn call_extra #generics (
            #receiver,
            extras: #extras,
            #(#parameters),*
        ) #of_call {
            self.__extra::<()>(extras, #(#arguments),*)
        }

        #[inline(never)]
        fn __extra #generic (#receiver, extras: #extras, #(#parameters),*) #of_call {
            #private::observed!(
                self.0.observe(extras.len()),
                [#(#names #arguments),*],
                #outcome,
                self.__call::<__L>(0, extras, #(#arguments),*)
            )
        }
    }
}

/// From one wrapper to the next, if nobody is watching and nothing isolated.
fn around(written: &Written<'_>) -> TokenStream {
    let Written { private, spec, name, parameters, arguments, copies, lifetime, .. } = written;
    let (of_call, wrapper, collect) = (written.returning(), wrapper_ident(name), written.collect());
    let ask = written.ask(&quote_spanned!(Span::mixed_site()=> hookimpl), copies);
    let generic = written.generic();
    quote_spanned! {Span::mixed_site()=>
        // Not inlined: the relay's method need not save the registers that this takes.
        #[inline(never)]
        fn __around #generic (
            chain: &#lifetime #private::Chain<dyn #spec>,
            #(#parameters),*
        ) #of_call {
            Self::__within::<__L>(chain, #(#arguments),*)
        }

        fn __within #generic (
            chain: &#lifetime #private::Chain<dyn #spec>,
            #(#parameters),*
        ) #of_call {
            match chain {
                #private::Chain::Wrapper(wrapper) => {
                    let (outer, inner) = &**wrapper;
                    #spec::#wrapper(
                        #private::ImplRef::get(outer),
                        #(#arguments,)*
                        &|#(#arguments),*| Self::__within::<__L>(inner, #(#arguments),*),
                    )
                }
                #private::Chain::HookImpls(hookimpls) => #private::call::outlined(
                    || #private::call::#collect(
                        <[_]>::iter(hookimpls),
                        |hookimpl| {
                            let hookimpl = #private::ImplRef::get(hookimpl);
                            #ask
                        },
                    ),
                ),
            }
        }
    }
}

/// Through wrappers, hookimpls and extras, of which each may be watched or isolated.
fn call(written: &Written<'_>) -> TokenStream {
    let Written { private, spec, name, receiver, parameters, arguments, copies, .. } = written;
    let (of_call, wrapper, collect) = (written.returning(), wrapper_ident(name), written.collect());
    let (outcome, extras, generic) = (written.outcome(), extras(written), written.generic());
    let ask = written.ask(&quote_spanned!(Span::mixed_site()=> hookimpl), copies);
    let show = quote_spanned!(Span::mixed_site()=> |it| #private::observed!(@#outcome it));
    quote_spanned! {Span::mixed_site()=>
        fn __call #generic (
            #receiver,
            depth: usize,
            extras: #extras,
            #(#parameters),*
        ) #of_call {
            match self.0.wrapper(depth) {
                #private::Some(wrapper) => self.0.wrap(
                    wrapper,
                    &mut |step| match step {
                        #private::Step::Wrapper(wrapper, keeper) => #spec::#wrapper(
                            wrapper,
                            #(#copies,)*
                            &|#(#arguments),*| #private::kept!(
                                keeper,
                                self.__call::<__L>(depth + 1, extras, #(#arguments),*)
                            ),
                        ),
                        #private::Step::Next => self.__call::<__L>(depth + 1, extras, #(#copies),*),
                    },
                    #show,
                ),
                #private::None => #private::call::#collect(
                    self.0.results(
                        extras.len(),
                        &mut |target| match target {
                            #private::Target::HookImpl(hookimpl) => #ask,
                            #private::Target::Extra(extra) => extras[extra](#(#copies),*),
                        },
                        #show,
                    ),
                    #private::identity,
                ),
            }
        }
    }
}

/// The type of a call's extras.
fn extras(written: &Written<'_>) -> TokenStream {
    let (lifetime, extra) = (&written.lifetime, written.function_type(written.answer.as_ref()));
    quote!(&#lifetime [&#lifetime #extra])
}
