//! Writes the description of a plugin and its registry element.
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

use super::check::{Construction, Inputs, Metadata, Plugin, Related};
use crate::paths::option;

pub(super) fn plugin(plugin: &Plugin) -> TokenStream {
    plugin_impl(&plugin.metadata, &[], element(plugin).as_ref())
}

/// `impl Plugin`, with the registry element. `lifetimes` are arguments of the plugin's type.
pub(super) fn plugin_impl(
    metadata: &Metadata,
    lifetimes: &[TokenStream],
    element: Option<&TokenStream>,
) -> TokenStream {
    let Metadata { private, ident, generics, id, version, description, hookspecs, .. } = metadata;
    let bounded = bounded(metadata);
    let (impl_generics, _, clause) = bounded.split_for_impl();
    // These generics lack the bounds of the hookimpls, which are checked against this list.
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
    let allowed = &metadata.allowed;
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
    let relations = relations(metadata);
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

/// The relations of the plugin to others, one value for each kind that it has.
fn relations(metadata: &Metadata) -> Vec<TokenStream> {
    let (private, relations) = (&metadata.private, &metadata.relations);
    let listed = |kind: &str, each: &str, named: &[Related]| {
        let [kind, each] = [kind, each].map(|it| Ident::new(it, Span::call_site()));
        let named = named.iter().map(|Related { id, version, .. }| {
            let version = option(private, version.as_ref());
            quote!(#private::#each(#id, #version))
        });
        let named: Vec<_> = named.collect();
        (!named.is_empty()).then(|| quote!(#private::Relation::#kind(&[#(#named),*])))
    };
    let contract = relations.contract.as_ref();
    let config = metadata.inputs.config.as_ref();
    let needs = metadata.inputs.needs.iter().map(|need| {
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

/// The generics of the plugin with the bounds that make it a plugin, and with those that its `#[hookimpl]`
/// blocks require.
fn bounded(metadata: &Metadata) -> syn::Generics {
    let (private, mut generics) = (&metadata.private, metadata.generics.clone());
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(syn::parse_quote!(#private::Send));
        parameter.bounds.push(syn::parse_quote!(#private::Sync));
        parameter.bounds.push(syn::parse_quote!('static));
    }
    if !metadata.hookspecs.is_empty() {
        let clause = generics.make_where_clause();
        clause.predicates.extend(metadata.hookspecs.iter().map(|spec| -> syn::WherePredicate {
            syn::parse_quote!(Self: #private::HookImpls<dyn #spec>)
        }));
    }
    generics
}

fn element(plugin: &Plugin) -> Option<TokenStream> {
    let Plugin { metadata, construction } = plugin;
    let Metadata { private, ident, generics, .. } = metadata;
    let entry = match construction {
        // Only the host knows the type arguments of a generic plugin.
        Construction::Manual if !generics.params.is_empty() => return None,
        Construction::Manual => quote!(#private::PluginEntry::manual::<#ident>),
        Construction::Default => {
            let at = private.at(ident.span());
            quote_spanned!(ident.span()=> #at::constructible::<#ident>)
        }
        Construction::Init(path) => {
            let Inputs { needs, config } = &metadata.inputs;
            init(metadata, path, !needs.is_empty(), config.as_ref())
        }
    };
    Some(quote!(#private::register!(__PLUGIN, #private::Entry::Plugin(#entry));))
}

/// The registry element of a plugin that a function of the user constructs.
fn init(metadata: &Metadata, path: &Path, has_needs: bool, config: Option<&Type>) -> TokenStream {
    let Metadata { private, ident, .. } = metadata;
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
