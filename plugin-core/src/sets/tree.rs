//! A set's plugins as a type: a balanced tree over their numbers, which a call walks when it is
//! compiled. What a node does for a hook, `#[hookspec]` writes.

#![allow(missing_docs, reason = "named by generated code only")]

use std::marker::PhantomData;

use super::number::If;
use crate::hook::hookimpl::{Decl, HookImpls};
use crate::hook::spec::HookSpec;

/// The numbers of the plugins in a part of the tree.
pub trait Span {
    const FROM: usize;
    /// The first that is not in it.
    const TO: usize;
}

/// Two parts, the one with the lower numbers first.
#[derive(Debug)]
pub struct Pair<A, B>(PhantomData<(A, B)>);

/// The plugin with this number, which implements the hookspec.
#[derive(Debug)]
pub struct Member<const NUMBER: usize>;

/// The plugin with this number does not implement the hookspec.
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

/// The leaf of a plugin that implements the hookspec, if it does.
pub trait Leaf {
    type Of<const NUMBER: usize>: Span;
}

impl Leaf for If<true> {
    type Of<const NUMBER: usize> = Member<NUMBER>;
}

impl Leaf for If<false> {
    type Of<const NUMBER: usize> = NoMember<NUMBER>;
}

/// Looks up whether `P` implements the hookspec `S`, where both are known: of two constants with one
/// name, the one of the type itself comes before that of a trait.
#[derive(Debug)]
pub struct Lookup<P, S: ?Sized>(PhantomData<(P, PhantomData<S>)>);

impl<P: HookImpls<S>, S: HookSpec + ?Sized> Lookup<P, S> {
    pub const IS_MEMBER: bool = true;
    pub const TABLE: &'static [Decl<S>] = P::TABLE;
}

/// What [`Lookup`] says if its own constants do not hold.
pub trait Otherwise<S: ?Sized + 'static> {
    const IS_MEMBER: bool = false;
    const TABLE: &'static [Decl<S>] = &[];
}

impl<P, S: ?Sized + 'static> Otherwise<S> for Lookup<P, S> {}
