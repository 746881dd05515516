//! Writes what calls the hooks on a set of plugins that is known when it is compiled: the fused
//! relay, and for each hook a walk over the tree of the plugins that leaves nothing but their calls.
//!
//! ```text
//! pub struct GatewayHooksStaticHooks<'set, L>(&'set L);
//!
//! impl<L: Supports<dyn GatewayHooks>> GatewayHooksStaticHooks<'_, L> where L::Tree: Walk<L> {
//!     pub fn authenticate(&self, token: &str) -> Option<User> { around::<L, L::Wrappers>(self.0, token) }
//! }
//!
//! // One wrapper in the other; within them, pass after pass.
//! fn around<L, W>(set: &L, token: &str) -> Option<User> {
//!     if const { there is one more wrapper } {
//!         return L::Tree::authenticate_wrapper::<W>(set, token, &|token| around::<L, W::Less>(set, token));
//!     }
//!     let mut gather = First::new();
//!     passes::<L, L::Passes, _>(set, &mut gather, &token);
//!     gather.finish()
//! }
//!
//! impl Walk<L> for Member<NUMBER> where L: Field<NUMBER>, L::Plugin: GatewayHooks {
//!     fn authenticate<P, G>(set: &L, gather: &mut G, token: &str) -> bool {
//!         if const { it answers in this pass } {
//!             gather.push(GatewayHooks::authenticate(set.field(), token))
//!         } else { true }
//!     }
//! }
//! ```

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::written::Written;
use super::{ident, quiet, quiet_item, spec_cfgs, vis};
use crate::hookspec::check::{HookKind, Spec};
use crate::paths::{
    index_ident, under_specname_ident, wrapper_ident, wrapper_under_specname_ident,
};
use crate::signature::types::peel;
use crate::signature::{Parameter, Passing, Shape};

pub(super) fn fused(spec: &Spec) -> TokenStream {
    let (private, vis, ident, cfgs) = (&spec.private, vis(spec), ident(spec), spec_cfgs(spec));
    let (relay, quiet, quiet_item) = (fused_ident(spec), quiet(spec), quiet_item(spec, None));
    let hooks: Vec<_> = spec.hooks.iter().map(|hook| Fused::of(Written::of(spec, hook))).collect();
    let methods = hooks.iter().map(Fused::method);
    let around = hooks.iter().map(Fused::around);
    let declared = hooks.iter().map(Fused::declared);
    let members = hooks.iter().map(Fused::member);
    let pairs = hooks.iter().map(Fused::pair);
    let name = ident.unraw().to_string();
    let doc = format!(
        "The hooks of [`{ident}`] on a set of plugins that is known at compile time, to be called: \
         one method per hook."
    );
    quote_spanned! {Span::mixed_site()=>
        #(#cfgs)*
        #[doc = #doc]
        #quiet_item
        #vis struct #relay<'set, __L>(&'set __L);

        #(#cfgs)*
        #quiet
        const _: () = {
            impl #private::StaticHookSpec for dyn #ident {
                type StaticHooks<'set, __L: 'set> = #relay<'set, __L>;
                #[inline]
                fn static_hooks<__L>(set: &__L) -> #relay<'_, __L> { #relay(set) }
            }

            impl<__L> #private::Debug for #relay<'_, __L> {
                fn fmt(&self, f: &mut #private::Formatter<'_>) -> #private::fmt::Result {
                    #private::Formatter::write_str(f, #name)
                }
            }

            impl<__L> #private::Clone for #relay<'_, __L> {
                fn clone(&self) -> Self { *self }
            }

            impl<__L> #private::Copy for #relay<'_, __L> {}

            impl<'__plugin, __L> #relay<'__plugin, __L>
            where
                __L: #private::Supports<dyn #ident>,
                <__L as #private::Supports<dyn #ident>>::Tree: __Walk<__L>,
            {
                #(#methods)*
            }

            #(#around)*

            #vis trait __Walk<__L: #private::Supports<dyn #ident>> { #(#declared)* }

            impl<__L: #private::Supports<dyn #ident>, const __N: usize> __Walk<__L>
                for #private::NoMember<__N> {}

            impl<__L, const __N: usize> __Walk<__L> for #private::Member<__N>
            where
                __L: #private::Supports<dyn #ident> + #private::Field<__N>,
                <__L as #private::Field<__N>>::Plugin: #ident + #private::HookImpls<dyn #ident>,
            {
                #(#members)*
            }

            impl<__L, __A, __B> __Walk<__L> for #private::Pair<__A, __B>
            where
                __L: #private::Supports<dyn #ident>,
                __A: #private::Span + __Walk<__L>,
                __B: #private::Span + __Walk<__L>,
            {
                #(#pairs)*
            }
        };
    }
}

