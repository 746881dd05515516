//! Numbers as types: how many steps of a call remain. Generic code cannot compute a constant and
//! then choose a type by it, but it can count down.

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

/// A power of two that can be added to a number. `#[derive(PluginSet)]` builds a number from the
/// bits of a constant.
pub trait Power: 'static {
    type PlusSelf<N: Number>: Number;
}

/// 1
#[derive(Debug)]
pub struct One;

/// `2 * P`
#[derive(Debug)]
pub struct Twice<P>(PhantomData<P>);

impl Power for One {
    type PlusSelf<N: Number> = Successor<N>;
}

impl<P: Power> Power for Twice<P> {
    type PlusSelf<N: Number> = P::PlusSelf<P::PlusSelf<N>>;
}

/// A condition that a constant decides.
#[derive(Debug)]
pub struct If<const CONDITION: bool>;

/// `P + N` if the condition holds, `N` otherwise.
pub trait Added {
    type Sum<P: Power, N: Number>: Number;
}

impl Added for If<true> {
    type Sum<P: Power, N: Number> = P::PlusSelf<N>;
}

impl Added for If<false> {
    type Sum<P: Power, N: Number> = N;
}

#[cfg(test)]
mod tests {
    use super::*;

    type Plus<const CONDITION: bool, P, N> = <If<CONDITION> as Added>::Sum<P, N>;

    #[test]
    fn a_number_is_the_sum_of_its_bits() {
        type Six = Plus<false, One, Plus<true, Twice<One>, Plus<true, Twice<Twice<One>>, Zero>>>;
        assert_eq!(Six::VALUE, 6);
        assert_eq!(<<Six as Number>::Less as Number>::VALUE, 5);
    }

    #[test]
    fn nothing_is_less_than_zero() {
        assert_eq!(<Zero as Number>::Less::VALUE, 0);
    }
}
