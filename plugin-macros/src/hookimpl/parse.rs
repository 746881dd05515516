//! Reads the item under `#[hookimpl]`.

use proc_macro2::TokenStream;

use crate::diagnostics::Errors;
use crate::syntax::{self, Impl};

pub(super) fn parse(errors: &mut Errors, item: &TokenStream) -> Option<Impl> {
    if syntax::is_function(item) {
        errors.add(item, "`#[hookimpl(..)]` on a method requires `#[hookimpl]` on the impl");
        return None;
    }
    if !syntax::has_keyword(item, "impl") {
        errors.add(
            item,
            "`#[hookimpl]` belongs on an impl of a hookspec, such as `impl GatewayHooks for Auth`",
        );
        return None;
    }
    errors.keep(syn::parse2(item.clone()))
}
