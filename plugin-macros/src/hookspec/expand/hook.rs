//! Writes what belongs to one hook: its method in the trait, the hidden one for wrappers, its method
//! in the relay, and the type of the relay's field.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Lifetime, Type, Visibility};

use super::{deprecated, hook_cfgs, ident, quiet, vis};
use crate::hookspec::check::{Hook, HookKind, Spec, shared_attrs};
use crate::paths::{Private, under_specname_ident, wrapper_ident, wrapper_under_specname_ident};
use crate::signature::types::{name_elided, show};
use crate::signature::{Parameter, Passing, Shape, returning};
use crate::syntax::Method;

/// One hook, with everything about it that is written more than once.
pub(super) struct Written<'a> {
    pub(super) spec: &'a Ident,
    pub(super) private: &'a Private,
    pub(super) vis: &'a Visibility,
    pub(super) hook: &'a Hook,
    pub(super) name: &'a Ident,
    /// The attributes of generated methods: documentation, `#[cfg]`, `#[deprecated]`.
    pub(super) attrs: TokenStream,
    pub(super) cfgs: Vec<syn::Attribute>,
    /// What generated items must not warn of.
    pub(super) quiet: TokenStream,
    /// `#[deprecated]`, if the hook is: what calls it is as well.
    pub(super) deprecated: Option<&'a syn::Attribute>,
    pub(super) parameters: &'a [Parameter],
    /// Their names, as text.
    pub(super) names: Vec<String>,
    /// Their names, as arguments that are passed on whole.
    pub(super) arguments: Vec<&'a Ident>,
    /// Their names, as arguments that are needed again.
    pub(super) copies: Vec<TokenStream>,
    /// `<'plugin, ..>`: with a name for what a result borrows from the plugin, if it does.
    pub(super) generics: TokenStream,
    pub(super) receiver: TokenStream,
    /// The lifetime of the receiver, if it has a name.
    pub(super) lifetime: Option<Lifetime>,
    /// What a call returns, with that name.
    pub(super) of_call: Option<Type>,
    /// What one hookimpl returns, with that name.
    pub(super) answer: Option<Type>,
}