fn fused_ident(spec: &Spec) -> Ident {
    let ident = ident(spec);
    Ident::new(&format!("{}StaticHooks", ident.unraw()), ident.span())
}

/// One hook, as it is called on a set.
struct Fused<'a> {
    written: Written<'a>,
    /// The lifetimes of a function that calls it.
    lifetimes: TokenStream,
    /// `&'plugin`
    reference: TokenStream,
    /// The parameters as they go through the tree, where what is handed over by value is borrowed.
    borrowed: Vec<TokenStream>,
    /// Those as arguments, to be passed on and needed again.
    passed: Vec<TokenStream>,
    /// And as arguments of the hook.
    given: Vec<TokenStream>,
    /// Its index in the hookspec.
    place: TokenStream,
    wraps: bool,
}

impl<'a> Fused<'a> {
    fn of(written: Written<'a>) -> Self {
        let signature = &written.hook.signature;
        let own = signature.generics.params.iter();
        let lifetimes = match &written.lifetime {
            Some(lifetime) if signature.receiver.is_none() => quote!(#lifetime, #(#own,)*),
            _ => quote!(#(#own,)*),
        };
        let lifetime = &written.lifetime;
        Self {
            reference: quote!(&#lifetime),
            lifetimes,
            borrowed: written.parameters.iter().map(borrowed).collect(),
            passed: written.parameters.iter().map(passed).collect(),
            given: written.parameters.iter().map(|it| given(&written, it)).collect(),
            place: place(&written),
            wraps: written.hook.kind != HookKind::Historic,
            written,
        }
    }

    /// In the relay.
    fn method(&self) -> TokenStream {
        let Written { vis, attrs, name, parameters, arguments, private, spec, hook, .. } =
            &self.written;
        let generics = &hook.signature.generics;
        // What is borrowed from a plugin outlives the relay.
        let outlives = hook
            .signature
            .receiver
            .as_ref()
            .map(|lifetime| quote_spanned!(Span::mixed_site()=> where '__plugin: #lifetime));
        let (of_call, around) = (self.written.returning(), helper(&self.written, "around"));
        quote_spanned! {Span::mixed_site()=>
            #attrs
            #[inline]
            #vis fn #name #generics (&self, #(#parameters),*) #of_call #outlives {
                #around::<__L, <__L as #private::Supports<dyn #spec>>::Wrappers>(self.0, #(#arguments),*)
            }
        }
    }

    /// The call: wrappers, and passes within them.
    fn around(&self) -> TokenStream {
        let Written { private, spec, name, cfgs, parameters, arguments, .. } = &self.written;
        let Self { lifetimes, reference, borrowed, passed, place, .. } = self;
        let of_call = self.written.returning();
        let [around, passes] = ["around", "passes"].map(|it| helper(&self.written, it));
        let (gather, answer, lent) = (self.gather(), self.answer(), self.lent());
        let holds = quote! {
            __L: #private::Supports<dyn #spec>,
            <__L as #private::Supports<dyn #spec>>::Tree: __Walk<__L>,
        };
        let wrapper = wrapper_ident(name);
        let wrap = self.wraps.then(|| {
            quote_spanned! {Span::mixed_site()=>
                if const { #private::HookQuery::<__L, dyn #spec>::has_wrapper::<__W>(#place) } {
                    return <__L as #private::Supports<dyn #spec>>::Tree::#wrapper::<__W>(
                        set,
                        #(#arguments,)*
                        &|#(#arguments),*| #around::<__L, __W::Less>(set, #(#arguments),*),
                    );
                }
            }
        });
        quote_spanned! {Span::mixed_site()=>
            #(#cfgs)*
            #[inline(always)]
            fn #around<#lifetimes __L, __W: #private::Number>(
                set: #reference __L,
                #(#parameters),*
            ) #of_call
            where
                #holds
            {
                #wrap
                let mut gather = <#private::gather::#gather as #private::Gather<#answer>>::new(
                    const { #private::HookQuery::<__L, dyn #spec>::capacity(#place) },
                );
                #passes::<__L, <__L as #private::Supports<dyn #spec>>::Passes, _>(
                    set,
                    &mut gather,
                    #(#lent),*
                );
                #private::Gather::finish(gather)
            }

            #(#cfgs)*
            #[inline(always)]
            fn #passes<#lifetimes __L, __P: #private::Number, __G: #private::Gather<#answer>>(
                set: #reference __L,
                gather: &mut __G,
                #(#borrowed),*
            ) -> bool
            where
                #holds
            {
                if const { #private::HookQuery::<__L, dyn #spec>::has_pass::<__P>(#place) } {
                    <__L as #private::Supports<dyn #spec>>::Tree::#name::<__P, __G>(set, gather, #(#passed),*)
                        && #passes::<__L, __P::Less, __G>(set, gather, #(#passed),*)
                } else {
                    true
                }
            }
        }
    }

