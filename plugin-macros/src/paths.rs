//! The paths in generated code. All of them lead through one hidden module of `plugin-core`, so that a
//! renamed dependency or a façade crate works (`crate = path`), and users import nothing for them.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;

/// The hidden module. Its tokens are its path.
#[derive(Clone)]
// A `TokenStream` here would be copied by the compiler each time it is used.
pub(crate) struct Private(Vec<TokenTree>);

impl Private {
    /// `krate` is the value of `crate = path`.
    pub(crate) fn new(krate: Option<syn::Path>) -> Self {
        let version = env!("CARGO_PKG_VERSION").replace(['.', '-', '+'], "_");
        let module = Ident::new(&format!("__private_{version}"), Span::call_site());
        let krate = krate.unwrap_or_else(|| syn::parse_quote!(::plugin_core));
        Self(quote!(#krate::#module).into_iter().collect())
    }
}

impl Private {
    /// The path with this span, at which rustc reports errors about it.
    pub(crate) fn at(&self, span: Span) -> TokenStream {
        let respan = |mut token: TokenTree| {
            token.set_span(span);
            token
        };
        self.0.iter().cloned().map(respan).collect()
    }
}

/// The tokens `Some(value)` or `None`.
pub(crate) fn option(private: &Private, value: Option<&impl ToTokens>) -> TokenStream {
    let some = value.map(|value| quote!(#private::Some(#value)));
    some.unwrap_or_else(|| quote!(#private::None))
}

/// The hidden method of the trait that a wrapper of the hook overrides.
pub(crate) fn wrapper_ident(hook: &Ident) -> Ident {
    Ident::new(&format!("__{}_wrapper", hook.unraw()), hook.span())
}

/// The hidden method of the trait that calls hookimpls of the hook with other names.
pub(crate) fn under_specname_ident(hook: &Ident) -> Ident {
    Ident::new(&format!("__{}_under_specname", hook.unraw()), hook.span())
}

/// The hidden method of the trait that calls wrappers of the hook with other names.
pub(crate) fn wrapper_under_specname_ident(hook: &Ident) -> Ident {
    Ident::new(&format!("__{}_wrapper_under_specname", hook.unraw()), hook.span())
}

/// The hidden associated type of the trait that only `#[hookimpl]` writes. An impl without the attribute
/// would otherwise compile and never be called. With it, rustc reports that this type is missing.
pub(crate) fn attribute_ident() -> Ident {
    Ident::new("__WriteHookimplAboveThisImpl", Span::mixed_site())
}

/// The item that `#[hookimpl]` writes into an impl.
pub(crate) fn attribute_item(private: &Private) -> TokenStream {
    let attribute = attribute_ident();
    quote_spanned!(Span::mixed_site()=> type #attribute = #private::HookimplAttribute;)
}

/// The constant on `dyn Trait` with the index of the hook in its hookspec. It is deprecated if the hook
/// is.
pub(crate) fn index_ident(hook: &Ident) -> Ident {
    Ident::new(&format!("__{}_hook", hook.unraw()), hook.span())
}

/// The marker function on `dyn Trait` whose return type says whether the hook can be wrapped.
pub(crate) fn wrapper_marker_ident(hook: &Ident) -> Ident {
    Ident::new(&format!("__{}_takes_wrappers", hook.unraw()), hook.span())
}

impl ToTokens for Private {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.iter().cloned());
    }
}