impl<'a> Written<'a> {
    pub(super) fn of(spec: &'a Spec, hook: &'a Hook) -> Self {
        let signature = &hook.signature;
        let private = &spec.private;
        let first = hook.kind == HookKind::FirstResult;
        let vec = quote!(#private::Vec);
        let mut of_call = signature.answer.of_call(&vec, first);
        let mut answer = signature.answer.ty.clone();

        let plugin = Lifetime::new("'__plugin", Span::mixed_site());
        let named = signature.receiver.clone().unwrap_or(plugin.clone());
        let found = [&mut of_call, &mut answer].into_iter().flatten();
        let borrows = found.fold(false, |found, ty| name_elided(ty, &named) | found);
        let lifetime = signature.receiver.clone().or(borrows.then_some(named));
        let parameters = &signature.generics.params;
        let generics = match &lifetime {
            Some(lifetime) if signature.receiver.is_none() => quote!(<#lifetime, #parameters>),
            _ if parameters.is_empty() => TokenStream::new(),
            _ => quote!(<#parameters>),
        };
        Self {
            spec: ident(spec),
            private,
            vis: vis(spec),
            hook,
            name: &signature.ident,
            attrs: documented(ident(spec), hook),
            cfgs: hook_cfgs(hook),
            quiet: quiet(spec, Some(hook)),
            deprecated: deprecated(hook),
            parameters: &signature.parameters,
            names: signature.names(),
            arguments: signature.parameters.iter().map(|parameter| &parameter.ident).collect(),
            copies: signature.parameters.iter().map(|it| copy(private, it)).collect(),
            generics,
            receiver: quote_spanned!(Span::mixed_site()=> &#lifetime self),
            lifetime,
            of_call,
            answer,
        }
    }

    /// What the signature does not show, for whoever implements the hook.
    fn facts(&self) -> String {
        let options = match self.hook.kind {
            HookKind::Collected => "",
            HookKind::FirstResult => " `firstresult`:",
            HookKind::Historic => " `historic`:",
        };
        let answer = &self.hook.signature.answer;
        let of_call = answer.of_call(&quote!(Vec), self.hook.kind == HookKind::FirstResult);
        let of_call = of_call.map_or("()".to_owned(), show);
        let wrapper = match self.hook.kind {
            HookKind::Historic => "it takes no wrapper".to_owned(),
            HookKind::Collected | HookKind::FirstResult => {
                let types: Vec<_> = self.parameters.iter().map(|it| show(&it.ty)).collect();
                let returned =
                    if of_call == "()" { String::new() } else { format!(" -> {of_call}") };
                format!("a wrapper takes `next: &dyn Fn({}){returned}`", types.join(", "))
            }
        };
        format!("Hook,{options} a call returns `{of_call}`, {wrapper}.")
    }

    /// The method in the trait, and the hidden one for wrappers.
    pub(super) fn methods(&self) -> TokenStream {
        let Self { private, name, cfgs, quiet, generics, receiver, parameters, .. } = self;
        let arguments = &self.arguments;
        let Method { attrs, sig, .. } = &self.hook.method;
        let hook = format!("{}::{}", self.spec.unraw(), name.unraw());
        let ignore = (!arguments.is_empty()).then(|| quote!(#private::ignore((#(#arguments,)*));));
        let (wrapper, next, of_call) = (wrapper_ident(name), self.next(), self.returning());
        let (under_specname, wrapper_under_specname) =
            (under_specname_ident(name), wrapper_under_specname_ident(name));
        let (facts, answer) = (self.facts(), returning(self.answer.as_ref()));
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

            #(#cfgs)*
            #quiet
            #[doc(hidden)]
            fn #under_specname #generics (#receiver, number: usize, #(#parameters),*) #answer
            where
                Self: #private::Sized,
            {
                #private::ignore((number, #(#arguments,)*));
                #private::not_implemented(#hook)
            }

            #(#cfgs)*
            #quiet
            #[doc(hidden)]
            fn #wrapper_under_specname #generics (
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

    pub(super) fn relay_method(&self) -> TokenStream {
        let Self { vis, attrs, quiet, name, parameters, arguments, copies, private, .. } = self;
        let generics = &self.hook.signature.generics;
        let lifetime = &self.hook.signature.receiver;
        let of_call = &self.hook.signature.answer;
        let first = self.hook.kind == HookKind::FirstResult;
        let of_call = of_call.of_call(&quote!(#private::Vec), first);
        let of_call = returning(of_call.as_ref());
        let body = if self.hook.kind == HookKind::Historic {
            let callback = self.callback_type().map(|_| quote!(#private::None,));
            quote_spanned!(Span::mixed_site()=> self.#name.__call(#callback #(#arguments),*))
        } else {
            let (collect, ask) =
                (self.collect(), self.ask(&quote_spanned!(Span::mixed_site()=> hookimpl), copies));
            let caller = &self.hook.caller;
            quote_spanned! {Span::mixed_site()=>
                match self.#name.0.direct() {
                    #private::Some(hookimpls) => {
                        #private::call::#collect(hookimpls, |hookimpl| #ask)
                    }
                    #private::None => match self.#name.0.chain() {
                        #private::Some(chain) => #caller::__around(chain, #(#arguments),*),
                        #private::None => self.#name.call_extra(&[], #(#arguments),*),
                    },
                }
            }
        };
        quote_spanned! {Span::mixed_site()=>
            #attrs
            #quiet
            #[inline]
            #vis fn #name #generics (&#lifetime self, #(#parameters),*) #of_call { #body }
        }
    }

    /// The type of the field in the relay.
    pub(super) fn caller(&self) -> TokenStream {
        let Self { spec, private, vis, cfgs, quiet, .. } = self;
        let caller = &self.hook.caller;
        let doc = format!(
            "What stands behind the hook [`{0}`]({spec}::{0}): its name and options, and its \
             hookimpls in call order.",
            self.name.unraw()
        );
        let methods = match self.hook.kind {
            HookKind::Historic => self.historic_methods(),
            HookKind::Collected | HookKind::FirstResult => self.extra_methods(),
        };
        quote_spanned! {Span::mixed_site()=>
            #(#cfgs)*
            #[doc = #doc]
            #quiet
            #[derive(#private::Debug)]
            #vis struct #caller(#private::HookCaller<dyn #spec>);

            #(#cfgs)*
            #quiet
            impl #private::Deref for #caller {
                type Target = #private::HookCaller<dyn #spec>;
                fn deref(&self) -> &Self::Target { &self.0 }
            }

            #(#cfgs)*
            #quiet
            impl #caller { #methods }
        }
    }

    fn extra_methods(&self) -> TokenStream {
        let Self { vis, private, spec, deprecated, generics, receiver, parameters, .. } = self;
        let Self { name, names, arguments, copies, lifetime, .. } = self;
        let (of_call, wrapper, collect) = (self.returning(), wrapper_ident(name), self.collect());
        let outcome = self.outcome();
        let extra = self.function_type(self.answer.as_ref());
        let extras = quote!(&#lifetime [&#lifetime #extra]);
        let ask_plugin = self.ask(&quote_spanned!(Span::mixed_site()=> hookimpl), copies);
        let doc = format!(
            "Calls the hook with more implementations, for this call only: after those that are \
             `tryfirst`, before all others, the last one given first. See [`{spec}::{}`].",
            name.unraw()
        );
        let show = quote_spanned!(Span::mixed_site()=> |it| #private::observed!(@#outcome it));
        quote_spanned! {Span::mixed_site()=>
            #[doc = #doc]
            #deprecated
            #vis fn call_extra #generics (
                #receiver,
                extras: #extras,
                #(#parameters),*
            ) #of_call {
                #private::observed!(
                    self.0.observe(extras.len()),
                    [#(#names #arguments),*],
                    #outcome,
                    self.__call(0, extras, #(#arguments),*)
                )
            }

            #deprecated
            fn __around #generics (
                chain: &#lifetime #private::Chain<dyn #spec>,
                #(#parameters),*
            ) #of_call {
                match chain {
                    #private::Chain::Wrapper(wrapper) => {
                        let (outer, inner) = &**wrapper;
                        #spec::#wrapper(
                            #private::Direct::get(outer),
                            #(#arguments,)*
                            &|#(#arguments),*| Self::__around(inner, #(#arguments),*),
                        )
                    }
                    #private::Chain::HookImpls(hookimpls) => #private::call::apart(
                        || #private::call::#collect(
                            <[_]>::iter(hookimpls),
                            |hookimpl| {
                                let hookimpl = #private::Direct::get(hookimpl);
                                #ask_plugin
                            },
                        ),
                    ),
                }
            }

            #deprecated
            fn __call #generics (
                #receiver,
                depth: usize,
                extras: #extras,
                #(#parameters),*
            ) #of_call {
                match self.0.wrapper(depth) {
                    #private::Some(wrapper) => self.0.wrap(
                        wrapper,
                        |step| match step {
                            #private::Step::Wrapper(wrapper, keeper) => #spec::#wrapper(
                                wrapper,
                                #(#copies,)*
                                &|#(#arguments),*| #private::kept!(
                                    keeper,
                                    self.__call(depth + 1, extras, #(#arguments),*)
                                ),
                            ),
                            #private::Step::Next => self.__call(depth + 1, extras, #(#copies),*),
                        },
                        #show,
                    ),
                    #private::None => #private::call::#collect(
                        self.0.answers(
                            extras,
                            |target| match target {
                                #private::Target::HookImpl(hookimpl) => #ask_plugin,
                                #private::Target::Extra(extra) => extra(#(#copies),*),
                            },
                            #show,
                        ),
                        |answer| answer,
                    ),
                }
            }
        }
    }

    /// The call of the hook on one implementation.
    pub(super) fn ask(
        &self,
        implementation: &TokenStream,
        arguments: &[TokenStream],
    ) -> TokenStream {
        // Not in the form of a method call: others may have a method of that name.
        let (spec, name) = (self.spec, self.name);
        quote!(#spec::#name(#implementation, #(#arguments),*))
    }

    /// The loop in `plugin_core`'s `call`, by the kind of answer.
    pub(super) fn collect(&self) -> Ident {
        let first = self.hook.kind == HookKind::FirstResult;
        let collect = match (self.hook.signature.answer.shape, first) {
            (Shape::Unit, _) => "every",
            (Shape::Plain, _) => "collect",
            (Shape::Optional, false) => "collect_some",
            (Shape::Optional, true) => "first",
            (Shape::FallibleUnit, _) => "try_every",
            (Shape::Fallible, _) => "try_collect",
            (Shape::FallibleOptional, false) => "try_collect_some",
            (Shape::FallibleOptional, true) => "try_first",
        };
        Ident::new(collect, Span::mixed_site())
    }

    /// The word of `observed!` for what a call returns.
    pub(super) fn outcome(&self) -> Ident {
        let fallible = self.hook.signature.answer.shape.is_fallible();
        Ident::new(if fallible { "fallible" } else { "plain" }, Span::mixed_site())
    }

    pub(super) fn returning(&self) -> TokenStream {
        returning(self.of_call.as_ref())
    }

    /// What a wrapper gets: `dyn Fn(arguments..) -> T` with what a call returns.
    pub(super) fn next(&self) -> TokenStream {
        self.function_type(self.of_call.as_ref())
    }

    /// `dyn Fn(arguments..) -> T`
    fn function_type(&self, returned: Option<&Type>) -> TokenStream {
        let (private, returning) = (self.private, returning(returned));
        let types = self.parameters.iter().map(|parameter| &parameter.ty);
        quote!(dyn #private::Fn(#(#types),*) #returning)
    }
}

/// An argument that is needed again for the next plugin.
fn copy(private: &Private, parameter: &Parameter) -> TokenStream {
    let Parameter { ident, ty, passing } = parameter;
    match passing {
        Passing::Shared => quote!(#ident),
        Passing::Exclusive => quote!(&mut *#ident),
        Passing::Value => {
            let private = private.at(ty.span());
            quote_spanned!(ty.span()=> #private::Duplicable::copy(&#ident))
        }
    }
}

/// The attributes of the relay's method: a hook without documentation gets some.
fn documented(spec: &Ident, hook: &Hook) -> TokenStream {
    let attrs = &hook.method.attrs;
    let shared = shared_attrs(attrs);
    if attrs.iter().any(|attr| attr.path().is_ident("doc")) {
        return shared;
    }
    let doc = format!("Calls the hook [`{spec}::{}`].", hook.signature.ident.unraw());
    quote!(#[doc = #doc] #shared)
}
