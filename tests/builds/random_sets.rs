//! Random plugin sets: each is called, and so is a manager that registered the same plugins in the
//! same order. The order of the calls, their results and the number of times that arguments were
//! cloned must be the same.
//!
//! The sets are written into one package below the target directory. They are the same in each run,
//! unless `PLUGIN_SETS_SEED` is set.

use std::env;
use std::fmt::Write as _;

use crate::package::{Package, project};

const SETS: usize = 30;

/// The beginning of the package: the contracts, and the comparison of two calls.
const FRAME: &str = include_str!("random_sets/frame.rs");

/// The hooks of `Hooks`: their names, the result of one hookimpl, the result of a call, and the
/// value that a wrapper returns if it does not call `next`.
const HOOKS: [(&str, &str, &str, &str); 8] = [
    ("unit", "", "", ""),
    ("plain", "-> u32", "-> Vec<u32>", "vec![0]"),
    ("optional", "-> Option<u32>", "-> Vec<u32>", "vec![0]"),
    ("fallible_unit", "-> Result<(), u32>", "-> Result<(), u32>", "Ok(())"),
    ("fallible", "-> Result<u32, u32>", "-> Result<Vec<u32>, u32>", "Ok(vec![0])"),
    ("fallible_optional", "-> Result<Option<u32>, u32>", "-> Result<Vec<u32>, u32>", "Err(0)"),
    ("first", "-> Option<u32>", "-> Option<u32>", "Some(0)"),
    ("fallible_first", "-> Result<Option<u32>, u32>", "-> Result<Option<u32>, u32>", "Ok(None)"),
];

#[test]
fn random_sets_behave_like_managers() {
    let seed = match env::var("PLUGIN_SETS_SEED") {
        Ok(seed) => seed.parse().expect("`PLUGIN_SETS_SEED` must be a number"),
        Err(_) => 1,
    };
    println!("generated with PLUGIN_SETS_SEED={seed}");
    let core = project().join("plugin-core");
    let manifest = format!(
        "[package]\nname = \"random_sets\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
         [workspace]\n\n[dependencies]\nplugin-core = {{ path = {core:?}, \
         features = [\"sets\"] }}\n"
    );
    let package = Package::written("random_sets", &manifest, &sources(seed));
    package.run(&["run"]).prints(&format!("{SETS} sets behave like managers"));
}

fn sources(seed: u64) -> String {
    let mut dice = Dice(seed);
    let mut sources = format!("// PLUGIN_SETS_SEED={seed}\n{FRAME}");
    let mut main = "fn main() {\n".to_owned();
    for number in 0..SETS {
        sources.push_str(&set(&mut dice, number));
        writeln!(main, "    set{number}::compare();").unwrap();
    }
    writeln!(main, "    println!(\"{SETS} sets behave like managers\");\n}}").unwrap();
    sources + &main
}

/// Random numbers that are the same for the same seed (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end).unwrap()).unwrap()
    }

    /// True once in this many times, on average.
    fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn pick<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len())]
    }
}

fn set(dice: &mut Dice, number: usize) -> String {
    let plugins = dice.below(8);
    // Plugins with even numbers provide a capability in one set, and plugins with odd numbers in
    // another.
    let provider = dice.below(2);
    let mut text = format!("\nmod set{number} {{\n    use super::*;\n");
    let mut constraints = OrderConstraints::new(dice, plugins, provider);
    for plugin in 0..plugins {
        let relation = if plugin % 2 == provider { ", provides(\"odd\")" } else { "" };
        write!(
            text,
            "\n    #[derive(Plugin)]\n    #[plugin(id = \"p{plugin}\", manual{relation})]\n    \
             struct P{plugin};\n"
        )
        .unwrap();
        if !dice.once_in(8) {
            text.push_str(&block(dice, &mut constraints, plugin));
        }
        if dice.once_in(2) {
            let option = dice.pick(&["", "tryfirst", "trylast"]);
            write!(
                text,
                "\n    #[hookimpl({option})]\n    impl Others for P{plugin} {{\n        \
                 fn other(&self, list: &mut Vec<usize>) -> String {{\n            \
                 list.push({plugin});\n            format!(\"{{list:?}}\")\n        }}\n    }}\n"
            )
            .unwrap();
        }
    }
    let fields = |it: &dyn Fn(usize) -> String| (0..plugins).map(it).collect::<String>();
    write!(
        text,
        "\n    #[derive(PluginSet)]\n    #[plugin_set(hookspecs(Hooks, Others))]\n    \
         struct Set {{ {} }}\n\n    pub(crate) fn compare() {{\n        let set = Set {{ {} }};\n        \
         let manager = PluginManager::new::<dyn Hooks>();\n{}        \
         compare!({number}, set, manager);\n    }}\n}}\n",
        fields(&|it| format!("p{it}: P{it}, ")),
        fields(&|it| format!("p{it}: P{it}, ")),
        fields(&|it| format!("        manager.register(P{it}).unwrap().expect_active();\n")),
    )
    .unwrap();
    text
}

