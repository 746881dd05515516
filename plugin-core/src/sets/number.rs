//! Numbers as types: how often a call goes on. What is generic cannot compute a constant and then
//! choose a type by it, but it can count down.

#![allow(missing_docs, reason = "named by generated code only")]

use std::marker::PhantomData;

/// A number that can be counted down.
pub trait Number: 'static {
    const VALUE: usize;

    type Less: Number;
}

#[derive(Debug)]
pub struct Zero;

/// `N + 1`
#[derive(Debug)]
pub struct Successor<N>(PhantomData<N>);

impl Number for Zero {
    const VALUE: usize = 0;

    type Less = Self;
}

impl<N: Number> Number for Successor<N> {
    const VALUE: usize = N::VALUE + 1;

    type Less = N;
}

/// Adds a power of two: `#[derive(PluginSet)]` makes a number of the bits of a constant.
pub trait Power: 'static {
    type PlusIt<N: Number>: Number;
}

/// 1
#[derive(Debug)]
pub struct One;

/// `2 * P`
#[derive(Debug)]
pub struct Twice<P>(PhantomData<P>);

impl Power for One {
    type PlusIt<N: Number> = Successor<N>;
}

impl<P: Power> Power for Twice<P> {
    type PlusIt<N: Number> = P::PlusIt<P::PlusIt<N>>;
}

/// A choice that a constant makes.
#[derive(Debug)]
pub struct If<const CONDITION: bool>;

/// `N`, or `P + N` if a condition holds.
pub trait Added {
    type Sum<P: Power, N: Number>: Number;
}

impl Added for If<true> {
    type Sum<P: Power, N: Number> = P::PlusIt<N>;
}

impl Added for If<false> {
    type Sum<P: Power, N: Number> = N;
}

#[cfg(test)]
mod tests {
    use super::*;

    type Plus<const CONDITION: bool, P, N> = <If<CONDITION> as Added>::Sum<P, N>;

    #[test]
    fn bits_make_a_number() {
        type Six = Plus<false, One, Plus<true, Twice<One>, Plus<true, Twice<Twice<One>>, Zero>>>;
        assert_eq!(Six::VALUE, 6);
        assert_eq!(<<Six as Number>::Less as Number>::VALUE, 5);
    }

    #[test]
    fn nothing_is_less_than_zero() {
        assert_eq!(<Zero as Number>::Less::VALUE, 0);
    }
}
