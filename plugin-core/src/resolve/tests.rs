//! Tests of resolving alone: tables of versions, and properties of random sets.

use std::collections::{BTreeMap, BTreeSet};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::dependents::with_dependents;
use super::plan::Plan;
use super::rules::Rules;
use super::set::Set;
use super::view::View;
use crate::__private_0_1_0::{
    new_capability, new_hookspec, new_location, new_package, new_plugin, new_requirement,
    with_relations,
};
use crate::error::{MissingReason, Problem, SkippedPlugin, Suggestion};
use crate::info::{HookSpecInfo, PluginId, PluginRef, Relation, Requirement};
use crate::resolve::ResolvePolicy;

const CONTRACT: &HookSpecInfo = &new_hookspec(
    "Hooks",
    None,
    new_package("hooks", "2.3.0", "", "", ""),
    new_location("hooks", "src/lib.rs", 1),
    &[],
);

/// A plugin by its id, its version and its relations: `requires a ^1`, `optional ..`,
/// `conflicts ..`, `provides ..`, `contract ..`.
fn plugin(id: &str, version: &str, declares: &[&str]) -> PluginRef {
    let leak = |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
    let of = |word: &str| -> Vec<_> {
        let texts = declares.iter().filter_map(|it| it.strip_prefix(word)?.strip_prefix(' '));
        let named = texts.map(|it| match it.split_once(' ') {
            Some((id, version)) => (leak(id), Some(leak(version))),
            None => (leak(it), None),
        });
        named.collect()
    };
    let requirements = |word| -> &'static [Requirement] {
        let all = of(word).into_iter().map(|(id, version)| new_requirement(id, version));
        all.collect::<Vec<_>>().leak()
    };
    let provides = of("provides").into_iter().map(|(id, it)| new_capability(id, it));
    let provides: Vec<_> = provides.collect();
    let mut relations = vec![
        Relation::Requires(requirements("requires")),
        Relation::Optional(requirements("optional")),
        Relation::Conflicts(requirements("conflicts")),
        Relation::Provides(provides.leak()),
    ];
    relations.extend(of("contract").into_iter().map(|(it, _)| Relation::Contract(it)));
    let (id, version) = (leak(id), leak(version));
    let package = new_package(id, version, "", "", "");
    let info =
        new_plugin(id, id, Some(version), "", package, new_location(id, "src/lib.rs", 1), false);
    let info = Box::leak(Box::new(with_relations(info, relations.leak())));
    PluginRef::new(PluginId::new(id).unwrap(), info)
}

fn rules(policy: ResolvePolicy) -> Rules<'static> {
    Rules {
        policy,
        contract: CONTRACT,
        missing: &|_| MissingReason::NotLinked { nearest: None, has_crate_list: true },
        order_cycles: &|_| Vec::new(),
    }
}

fn plan(set: &Set, plugins: &[PluginRef]) -> Result<Plan, Vec<Problem>> {
    super::resolve(set, plugins.to_vec(), &rules(ResolvePolicy::Fail))
}

fn resolve(plugins: &[PluginRef]) -> Result<Vec<PluginRef>, Vec<Problem>> {
    plan(&Set::default(), plugins).map(|plan| plan.order)
}

/// Resolves with the policy to skip plugins.
fn skip(plugins: &[PluginRef]) -> (Vec<PluginRef>, Vec<SkippedPlugin>) {
    let rules = rules(ResolvePolicy::Skip);
    let plan = super::resolve(&Set::default(), plugins.to_vec(), &rules).unwrap();
    (plan.order, plan.skipped)
}

fn ids(plugins: &[PluginRef]) -> Vec<&str> {
    plugins.iter().map(|it| it.id().as_str()).collect()
}

/// Whether a plugin of this version meets the requirement.
fn meets(requirement: &str, version: &str) -> bool {
    let requires = format!("requires b {requirement}");
    let plugins = [plugin("a", "1.0.0", &[requires.trim_end()]), plugin("b", version, &[])];
    match resolve(&plugins) {
        Ok(order) => {
            assert_eq!(ids(&order), ["b", "a"]);
            true
        }
        Err(problems) => {
            assert!(matches!(problems[..], [Problem::WrongVersion { .. }]), "{problems:?}");
            false
        }
    }
}

