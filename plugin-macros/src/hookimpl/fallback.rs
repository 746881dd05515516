//! Writes an impl again that was rejected, without our attributes: so a mistake is not followed by
//! errors that are only its consequence.

use proc_macro2::TokenStream;
use quote::quote;

use super::check::Rejected;

pub(super) fn block(rejected: &Rejected) -> TokenStream {
    let Rejected { item, others, methods } = rejected;
    item.with_items(quote!(#(#others)* #(#methods)*))
}
