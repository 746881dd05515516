//! Writes an impl again that was refused, without our attributes: so a mistake is not followed by
//! errors that are only its consequence.

use proc_macro2::TokenStream;
use quote::quote;

use super::check::Refused;

pub(super) fn block(refused: &Refused) -> TokenStream {
    let Refused { item, others, methods } = refused;
    item.with_items(quote!(#(#others)* #(#methods)*))
}
