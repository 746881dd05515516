//! Writes the facts of a plugin and the element of the registry.
//!
//! ```text
//! // Input:
//! /// Checks bearer tokens.
//! #[derive(Plugin, Default)]
//! pub struct Auth;
//!
//! // Output, abridged (`tests/expanded` has it in full):
//! impl Plugin for Auth {
//!     const __DERIVE_PLUGIN_WRITES_THIS: &'static PluginInfo = {
//!         register!(__PLUGIN, Entry::Plugin(constructible::<Auth>));
//!         &new_plugin("auth", "Auth", None, "Checks bearer tokens.", ..)
//!     };
//! }
//! ```

use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{GenericParam, Path, Type};

use super::check::{Construction, Facts, Given, Named, Plugin};
use crate::paths::option;

pub(super) fn plugin(plugin: &Plugin) -> TokenStream {
    facts(&plugin.facts, &[], element(plugin).as_ref())
}

/// What is known of a plugin, with the `element` of the registry. `lifetimes` are arguments of its
/// type.
pub(super) fn facts(
    facts: &Facts,
    lifetimes: &[TokenStream],
    element: Option<&TokenStream>,
) -> TokenStream {
    let Facts { private, ident, generics, id, version, description, hookspecs, .. } = facts;
    let bounded = bounded(facts);
    let (impl_generics, _, clause) = bounded.split_for_impl();
    // Without the bounds that stand on the hookimpls: those are checked against this list.
    let (unbounded, _, original) = generics.split_for_impl();
    let arguments = arguments(generics, lifetimes);
    let name = ident.unraw().to_string();
    let is_generic = !generics.params.is_empty();
    let version = option(private, version.as_ref());
    let listed = (!hookspecs.is_empty()).then(|| {
        quote! {
            fn listed() -> #private::Vec<#private::HookImplsEntry> {
                <#private::Vec<_> as #private::From<_>>::from([
                    #(#private::hookimpls::<Self, dyn #hookspecs>(),)*
                ])
            }
        }
    });
    let allowed = &facts.allowed;
    let lists = hookspecs.iter().map(|spec| {
        quote!(#(#allowed)* impl #unbounded #private::Lists<dyn #spec> for #ident #arguments #original {})
    });
    let info = quote! {
        #private::new_plugin(
            #id,
            #name,
            #version,
            #description,
            #private::package!(),
            #private::location!(),
            #is_generic,
        )
    };
    let relations = relations(facts);
    let info = if relations.is_empty() {
        info
    } else {
        quote!(#private::with_relations(#info, &[#(#relations),*]))
    };
    quote! {
        #(#allowed)*
        impl #impl_generics #private::Plugin for #ident #arguments #clause {
            const __DERIVE_PLUGIN_WRITES_THIS: &'static #private::PluginInfo = {
                #element
                &#info
            };

            #listed
        }

        #(#lists)*
    }
}

/// What the plugin says of others, a value for each kind of relation that it has.
fn relations(facts: &Facts) -> Vec<TokenStream> {
    let (private, relations) = (&facts.private, &facts.relations);
    let listed = |kind: &str, each: &str, named: &[Named]| {
        let [kind, each] = [kind, each].map(|it| Ident::new(it, Span::call_site()));
        let named = named.iter().map(|Named { id, version, .. }| {
            let version = option(private, version.as_ref());
            quote!(#private::#each(#id, #version))
        });
        let named: Vec<_> = named.collect();
        (!named.is_empty()).then(|| quote!(#private::Relation::#kind(&[#(#named),*])))
    };
    let contract = relations.contract.as_ref();
    let config = facts.given.config.as_ref();
    let needs = facts.given.needs.iter().map(|need| {
        let at = private.at(need.span());
        quote_spanned!(need.span()=> #at::new_need::<#need>())
    });
    let needs: Vec<_> = needs.collect();
    [
        listed("Requires", "new_requirement", &relations.requires),
        listed("Optional", "new_requirement", &relations.optional),
        listed("Conflicts", "new_requirement", &relations.conflicts),
        listed("Provides", "new_capability", &relations.provides),
        contract.map(|contract| quote!(#private::Relation::Contract(#contract))),
        (!needs.is_empty()).then(|| quote!(#private::Relation::Needs(&[#(#needs),*]))),
        config.map(|config| quote!(#private::Relation::Config(#private::new_config::<#config>()))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// `<'static, T, N>`
fn arguments(generics: &syn::Generics, lifetimes: &[TokenStream]) -> TokenStream {
    let others = generics.params.iter().filter_map(|parameter| match parameter {
        GenericParam::Type(ty) => Some(&ty.ident),
        GenericParam::Const(constant) => Some(&constant.ident),
        GenericParam::Lifetime(_) => None,
    });
    quote!(<#(#lifetimes,)* #(#others),*>)
}

/// What a plugin must be: the parameters of a generic one must allow it, and those bounds hold
/// that its `#[hookimpl]` blocks ask for.
fn bounded(facts: &Facts) -> syn::Generics {
    let (private, mut generics) = (&facts.private, facts.generics.clone());
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(syn::parse_quote!(#private::Send));
        parameter.bounds.push(syn::parse_quote!(#private::Sync));
        parameter.bounds.push(syn::parse_quote!('static));
    }
    if !facts.hookspecs.is_empty() {
        let clause = generics.make_where_clause();
        clause.predicates.extend(facts.hookspecs.iter().map(|spec| -> syn::WherePredicate {
            syn::parse_quote!(Self: #private::HookImpls<dyn #spec>)
        }));
    }
    generics
}

fn element(plugin: &Plugin) -> Option<TokenStream> {
    let Plugin { facts, construction } = plugin;
    let Facts { private, ident, generics, .. } = facts;
    let entry = match construction {
        // The types that a generic plugin is used with are not known here.
        Construction::Manual if !generics.params.is_empty() => return None,
        Construction::Manual => quote!(#private::PluginEntry::manual::<#ident>),
        Construction::Default => {
            let at = private.at(ident.span());
            quote_spanned!(ident.span()=> #at::constructible::<#ident>)
        }
        Construction::Init(path) => {
            let Given { needs, config } = &facts.given;
            init(facts, path, !needs.is_empty(), config.as_ref())
        }
    };
    Some(quote!(#private::register!(__PLUGIN, #private::Entry::Plugin(#entry));))
}

/// The element of a plugin that a function of the user constructs.
fn init(facts: &Facts, path: &Path, has_needs: bool, config: Option<&Type>) -> TokenStream {
    let Facts { private, ident, .. } = facts;
    let at = private.at(path.span());
    let Some(config) = config else {
        let function = if has_needs {
            quote_spanned!(path.span()=> #at::assert_takes_context::<#ident, _, _>(#path))
        } else {
            quote!(#path)
        };
        let init = quote_spanned!(path.span()=> #at::init::<#ident, _, _>(#function, context));
        return quote! {
            || #private::PluginEntry::constructed::<#ident>(|context, _| #init)
        };
    };
    let function = if has_needs {
        quote_spanned!(path.span()=> #at::assert_takes_context_configured::<#ident, #config, _, _>(#path))
    } else {
        quote!(#path)
    };
    let init = quote_spanned! {path.span()=>
        #at::init_configured::<#ident, #config, _, _>(#function, context, config)
    };
    let at = private.at(config.span());
    let read = quote_spanned!(config.span()=> #at::read_config!(#config));
    quote! {
        || #private::PluginEntry::constructed::<#ident>(|context, config| #init).reading(#read)
    }
}