    /// In the trait, for plugins that do not implement the hookspec.
    fn declared(&self) -> TokenStream {
        let Written { private, arguments, .. } = &self.written;
        let pass = quote_spanned! {Span::mixed_site()=>
            #private::ignore((set, gather, #(#arguments,)*));
            true
        };
        let around = quote_spanned! {Span::mixed_site()=>
            #private::ignore(set);
            next(#(#arguments),*)
        };
        self.functions(&pass, &around)
    }

    /// For one that does.
    fn member(&self) -> TokenStream {
        let Written { private, spec, name, arguments, .. } = &self.written;
        let Self { place, given, .. } = self;
        let (under_specname, wrapper, wrapper_under_specname) =
            (under_specname_ident(name), wrapper_ident(name), wrapper_under_specname_ident(name));
        let ask = self.written.ask(&quote_spanned!(Span::mixed_site()=> plugin), given);
        let pass = quote_spanned! {Span::mixed_site()=>
            let plugin = #private::Field::<__N>::field(set);
            match const { #private::HookQuery::<__L, dyn #spec>::implementation::<__P, Self>(#place) } {
                #private::NONE => true,
                0 => {
                    #private::omits_hook::<_, dyn #spec>(plugin, #place)
                        || #private::Gather::push(gather, #ask)
                }
                number => #private::Gather::push(
                    gather,
                    #spec::#under_specname(plugin, number, #(#given),*),
                ),
            }
        };
        let around = quote_spanned! {Span::mixed_site()=>
            let plugin = #private::Field::<__N>::field(set);
            match const { #private::HookQuery::<__L, dyn #spec>::wrapper::<__W, Self>(#place) } {
                0 => #spec::#wrapper(plugin, #(#arguments,)* next),
                number => #spec::#wrapper_under_specname(plugin, number, #(#arguments,)* next),
            }
        };
        self.functions(&pass, &around)
    }

