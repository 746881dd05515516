//! Writes the trait again, and beside it what a host and a manager need of it.
//!
//! ```text
//! // Input:
//! #[hookspec]
//! pub trait GatewayHooks {
//!     /// The first plugin with an answer wins.
//!     #[hookspec(firstresult)]
//!     fn authenticate(&self, token: &str) -> Option<User>;
//! }
//!
//! // Output, abridged (`tests/expanded` has it in full):
//! pub trait GatewayHooks: Send + Sync + 'static + Implemented<GatewayHooksRelay> {
//!     /// The first plugin with an answer wins.
//!     fn authenticate(&self, token: &str) -> Option<User> { not_implemented() }
//!     fn __authenticate_wrapper(&self, token: &str, next: &dyn Fn(&str) -> Option<User>)
//!         -> Option<User> { next(token) }
//! }
//!
//! pub struct GatewayHooksRelay { pub authenticate: GatewayHooksAuthenticate }
//!
//! impl GatewayHooksRelay {
//!     /// The first plugin with an answer wins.
//!     pub fn authenticate(&self, token: &str) -> Option<User> {
//!         match self.authenticate.0.direct() {
//!             Some(hookimpls) => first(hookimpls, |it| GatewayHooks::authenticate(&**it, token)),
//!             None => self.authenticate.call_extra(&[], token),
//!         }
//!     }
//! }
//! ```
//!
//! Everything is written with the hygiene of a local name (`mixed_site`), so that no parameter of
//! a hook can be mistaken for a variable of ours.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Lifetime, ReturnType, Token, Type, Visibility};

use super::check::{Checked, Form, Hook, HookKind, Spec, shared_attrs};
use crate::paths::{Private, mark_ident, option, wrapper_ident, wrapper_mark_ident};
use crate::signature::{Parameter, Passing, Scan, Shape, name_elided, peel, returning, show};
use crate::syntax::{Body, Method, cfgs};