#[test]
fn versions_match_as_in_cargo() {
    for (requirement, matching, others) in [
        ("1.2", "1.2.0 1.9.9 1.2.0+build", "1.1.9 2.0.0"),
        ("^1.2", "1.2.0 1.9.9", "1.1.9 2.0.0 1.3.0-rc.1"),
        ("^0.3", "0.3.0 0.3.9", "0.4.0 1.0.0 0.2.9"),
        ("^0.0.3", "0.0.3", "0.0.4 0.1.0"),
        ("~1.2", "1.2.0 1.2.9", "1.3.0"),
        ("=1.2.3", "1.2.3 1.2.3+other", "1.2.4 1.2.3-rc.1"),
        (">=2, <4", "2.0.0 3.9.9", "1.9.9 4.0.0 4.0.0-alpha"),
        ("*", "0.0.1 9.9.9", "1.0.0-rc.1"),
        ("1.*", "1.0.0 1.9.0", "2.0.0"),
        (">=1.3.0-rc.1", "1.3.0-rc.1 1.3.0-rc.2 1.3.0 2.0.0", "1.3.0-beta 1.4.0-rc.1"),
        // A requirement without a version matches all versions.
        ("", "0.0.0 1.0.0-rc.1 7.0.0", ""),
    ] {
        for version in matching.split_whitespace() {
            assert!(meets(requirement, version), "`{requirement}` matches {version}");
        }
        for version in others.split_whitespace() {
            assert!(!meets(requirement, version), "`{requirement}` does not match {version}");
        }
    }
}

#[test]
fn a_capability_has_its_version_or_that_of_its_plugin() {
    let wants = plugin("a", "1.0.0", &["requires api ^1"]);
    let with = |provides| resolve(&[wants.clone(), plugin("b", "3.0.0", &[provides])]).is_ok();
    assert!(with("provides api 1.4.0"));
    assert!(!with("provides api"));
    assert!(!with("provides api 2.0.0"));
}

#[test]
fn the_contract_version_is_the_version_of_its_package() {
    assert!(resolve(&[plugin("a", "1.0.0", &["contract ^2.1"])]).is_ok());
    let problems = resolve(&[plugin("a", "1.0.0", &["contract ^3"])]).unwrap_err();
    assert!(matches!(problems[..], [Problem::ContractMismatch { .. }]));
}

#[test]
fn a_plugin_that_conflicts_with_its_own_capability_is_the_only_provider() {
    let only = |id| plugin(id, "1.0.0", &["provides api", "conflicts api"]);
    assert!(resolve(&[only("a")]).is_ok());
    let problems = resolve(&[only("a"), only("b")]).unwrap_err();
    assert!(matches!(problems[..], [Problem::Conflict { .. }, Problem::Conflict { .. }]));
}

#[test]
fn optional_requirements_affect_order_and_versions_only() {
    let wants = plugin("a", "1.0.0", &["optional b ^1"]);
    assert_eq!(ids(&resolve(std::slice::from_ref(&wants)).unwrap()), ["a"]);
    let good = plugin("b", "1.0.0", &[]);
    assert_eq!(ids(&resolve(&[wants.clone(), good]).unwrap()), ["b", "a"]);
    assert!(resolve(&[wants.clone(), plugin("b", "2.0.0", &[])]).is_err());
    // A cycle with an optional requirement is not an error.
    let cycle = plugin("b", "1.0.0", &["requires a"]);
    assert_eq!(ids(&resolve(&[wants, cycle]).unwrap()), ["a", "b"]);
}

#[test]
fn all_problems_are_reported_together() {
    let plugins = [
        plugin("a", "1.0.0", &["requires missing", "requires b ^2", "conflicts c"]),
        plugin("b", "1.0.0", &["contract ^9", "requires api"]),
        plugin("c", "1.0.0", &["requires c2"]),
        plugin("c2", "1.0.0", &["requires c", "provides api"]),
        plugin("d", "1.0.0", &["provides api"]),
        plugin("d", "2.0.0", &[]),
    ];
    let mut found: Vec<_> = resolve(&plugins).unwrap_err().iter().map(kind).collect();
    found.sort_unstable();
    let expected = ["conflict", "contract", "cycle", "duplicate", "missing", "several", "version"];
    assert_eq!(found, expected);
}

