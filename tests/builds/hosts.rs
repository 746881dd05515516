//! Hosts as users write them: packages outside of this workspace, which Cargo builds and runs.
//!
//! Each host is a directory under `tests/downstream`. There is one test for each package, as the
//! variants of a build overwrite each other's binary.

use std::process::Command;
use std::{env, fs};

use crate::package::{Package, project};

/// The results of the plugins `a`, `b` and `c`, independent of how they were linked.
const ALL: &str = "hooks: c b a";

#[test]
fn the_plugins_of_the_manifest_are_found() {
    let package = Package::new("by_dependency");
    let of_target = if cfg!(windows) { "hooks: f c b a" } else { "hooks: d c b a" };
    let crate_of_target = if cfg!(windows) { "greet_f" } else { "greet_d" };
    package
        .run(&["run"])
        .prints(of_target)
        .prints(&format!("crates: greet_a greet_c {crate_of_target} greetings pretty"));

    // Features can be turned on and off without a `cargo clean`.
    let extra = if cfg!(windows) { "hooks: f e c b a" } else { "hooks: e d c b a" };
    package.run(&["run", "--features", "extra"]).prints(extra);
    let without = if cfg!(windows) { "hooks: f b a" } else { "hooks: d b a" };
    package.run(&["run", "--no-default-features"]).prints(without);
    package.run(&["run"]).prints(of_target);

    // Nothing has changed, so neither the build script nor the host is built again.
    package.run(&["build", "--verbose"]).cargo_prints("Fresh by_dependency");

    // The other targets of the package.
    package.run(&["run", "--example", "same_plugins"]).prints(of_target);
    package
        .run(&["test", "--test", "same_plugins"])
        .prints("test a_test_finds_what_the_binary_finds ... ok");

    package.run(&["run", "--config", "profile.dev.panic='abort'"]).prints(of_target);
    for options in variants_of_linking() {
        package.build_and_run(&[], &options).prints(of_target);
    }
}

/// Linker options with which unused code is removed, or the order of sections changes.
fn variants_of_linking() -> Vec<Vec<&'static str>> {
    let mut variants = vec![
        vec!["-Copt-level=3", "-Ccodegen-units=1"],
        vec!["-Copt-level=3", "-Ccodegen-units=16"],
    ];
    if cfg!(target_os = "linux") {
        variants.push(vec!["-Clink-arg=-Wl,-z,start-stop-gc"]);
        // rustc's default linker may be one of these.
        for (program, option) in
            [("ld.bfd", "-Clink-arg=-fuse-ld=bfd"), ("ld.lld", "-Clink-arg=-fuse-ld=lld")]
        {
            if Command::new(program).arg("--version").output().is_ok() {
                variants.push(vec![option, "-Clink-arg=-Wl,-z,start-stop-gc"]);
            }
        }
    }
    variants
}

#[test]
fn the_plugins_that_a_host_names_are_found() {
    let package = Package::new("by_hand");
    package.run(&["run"]).prints(ALL);
    package.fails(&["check", "--features", "missing"]).has_error_about("greet_nobody");

    // Link-time optimization of all crates first, then of the last crate only: the other crates are
    // compiled in a way that serves both.
    let optimized = [
        "--release",
        "--config",
        "profile.release.lto='fat'",
        "--config",
        "profile.release.codegen-units=1",
    ];
    package.build_and_run(&optimized, &[]).prints(ALL);
    package.build_and_run(&optimized, &["-Clto=thin", "-Ccodegen-units=16"]).prints(ALL);
}

#[test]
fn what_the_build_script_found_is_compared_with_a_list_by_hand() {
    let report = Package::new("by_hand_with_script").run(&["run"]);
    report
        .prints("hooks: a")
        .prints("not listed: crate `greet_c` (package `greet-c` 0.1.0)")
        .prints("not listed: crate `pretty` (package `greet-b` 0.1.0)");
}

#[test]
fn plugin_core_may_have_another_name() {
    Package::new("renamed_core").run(&["run"]).prints(ALL);
}

#[test]
fn a_facade_may_replace_plugin_core() {
    Package::new("facade").run(&["run"]).prints(ALL);
}

#[test]
fn a_pack_links_its_plugins() {
    Package::new("pack").run(&["run"]).prints(ALL);
}

#[test]
fn one_crate_without_a_prelude_under_strict_lints() {
    let package = Package::new("one_crate_no_prelude");
    package.run(&["run"]).prints(ALL).prints("b received: all is well");
    // No crate turns on the feature that the option needs, and the only error names it.
    let rejected = package.fails(&["check", "--features", "configured"]);
    rejected.has_only_error("option `config` needs the feature `config` of `plugin-core`");
    let rejected = package.fails(&["check", "--features", "set"]);
    rejected.has_only_error("`#[derive(PluginSet)]` needs the feature `sets` of `plugin-core`");
    let rejected = package.fails(&["check", "--features", "tested"]);
    rejected.cargo_prints("the item is gated behind the `testing` feature");
    package.run(&["run", "--features", "set, sets, tested, testing"]).prints(ALL);
}

/// Cargo builds the macros once for a build script and its package, with the features of both; but
/// `plugin-core` twice.
#[test]
fn a_build_script_may_have_features_that_its_package_does_not_have() {
    let core = project().join("plugin-core");
    let manifest = format!(
        "[package]\nname = \"features_of_a_script\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\
         build = \"src/main.rs\"\n\n[workspace]\n\n[dependencies]\n\
         plugin-core = {{ path = {core:?} }}\n\n[build-dependencies]\n\
         plugin-core = {{ path = {core:?}, features = [\"sets\", \"testing\"] }}\n"
    );
    let source = "
use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};

