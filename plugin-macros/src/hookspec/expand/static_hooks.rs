//! Writes the calls of hooks on a plugin set: the type with a method for each hook, and for each hook a
//! walk over the tree of plugins, which the compiler reduces to the calls of the plugins' methods.
//!
//! ```text
//! pub struct GatewayHooksStaticHooks<'set, L>(&'set L);
//!
//! impl<L: Supports<dyn GatewayHooks>> GatewayHooksStaticHooks<'_, L> where L::Tree: Walk<L> {
//!     pub fn authenticate(&self, token: &str) -> Option<User> { around::<L, L::Wrappers>(self.0, token) }
//! }
//!
//! // Wrappers are nested; inside them, one pass follows the other.
//! fn around<L, W>(set: &L, token: &str) -> Option<User> {
//!     if const { another wrapper remains } {
//!         return L::Tree::authenticate_wrapper::<W>(set, token, &|token| around::<L, W::Less>(set, token));
//!     }
//!     let mut gather = First::new();
//!     passes::<L, L::Passes, _>(set, &mut gather, &token);
//!     gather.finish()
//! }
//!
//! impl Walk<L> for Member<NUMBER> where L: Field<NUMBER>, L::Plugin: GatewayHooks {
//!     fn authenticate<P, G>(set: &L, gather: &mut G, token: &str) -> bool {
//!         if const { the plugin is called in this pass } {
//!             gather.push(GatewayHooks::authenticate(set.field(), token))
//!         } else { true }
//!     }
//! }
//! ```

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::parts::HookParts;
use super::{allow_attr, ident, item_allow_attr, spec_cfgs, vis};
use crate::hookspec::check::{HookKind, Spec};
use crate::paths::{
    index_ident, under_specname_ident, wrapper_ident, wrapper_under_specname_ident,
};
use crate::signature::types::peel;
use crate::signature::{Parameter, Passing, Shape};

