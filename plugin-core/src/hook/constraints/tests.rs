//! Tests the order that meets constraints, also against all possible orders.

use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::__private_0_1_0::{
    new_hookimpl, new_location, new_package, new_plugin, with_constraints,
};
use crate::info::{Kind, PluginId};

const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

/// Returns a hookimpl of the plugin with this id.
fn node(
    id: &'static str,
    precedence: Precedence,
    before: &[&'static str],
    after: &[&'static str],
) -> OrderNode {
    let (package, location) = (new_package(id, "1.0.0", "", "", ""), new_location(id, "lib.rs", 1));
    let plugin = new_plugin(id, id, None, "", package, location, false);
    let plugin = PluginRef::new(PluginId::new(id).unwrap(), Box::leak(Box::new(plugin)));
    let info = new_hookimpl("hook", 0, "hook", precedence, Kind::Plain, location);
    let info = with_constraints(info, before.to_vec().leak(), after.to_vec().leak());
    OrderNode { plugin, info: Box::leak(Box::new(info)) }
}

/// Returns the ids in call order. A constraint `("a", '<', "b")` is declared by `a`, which must run
/// before `b`; with `'>'` it must run after `b`.
fn order(ids: &[&'static str], constraints: &[(&str, char, &'static str)]) -> Vec<&'static str> {
    let nodes = nodes(ids, constraints);
    let constraints = OrderConstraints::among(&nodes);
    assert!(constraints.cycles(&nodes).is_empty());
    super::order(&nodes, &constraints).order.into_iter().map(|index| ids[index]).collect()
}

fn nodes(ids: &[&'static str], constraints: &[(&str, char, &'static str)]) -> Vec<OrderNode> {
    let targets = |id: &str, side: char| -> Vec<_> {
        let own = constraints.iter().filter(|(source, it, _)| (*source, *it) == (id, side));
        own.map(|(_, _, target)| *target).collect()
    };
    ids.iter()
        .map(|id| node(id, Precedence::Normal, &targets(id, '<'), &targets(id, '>')))
        .collect()
}

#[test]
fn constrained_hookimpls_move_and_the_others_keep_their_order() {
    for (constraints, expected) in [
        (vec![], "abcd"),
        (vec![("a", '>', "c")], "bcad"),
        (vec![("d", '<', "b")], "adbc"),
        (vec![("a", '<', "d")], "abcd"),
        (vec![("a", '>', "b"), ("a", '<', "d")], "bacd"),
        // Several hookimpls with one target keep their order.
        (vec![("c", '<', "a"), ("d", '<', "a")], "cdab"),
        (vec![("a", '>', "d"), ("b", '>', "d")], "cdab"),
        // The target moves as well.
        (vec![("a", '>', "d"), ("d", '<', "b")], "dabc"),
        (vec![("a", '>', "b"), ("b", '>', "c"), ("c", '>', "d")], "dcba"),
        // Both require the same order.
        (vec![("a", '>', "d"), ("d", '<', "a")], "bcda"),
        // No order that meets the constraints keeps the order of the others.
        (vec![("d", '>', "c"), ("d", '<', "b")], "acdb"),
    ] {
        let order = order(&["a", "b", "c", "d"], &constraints).concat();
        assert_eq!(order, expected, "{constraints:?}");
    }
}

#[test]
fn constraints_on_missing_plugins_and_on_the_own_plugin_have_no_effect() {
    assert_eq!(order(&["a", "b"], &[("a", '>', "z"), ("a", '>', "a")]), ["a", "b"]);
}

#[test]
fn a_cycle_of_constraints_is_reported() {
    let nodes = nodes(&["a", "b", "c"], &[("a", '<', "b"), ("c", '>', "b"), ("c", '<', "a")]);
    let cycles = OrderConstraints::among(&nodes).cycles(&nodes);
    let shown: Vec<_> =
        cycles[0].iter().map(|it| it.to_string().replace(" (lib.rs:1)", "")).collect();
    let expected = ["`a` must run before `b`", "`c` must run after `b`", "`c` must run before `a`"];
    assert_eq!((cycles.len(), shown), (1, expected.map(str::to_owned).into()));
}