#[test]
fn a_chain_ends_at_a_plugin_that_no_plugin_requires() {
    let plugins = [
        plugin("top", "1.0.0", &["requires middle"]),
        plugin("middle", "1.0.0", &["requires bottom ^1"]),
        plugin("bottom", "1.0.0", &["requires missing"]),
    ];
    let problems = resolve(&plugins).unwrap_err();
    let [Problem::Missing { chain, .. }] = &problems[..] else { panic!("{problems:?}") };
    let chain: Vec<_> = chain.iter().map(ToString::to_string).collect();
    assert!(chain[0].starts_with("`middle`") && chain[0].ends_with("`bottom ^1`"));
    assert!(chain[1].starts_with("`top`") && chain[1].ends_with("`middle`"));
}

#[test]
fn a_skipped_plugin_is_skipped_with_its_dependents() {
    let plugins = [
        plugin("a", "1.0.0", &["requires b"]),
        plugin("b", "1.0.0", &["requires missing"]),
        plugin("c", "1.0.0", &["conflicts b"]),
        plugin("d", "1.0.0", &["requires e"]),
        plugin("e", "1.0.0", &["requires d"]),
        plugin("f", "1.0.0", &["optional d"]),
    ];
    let (order, skipped) = skip(&plugins);
    assert_eq!(ids(&order), ["c", "f"], "b is skipped, so c has no conflict");
    let skipped: BTreeMap<_, _> =
        skipped.iter().map(|it| (it.plugin().id().as_str(), kind(it.reason()))).collect();
    let expected = [("a", "missing"), ("b", "missing"), ("d", "cycle"), ("e", "cycle")];
    assert_eq!(skipped, expected.into());
}

#[test]
fn a_skipped_plugin_is_readmitted_if_the_cause_is_skipped() {
    let remaining = |plugins: &[PluginRef]| {
        let (order, _) = skip(plugins);
        order.iter().map(|it| format!("{it:?}")).collect::<Vec<_>>()
    };
    // Of two plugins with the same id, the first has a problem.
    let first = plugin("a", "1.0.0", &["requires missing"]);
    assert_eq!(remaining(&[first, plugin("a", "2.0.0", &[])]), ["a 2.0.0"]);
    // Of two providers, the one in a cycle is skipped, so one remains.
    let cycle = [
        plugin("a", "1.0.0", &["requires x"]),
        plugin("b", "1.0.0", &["provides x", "requires a"]),
        plugin("c", "1.0.0", &["provides x"]),
    ];
    assert_eq!(remaining(&cycle), ["c 1.0.0", "a 1.0.0"]);
}

#[test]
fn ten_thousand_plugins_are_resolved() {
    // Each plugin requires some of the earlier ones, which come later in link order.
    let many: Vec<_> = (0..10_000_usize)
        .map(|n| {
            let steps = [1, 10, 100, 1_000, 5_000].iter().filter_map(|step| n.checked_sub(*step));
            let declares: Vec<_> = steps.map(|it| format!("requires p{it} ^1")).collect();
            let declares: Vec<_> = declares.iter().map(String::as_str).collect();
            plugin(&format!("p{n}"), "1.0.0", &declares)
        })
        .rev()
        .collect();
    let order = resolve(&many).unwrap();
    assert_eq!(order.len(), 10_000);
    assert_eq!(ids(&order[..3]), ["p0", "p1", "p2"]);
}

fn kind(problem: &Problem) -> &'static str {
    match problem {
        Problem::Missing { .. } => "missing",
        Problem::WrongVersion { .. } => "version",
        Problem::SeveralProviders { .. } => "several",
        Problem::Conflict { .. } => "conflict",
        Problem::Cycle { .. } => "cycle",
        Problem::ContractMismatch { .. } => "contract",
        Problem::DuplicateId { .. } => "duplicate",
        other => panic!("{other}"),
    }
}

// ---- properties -------------------------------------------------------------------------------

const NAMES: [&str; 7] = ["a", "b", "c", "d", "e", "api", "log"];
const VERSIONS: [&str; 4] = ["1.0.0", "1.2.0", "2.0.0", "2.1.0-rc.1"];
const REQUIREMENTS: [&str; 5] = ["", " ^1", " ^1.2", " >=1, <3", " ^2.1.0-rc.1"];