#[hookspec]
trait Greetings {
    fn greet(&self) -> &str;
}

#[derive(Plugin, Default)]
struct Polite;

#[hookimpl]
impl Greetings for Polite {
    fn greet(&self) -> &str {
        \"good day\"
    }

    #[hookimpl(specname = \"greet\")]
    fn again(&self) -> &str {
        \"hello\"
    }
}

fn main() {
    let manager = PluginManager::new::<dyn Greetings>();
    manager.register(Polite).unwrap().expect_active();
    println!(\"{}\", manager.hook::<dyn Greetings>().greet().join(\", \"));
}
";
    let package = Package::written("features_of_a_script", &manifest, source);
    package.run(&["run"]).prints("hello, good day");
}

#[test]
fn an_async_host_holds_hooks_while_it_waits() {
    Package::new("async_host")
        .run(&["run"])
        .prints("tasks: 100 (2, \"page-0\")")
        .prints("slug: my-page")
        .prints("plain: my page")
        .prints("names: lower, dashes");
}

#[test]
fn ten_plugin_crates_are_found() {
    Package::new("ten_plugins").run(&["run"]).prints("hooks: j i h g f e d c b a");
}

#[test]
fn a_plugin_has_hooks_for_other_plugins() {
    let package = Package::new("hooks_of_a_plugin");
    package.run(&["run"]).prints(ALL).prints("reports: tenor bass alto, bass hums");
}

#[test]
fn a_plugin_set_needs_no_link_time_registration() {
    let package = Package::new("without_linkme");
    let report = package.run(&["run", "--verbose"]);
    let text = report.text();
    let mut packages = text.lines().filter_map(|line| line.split_whitespace().nth(1));
    assert!(!packages.any(|it| it == "linkme"), "{text}");
    report
        .prints(ALL)
        .prints("a manager: no link-time registration")
        .prints("the registry: no link-time registration");
}

#[test]
fn a_c_library_contains_the_plugins_of_its_host() {
    let package = Package::new("cdylib_host");
    package.run(&["build"]);
    package.run(&["build", "--release", "--config", "profile.release.lto='fat'"]);
    for profile in ["debug", "release"] {
        let file = format!("{}cdylib_host{}", env::consts::DLL_PREFIX, env::consts::DLL_SUFFIX);
        let library = fs::read(package.target.join(profile).join(file)).expect("it was built");
        for description in ["Answers `a`.", "Answers `b`.", "Answers `c`."] {
            let found = library.windows(description.len()).any(|it| it == description.as_bytes());
            assert!(found, "{profile}: no plugin has the description `{description}`");
        }
    }
}

#[test]
fn a_call_on_a_plugin_set_consists_of_direct_calls() {
    let package = Package::new("plugin_set");
    let file = package.target.join("plugin_set.ll");
    let emit = format!("--emit=llvm-ir={}", file.display());
    package.cargo(&["rustc", "--lib", "--release"], &[&emit, "-Ccodegen-units=1"]).succeeded();
    let ir = fs::read_to_string(file).expect("it was emitted");
    for kind in ["unit", "collected", "first", "fallible", "wrapped"] {
        let on_set = indirect_calls(&ir, &format!("set_{kind}"));
        assert!(on_set.is_empty(), "{kind}: {on_set:#?}");
        let managed = indirect_calls(&ir, &format!("managed_{kind}"));
        assert!(!managed.is_empty(), "{kind}: a manager calls its plugins indirectly");
    }
}

/// The indirect calls in a function of an LLVM module, and in the functions of the module that it
/// calls.
fn indirect_calls<'a>(ir: &'a str, name: &str) -> Vec<&'a str> {
    let mut bodies: Vec<_> = body(ir, |symbol| symbol.contains(name)).into_iter().collect();
    assert_eq!(bodies.len(), 1, "exactly one function must be called `{name}`");
    let (mut found, mut seen) = (Vec::new(), 0);
    while let Some(body) = bodies.get(seen).copied() {
        seen += 1;
        for line in body.lines().filter(|it| it.contains("call ") || it.contains("invoke ")) {
            let is_name = |c: char| c.is_alphanumeric() || "_.$\"".contains(c);
            // The callee is the value right before the arguments.
            let mut values = line.split('%').skip(1);
            if values.any(|it| it.trim_start_matches(is_name).starts_with('(')) {
                found.push(line);
            }
            let called = line.split('@').skip(1).filter_map(|it| it.split('(').next());
            let called = called.filter_map(|it| body_of(ir, it));
            let new: Vec<_> = called.filter(|it| !bodies.contains(it)).collect();
            bodies.extend(new);
        }
    }
    found
}

fn body_of<'a>(ir: &'a str, symbol: &str) -> Option<&'a str> {
    body(ir, |defined| defined == symbol)
}

/// The body of the first function whose symbol satisfies the condition.
fn body(ir: &str, is_it: impl Fn(&str) -> bool) -> Option<&str> {
    ir.split("\ndefine ").skip(1).find_map(|it| {
        let (head, rest) = it.split_once('\n')?;
        let symbol = head.split_once('@')?.1.split('(').next()?;
        is_it(symbol).then(|| rest.split("\n}").next())?
    })
}
