//! The plugins of a set as a type: a balanced tree of their numbers. The compiler walks the tree
//! when it compiles a call. `#[hookspec]` generates what a node does for a hook.

#![allow(missing_docs, reason = "named by generated code only")]

use std::marker::PhantomData;

use super::number::If;
use crate::hook::hookimpl::{Decl, HookImpls};
use crate::hook::spec::HookSpec;

/// The range of plugin numbers in a subtree.
pub trait Span {
    const FROM: usize;
    /// The first number after the range.
    const TO: usize;
}

/// Two subtrees. The first one has the lower numbers.
#[derive(Debug)]
pub struct Pair<A, B>(PhantomData<(A, B)>);

/// A plugin that implements the hookspec, by its number.
#[derive(Debug)]
pub struct Member<const NUMBER: usize>;

/// A plugin that does not implement the hookspec, by its number.
#[derive(Debug)]
pub struct NoMember<const NUMBER: usize>;

impl<A: Span, B: Span> Span for Pair<A, B> {
    const FROM: usize = A::FROM;
    const TO: usize = B::TO;
}

impl<const NUMBER: usize> Span for Member<NUMBER> {
    const FROM: usize = NUMBER;
    const TO: usize = NUMBER + 1;
}

impl<const NUMBER: usize> Span for NoMember<NUMBER> {
    const FROM: usize = NUMBER;
    const TO: usize = NUMBER + 1;
}

/// Chooses the leaf of a plugin, by whether it implements the hookspec.
pub trait Leaf {
    type Of<const NUMBER: usize>: Span;
}

impl Leaf for If<true> {
    type Of<const NUMBER: usize> = Member<NUMBER>;
}

impl Leaf for If<false> {
    type Of<const NUMBER: usize> = NoMember<NUMBER>;
}

/// Looks up whether `P` implements the hookspec `S`, for concrete types: rustc prefers an inherent
/// constant to a constant of a trait that has the same name.
#[derive(Debug)]
pub struct Lookup<P, S: ?Sized>(PhantomData<(P, PhantomData<S>)>);

impl<P: HookImpls<S>, S: HookSpec + ?Sized> Lookup<P, S> {
    pub const IS_MEMBER: bool = true;
    pub const TABLE: &'static [Decl<S>] = P::TABLE;
}

/// The constants of a [`Lookup`] that has no inherent ones: `P` does not implement `S`.
pub trait LookupFallback<S: ?Sized + 'static> {
    const IS_MEMBER: bool = false;
    const TABLE: &'static [Decl<S>] = &[];
}

impl<P, S: ?Sized + 'static> LookupFallback<S> for Lookup<P, S> {}