fn relation() -> impl Strategy<Value = String> {
    let word = select(vec!["requires", "requires", "optional", "conflicts"]);
    prop_oneof![
        6 => (word, select(&NAMES[..]), select(&REQUIREMENTS[..]))
            .prop_map(|(word, name, version)| format!("{word} {name}{version}")),
        2 => (select(&NAMES[5..]), select(&VERSIONS[..]))
            .prop_map(|(name, version)| format!("provides {name} {version}")),
        1 => select(vec!["contract ^2", "contract ^3"]).prop_map(str::to_owned),
    ]
}

fn plugins() -> impl Strategy<Value = Vec<PluginRef>> {
    let declares = vec(relation(), 0..3);
    let one = (select(&NAMES[..5]), select(&VERSIONS[..]), declares);
    let one = one.prop_map(|(id, version, declares)| {
        // As the macro checks: no relation to the plugin itself, and no name twice.
        let mut seen = BTreeSet::from([id.to_owned()]);
        let declares = declares.iter().filter(|it| {
            seen.insert(it.split(' ').nth(1).expect("a relation names something").to_owned())
        });
        let declares: Vec<_> = declares.map(String::as_str).collect();
        plugin(id, version, &declares)
    });
    vec(one, 0..7)
}

/// Checks the documented guarantees for plugins that are loaded in this order.
fn check_order(order: &[PluginRef]) -> Result<(), TestCaseError> {
    for (index, plugin) in order.iter().enumerate() {
        let info = plugin.info();
        let provides = |it: &PluginRef, wanted: &Requirement| {
            it.names().any(|name| name == wanted.id())
                && wanted.matches(&it.info().version_of(wanted.id()))
        };
        for wanted in info.requires() {
            let providing = order.iter().filter(|it| provides(it, wanted));
            prop_assert_eq!(providing.count(), 1, "{:?} has one `{}`", plugin, wanted);
            prop_assert!(
                order[..index].iter().any(|it| provides(it, wanted)),
                "{:?} comes after `{}`",
                plugin,
                wanted
            );
        }
        for wanted in info.optional() {
            let present = order.iter().filter(|it| it.names().any(|name| name == wanted.id()));
            let present: Vec<_> = present.collect();
            let matching = present.iter().filter(|it| provides(it, wanted)).count();
            prop_assert!(
                present.is_empty() || matching == 1,
                "{:?}: optional `{}`",
                plugin,
                wanted
            );
        }
        for conflict in info.conflicts() {
            let others = order.iter().filter(|it| it.id() != plugin.id());
            prop_assert_eq!(others.filter(|it| provides(it, conflict)).count(), 0);
        }
        let contract = "2.3.0".parse().unwrap();
        prop_assert!(info.contract().is_none_or(|it| it.matches(&contract)));
    }
    Ok(())
}

/// Plugins with distinct ids.
fn distinct() -> impl Strategy<Value = Vec<PluginRef>> {
    plugins().prop_map(|mut plugins| {
        let mut ids = BTreeSet::new();
        plugins.retain(|it| ids.insert(it.id().clone()));
        plugins
    })
}

/// The report of a problem without its chain.
fn without_chain(problem: &Problem) -> String {
    let shown = problem.to_string();
    let lines = shown.lines().filter(|line| !line.contains("... which is required"));
    lines.collect::<Vec<_>>().join("\n")
}