/// Ordering constraints without a cycle: all of them hold in a random order that is chosen for each
/// hook.
struct OrderConstraints {
    plugins: usize,
    provider: usize,
    /// `[hook][plugin]`
    ranks: Vec<Vec<u64>>,
}

impl OrderConstraints {
    fn new(dice: &mut Dice, plugins: usize, provider: usize) -> Self {
        let ranks = HOOKS.map(|_| (0..plugins).map(|_| dice.next()).collect());
        Self { plugins, provider, ranks: ranks.into() }
    }

    /// An option with one of the constraints.
    fn one(&self, dice: &mut Dice, hook: usize, source: usize) -> String {
        if dice.once_in(6) {
            return "before = \"absent\"".to_owned();
        }
        let (meant, name): (Vec<usize>, _) = if dice.once_in(3) {
            let meant = (0..self.plugins).filter(|it| it % 2 == self.provider && *it != source);
            (meant.collect(), "odd".to_owned())
        } else {
            let target = dice.below(self.plugins);
            (vec![target], format!("p{target}"))
        };
        let ranks = &self.ranks[hook];
        if meant.contains(&source) {
            String::new()
        } else if meant.iter().all(|it| ranks[source] < ranks[*it]) {
            format!("before({name:?}, \"absent\")")
        } else if meant.iter().all(|it| ranks[source] > ranks[*it]) {
            format!("after = {name:?}")
        } else {
            String::new()
        }
    }
}

/// The impl block of a plugin for `Hooks`.
fn block(dice: &mut Dice, constraints: &mut OrderConstraints, plugin: usize) -> String {
    let option = dice.pick(&["", "", "", "tryfirst", "trylast"]);
    let mut methods = String::new();
    for (hook, (name, one, of_call, _)) in HOOKS.into_iter().enumerate() {
        let (mut has_plain, mut has_wrapper) = (false, false);
        for number in 0..[0, 0, 1, 1, 1, 1, 2, 3][dice.below(8)] {
            let is_wrapper = dice.once_in(4);
            let has_own = if is_wrapper { &mut has_wrapper } else { &mut has_plain };
            let is_own = !*has_own && dice.once_in(2);
            *has_own |= is_own;
            let method = if is_own { name.to_owned() } else { format!("{name}_{number}") };
            let mut options = Vec::new();
            if is_wrapper {
                options.push("wrapper".to_owned());
            }
            if !is_own {
                options.push(format!("specname = {name:?}"));
            }
            options.push(dice.pick(&["", "", "tryfirst", "trylast"]).to_owned());
            if dice.once_in(3) {
                options.push(constraints.one(dice, hook, plugin));
            }
            options.retain(|option| !option.is_empty());
            let body = if is_wrapper { wrapper(dice, hook) } else { answer(dice, hook) };
            let (next, answer) = if is_wrapper {
                (format!(", next: &dyn Fn(&Log, Counted) {of_call}"), of_call)
            } else {
                (String::new(), one)
            };
            write!(
                methods,
                "\n        #[hookimpl({})]\n        \
                 fn {method}(&self, log: &Log, value: Counted{next}) {answer} {{\n            \
                 log.record(\"{plugin} {name} {number}\");\n            {body}\n        }}\n",
                options.join(", ")
            )
            .unwrap();
        }
    }
    if dice.once_in(2) {
        write!(
            methods,
            "\n        fn historic(&self, log: &Log, n: usize) -> usize {{\n            \
             log.record(\"{plugin} historic\");\n            n + {plugin}\n        }}\n"
        )
        .unwrap();
    }
    format!("\n    #[hookimpl({option})]\n    impl Hooks for P{plugin} {{{methods}    }}\n")
}

fn answer(dice: &mut Dice, hook: usize) -> String {
    let n = dice.below(1000);
    let (is_some, is_ok) = (dice.once_in(2), !dice.once_in(5));
    let optional = if is_some { format!("Some({n})") } else { "None".to_owned() };
    let fallible = |answer: &str| {
        if is_ok { format!("Ok({answer})") } else { format!("Err({n})") }
    };
    let answer = match HOOKS[hook].1 {
        "" => String::new(),
        "-> u32" => n.to_string(),
        "-> Option<u32>" => optional,
        "-> Result<(), u32>" => fallible("()"),
        "-> Result<u32, u32>" => fallible(&n.to_string()),
        _ => fallible(&optional),
    };
    format!("drop(value);\n            {answer}")
}

fn wrapper(dice: &mut Dice, hook: usize) -> String {
    match dice.below(6) {
        0 => format!("drop((value, next));\n            {}", HOOKS[hook].3),
        1 => "let _ = next(log, value.clone());\n            next(log, value)".to_owned(),
        2 => "next(&Log::default(), value)".to_owned(),
        3 => {
            "let before = next(log, value);\n            log.record(\"after\");\n            before"
                .to_owned()
        }
        _ => "next(log, value)".to_owned(),
    }
}