pub(super) fn items(spec: &Spec) -> TokenStream {
    let (private, vis, ident, cfgs) = (&spec.private, vis(spec), ident(spec), spec_cfgs(spec));
    let (relay, allow, item_allow) =
        (static_hooks_ident(spec), allow_attr(spec), item_allow_attr(spec, None));
    let hooks: Vec<_> =
        spec.hooks.iter().map(|hook| StaticHook::new(HookParts::new(spec, hook))).collect();
    let methods = hooks.iter().map(StaticHook::method);
    let around = hooks.iter().map(StaticHook::around);
    let declared = hooks.iter().map(StaticHook::declared);
    let members = hooks.iter().map(StaticHook::member);
    let pairs = hooks.iter().map(StaticHook::pair);
    let name = ident.unraw().to_string();
    let doc = format!("Calls the hooks of [`{ident}`] on a plugin set: one method per hook.");
    quote_spanned! {Span::mixed_site()=>
        #(#cfgs)*
        #[doc = #doc]
        #item_allow
        #vis struct #relay<'set, __L>(&'set __L);

        #(#cfgs)*
        #allow
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

fn static_hooks_ident(spec: &Spec) -> Ident {
    let ident = ident(spec);
    Ident::new(&format!("{}StaticHooks", ident.unraw()), ident.span())
}

/// The expansion of one hook for plugin sets.
struct StaticHook<'a> {
    parts: HookParts<'a>,
    /// The lifetimes of a function that calls the hook.
    lifetimes: TokenStream,
    /// `&'plugin`
    reference: TokenStream,
    /// The parameters of the functions that walk the tree. They borrow values.
    walk_parameters: Vec<TokenStream>,
    /// Those parameters as arguments that remain usable after a call.
    walk_arguments: Vec<TokenStream>,
    /// Those parameters as arguments of the hook.
    hook_arguments: Vec<TokenStream>,
    /// The index of the hook in the hookspec.
    index: TokenStream,
    /// Whether the hook can be wrapped.
    has_wrappers: bool,
}

impl<'a> StaticHook<'a> {
    fn new(parts: HookParts<'a>) -> Self {
        let signature = &parts.hook.signature;
        let own = signature.generics.params.iter();
        let lifetimes = match &parts.lifetime {
            Some(lifetime) if signature.receiver.is_none() => quote!(#lifetime, #(#own,)*),
            _ => quote!(#(#own,)*),
        };
        let lifetime = &parts.lifetime;
        Self {
            reference: quote!(&#lifetime),
            lifetimes,
            walk_parameters: parts.parameters.iter().map(walk_parameter).collect(),
            walk_arguments: parts.parameters.iter().map(walk_argument).collect(),
            hook_arguments: parts.parameters.iter().map(|it| hook_argument(&parts, it)).collect(),
            index: index(&parts),
            has_wrappers: parts.hook.kind != HookKind::Historic,
            parts,
        }
    }

    /// The method that a host calls.
    fn method(&self) -> TokenStream {
        let HookParts { vis, attrs, name, parameters, arguments, private, spec, hook, .. } =
            &self.parts;
        let generics = &hook.signature.generics;
        // A borrow from a plugin outlives the value with this method.
        let outlives = hook
            .signature
            .receiver
            .as_ref()
            .map(|lifetime| quote_spanned!(Span::mixed_site()=> where '__plugin: #lifetime));
        let (call_output, around) = (self.parts.call_output(), helper(&self.parts, "around"));
        quote_spanned! {Span::mixed_site()=>
            #attrs
            #[inline]
            #vis fn #name #generics (&self, #(#parameters),*) #call_output #outlives {
                #around::<__L, <__L as #private::Supports<dyn #spec>>::Wrappers>(self.0, #(#arguments),*)
            }
        }
    }

    /// The functions of a call: wrappers, and the passes inside them.
    fn around(&self) -> TokenStream {
        let HookParts { private, spec, name, cfgs, parameters, arguments, .. } = &self.parts;
        let Self { lifetimes, reference, walk_parameters, walk_arguments, index, .. } = self;
        let call_output = self.parts.call_output();
        let [around, passes] = ["around", "passes"].map(|it| helper(&self.parts, it));
        let (gather, result_type, first_arguments) =
            (self.gather(), self.result_type(), self.first_arguments());
        let holds = quote! {
            __L: #private::Supports<dyn #spec>,
            <__L as #private::Supports<dyn #spec>>::Tree: __Walk<__L>,
        };
        let wrapper = wrapper_ident(name);
        let wrap = self.has_wrappers.then(|| {
            quote_spanned! {Span::mixed_site()=>
                if const { #private::HookQuery::<__L, dyn #spec>::has_wrapper::<__W>(#index) } {
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
            ) #call_output
            where
                #holds
            {
                #wrap
                let mut gather = <#private::gather::#gather as #private::Gather<#result_type>>::new(
                    const { #private::HookQuery::<__L, dyn #spec>::capacity(#index) },
                );
                #passes::<__L, <__L as #private::Supports<dyn #spec>>::Passes, _>(
                    set,
                    &mut gather,
                    #(#first_arguments),*
                );
                #private::Gather::finish(gather)
            }

            #(#cfgs)*
            #[inline(always)]
            fn #passes<#lifetimes __L, __P: #private::Number, __G: #private::Gather<#result_type>>(
                set: #reference __L,
                gather: &mut __G,
                #(#walk_parameters),*
            ) -> bool
            where
                #holds
            {
                if const { #private::HookQuery::<__L, dyn #spec>::has_pass::<__P>(#index) } {
                    <__L as #private::Supports<dyn #spec>>::Tree::#name::<__P, __G>(set, gather, #(#walk_arguments),*)
                        && #passes::<__L, __P::Less, __G>(set, gather, #(#walk_arguments),*)
                } else {
                    true
                }
            }
        }
    }

    /// The default methods of the trait, for plugins that do not implement the hookspec.
    fn declared(&self) -> TokenStream {
        let HookParts { private, arguments, .. } = &self.parts;
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

    /// The methods for a plugin that implements the hookspec.
    fn member(&self) -> TokenStream {
        let HookParts { private, spec, name, arguments, .. } = &self.parts;
        let Self { index, hook_arguments, .. } = self;
        let (under_specname, wrapper, wrapper_under_specname) =
            (under_specname_ident(name), wrapper_ident(name), wrapper_under_specname_ident(name));
        let call = self.parts.call_on(&quote_spanned!(Span::mixed_site()=> plugin), hook_arguments);
        let pass = quote_spanned! {Span::mixed_site()=>
            let plugin = #private::Field::<__N>::field(set);
            match const { #private::HookQuery::<__L, dyn #spec>::implementation::<__P, Self>(#index) } {
                #private::NONE => true,
                0 => {
                    #private::omits_hook::<_, dyn #spec>(plugin, #index)
                        || #private::Gather::push(gather, #call)
                }
                number => #private::Gather::push(
                    gather,
                    #spec::#under_specname(plugin, number, #(#hook_arguments),*),
                ),
            }
        };
        let around = quote_spanned! {Span::mixed_site()=>
            let plugin = #private::Field::<__N>::field(set);
            match const { #private::HookQuery::<__L, dyn #spec>::wrapper::<__W, Self>(#index) } {
                0 => #spec::#wrapper(plugin, #(#arguments,)* next),
                number => #spec::#wrapper_under_specname(plugin, number, #(#arguments,)* next),
            }
        };
        self.functions(&pass, &around)
    }

    /// The methods for a subtree. A branch without a hookimpl to call is not entered.
    fn pair(&self) -> TokenStream {
        let HookParts { private, spec, name, arguments, .. } = &self.parts;
        let Self { index, walk_arguments, .. } = self;
        let wrapper = wrapper_ident(name);
        let query = quote!(#private::HookQuery::<__L, dyn #spec>);
        let part = |part: TokenStream| {
            quote_spanned! {Span::mixed_site()=>
                (const { #query::implementation::<__P, #part>(#index) == #private::NONE }
                    || #part::#name::<__P, __G>(set, gather, #(#walk_arguments),*))
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
            if const { #query::wrapper::<__W, __A>(#index) == #private::NONE } {
                __B::#wrapper::<__W>(set, #(#arguments,)* next)
            } else {
                __A::#wrapper::<__W>(set, #(#arguments,)* next)
            }
        };
        self.functions(&pass, &around)
    }

    /// The two functions of the trait, for a pass and for a wrapper, with these bodies.
    fn functions(&self, pass: &TokenStream, around: &TokenStream) -> TokenStream {
        let HookParts { private, name, cfgs, parameters, .. } = &self.parts;
        let Self { lifetimes, reference, walk_parameters, .. } = self;
        let (result_type, call_output) = (self.result_type(), self.parts.call_output());
        let (wrapper, next) = (wrapper_ident(name), self.parts.next());
        let around = self.has_wrappers.then(|| {
            quote_spanned! {Span::mixed_site()=>
                #(#cfgs)*
                #[inline(always)]
                fn #wrapper<#lifetimes __W: #private::Number>(
                    set: #reference __L,
                    #(#parameters,)*
                    next: &#next,
                ) #call_output { #around }
            }
        });
        quote_spanned! {Span::mixed_site()=>
            #(#cfgs)*
            #[inline(always)]
            fn #name<#lifetimes __P: #private::Number, __G: #private::Gather<#result_type>>(
                set: #reference __L,
                gather: &mut __G,
                #(#walk_parameters),*
            ) -> bool { #pass }

            #around
        }
    }

    /// The return type of a hookimpl.
    fn result_type(&self) -> TokenStream {
        let result_type = self.parts.result_type.as_ref();
        result_type.map_or_else(|| quote!(()), |result_type| quote!(#result_type))
    }

    /// The type in the module `gather` of `plugin_core` for the return type of the hook.
    fn gather(&self) -> TokenStream {
        let first = self.parts.hook.kind == HookKind::FirstResult;
        let private = self.parts.private;
        match (self.parts.hook.signature.output.shape, first) {
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

    /// The parameters of a call as arguments of the first walk.
    fn first_arguments(&self) -> Vec<TokenStream> {
        let first_arguments =
            self.parts.parameters.iter().map(|Parameter { ident, passing, .. }| {
                if *passing == Passing::Value { quote!(&#ident) } else { quote!(#ident) }
            });
        first_arguments.collect()
    }
}

fn walk_parameter(parameter: &Parameter) -> TokenStream {
    let Parameter { ident, ty, passing } = parameter;
    if *passing == Passing::Value { quote!(#ident: &#ty) } else { quote!(#ident: #ty) }
}

fn walk_argument(parameter: &Parameter) -> TokenStream {
    let Parameter { ident, passing, .. } = parameter;
    if *passing == Passing::Exclusive { quote!(&mut *#ident) } else { quote!(#ident) }
}

fn hook_argument(parts: &HookParts<'_>, parameter: &Parameter) -> TokenStream {
    let Parameter { ident, ty, passing } = parameter;
    if *passing != Passing::Value {
        return walk_argument(parameter);
    }
    let private = parts.private.at(peel(ty).span());
    quote_spanned!(ty.span()=> #private::Duplicable::copy(&*#ident))
}

fn index(parts: &HookParts<'_>) -> TokenStream {
    let (spec, index) = (parts.spec, index_ident(parts.name));
    quote!(<dyn #spec>::#index)
}

/// The name of a helper function of the hook.
fn helper(parts: &HookParts<'_>, of: &str) -> Ident {
    Ident::new(&format!("__{}_{of}", parts.name.unraw()), parts.name.span())
}
