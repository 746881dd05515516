//! The mismatches that `check` reports: they depend on versions, so the compiler cannot detect
//! them.

use plugin_core::{Plugin, PluginSet, Problem, hookspec};

#[hookspec(project = "tests-sets-mismatches")]
trait Hooks {
    #[allow(dead_code)]
    fn on_startup(&self);
}

macro_rules! plugins {
    ($($ty:ident $id:literal [$($options:tt)*])*) => {$(
        #[derive(Plugin, Default)]
        #[plugin(id = $id, manual, $($options)*)]
        struct $ty;
    )*};
}

plugins! {
    Session "session" [version = "1.1.0"]
    NewSession "new-session" [version = "2.0.0", provides("session 1.4.0")]
    Wants "wants" [requires("session ^1.2")]
    Avoids "avoids" [conflicts("session <1.2")]
    Optional "optional" [optional("session ^1.2")]
    Hosted "hosted" [contract = "^9"]
    OnlyLogin "only-login" [provides("login"), conflicts("login")]
}

macro_rules! check {
    ($($plugin:ident),*) => {{
        #[derive(PluginSet)]
        #[plugin_set(hookspecs(Hooks))]
        struct Plugins($(#[allow(dead_code)] $plugin),*);

        Plugins::check::<dyn Hooks>()
    }};
}

#[test]
fn plugins_that_can_work_together_pass() {
    assert!(check!().is_ok());
    assert!(check!(Session).is_ok());
    assert!(check!(NewSession, Wants, Avoids, Optional).is_ok());
}

#[test]
fn a_plugin_may_be_the_only_one_that_provides_something() {
    assert!(check!(OnlyLogin).is_ok());
}

#[test]
fn versions_are_compared() {
    let message = |checked: Result<(), plugin_core::RegisterError>| {
        let error = checked.unwrap_err();
        assert_eq!(error.problems().len(), 1, "{error}");
        error
    };
    let error = message(check!(Session, Wants));
    assert!(matches!(error.problems(), [Problem::WrongVersion { .. }]), "{error}");
    let error = message(check!(Avoids, Session));
    assert!(matches!(error.problems(), [Problem::Conflict { .. }]), "{error}");
    let error = message(check!(Session, Optional));
    assert!(matches!(error.problems(), [Problem::WrongVersion { .. }]), "{error}");
    let error = message(check!(Hosted));
    assert!(matches!(error.problems(), [Problem::ContractMismatch { .. }]), "{error}");
}

#[test]
fn all_problems_are_reported_at_once() {
    let error = check!(Session, Wants, Avoids, Hosted).unwrap_err();
    assert_eq!(error.problems().len(), 3, "{error}");
}