#[test]
fn extras_come_after_tryfirst_and_before_normal_hookimpls() {
    let nodes = [
        node("a", Precedence::TryFirst, &[], &["c"]),
        node("b", Precedence::TryFirst, &[], &[]),
        node("c", Precedence::Normal, &[], &[]),
        node("d", Precedence::Normal, &["b"], &[]),
    ];
    let ordered = super::order(&nodes, &OrderConstraints::among(&nodes));
    assert_eq!(ordered.order, [3, 1, 2, 0]);
    assert_eq!(ordered.tryfirst, 2, "after b, before c");
}

#[test]
fn a_long_chain_of_constraints_is_ordered() {
    let ids: Vec<&'static str> =
        (0..2_000).map(|n| &*Box::leak(format!("p{n}").into_boxed_str())).collect();
    let constraints: Vec<_> = ids.windows(2).map(|pair| (pair[0], '>', pair[1])).collect();
    let reversed: Vec<_> = ids.iter().rev().copied().collect();
    let nodes: Vec<_> = ids
        .iter()
        .enumerate()
        .map(|(n, id)| {
            let after: Vec<_> = constraints.get(n).map(|it| it.2).into_iter().collect();
            node(id, Precedence::Normal, &[], &after)
        })
        .collect();
    let order = super::order(&nodes, &OrderConstraints::among(&nodes)).order;
    assert_eq!(order.into_iter().map(|index| ids[index]).collect::<Vec<_>>(), reversed);
}

// ---- properties -------------------------------------------------------------------------------

fn constraints() -> impl Strategy<Value = Vec<(&'static str, char, &'static str)>> {
    let constraint = (select(&NAMES[..]), select(vec!['<', '>']), select(&NAMES[..]));
    prop::collection::vec(constraint, 0..6)
}

/// Returns all orders of this many indices.
fn permutations(count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let shorter = permutations(count - 1).into_iter();
    let longer = shorter.flat_map(|order| {
        (0..count).map(move |position| {
            let mut order = order.clone();
            order.insert(position, count - 1);
            order
        })
    });
    longer.collect()
}

fn meets(order: &[usize], constraints: &OrderConstraints) -> bool {
    let position = |it| order.iter().position(|other| *other == it);
    constraints
        .0
        .iter()
        .map(Constraint::first_and_then)
        .all(|(first, then)| position(first) < position(then))
}

/// Whether the unconstrained hookimpls are in pluggy's order.
fn others_keep_their_order(order: &[usize], constraints: &OrderConstraints) -> bool {
    let is_constrained = |index: &usize| constraints.0.iter().any(|it| it.constrained == *index);
    order.iter().filter(|it| !is_constrained(it)).is_sorted()
}

/// Returns the number of pairs whose order is not that of pluggy.
fn distance(order: &[usize]) -> usize {
    let pairs = (0..order.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
    pairs.filter(|(a, b)| order[*a] > order[*b]).count()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_constraint_is_met_and_the_others_keep_their_order_if_possible(constraints in constraints()) {
        let nodes = nodes(&NAMES, &constraints);
        let constraints = OrderConstraints::among(&nodes);
        let possible: Vec<_> =
            permutations(NAMES.len()).into_iter().filter(|it| meets(it, &constraints)).collect();
        prop_assert_eq!(constraints.cycles(&nodes).is_empty(), !possible.is_empty());
        if possible.is_empty() {
            return Ok(());
        }
        let order = super::order(&nodes, &constraints).order;
        prop_assert!(meets(&order, &constraints));

        if possible.iter().any(|it| others_keep_their_order(it, &constraints)) {
            prop_assert!(others_keep_their_order(&order, &constraints), "{order:?}");
        }
    }

    #[test]
    fn a_single_constrained_plugin_moves_as_little_as_possible(
        source in select(&NAMES[..]),
        targets in prop::collection::vec((select(vec!['<', '>']), select(&NAMES[..])), 1..4),
    ) {
        let constraints: Vec<_> = targets.into_iter().map(|(side, it)| (source, side, it)).collect();
        let nodes = nodes(&NAMES, &constraints);
        let constraints = OrderConstraints::among(&nodes);
        let possible = permutations(NAMES.len()).into_iter().filter(|it| meets(it, &constraints));
        let possible = possible.filter(|it| others_keep_their_order(it, &constraints));
        if let Some(least) = possible.map(|it| distance(&it)).min() {
            let order = super::order(&nodes, &constraints).order;
            prop_assert_eq!(distance(&order), least, "{:?}", order);
        }
    }
}
