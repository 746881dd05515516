//! Hosts as users have them: packages outside of this workspace, which Cargo builds and runs.
//!
//! Each is a directory under `tests/downstream`. A package has one test, as the variants of a build
//! replace each other's binary.

use std::process::Command;
use std::{env, fs};

use crate::package::Package;

/// What the plugins `a`, `b` and `c` answer, whichever way they were linked.
const ALL: &str = "hooks: c b a";

#[test]
fn the_plugins_of_the_manifest_are_found() {
    let package = Package::new("by_dependency");
    let of_target = if cfg!(windows) { "hooks: f c b a" } else { "hooks: d c b a" };
    let crate_of_target = if cfg!(windows) { "greet_f" } else { "greet_d" };
    package
        .run(&["run"])
        .says(of_target)
        .says(&format!("crates: greet_a greet_c {crate_of_target} greetings pretty"));

    // Features come and go, without a `clean`.
    let extra = if cfg!(windows) { "hooks: f e c b a" } else { "hooks: e d c b a" };
    package.run(&["run", "--features", "extra"]).says(extra);
    let without = if cfg!(windows) { "hooks: f b a" } else { "hooks: d b a" };
    package.run(&["run", "--no-default-features"]).says(without);
    package.run(&["run"]).says(of_target);

    // Nothing has changed, so nothing is done again: neither the script nor the host.
    package.run(&["build", "--verbose"]).tells_cargo("Fresh by_dependency");

    // The other targets of the package.
    package.run(&["run", "--example", "same_plugins"]).says(of_target);
    package
        .run(&["test", "--test", "same_plugins"])
        .says("test a_test_finds_what_the_binary_finds ... ok");

    package.run(&["run", "--config", "profile.dev.panic='abort'"]).says(of_target);
    for options in variants_of_linking() {
        package.build_and_run(&[], &options).says(of_target);
    }
}

/// How the linker may drop what it takes to be unused, or may order it in another way.
fn variants_of_linking() -> Vec<Vec<&'static str>> {
    let mut variants = vec![
        vec!["-Copt-level=3", "-Ccodegen-units=1"],
        vec!["-Copt-level=3", "-Ccodegen-units=16"],
    ];
    if cfg!(target_os = "linux") {
        variants.push(vec!["-Clink-arg=-Wl,-z,start-stop-gc"]);
        // The default linker of rustc may be one of them.
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
    package.run(&["run"]).says(ALL);
    package.fails(&["check", "--features", "missing"]).complains_of("greet_nobody");

    // Link-time optimization of the whole; then the other kind, of the last crate only, as what
    // the others were compiled to serves both.
    let optimized = [
        "--release",
        "--config",
        "profile.release.lto='fat'",
        "--config",
        "profile.release.codegen-units=1",
    ];
    package.build_and_run(&optimized, &[]).says(ALL);
    package.build_and_run(&optimized, &["-Clto=thin", "-Ccodegen-units=16"]).says(ALL);
}

#[test]
fn plugin_core_may_have_another_name() {
    Package::new("renamed_core").run(&["run"]).says(ALL);
}

#[test]
fn a_facade_may_stand_for_plugin_core() {
    Package::new("facade").run(&["run"]).says(ALL);
}

#[test]
fn a_pack_brings_its_plugins() {
    Package::new("pack").run(&["run"]).says(ALL);
}

#[test]
fn one_crate_without_a_prelude_under_strict_lints() {
    let package = Package::new("one_crate_no_prelude");
    package.run(&["run"]).says(ALL).says("b was told: all is well");
    // Nothing turns the feature on that configuration wants, and the one error says so.
    let refused = package.fails(&["check", "--features", "configured"]);
    refused.complains_once("option `config` needs the feature `config` of `plugin-core`");
    let refused = package.fails(&["check", "--features", "fused"]);
    refused.complains_once("`#[derive(PluginSet)]` needs the feature `sets` of `plugin-core`");
    let refused = package.fails(&["check", "--features", "tested"]);
    refused.tells_cargo("the item is gated behind the `testing` feature");
    package.run(&["run", "--features", "fused, sets, tested, testing"]).says(ALL);
}

/// Cargo builds the macros once for a build script and its package, with the features of both; but
/// `plugin-core` twice.
#[test]
fn a_build_script_may_have_features_that_its_package_does_not_have() {
    let core = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("plugin-core");
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
    package.run(&["run"]).says("hello, good day");
}

#[test]
fn ten_plugin_crates_are_found() {
    Package::new("ten_plugins").run(&["run"]).says("hooks: j i h g f e d c b a");
}

#[test]
fn a_plugin_has_hooks_for_other_plugins() {
    let package = Package::new("hooks_of_a_plugin");
    package.run(&["run"]).says(ALL).says("reports: tenor bass alto, bass hums");
}

#[test]
fn a_plugin_set_does_without_link_time_registration() {
    let package = Package::new("without_linkme");
    let report = package.run(&["run", "--verbose"]);
    let text = report.text();
    let mut packages = text.lines().filter_map(|line| line.split_whitespace().nth(1));
    assert!(!packages.any(|it| it == "linkme"), "{text}");
    report
        .says(ALL)
        .says("a manager: nothing registers itself at link time on this target")
        .says("the registry: nothing registers itself at link time on this target");
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
            assert!(found, "{profile}: no plugin is described by `{description}`");
        }
    }
}

#[test]
fn a_fused_call_is_made_of_direct_calls() {
    let package = Package::new("fused");
    let file = package.target.join("fused.ll");
    let emit = format!("--emit=llvm-ir={}", file.display());
    package.cargo(&["rustc", "--lib", "--release"], &[&emit, "-Ccodegen-units=1"]).succeeded();
    let ir = fs::read_to_string(file).expect("it was emitted");
    for kind in ["unit", "collected", "first", "fallible", "wrapped"] {
        let fused = indirect_calls(&ir, &format!("fused_{kind}"));
        assert!(fused.is_empty(), "{kind}: {fused:#?}");
        let managed = indirect_calls(&ir, &format!("managed_{kind}"));
        assert!(!managed.is_empty(), "{kind}: a manager does not know whom it calls");
    }
}

/// The calls through a pointer in a function of a module of LLVM, and in those of the module that it
/// calls.
fn indirect_calls<'a>(ir: &'a str, name: &str) -> Vec<&'a str> {
    let mut bodies: Vec<_> = body(ir, |symbol| symbol.contains(name)).into_iter().collect();
    assert_eq!(bodies.len(), 1, "no function is called `{name}`");
    let (mut found, mut seen) = (Vec::new(), 0);
    while let Some(body) = bodies.get(seen).copied() {
        seen += 1;
        for line in body.lines().filter(|it| it.contains("call ") || it.contains("invoke ")) {
            let is_name = |c: char| c.is_alphanumeric() || "_.$\"".contains(c);
            // What is called stands right before its arguments.
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

/// Of the first function that is defined under such a symbol.
fn body(ir: &str, is_it: impl Fn(&str) -> bool) -> Option<&str> {
    ir.split("\ndefine ").skip(1).find_map(|it| {
        let (head, rest) = it.split_once('\n')?;
        let symbol = head.split_once('@')?.1.split('(').next()?;
        is_it(symbol).then(|| rest.split("\n}").next())?
    })
}
