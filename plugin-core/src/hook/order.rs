//! Pluggy's order of the hookimpls of a hook, as a sort key.
//!
//! ```text
//! wrappers      tryfirst  newest first
//!               normal    newest first
//!               trylast   oldest first
//! non-wrappers  tryfirst  newest first
//!               (extras   last passed first, for one call)
//!               normal    newest first
//!               trylast   oldest first
//! ```
//!
//! The code of pluggy calls `trylast` hookimpls oldest first, unlike its documentation says: each
//! new `trylast` hookimpl is called after the earlier ones.

use crate::info::{Kind, Precedence};

/// The sort key of a hookimpl: hookimpls that are sorted by it are in call order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Rank {
    is_inside: bool,
    precedence: Precedence,
    age: u64,
}

impl Rank {
    /// The newer of two hookimpls has the higher `joined` number.
    pub(crate) fn new(kind: Kind, precedence: Precedence, joined: u64) -> Self {
        let age = match precedence {
            Precedence::TryFirst | Precedence::Normal => u64::MAX - joined,
            Precedence::TryLast => joined,
        };
        Self { is_inside: kind == Kind::Plain, precedence, age }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind::{Plain as Inside, Wrapper};
    use super::Precedence::{Normal, TryFirst, TryLast};
    use super::*;

    /// Registers hookimpls in this order, and returns their numbers in call order.
    fn order(registered: &[(Kind, Precedence)]) -> Vec<usize> {
        let mut order: Vec<usize> = (0..registered.len()).collect();
        order.sort_by_key(|&i| Rank::new(registered[i].0, registered[i].1, i as u64));
        order
    }

    #[test]
    fn normal_and_tryfirst_run_newest_first_and_trylast_oldest_first() {
        for (precedence, expected) in
            [(TryFirst, [2, 1, 0]), (Normal, [2, 1, 0]), (TryLast, [0, 1, 2])]
        {
            for kind in [Inside, Wrapper] {
                assert_eq!(order(&[(kind, precedence); 3]), expected, "{kind:?} {precedence:?}");
            }
        }
    }

    #[test]
    fn wrappers_run_outside_whatever_their_precedence() {
        let registered = [(Inside, TryFirst), (Wrapper, TryLast), (Inside, Normal)];
        assert_eq!(order(&registered), [1, 0, 2]);
    }

    #[test]
    fn tryfirst_runs_before_normal_and_trylast_after_it() {
        let registered = [(Inside, TryLast), (Inside, Normal), (Inside, TryFirst)];
        assert_eq!(order(&registered), [2, 1, 0]);
    }
}
