//! Writes what is known of a type that was rejected as a plugin, and registers nothing: it still is a
//! `Plugin`, so that its mistake is the only error.

use proc_macro2::TokenStream;
use quote::quote;

use super::check::Rejected;
use super::expand;

pub(super) fn plugin(rejected: &Rejected) -> TokenStream {
    // A plugin for as long as the program runs is one that rustc accepts.
    let lifetimes = std::iter::repeat_n(quote!('static), rejected.lifetimes);
    expand::plugin_impl(&rejected.metadata, &lifetimes.collect::<Vec<_>>(), None)
}
