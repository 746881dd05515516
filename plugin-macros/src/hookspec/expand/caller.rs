//! Writes the caller type of a hook, which is the type of its field in the relay: access to the
//! hookimpls, and every way to call the hook other than the fast path in the relay's method.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;

use super::historic;
use super::parts::HookParts;
use crate::hookspec::check::HookKind;
use crate::paths::wrapper_ident;

pub(super) fn item(parts: &HookParts<'_>) -> TokenStream {
    let HookParts { spec, private, vis, cfgs, hook, name, .. } = parts;
    let (caller, allow) = (&hook.caller, parts.allow_attr());
    let doc = format!(
        "The caller of the hook [`{0}`]({spec}::{0}): its name, its options and its hookimpls in \
         call order.",
        name.unraw()
    );
    quote_spanned! {Span::mixed_site()=>
        #(#cfgs)*
        #[doc = #doc]
        #allow
        #[derive(#private::Debug)]
        #vis struct #caller(#private::HookCaller<dyn #spec>);
    }
}

pub(super) fn methods(parts: &HookParts<'_>) -> TokenStream {
    let HookParts { spec, private, cfgs, hook, .. } = parts;
    let caller = &hook.caller;
    let methods = match hook.kind {
        HookKind::Historic => historic::methods(parts),
        HookKind::Collected | HookKind::FirstResult => extra_methods(parts),
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

/// The calls that are more than a loop over hookimpls.
fn extra_methods(parts: &HookParts<'_>) -> TokenStream {
    let (extra, around, call) = (extra(parts), around(parts), call(parts));
    quote!(#extra #around #call)
}

/// A call with extra implementations or with monitors.
fn extra(parts: &HookParts<'_>) -> TokenStream {
    let HookParts { vis, private, spec, deprecated, generics, receiver, parameters, .. } = parts;
    let HookParts { name, names, arguments, .. } = parts;
    let (call_output, outcome, extras) = (parts.call_output(), parts.outcome(), extras(parts));
    let generic = parts.generic();
    let doc = format!(
        "Calls the hook with extra implementations for this call only. They run after the \
         hookimpls that are `tryfirst` and before all others, the last one first. See \
         [`{spec}::{}`].",
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
        ) #call_output {
            self.__extra::<()>(extras, #(#arguments),*)
        }

        #[inline(never)]
        fn __extra #generic (#receiver, extras: #extras, #(#parameters),*) #call_output {
            #private::observed!(
                self.0.observe(extras.len()),
                [#(#names #arguments),*],
                #outcome,
                self.__call::<__L>(0, extras, #(#arguments),*)
            )
        }
    }
}

/// A call through wrappers without monitors or isolation.
fn around(parts: &HookParts<'_>) -> TokenStream {
    let HookParts { private, spec, name, parameters, arguments, copies, lifetime, .. } = parts;
    let (call_output, wrapper, collect) =
        (parts.call_output(), wrapper_ident(name), parts.collect());
    let call = parts.call_on(&quote_spanned!(Span::mixed_site()=> hookimpl), copies);
    let generic = parts.generic();
    quote_spanned! {Span::mixed_site()=>
        // This is not inlined, so that the relay's method does not save the registers that it uses.
        #[inline(never)]
        fn __around #generic (
            chain: &#lifetime #private::Chain<dyn #spec>,
            #(#parameters),*
        ) #call_output {
            Self::__within::<__L>(chain, #(#arguments),*)
        }

        fn __within #generic (
            chain: &#lifetime #private::Chain<dyn #spec>,
            #(#parameters),*
        ) #call_output {
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
                            #call
                        },
                    ),
                ),
            }
        }
    }
}

/// A call through wrappers, hookimpls and extras, each of which may be monitored or isolated.
fn call(parts: &HookParts<'_>) -> TokenStream {
    let HookParts { private, spec, name, receiver, parameters, arguments, copies, .. } = parts;
    let (call_output, wrapper, collect) =
        (parts.call_output(), wrapper_ident(name), parts.collect());
    let (outcome, extras, generic) = (parts.outcome(), extras(parts), parts.generic());
    let call = parts.call_on(&quote_spanned!(Span::mixed_site()=> hookimpl), copies);
    let show = quote_spanned!(Span::mixed_site()=> |it| #private::observed!(@#outcome it));
    quote_spanned! {Span::mixed_site()=>
        fn __call #generic (
            #receiver,
            depth: usize,
            extras: #extras,
            #(#parameters),*
        ) #call_output {
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
                            #private::Target::HookImpl(hookimpl) => #call,
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

/// The type of the extra implementations of a call.
fn extras(parts: &HookParts<'_>) -> TokenStream {
    let (lifetime, extra) = (&parts.lifetime, parts.function_type(parts.result_type.as_ref()));
    quote!(&#lifetime [&#lifetime #extra])
}
