//! Reads the item under `#[hookspec]`.

use proc_macro2::TokenStream;

use crate::diagnostics::Errors;
use crate::syntax::{self, Trait};

pub(super) fn parse(errors: &mut Errors, item: &TokenStream) -> Option<Trait> {
    if syntax::is_function(item) {
        errors.add(item, "`#[hookspec(..)]` on a method requires `#[hookspec]` on the trait");
        return None;
    }
    if !syntax::has_keyword(item, "trait") {
        errors.add(item, "`#[hookspec]` belongs on a trait");
        return None;
    }
    errors.keep(syn::parse2(item.clone()))
}
