//! The order that meets wishes, against all orders that there are.

use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::__private_0_1_0::{constrained, new_hookimpl, new_location, new_package, new_plugin};
use crate::info::{Kind, PluginId};

const NAMES: [&str; 6] = ["a", "b", "c", "d", "e", "f"];

/// A hookimpl of the plugin with this id.
fn seat(
    id: &'static str,
    precedence: Precedence,
    before: &[&'static str],
    after: &[&'static str],
) -> OrderNode {
    let (package, location) = (new_package(id, "1.0.0", "", "", ""), new_location(id, "lib.rs", 1));
    let plugin = new_plugin(id, id, None, "", package, location, false);
    let plugin = PluginRef::new(PluginId::new(id).unwrap(), Box::leak(Box::new(plugin)));
    let info = new_hookimpl("hook", 0, "hook", precedence, Kind::Plain, location);
    let info = constrained(info, before.to_vec().leak(), after.to_vec().leak());
    OrderNode { plugin, info: Box::leak(Box::new(info)) }
}

/// The ids in the order of a call; `wishes` are `a < b` on `a`, or `a > b`, by id.
fn order(ids: &[&'static str], constraints: &[(&str, char, &'static str)]) -> Vec<&'static str> {
    let nodes = nodes(ids, constraints);
    let constraints = OrderConstraints::among(&nodes);
    assert!(constraints.cycles(&nodes).is_empty());
    super::order(&nodes, &constraints).order.into_iter().map(|place| ids[place]).collect()
}

fn nodes(ids: &[&'static str], constraints: &[(&str, char, &'static str)]) -> Vec<OrderNode> {
    let of = |id: &str, side: char| -> Vec<_> {
        let own = constraints.iter().filter(|(source, it, _)| (*source, *it) == (id, side));
        own.map(|(_, _, target)| *target).collect()
    };
    ids.iter().map(|id| seat(id, Precedence::Normal, &of(id, '<'), &of(id, '>'))).collect()
}

#[test]
fn who_wishes_moves_and_the_others_stay() {
    for (constraints, expected) in [
        (vec![], "abcd"),
        (vec![("a", '>', "c")], "bcad"),
        (vec![("d", '<', "b")], "adbc"),
        (vec![("a", '<', "d")], "abcd"),
        (vec![("a", '>', "b"), ("a", '<', "d")], "bacd"),
        // Several about one keep their order.
        (vec![("c", '<', "a"), ("d", '<', "a")], "cdab"),
        (vec![("a", '>', "d"), ("b", '>', "d")], "cdab"),
        // Behind one that moves itself.
        (vec![("a", '>', "d"), ("d", '<', "b")], "dabc"),
        (vec![("a", '>', "b"), ("b", '>', "c"), ("c", '>', "d")], "dcba"),
        // Both wish the same.
        (vec![("a", '>', "d"), ("d", '<', "a")], "bcda"),
        // No order lets the others keep theirs.
        (vec![("d", '>', "c"), ("d", '<', "b")], "acdb"),
    ] {
        let order = order(&["a", "b", "c", "d"], &constraints).concat();
        assert_eq!(order, expected, "{constraints:?}");
    }
}

#[test]
fn wishes_about_the_absent_and_about_oneself_are_none() {
    assert_eq!(order(&["a", "b"], &[("a", '>', "z"), ("a", '>', "a")]), ["a", "b"]);
}

#[test]
fn wishes_that_contradict_each_other_are_told_as_a_loop() {
    let nodes = nodes(&["a", "b", "c"], &[("a", '<', "b"), ("c", '>', "b"), ("c", '<', "a")]);
    let loops = OrderConstraints::among(&nodes).cycles(&nodes);
    let shown: Vec<_> =
        loops[0].iter().map(|it| it.to_string().replace(" (lib.rs:1)", "")).collect();
    let expected = ["`a` must run before `b`", "`c` must run after `b`", "`c` must run before `a`"];
    assert_eq!((loops.len(), shown), (1, expected.map(str::to_owned).into()));
}

