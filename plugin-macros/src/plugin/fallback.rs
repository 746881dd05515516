//! Writes the description of a type that was rejected as a plugin, and registers nothing. The type still
//! implements `Plugin`, so that its mistake is the only error.

use proc_macro2::TokenStream;
use quote::quote;

use super::check::Rejected;
use super::expand;

pub(super) fn plugin(rejected: &Rejected) -> TokenStream {
    // With `'static` for the rejected lifetime parameters, rustc accepts the impl.
    let lifetimes = std::iter::repeat_n(quote!('static), rejected.lifetimes);
    expand::plugin_impl(&rejected.metadata, &lifetimes.collect::<Vec<_>>(), None)
}
