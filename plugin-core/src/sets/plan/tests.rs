//! Compares the plan of a set with the order of a manager with the same plugins.

use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::__private_0_1_0::{
    new_hookimpl, new_location, new_package, new_plugin, with_constraints,
};
use crate::hook::constraints;
use crate::hook::order::Rank;
use crate::info::{Capability, PluginId, PluginRef, Relation};

const IDS: [&str; 6] = ["a", "b", "c", "d", "e", "f"];
const NAMES: [&str; 8] = ["a", "b", "c", "d", "e", "f", "odd", "absent"];
const HOOKS: [HookInfo; 2] = [hook("first"), hook("second")];

/// More hookimpls than any test has.
const CAPACITY: usize = 32;

const fn hook(name: &'static str) -> HookInfo {
    HookInfo { spec: "Hooks", name, parameters: &[], firstresult: false, historic: false }
}

#[derive(Debug, Clone)]
struct DeclaredImpl {
    hook: usize,
    kind: Kind,
    precedence: Precedence,
    before: Vec<&'static str>,
    after: Vec<&'static str>,
}

/// Returns a plugin by its id. Some plugins provide a capability as well.
fn info(id: &'static str) -> &'static PluginInfo {
    let (package, location) = (new_package(id, "1.0.0", "", "", ""), new_location(id, "lib.rs", 1));
    let mut info = new_plugin(id, id, None, "", package, location, false);
    if ["a", "c", "e"].contains(&id) {
        info.relations = &[Relation::Provides(&[Capability { id: "odd", version: None }])];
    }
    Box::leak(Box::new(info))
}

fn set(plugins: &[Vec<DeclaredImpl>]) -> Plugins<dyn Send> {
    let location = new_location("plan", "lib.rs", 1);
    let tables = plugins.iter().map(|declared| {
        let mut numbers = [0, 0];
        let decls = declared.iter().map(|it| {
            let name = HOOKS[it.hook].name;
            let info = new_hookimpl(name, it.hook, name, it.precedence, it.kind, location);
            let info = with_constraints(info, it.before.clone().leak(), it.after.clone().leak());
            let number = numbers[it.hook];
            numbers[it.hook] += 1;
            Decl { info, number, implementation: |_| unreachable!("nothing is called") }
        });
        &*decls.collect::<Vec<_>>().leak()
    });
    let infos = IDS.iter().take(plugins.len()).map(|id| info(id));
    Plugins { infos: infos.collect::<Vec<_>>().leak(), tables: tables.collect::<Vec<_>>().leak() }
}

fn planned(set: &Plugins<dyn Send>) -> PlanArrays<CAPACITY, 2> {
    set.planned::<CAPACITY, CAPACITY, 2>(&spec())
}

fn spec() -> crate::info::HookSpecInfo {
    crate::info::HookSpecInfo {
        name: "Hooks",
        project: "plan",
        package: new_package("plan", "1.0.0", "", "", ""),
        location: new_location("plan", "lib.rs", 1),
        hooks: const { &HOOKS },
    }
}

/// Returns the hookimpls of a hook in the order in which a call reaches them: the plugin, and the
/// number of the hookimpl.
fn reached(plan: &PlanArrays<CAPACITY, 2>, plugins: usize, hook: usize) -> Vec<(usize, usize)> {
    let HookPlan { wrappers, others, end, passes } = plan.hooks[hook];
    let (hookimpls, starts) = (plan.hookimpls.to_vec().leak(), plan.starts.to_vec().leak());
    let plan = &Plan { hookimpls, passes: starts, hooks: &[] };
    let find = |from, to, rises| {
        (0..plugins).filter_map(move |plugin| {
            let number = plan.find(from, to, rises, (plugin, plugin + 1));
            (number != NONE).then_some((plugin, number))
        })
    };
    let mut reached: Vec<_> =
        (wrappers..others).flat_map(|index| find(index, index + 1, true)).collect();
    for pass in 0..passes {
        let to = if pass + 1 < passes { starts[others + pass + 1] } else { end };
        let found = find(starts[others + pass], to, !is_newest_first(pass));
        let mut found: Vec<_> = found.collect();
        if is_newest_first(pass) {
            found.reverse();
        }
        reached.extend(found);
    }
    reached
}

/// Returns them in the order of a manager, or `None` if their constraints form a cycle.
fn ordered(set: &Plugins<dyn Send>, hook: usize) -> Option<Vec<(usize, usize)>> {
    let mut all = Vec::new();
    for (plugin, table) in set.tables.iter().enumerate() {
        for decl in table.iter().filter(|it| it.info.hook == HOOKS[hook].name) {
            let plugin_ref = PluginRef::new(PluginId::new(IDS[plugin]).unwrap(), set.infos[plugin]);
            all.push((
                constraints::OrderNode { plugin: plugin_ref, info: &decl.info },
                (plugin, decl.number),
            ));
        }
    }
    let joined: Vec<_> = all.into_iter().zip(0..).collect();
    let mut order = Vec::new();
    for kind in [Kind::Wrapper, Kind::Plain] {
        let of_kind = joined.iter().filter(|((node, _), _)| node.info.kind == kind);
        let mut of_kind: Vec<_> = of_kind.collect();
        of_kind.sort_by_key(|((node, _), age)| Rank::new(kind, node.info.precedence, *age));
        let nodes: Vec<_> = of_kind.iter().map(|((node, _), _)| node.clone()).collect();
        let constraints = constraints::OrderConstraints::among(&nodes);
        if !constraints.cycles(&nodes).is_empty() {
            return None;
        }
        let constrained = constraints::order(&nodes, &constraints).order;
        order.extend(constrained.into_iter().map(|index| of_kind[index].0.1));
    }
    Some(order)
}

fn declared() -> impl Strategy<Value = DeclaredImpl> {
    let kinds = select(vec![Kind::Plain, Kind::Plain, Kind::Wrapper]);
    let precedences = select(vec![Precedence::TryFirst, Precedence::Normal, Precedence::TryLast]);
    let names = || {
        let some = prop::collection::vec(select(&NAMES[..]), 1..3);
        prop_oneof![3 => Just(Vec::new()), 1 => some]
    };
    (0..2_usize, kinds, precedences, names(), names()).prop_map(
        |(hook, kind, precedence, before, after)| DeclaredImpl {
            hook,
            kind,
            precedence,
            before,
            after,
        },
    )
}

fn plugins() -> impl Strategy<Value = Vec<Vec<DeclaredImpl>>> {
    prop::collection::vec(prop::collection::vec(declared(), 0..4), 1..=IDS.len())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_call_reaches_hookimpls_in_the_order_of_a_manager(plugins in plugins()) {
        let set = set(&plugins);
        let expected: Vec<_> = (0..HOOKS.len()).map(|hook| ordered(&set, hook)).collect();
        if expected.iter().any(Option::is_none) {
            // Such a set does not compile: see `a_cycle_of_constraints_panics`.
            return Ok(());
        }
        let plan = planned(&set);
        for (hook, expected) in expected.into_iter().enumerate() {
            prop_assert_eq!(Some(reached(&plan, plugins.len(), hook)), expected);
        }
    }

    #[test]
    fn the_greatest_numbers_are_those_of_the_hooks(plugins in plugins()) {
        let set = set(&plugins);
        if (0..HOOKS.len()).any(|hook| ordered(&set, hook).is_none()) {
            return Ok(());
        }
        let plan = planned(&set);
        prop_assert_eq!(plan.passes, plan.hooks.iter().map(|it| it.passes).max().unwrap());
        prop_assert_eq!(plan.wrappers, plan.hooks.iter().map(|it| it.others - it.wrappers).max().unwrap());
        prop_assert_eq!(set.count(), plugins.iter().map(Vec::len).sum::<usize>());
    }
}

fn plain(before: &[&'static str]) -> Vec<DeclaredImpl> {
    let (kind, precedence) = (Kind::Plain, Precedence::Normal);
    vec![DeclaredImpl { hook: 0, kind, precedence, before: before.to_vec(), after: Vec::new() }]
}

#[test]
#[should_panic(
    expected = "ordering constraints of hook `Hooks::first` form a cycle\n    `a` must run before `b`\n    \
                `b` must run before `a`"
)]
fn a_cycle_of_constraints_panics() {
    planned(&set(&[plain(&["b"]), plain(&["a"]), plain(&["a"])]));
}

#[test]
fn plugins_without_options_are_called_newest_first_in_one_pass() {
    let plan = planned(&set(&[plain(&[]), plain(&[]), plain(&[])]));
    assert_eq!((plan.passes, plan.wrappers), (1, 0));
    assert_eq!(reached(&plan, 3, 0), [(2, 0), (1, 0), (0, 0)]);
}

#[test]
fn a_target_that_is_named_again_is_one_constraint() {
    let set = set(&[plain(&["b"; 40]), plain(&[])]);
    let plan = set.planned::<2, 3, 2>(&spec());
    assert_eq!(plan.hookimpls.map(|it| it.plugin), [0, 1]);
}
