//! Tests the rule against a model of it, which searches lists from the front and needs no buffers.

use proptest::prelude::*;
use proptest::sample::select;

use super::*;

/// An index in pluggy's order. `None` is the newest implementation that is unconstrained and not
/// `tryfirst`, which need not exist.
type Item = Option<usize>;

/// Removes the first item of the list that no remaining item must precede, until there is none.
/// Returns the removed items in order, and the items that cycles leave unsorted.
fn sort(edges: &[(Item, Item)], list: &[Item]) -> (Vec<Item>, Vec<Item>) {
    let (mut sorted, mut remaining) = (Vec::new(), list.to_vec());
    let waits = |item: Item, remaining: &[Item]| {
        edges.iter().any(|(first, then)| *then == item && remaining.contains(first))
    };
    while let Some(next) = remaining.iter().position(|item| !waits(*item, &remaining)) {
        sorted.push(remaining.remove(next));
    }
    remaining.sort_unstable();
    (sorted, remaining)
}

/// Moves an item right after the last target of its `after`, or else right before the first target
/// of its `before`, unless it meets these constraints already.
fn move_item(list: &mut Vec<Item>, item: Item, own: &[Constraint]) {
    let targets = |side, list: &[Item]| -> Vec<usize> {
        let targets = own.iter().filter(|it| it.side == side).map(|it| Some(it.target));
        targets.map(|target| list.iter().position(|it| *it == target).unwrap()).collect()
    };
    let position = list.iter().position(|it| *it == item).unwrap();
    let after = targets(Side::After, list).into_iter().max().filter(|after| *after > position);
    let before = targets(Side::Before, list).into_iter().min().filter(|before| *before < position);
    if let Some(after) = after {
        list.insert(after + 1, item);
        list.remove(position);
    } else if let Some(before) = before {
        list.remove(position);
        list.insert(before, item);
    }
}

/// Returns the order, the position of `None` in it, and the implementations that cycles leave
/// unsorted.
fn model(
    implementations: usize,
    tryfirst: usize,
    constraints: &[Constraint],
) -> (Vec<usize>, usize, Vec<usize>) {
    let own = |item: Item| -> Vec<Constraint> {
        constraints.iter().filter(|it| Some(it.constrained) == item).copied().collect()
    };
    let mut list: Vec<Item> = (0..implementations).map(Some).collect();
    list.insert(tryfirst, None);

    // An implementation moves after its targets have moved.
    let follows_later_target = |item: &Item| {
        own(*item).iter().any(|it| it.side == Side::After && it.target > it.constrained)
    };
    let (late, mut sequence): (Vec<_>, Vec<_>) =
        list.iter().copied().partition(follows_later_target);
    sequence.extend(late.into_iter().rev());
    let edges: Vec<_> =
        constraints.iter().map(|it| (Some(it.target), Some(it.constrained))).collect();
    let (moving, unsorted) = sort(&edges, &sequence);

    let unconstrained: Vec<_> = list.iter().copied().filter(|it| own(*it).is_empty()).collect();
    for item in moving.into_iter().chain(unsorted) {
        move_item(&mut list, item, &own(item));
    }

    let edge = |it: &Constraint| match it.side {
        Side::Before => (Some(it.constrained), Some(it.target)),
        Side::After => (Some(it.target), Some(it.constrained)),
    };
    let edges: Vec<_> = constraints.iter().map(edge).collect();
    let others = unconstrained.windows(2).map(|pair| (pair[0], pair[1]));
    let with_others: Vec<_> = edges.iter().copied().chain(others).collect();
    let (mut order, mut unsorted) = sort(&with_others, &list);
    if !unsorted.is_empty() {
        (order, unsorted) = sort(&edges, &list);
    }
    let boundary = order.iter().position(Option::is_none).unwrap();
    let indices = |items: Vec<Item>| items.into_iter().flatten().collect();
    (indices(order), boundary, indices(unsorted))
}

/// Returns what [`order`] does for buffers that contain other numbers.
fn ordered(
    implementations: usize,
    tryfirst: usize,
    constraints: &[Constraint],
) -> (Vec<usize>, usize, Vec<usize>) {
    let nodes = implementations + 1;
    let edges = constraints.len() + nodes;
    let buffers = Buffers {
        nodes: &mut vec![3; Buffers::PER_NODE * nodes],
        edges: &mut vec![(3, 3); edges],
        links: &mut vec![3; edges],
    };
    let mut indices = vec![3; nodes];
    let ordered = order(implementations, tryfirst, constraints, buffers, &mut indices);
    indices.truncate(implementations);
    let unsorted = indices.split_off(ordered.sorted);
    (indices, ordered.tryfirst, unsorted)
}

fn constraints(implementations: usize, most: usize) -> impl Strategy<Value = Vec<Constraint>> {
    let indices = 0..implementations;
    let constraint = (indices.clone(), select(vec![Side::Before, Side::After]), indices);
    prop::collection::vec(constraint, 0..=most).prop_map(|constraints| {
        let others =
            constraints.into_iter().filter(|(constrained, _, target)| constrained != target);
        let mut constraints: Vec<_> = others
            .map(|(constrained, side, target)| Constraint { constrained, side, target })
            .collect();
        constraints.sort_by_key(|it| it.constrained);
        constraints
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn the_order_is_that_of_the_model(
        (implementations, tryfirst, constraints) in (2..12_usize, 0..12_usize).prop_flat_map(
            |(count, tryfirst)| (Just(count), Just(tryfirst.min(count)), constraints(count, count)),
        ),
    ) {
        let expected = model(implementations, tryfirst, &constraints);
        prop_assert_eq!(ordered(implementations, tryfirst, &constraints), expected);
    }
}

#[test]
fn implementations_in_and_after_a_cycle_come_last() {
    let after = |constrained, target| Constraint { constrained, side: Side::After, target };
    // 1 and 2 must each run after the other, and 0 must run after 1.
    let constraints = [after(0, 1), after(1, 2), after(2, 1)];
    assert_eq!(ordered(4, 0, &constraints), (vec![3], 0, vec![0, 1, 2]));
}

#[test]
fn the_rule_runs_in_constants() {
    const ORDER: ([usize; 3], usize) = {
        let constraints = [Constraint { constrained: 0, side: Side::After, target: 1 }];
        let buffers = Buffers {
            nodes: &mut [0; Buffers::PER_NODE * 3],
            edges: &mut [(0, 0); 4],
            links: &mut [0; 4],
        };
        let mut indices = [0; 3];
        let ordered = order(2, 1, &constraints, buffers, &mut indices);
        (indices, ordered.tryfirst)
    };
    assert_eq!((&ORDER.0[..2], ORDER.1), (&[1, 0][..], 0));
}
