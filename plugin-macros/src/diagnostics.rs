//! Collects all errors of an item, so that they are reported at once.

use proc_macro2::TokenStream;
use quote::ToTokens;

/// The errors so far. It is the first parameter of every function that can find one.
#[derive(Default)]
pub(crate) struct Errors(Option<syn::Error>);

impl Errors {
    /// Adds an error with the span of these tokens.
    pub(crate) fn add(&mut self, tokens: impl ToTokens, message: impl std::fmt::Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    pub(crate) fn push(&mut self, error: syn::Error) {
        match &mut self.0 {
            Some(all) => all.combine(error),
            None => self.0 = Some(error),
        }
    }

    /// Returns the value, or adds the error.
    pub(crate) fn keep<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// Runs `check` and returns whether it added no error.
    pub(crate) fn unchanged_by(&mut self, check: impl FnOnce(&mut Self)) -> bool {
        let mut inner = Self::default();
        check(&mut inner);
        match inner.0 {
            Some(error) => {
                self.push(error);
                false
            }
            None => true,
        }
    }

    /// One `compile_error!` for each error.
    pub(crate) fn into_compile_errors(self) -> TokenStream {
        self.0.map(|error| error.to_compile_error()).unwrap_or_default()
    }
}