pub(crate) fn spec(spec: &Spec) -> TokenStream {
    let contract = contract(spec);
    if spec.form == Form::Refused {
        let fallback = fallback(spec);
        return quote!(#contract #fallback);
    }
    let relay = relay(spec);
    let marks = marks(spec);
    let callers = spec.hooks().map(|hook| Written::of(spec, hook).caller());
    let facts = facts(spec);
    quote!(#contract #relay #(#callers)* #marks #facts)
}

/// The trait, with the bounds and the hidden methods that it gains.
fn contract(spec: &Spec) -> TokenStream {
    let private = &spec.private;
    let members = spec.members.iter().map(|member| match member {
        Checked::Hook(hook) if spec.form == Form::Fit => Written::of(spec, hook).methods(),
        Checked::Hook(hook) => refused(private, &hook.method),
        Checked::Refused(method) => refused(private, method),
        Checked::Other => TokenStream::new(),
    });
    let members = quote!(#(#members)*);
    let mut head = spec.item.head.clone();
    head.colon_token.get_or_insert_with(<Token![:]>::default);
    head.supertraits.extend([
        syn::parse_quote!(#private::Send),
        syn::parse_quote!(#private::Sync),
        syn::parse_quote!('static),
    ] as [syn::TypeParamBound; 3]);
    if spec.form == Form::Fit {
        let relay = relay_ident(spec);
        head.supertraits.push(syn::parse_quote!(#private::Implemented<#relay>));
    }
    crate::syntax::Block { head, items: Vec::<()>::new() }.with_items(members)
}

/// A method that was refused as a hook: present, so that implementing or leaving it out is no
/// second mistake, and no obstacle to `dyn Trait`.
fn refused(private: &Private, method: &Method) -> TokenStream {
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

/// What lets `#[hookimpl]` accept a trait that was refused.
fn fallback(spec: &Spec) -> TokenStream {
    let private = &spec.private;
    let head = &spec.item.head;
    let (ident, cfgs, facts) = (&head.ident, cfgs(&head.attrs), facts_const(spec, false));
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
        impl #impl_generics #private::Hookspec for dyn #ident #arguments #clause {
            #facts
            type Relay = ();
            fn relay(_: #private::Callers<'_, Self>) {}
        }
    }
}

/// The relay: a field and a method for each hook.
fn relay(spec: &Spec) -> TokenStream {
    let (private, vis, ident, cfgs) = (&spec.private, vis(spec), ident(spec), spec_cfgs(spec));
    let relay = relay_ident(spec);
    let fields = spec.hooks().map(|hook| {
        let (name, caller, cfgs) = (&hook.signature.ident, &hook.caller, hook_cfgs(hook));
        let doc =
            format!("What stands behind the hook [`{}`]({ident}::{}).", name.unraw(), name.unraw());
        quote!(#(#cfgs)* #[doc = #doc] #vis #name: #caller,)
    });
    let methods = spec.hooks().map(|hook| Written::of(spec, hook).relay_method());
    let doc = format!(
        "The hooks of [`{ident}`], to be called: one method per hook. What stands behind a hook \
         is in the field of the same name."
    );
    quote! {
        #(#cfgs)*
        #[doc = #doc]
        #[derive(#private::Debug)]
        #[allow(dead_code)]
        #vis struct #relay { #(#fields)* }

        #(#cfgs)*
        #[allow(dead_code)]
        impl #relay { #(#methods)* }
    }
}

/// What hookimpls are checked against: present for hooks that are in some way special, while
/// `#[hookimpl]` brings a stand-in for all others.
fn marks(spec: &Spec) -> TokenStream {
    let (private, vis, ident, cfgs) = (&spec.private, vis(spec), ident(spec), spec_cfgs(spec));
    let marks: Vec<_> = spec
        .hooks()
        .flat_map(|hook| {
            let cfgs = hook_cfgs(hook);
            let deprecated = deprecated(hook).map(|attr| {
                let mark = mark_ident(&hook.signature.ident);
                quote!(#(#cfgs)* #attr #[doc(hidden)] #vis const fn #mark() {})
            });
            let historic = (hook.kind == HookKind::Historic).then(|| {
                let mark = wrapper_mark_ident(&hook.signature.ident);
                quote! {
                    #(#cfgs)* #[doc(hidden)]
                    #vis const fn #mark() -> #private::Historic { #private::Historic }
                }
            });
            [deprecated, historic]
        })
        .flatten()
        .collect();
    if marks.is_empty() {
        return TokenStream::new();
    }
    quote!(#(#cfgs)* impl dyn #ident { #(#marks)* })
}

/// `impl Hookspec`, and the element of the catalogue.
fn facts(spec: &Spec) -> TokenStream {
    let (private, ident, cfgs, relay) =
        (&spec.private, ident(spec), spec_cfgs(spec), relay_ident(spec));
    let facts = facts_const(spec, true);
    let fields = spec.hooks().map(|hook| {
        let (name, caller, cfgs) = (&hook.signature.ident, &hook.caller, hook_cfgs(hook));
        quote!(#(#cfgs)* #name: #caller(callers.next_caller()),)
    });
    let callers = if spec.hooks().next().is_some() { quote!(mut callers) } else { quote!(_) };
    quote! {
        #(#cfgs)*
        impl #private::Hookspec for dyn #ident {
            #facts
            type Relay = #relay;
            fn relay(#callers: #private::Callers<'_, Self>) -> #relay {
                #relay { #(#fields)* }
            }
        }

        #(#cfgs)*
        const _: () = {
            #[#private::linkme::distributed_slice(#private::CATALOGUE)]
            #[linkme(crate = #private::linkme)]
            static HOOKSPEC: #private::Entry =
                #private::Entry::Hookspec(<dyn #ident as #private::Hookspec>::INFO);
        };
    }
}

fn facts_const(spec: &Spec, with_hooks: bool) -> TokenStream {
    let private = &spec.private;
    let name = ident(spec).unraw().to_string();
    let project = option(private, spec.project.as_ref());
    let hooks = spec.hooks().filter(|_| with_hooks).map(|hook| {
        let hook_name = hook.signature.ident.unraw().to_string();
        let cfgs = hook_cfgs(hook);
        let parameters = hook.signature.names();
        let firstresult = hook.kind == HookKind::FirstResult;
        let historic = hook.kind == HookKind::Historic;
        quote! {
            #(#cfgs)*
            #private::new_hook(#name, #hook_name, &[#(#parameters),*], #firstresult, #historic),
        }
    });
    quote! {
        const INFO: &'static #private::HookspecInfo = &#private::new_hookspec(
            #name,
            #project,
            #private::package!(),
            #private::location!(),
            &[#(#hooks)*],
        );
    }
}

/// One hook, with everything about it that is written more than once.
struct Written<'a> {
    spec: &'a Ident,
    private: &'a Private,
    vis: &'a Visibility,
    hook: &'a Hook,
    name: &'a Ident,
    /// The attributes of generated methods: documentation, `#[cfg]`, `#[deprecated]`.
    attrs: TokenStream,
    cfgs: Vec<syn::Attribute>,
    /// If the hook is deprecated: what mentions it is as well, and may.
    deprecated: Option<TokenStream>,
    parameters: &'a [Parameter],
    /// Their names, as text.
    names: Vec<String>,
    /// Their names, as arguments that are passed on whole.
    arguments: Vec<&'a Ident>,
    /// Their names, as arguments that are needed again.
    copies: Vec<TokenStream>,
    /// `<'plugin, ..>`: with a name for what a result borrows from the plugin, if it does.
    generics: TokenStream,
    receiver: TokenStream,
    /// The lifetime of the receiver, if it has a name.
    lifetime: Option<Lifetime>,
    /// What a call returns, with that name.
    of_call: Option<Type>,
    /// What one hookimpl returns, with that name.
    answer: Option<Type>,
}

impl<'a> Written<'a> {
    fn of(spec: &'a Spec, hook: &'a Hook) -> Self {
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
            deprecated: deprecated(hook).map(|attr| quote!(#attr #[allow(deprecated)])),
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
    fn methods(&self) -> TokenStream {
        let Self { private, name, cfgs, generics, receiver, parameters, arguments, .. } = self;
        let Method { attrs, sig, .. } = &self.hook.method;
        let hook = format!("{}::{}", self.spec.unraw(), name.unraw());
        let ignore = (!arguments.is_empty()).then(|| quote!(#private::ignore((#(#arguments,)*));));
        let (wrapper, next, of_call) =
            (wrapper_ident(name), self.function_type(self.of_call.as_ref()), self.returning());
        let facts = self.facts();
        quote_spanned! {Span::mixed_site()=>
            #(#attrs)*
            #[doc = ""]
            #[doc = #facts]
            #sig {
                #ignore
                #private::not_implemented(#hook)
            }

            #(#cfgs)*
            #[doc(hidden)]
            fn #wrapper #generics (#receiver, #(#parameters,)* next: &#next) #of_call {
                next(#(#arguments),*)
            }
        }
    }

    fn relay_method(&self) -> TokenStream {
        let Self { vis, attrs, name, parameters, arguments, copies, private, .. } = self;
        let mentions = self.deprecated.as_ref().map(|_| quote!(#[allow(deprecated)]));
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
            let (collect, ask) = (
                self.collect(),
                self.ask(&quote_spanned!(Span::mixed_site()=> &**hookimpl), copies),
            );
            quote_spanned! {Span::mixed_site()=>
                match self.#name.0.direct() {
                    #private::Some(hookimpls) => {
                        #private::call::#collect(hookimpls, |hookimpl| #ask)
                    }
                    #private::None => self.#name.call_extra(&[], #(#arguments),*),
                }
            }
        };
        quote_spanned! {Span::mixed_site()=>
            #attrs
            #mentions
            #[inline]
            #vis fn #name #generics (&#lifetime self, #(#parameters),*) #of_call { #body }
        }
    }

    /// The type of the field in the relay.
    fn caller(&self) -> TokenStream {
        let Self { spec, private, vis, cfgs, .. } = self;
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
            #[derive(#private::Debug)]
            #vis struct #caller(#private::HookCaller<dyn #spec>);

            #(#cfgs)*
            impl #private::Deref for #caller {
                type Target = #private::HookCaller<dyn #spec>;
                fn deref(&self) -> &Self::Target { &self.0 }
            }

            #(#cfgs)*
            #[allow(dead_code)]
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
                    self.__call(self.0.wrappers(), extras, #(#arguments),*)
                )
            }

            #deprecated
            fn __call #generics (
                #receiver,
                wrappers: &#lifetime [#private::Arc<dyn #spec>],
                extras: #extras,
                #(#parameters),*
            ) #of_call {
                match wrappers {
                    [outer, inner @ ..] => #spec::#wrapper(
                        &**outer,
                        #(#arguments,)*
                        &|#(#arguments),*| self.__call(inner, extras, #(#arguments),*),
                    ),
                    [] => #private::call::#collect(self.0.targets(extras), |target| match target {
                        #private::Target::Hookimpl(hookimpl) => #ask_plugin,
                        #private::Target::Extra(extra) => extra(#(#copies),*),
                    }),
                }
            }
        }
    }

    fn historic_methods(&self) -> TokenStream {
        let Self { private, deprecated, generics, parameters, names, arguments, copies, .. } = self;
        let (of_call, collect, outcome) = (self.returning(), self.collect(), self.outcome());
        let ask = self.ask(&quote_spanned!(Span::mixed_site()=> hookimpl), copies);
        let keep = parameters.iter().map(|it| keep(private, it));
        let kept = parameters.iter().map(|it| kept(private, it));
        let callback = self.callback_type().map(
            |callback| quote_spanned!(Span::mixed_site()=> callback: #private::Option<#callback>,),
        );
        let replayed =
            callback.as_ref().map(|_| quote_spanned!(Span::mixed_site()=> , callback.as_deref()));
        let call_historic = self.call_historic();
        let span = self.hook.signature.answer.ty.as_ref().map_or(Span::mixed_site(), Spanned::span);
        let at = private.at(span);
        let replayed = quote_spanned! {Span::mixed_site().located_at(span)=>
            #at::replayed::#collect(answer #replayed)
        };
        quote_spanned! {Span::mixed_site()=>
            #call_historic

            #deprecated
            fn __call #generics (&self, #callback #(#parameters),*) #of_call {
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
                    #private::call::#collect(live.targets(), |hookimpl| #ask)
                )
            }
        }
    }

    /// `call_historic`, if hookimpls answer.
    fn call_historic(&self) -> Option<TokenStream> {
        let Self { vis, private, deprecated, generics, parameters, arguments, spec, name, .. } =
            self;
        let callback = self.callback_type()?;
        let answer = &self.hook.signature.answer;
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
            #vis fn call_historic #generics (
                &self,
                callback: impl #private::Fn(#item) + #private::Send + #private::Sync + 'static,
                #(#parameters),*
            ) #returning {
                let callback: #callback = #private::Arc::new(callback);
                let now = #private::Clone::clone(&callback);
                for answer in self.__call(#private::Some(callback), #(#arguments),*) #branch {
                    now(answer);
                }
                #done
            }
        })
    }

    /// The type of a callback for answers, if hookimpls answer.
    fn callback_type(&self) -> Option<TokenStream> {
        let private = self.private;
        let item = self.hook.signature.answer.item()?;
        Some(quote! {
            #private::Arc<dyn #private::Fn(#item) + #private::Send + #private::Sync>
        })
    }

    /// The call of the hook on one implementor.
    fn ask(&self, implementor: &TokenStream, arguments: &[TokenStream]) -> TokenStream {
        // Not in the form of a method call: others may have a method of that name.
        let (spec, name) = (self.spec, self.name);
        quote!(#spec::#name(#implementor, #(#arguments),*))
    }

    /// The loop in `plugin_core`'s `call`, by the kind of answer.
    fn collect(&self) -> Ident {
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
    fn outcome(&self) -> Ident {
        let fallible = self.hook.signature.answer.shape.is_fallible();
        Ident::new(if fallible { "fallible" } else { "plain" }, Span::mixed_site())
    }

    fn returning(&self) -> TokenStream {
        returning(self.of_call.as_ref())
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

/// Turns an argument into what can be kept.
fn keep(private: &Private, parameter: &Parameter) -> TokenStream {
    let Parameter { ident, ty, passing } = parameter;
    let ty = match peel(ty) {
        Type::Reference(reference) => &reference.elem,
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

fn ident(spec: &Spec) -> &Ident {
    &spec.item.head.ident
}

fn vis(spec: &Spec) -> &Visibility {
    &spec.item.head.vis
}

fn spec_cfgs(spec: &Spec) -> Vec<syn::Attribute> {
    cfgs(&spec.item.head.attrs)
}

fn hook_cfgs(hook: &Hook) -> Vec<syn::Attribute> {
    cfgs(&hook.method.attrs)
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

fn deprecated(hook: &Hook) -> Option<&syn::Attribute> {
    hook.method.attrs.iter().find(|attr| attr.path().is_ident("deprecated"))
}

fn relay_ident(spec: &Spec) -> Ident {
    let ident = ident(spec);
    Ident::new(&format!("{}Relay", ident.unraw()), ident.span())
}