    /// For several: those that have nobody for it are passed by.
    fn pair(&self) -> TokenStream {
        let Written { private, spec, name, arguments, .. } = &self.written;
        let Self { place, passed, .. } = self;
        let wrapper = wrapper_ident(name);
        let query = quote!(#private::HookQuery::<__L, dyn #spec>);
        let part = |part: TokenStream| {
            quote_spanned! {Span::mixed_site()=>
                (const { #query::implementation::<__P, #part>(#place) == #private::NONE }
                    || #part::#name::<__P, __G>(set, gather, #(#passed),*))
            }
        };
        let (older, newer) = (part(quote!(__A)), part(quote!(__B)));
        let pass = quote_spanned! {Span::mixed_site()=>
            if const { #query::is_newest_first::<__P>() } {
                #newer && #older
            } else {
                #older && #newer
            }
        };
        let around = quote_spanned! {Span::mixed_site()=>
            if const { #query::wrapper::<__W, __A>(#place) == #private::NONE } {
                __B::#wrapper::<__W>(set, #(#arguments,)* next)
            } else {
                __A::#wrapper::<__W>(set, #(#arguments,)* next)
            }
        };
        self.functions(&pass, &around)
    }

    /// The two functions of the trait with these bodies: one pass, and one wrapper.
    fn functions(&self, pass: &TokenStream, around: &TokenStream) -> TokenStream {
        let Written { private, name, cfgs, parameters, .. } = &self.written;
        let Self { lifetimes, reference, borrowed, .. } = self;
        let (answer, of_call) = (self.answer(), self.written.returning());
        let (wrapper, next) = (wrapper_ident(name), self.written.next());
        let around = self.wraps.then(|| {
            quote_spanned! {Span::mixed_site()=>
                #(#cfgs)*
                #[inline(always)]
                fn #wrapper<#lifetimes __W: #private::Number>(
                    set: #reference __L,
                    #(#parameters,)*
                    next: &#next,
                ) #of_call { #around }
            }
        });
        quote_spanned! {Span::mixed_site()=>
            #(#cfgs)*
            #[inline(always)]
            fn #name<#lifetimes __P: #private::Number, __G: #private::Gather<#answer>>(
                set: #reference __L,
                gather: &mut __G,
                #(#borrowed),*
            ) -> bool { #pass }

            #around
        }
    }

    /// What one hookimpl answers.
    fn answer(&self) -> TokenStream {
        let answer = self.written.answer.as_ref();
        answer.map_or_else(|| quote!(()), |answer| quote!(#answer))
    }

    /// The type in `plugin_core`'s `gather`, by the kind of answer.
    fn gather(&self) -> TokenStream {
        let first = self.written.hook.kind == HookKind::FirstResult;
        let private = self.written.private;
        match (self.written.hook.signature.answer.shape, first) {
            (Shape::Unit, _) => quote!(Every),
            (Shape::Plain, _) => quote!(Collect<_>),
            (Shape::Optional, false) => quote!(CollectSome<_>),
            (Shape::Optional, true) => quote!(First<_>),
            (Shape::FallibleUnit, _) => quote!(Try<#private::gather::Every, _, _>),
            (Shape::Fallible, _) => quote!(Try<#private::gather::Collect<_>, _, _>),
            (Shape::FallibleOptional, false) => quote!(Try<#private::gather::CollectSome<_>, _, _>),
            (Shape::FallibleOptional, true) => quote!(Try<#private::gather::First<_>, _, _>),
        }
    }

    /// The parameters of a call, as arguments that go through the tree.
    fn lent(&self) -> Vec<TokenStream> {
        let lent = self.written.parameters.iter().map(|Parameter { ident, passing, .. }| {
            if *passing == Passing::Value { quote!(&#ident) } else { quote!(#ident) }
        });
        lent.collect()
    }
}

fn borrowed(parameter: &Parameter) -> TokenStream {
    let Parameter { ident, ty, passing } = parameter;
    if *passing == Passing::Value { quote!(#ident: &#ty) } else { quote!(#ident: #ty) }
}

fn passed(parameter: &Parameter) -> TokenStream {
    let Parameter { ident, passing, .. } = parameter;
    if *passing == Passing::Exclusive { quote!(&mut *#ident) } else { quote!(#ident) }
}

fn given(written: &Written<'_>, parameter: &Parameter) -> TokenStream {
    let Parameter { ident, ty, passing } = parameter;
    if *passing != Passing::Value {
        return passed(parameter);
    }
    let private = written.private.at(peel(ty).span());
    quote_spanned!(ty.span()=> #private::Duplicable::copy(&*#ident))
}

fn place(written: &Written<'_>) -> TokenStream {
    let (spec, index) = (written.spec, index_ident(written.name));
    quote!(<dyn #spec>::#index)
}

/// A function that belongs to the hook.
fn helper(written: &Written<'_>, of: &str) -> Ident {
    Ident::new(&format!("__{}_{of}", written.name.unraw()), written.name.span())
}
