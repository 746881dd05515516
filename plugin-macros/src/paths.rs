//! How generated code names things: through one hidden module of `plugin-core`, so that a renamed
//! dependency or a façade crate works (`crate = path`), and nothing else is needed in scope.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;

/// The hidden module. Prints as its path.
#[derive(Clone)]
// Not a stream, which the compiler would have to copy each time.
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
    /// The path, shown at `span` in the messages of rustc.
    pub(crate) fn at(&self, span: Span) -> TokenStream {
        let respan = |mut token: TokenTree| {
            token.set_span(span);
            token
        };
        self.0.iter().cloned().map(respan).collect()
    }
}

/// `Some(value)` or `None`.
pub(crate) fn option(private: &Private, value: Option<&impl ToTokens>) -> TokenStream {
    let some = value.map(|value| quote!(#private::Some(#value)));
    some.unwrap_or_else(|| quote!(#private::None))
}

/// The hidden method of the trait that a wrapper of the hook overrides.
pub(crate) fn wrapper_ident(hook: &Ident) -> Ident {
    Ident::new(&format!("__{}_wrapper", hook.unraw()), hook.span())
}

/// The hidden method of the trait with all that implements the hook under another name.
pub(crate) fn under_specname_ident(hook: &Ident) -> Ident {
    Ident::new(&format!("__{}_under_specname", hook.unraw()), hook.span())
}

/// The hidden method of the trait with all that wraps the hook under another name.
pub(crate) fn wrapper_under_specname_ident(hook: &Ident) -> Ident {
    Ident::new(&format!("__{}_wrapper_under_specname", hook.unraw()), hook.span())
}

/// The hidden function of the trait that `#[hookimpl]` alone implements. An impl without the attribute
/// would compile otherwise, and never be called; so rustc says that this is missing.
pub(crate) fn attribute_ident(span: Span) -> Ident {
    Ident::new("__write_hookimpl_above_this_impl", span)
}

/// The constant on `dyn Trait` with the index of the hook in its hookspec. It is deprecated when the
/// hook is.
pub(crate) fn index_ident(hook: &Ident) -> Ident {
    Ident::new(&format!("__{}_hook", hook.unraw()), hook.span())
}

/// The function on `dyn Trait` that tells whether the hook takes wrappers.
pub(crate) fn wrapper_marker_ident(hook: &Ident) -> Ident {
    Ident::new(&format!("__{}_takes_wrappers", hook.unraw()), hook.span())
}

impl ToTokens for Private {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.iter().cloned());
    }
}
