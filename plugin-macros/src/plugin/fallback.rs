//! Writes what is known of a type that was refused as a plugin, and registers nothing: it still is a
//! `Plugin`, so that its mistake is the only error.

use proc_macro2::TokenStream;
use quote::quote;

use super::check::Refused;
use super::expand;

pub(super) fn plugin(refused: &Refused) -> TokenStream {
    // A plugin for as long as the program runs is one that rustc accepts.
    let lifetimes = std::iter::repeat_n(quote!('static), refused.lifetimes);
    expand::facts(&refused.facts, &lifetimes.collect::<Vec<_>>(), None)
}
