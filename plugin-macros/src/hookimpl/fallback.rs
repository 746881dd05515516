//! Writes a rejected impl again without the attributes of the macro, so that a mistake causes no further
//! errors.

use proc_macro2::TokenStream;
use quote::quote;

use super::check::Rejected;

pub(super) fn block(rejected: &Rejected) -> TokenStream {
    let Rejected { item, others, methods } = rejected;
    item.with_items(quote!(#(#others)* #(#methods)*))
}