/// The plugins after one suggestion is followed; `None` if this test cannot construct such a
/// plugin.
fn with(
    plugins: &[PluginRef],
    problem: &Problem,
    suggestion: &Suggestion,
) -> Option<Vec<PluginRef>> {
    let mut plugins = plugins.to_vec();
    let version =
        |wanted: &Requirement| VERSIONS.into_iter().find(|it| wanted.matches(&it.parse().unwrap()));
    match suggestion {
        Suggestion::AddPlugin(wanted) => plugins.push(plugin(wanted.id(), version(wanted)?, &[])),
        Suggestion::Exclude(id) => plugins.retain(|it| it.id() != id),
        Suggestion::Update(old, wanted) => {
            plugins.retain(|it| it != old);
            let version = version(wanted)?;
            let provides = format!("provides {} {version}", wanted.id());
            let own = old.id() == wanted.id();
            let declares = if own { vec![] } else { vec![provides.as_str()] };
            plugins.push(plugin(old.id().as_str(), version, &declares));
        }
        Suggestion::UseCompatible(old, _) => {
            plugins.retain(|it| it != old);
            plugins.push(plugin(old.id().as_str(), "1.0.0", &["contract ^2"]));
        }
        other => panic!("{other} for {problem}"),
    }
    Some(plugins)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_order_satisfies_every_requirement(plugins in plugins()) {
        if let Ok(order) = resolve(&plugins) {
            prop_assert_eq!(order.len(), plugins.len());
            check_order(&order)?;
        }
    }

    #[test]
    fn the_plugins_that_are_not_skipped_work_together(plugins in distinct()) {
        let (order, skipped) = skip(&plugins);
        check_order(&order)?;
        prop_assert_eq!(skipped.is_empty(), resolve(&plugins).is_ok());
        prop_assert_eq!(order.len() + skipped.len(), plugins.len());
        prop_assert!(resolve(&order).is_ok());
        for skipped in &skipped {
            let mut more = order.clone();
            more.push(skipped.plugin().clone());
            prop_assert!(resolve(&more).is_err(), "needlessly: {skipped}");
        }
    }

    #[test]
    fn link_order_does_not_affect_the_plan(plugins in distinct(), swaps in vec(any::<(Index, Index)>(), 8)) {
        let mut permuted = plugins.clone();
        for (a, b) in swaps.iter().filter(|_| !plugins.is_empty()) {
            permuted.swap(a.index(plugins.len()), b.index(plugins.len()));
        }
        let shown = |plugins: &[PluginRef]| match resolve(plugins) {
            Ok(order) => format!("{order:?}"),
            Err(problems) => problems.iter().map(ToString::to_string).collect(),
        };
        prop_assert_eq!(shown(&plugins), shown(&permuted));
        let outcome = |plugins: &[PluginRef]| {
            let (order, skipped) = skip(plugins);
            format!("{order:?} {}", skipped.iter().map(ToString::to_string).collect::<String>())
        };
        prop_assert_eq!(outcome(&plugins), outcome(&permuted));
    }

    #[test]
    fn each_suggestion_fixes_its_problem(plugins in distinct()) {
        let problems = resolve(&plugins).err().unwrap_or_default();
        for problem in &problems {
            for suggestion in problem.suggestions() {
                let Some(changed) = with(&plugins, problem, &suggestion) else { continue };
                let remaining = resolve(&changed).err().unwrap_or_default();
                let remains = remaining.iter().any(|it| without_chain(it) == without_chain(problem));
                prop_assert!(!remains, "{suggestion} does not fix: {problem}");
            }
        }
    }

    #[test]
    fn a_plan_adds_the_candidates_and_nothing_else(first in plugins(), more in plugins()) {
        let mut set = Set::default();
        if let Ok(first) = plan(&set, &first) {
            set.append(first.added);
            let before = format!("{set:?}");
            let more = plan(&set, &more);
            prop_assert_eq!(format!("{set:?}"), before);
            if let Ok(more) = more {
                set.append(more.added);
                let mut together = first.order;
                together.extend(more.order);
                together.sort_by(|a, b| a.id().cmp(b.id()));
                prop_assert_eq!(set.all().collect::<Vec<_>>(), together);
            }
        }
    }

    #[test]
    fn a_plugin_leaves_with_its_dependents(plugins in plugins(), which in any::<Index>()) {
        let mut set = Set::default();
        let Ok(Plan { order, added, .. }) = plan(&set, &plugins) else { return Ok(()) };
        set.append(added);
        prop_assume!(!order.is_empty());
        let removed = &order[which.index(order.len())];
        let leaving = with_dependents(&set, removed);
        prop_assert_eq!(leaving.last(), Some(removed));
        let others: Vec<_> = order.iter().filter(|it| !leaving.contains(it)).cloned().collect();
        prop_assert!(resolve(&others).is_ok());
        // When the plugins leave one by one, every requirement of the others stays met.
        for plugin in &leaving {
            prop_assert!(View::new(&set).dependents(plugin).is_empty());
            set.remove(plugin.id().as_str());
        }
    }
}