#[test]
fn extras_come_after_tryfirst_and_before_what_is_plain() {
    let nodes = [
        seat("a", Precedence::TryFirst, &[], &["c"]),
        seat("b", Precedence::TryFirst, &[], &[]),
        seat("c", Precedence::Normal, &[], &[]),
        seat("d", Precedence::Normal, &["b"], &[]),
    ];
    let ordered = super::order(&nodes, &OrderConstraints::among(&nodes));
    assert_eq!(ordered.order, [3, 1, 2, 0]);
    assert_eq!(ordered.tryfirst, 2, "after b, before c");
}

#[test]
fn a_long_chain_of_wishes_is_no_harder_than_a_short_one() {
    let ids: Vec<&'static str> =
        (0..2_000).map(|n| &*Box::leak(format!("p{n}").into_boxed_str())).collect();
    let constraints: Vec<_> = ids.windows(2).map(|pair| (pair[0], '>', pair[1])).collect();
    let reversed: Vec<_> = ids.iter().rev().copied().collect();
    let nodes: Vec<_> = ids
        .iter()
        .enumerate()
        .map(|(n, id)| {
            let after: Vec<_> = constraints.get(n).map(|it| it.2).into_iter().collect();
            seat(id, Precedence::Normal, &[], &after)
        })
        .collect();
    let order = super::order(&nodes, &OrderConstraints::among(&nodes)).order;
    assert_eq!(order.into_iter().map(|place| ids[place]).collect::<Vec<_>>(), reversed);
}

// ---- properties -------------------------------------------------------------------------------

fn constraints() -> impl Strategy<Value = Vec<(&'static str, char, &'static str)>> {
    let constraint = (select(&NAMES[..]), select(vec!['<', '>']), select(&NAMES[..]));
    prop::collection::vec(constraint, 0..6)
}

/// All orders of the places of as many.
fn permutations(count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let shorter = permutations(count - 1).into_iter();
    let longer = shorter.flat_map(|order| {
        (0..count).map(move |place| {
            let mut order = order.clone();
            order.insert(place, count - 1);
            order
        })
    });
    longer.collect()
}

fn meets(order: &[usize], constraints: &OrderConstraints) -> bool {
    let place = |it| order.iter().position(|other| *other == it);
    constraints
        .0
        .iter()
        .map(Constraint::first_and_then)
        .all(|(first, then)| place(first) < place(then))
}

/// Whether those without wishes stand in pluggy's order.
fn others_stay(order: &[usize], constraints: &OrderConstraints) -> bool {
    let wishes_something = |place: &usize| constraints.0.iter().any(|it| it.constrained == *place);
    order.iter().filter(|it| !wishes_something(it)).is_sorted()
}

/// How many pairs stand the other way round than in pluggy's order.
fn distance(order: &[usize]) -> usize {
    let pairs = (0..order.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
    pairs.filter(|(a, b)| order[*a] > order[*b]).count()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_wish_is_met_and_the_others_keep_their_order_if_they_can(constraints in constraints()) {
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

        if possible.iter().any(|it| others_stay(it, &constraints)) {
            prop_assert!(others_stay(&order, &constraints), "{order:?}");
        }
    }

    #[test]
    fn one_that_wishes_moves_no_further_than_it_must(
        source in select(&NAMES[..]),
        about in prop::collection::vec((select(vec!['<', '>']), select(&NAMES[..])), 1..4),
    ) {
        let constraints: Vec<_> = about.into_iter().map(|(side, it)| (source, side, it)).collect();
        let nodes = nodes(&NAMES, &constraints);
        let constraints = OrderConstraints::among(&nodes);
        let possible = permutations(NAMES.len()).into_iter().filter(|it| meets(it, &constraints));
        let possible = possible.filter(|it| others_stay(it, &constraints));
        if let Some(least) = possible.map(|it| distance(&it)).min() {
            let order = super::order(&nodes, &constraints).order;
            prop_assert_eq!(distance(&order), least, "{:?}", order);
        }
    }
}
