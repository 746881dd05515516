//! The order of a hook's implementations: pluggy's, as a sort key.
//!
//! ```text
//! wrappers      tryfirst  newest first
//!               plain     newest first
//!               trylast   oldest first
//! the others    tryfirst  newest first
//!               (extras   last given first, for one call)
//!               plain     newest first
//!               trylast   oldest first
//! ```
//!
//! That trylast runs oldest first is what pluggy does, though not what its documentation says:
//! each new one goes further out than those before it.

use crate::info::{Kind, Precedence};

/// The place of a hookimpl in its hook: sorting by it gives the order of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank {
    inside: bool,
    precedence: Precedence,
    age: u64,
}

impl Rank {
    /// `joined` counts up: of two hookimpls, the newer one has the higher number.
    pub(crate) fn new(kind: Kind, precedence: Precedence, joined: u64) -> Self {
        let age = match precedence {
            Precedence::TryFirst | Precedence::Normal => u64::MAX - joined,
            Precedence::TryLast => joined,
        };
        Self { inside: kind == Kind::Plain, precedence, age }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind::{Plain as Inside, Wrapper};
    use super::Precedence::{Normal, TryFirst, TryLast};
    use super::*;

    /// Registers the kinds one after another and returns the numbers in call order.
    fn order(registered: &[(Kind, Precedence)]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..registered.len()).collect();
        order.sort_by_key(|&i| Rank::new(registered[i].0, registered[i].1, i as u64));
        order
    }

    #[test]
    fn plain_and_tryfirst_run_newest_first_and_trylast_oldest_first() {
        for (precedence, expected) in
            [(TryFirst, [2, 1, 0]), (Normal, [2, 1, 0]), (TryLast, [0, 1, 2])]
        {
            for kind in [Inside, Wrapper] {
                assert_eq!(order(&[(kind, precedence); 3]), expected, "{kind:?} {precedence:?}");
            }
        }
    }

    #[test]
    fn wrappers_stand_outside_whatever_their_precedence() {
        let registered = [(Inside, TryFirst), (Wrapper, TryLast), (Inside, Normal)];
        assert_eq!(order(&registered), [1, 0, 2]);
    }

    #[test]
    fn the_classes_follow_each_other() {
        let registered = [(Inside, TryLast), (Inside, Normal), (Inside, TryFirst)];
        assert_eq!(order(&registered), [2, 1, 0]);
    }
}
