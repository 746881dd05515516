//! Writes the impls of a plugin set: its plugins by number, and for each hookspec the call order that the
//! compiler computes from their hookimpls.
//!
//! ```text
//! // Input:
//! #[derive(PluginSet)]
//! #[plugin_set(hookspecs(GatewayHooks))]
//! struct Plugins { auth: Auth, cache: Cache }
//!
//! // Output, abridged (`tests/expanded` has it in full):
//! impl PluginSet for Plugins { const PLUGINS: .. = &[Auth::INFO, Cache::INFO]; }
//!
//! impl Field<0> for Plugins { type Plugin = Auth; fn field(&self) -> &Auth { &self.auth } }
//! impl Field<1> for Plugins { type Plugin = Cache; fn field(&self) -> &Cache { &self.cache } }
//!
//! const PLANNED: PlanArrays<..> = Plugins { infos: Plugins::PLUGINS, tables: &[..] }.planned();
//!
//! impl Supports<dyn GatewayHooks> for Plugins {
//!     type Tree = Pair<Member<0>, NoMember<1>>;
//!     type Passes = Successor<Zero>;
//!     type Wrappers = Zero;
//!     const PLAN: Plan = PLANNED.plan();
//! }
//! ```

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Path, Type};

use super::check::Set;
use crate::features::Features;

/// The width of the type-level numbers of passes and wrappers. It allows more passes than any set has
/// plugins.
const BITS: u32 = 16;

/// A `plugin_core` without the feature `sets` reports that it is missing.
pub(super) fn set(set: &Set, features: Features) -> TokenStream {
    let (private, ident) = (&set.private, &set.ident);
    let items = features.sets.then(|| items(set));
    quote!(#private::plugin_set! { #ident #items })
}

fn items(set: &Set) -> TokenStream {
    let Set { private, ident, allowed, fields, hookspecs } = set;
    let numbered = fields.iter().enumerate().map(|(number, (member, ty))| {
        let number = Literal::usize_unsuffixed(number);
        let plugin = quote_spanned!(ty.span()=> type Plugin = #ty;);
        quote_spanned! {Span::mixed_site()=>
            impl #private::Field<#number> for #ident {
                #plugin
                #[inline]
                fn field(&self) -> &#ty { &self.#member }
            }
        }
    });
    let checked = fields.iter().enumerate().map(|(index, (_, ty))| {
        let (index, at) = (Literal::usize_unsuffixed(index), located_at(ty.span()));
        let private = private.at(at);
        quote_spanned! {at=>
            const _: () = #private::assert_compatible(<#ident as #private::PluginSet>::PLUGINS, #index);
        }
    });
    let infos = fields.iter().map(|(_, ty)| info(set, ty));
    let held = hookspecs.iter().map(|hookspec| holds(set, hookspec));
    quote! {
        #(#allowed)*
        const _: () = {
            #[allow(unused_imports)]
            use #private::LookupFallback as _;

            impl #private::PluginSet for #ident {
                const PLUGINS: &'static [&'static #private::PluginInfo] = &[#(#infos),*];
            }

            #(#checked)*
            #(#numbered)*
            #(#held)*
        };
    }
}

fn info(set: &Set, plugin: &Type) -> TokenStream {
    let private = set.private.at(plugin.span());
    quote_spanned!(plugin.span()=> <#plugin as #private::Plugin>::__DERIVE_PLUGIN_WRITES_THIS)
}

fn holds(set: &Set, hookspec: &Path) -> TokenStream {
    let Set { private, ident, fields, .. } = set;
    let object = quote_spanned!(hookspec.span()=> dyn #hookspec);
    let tables = fields.iter().map(|(_, ty)| quote!(<#private::Lookup<#ty, #object>>::TABLE));
    let tree = tree(set, &object, 0, fields.len());
    let at = located_at(hookspec.span());
    let number = |most: TokenStream| {
        let zero = (quote!(#private::Zero), quote!(#private::One));
        let (number, _) = (0..BITS).fold(zero, |(number, power), bit| {
            let bit = Literal::usize_unsuffixed(1 << bit);
            let is_set = quote_spanned!(at=> { __PLANNED.#most & #bit != 0 });
            let sum = quote!(<#private::If<#is_set> as #private::Added>::Sum<#power, #number>);
            (sum, quote!(#private::Twice<#power>))
        });
        number
    };
    let (passes, wrappers) = (number(quote!(passes)), number(quote!(wrappers)));
    let planned = private.at(at);
    let planned = quote_spanned! {at=>
        #[allow(long_running_const_eval)]
        const __PLANNED: &#planned::PlanArrays<__COUNT, __HOOKS> =
            &__PLUGINS.planned::<__COUNT, __WIDTH, __HOOKS>(__SPEC);
    };
    let plan = quote_spanned!(at=> const PLAN: #private::Plan = __PLANNED.plan(););
    let holds = quote_spanned!(at=> impl #private::Supports<#object> for #ident);
    quote! {
        const _: () = {
            const __SPEC: &#private::HookSpecInfo = <#object as #private::StaticHookSpec>::SPEC;
            const __HOOKS: usize = __SPEC.hooks().len();
            const __PLUGINS: #private::Plugins<#object> = #private::Plugins {
                infos: <#ident as #private::PluginSet>::PLUGINS,
                tables: &[#(#tables),*],
            };
            const __COUNT: usize = __PLUGINS.count();
            const __WIDTH: usize = __PLUGINS.width::<__HOOKS>();
            #planned

            #holds {
                type Hooks<'set> = <#object as #private::StaticHookSpec>::StaticHooks<'set, Self>;
                #[inline]
                fn hooks(&self) -> Self::Hooks<'_> {
                    <#object as #private::StaticHookSpec>::static_hooks(self)
                }
                type Tree = #tree;
                type Passes = #passes;
                type Wrappers = #wrappers;
                #plan
            }
        };
    }
}

/// The hygiene of generated code with the location of user code, for the errors about it.
fn located_at(span: Span) -> Span {
    Span::mixed_site().located_at(span)
}

/// The plugins with the numbers `from..to`, as a balanced tree.
fn tree(set: &Set, object: &TokenStream, from: usize, to: usize) -> TokenStream {
    let private = &set.private;
    let number = Literal::usize_unsuffixed(from);
    match to - from {
        0 => quote!(#private::NoMember<0>),
        1 => {
            let ty = &set.fields[from].1;
            let is_member = quote!({ <#private::Lookup<#ty, #object>>::IS_MEMBER });
            quote!(<#private::If<#is_member> as #private::Leaf>::Of<#number>)
        }
        count => {
            let middle = from + count / 2;
            let (older, newer) = (tree(set, object, from, middle), tree(set, object, middle, to));
            quote!(#private::Pair<#older, #newer>)
        }
    }
}
