//! Collects every mistake of an item, to be shown all at once.

use proc_macro2::TokenStream;
use quote::ToTokens;

/// The mistakes so far. Passed first to whatever may find one.
#[derive(Default)]
pub(crate) struct Errors(Option<syn::Error>);

impl Errors {
    /// Adds a mistake, to be shown under these tokens.
    pub(crate) fn add(&mut self, tokens: impl ToTokens, message: impl std::fmt::Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    pub(crate) fn push(&mut self, error: syn::Error) {
        match &mut self.0 {
            Some(all) => all.combine(error),
            None => self.0 = Some(error),
        }
    }

    /// What succeeded; what failed is added.
    pub(crate) fn keep<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// Whether `check` found nothing more to add.
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

    /// One `compile_error!` for each.
    pub(crate) fn into_compile_errors(self) -> TokenStream {
        self.0.map(|error| error.to_compile_error()).unwrap_or_default()
    }
}
