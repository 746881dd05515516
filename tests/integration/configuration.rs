//! `#[cfg]` on hooks, hookimpls and entire items.

use plugin_core::info::HookInfo;
use plugin_core::{HookSpec, Plugin, PluginManager, hookimpl, hookspec};

#[hookspec(project = "tests-cfg")]
trait Configured {
    #[cfg(not(test))]
    fn absent(&self, missing: Missing) -> Missing;
    fn always(&self) -> u8;
    #[cfg(test)]
    #[hookspec(historic)]
    fn present(&self, n: u8) -> u8;
    #[cfg(test)]
    fn either(&self) -> u8;
    #[cfg(not(test))]
    fn either(&self) -> Missing;
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl]
impl Configured for Tool {
    #[cfg(not(test))]
    fn absent(&self, missing: Missing) -> Missing {
        missing
    }

    #[cfg(test)]
    fn present(&self, n: u8) -> u8 {
        n
    }

    #[cfg(not(test))]
    #[hookimpl(tryfirst)]
    fn always(&self) -> Missing {}

    #[cfg(test)]
    #[hookimpl(trylast)]
    fn always(&self) -> u8 {
        1
    }

    #[cfg(not(test))]
    #[hookimpl(wrapper)]
    fn always(&self, next: &dyn Fn() -> Missing) -> Missing {
        next()
    }

    #[cfg(not(test))]
    #[hookimpl(specname = "always")]
    fn again(&self) -> Missing {}
}

#[hookspec(project = "tests-cfg")]
#[cfg(not(test))]
trait Gone {
    fn absent(&self, missing: Missing);
}

#[hookimpl]
#[cfg(not(test))]
impl Gone for Tool {
    fn absent(&self, missing: Missing) {}
}

#[test]
fn items_removed_by_cfg_leave_no_trace() {
    let names: Vec<_> = <dyn Configured>::INFO.hooks().iter().map(HookInfo::name).collect();
    assert_eq!(names, ["always", "present", "either"]);
    let manager = PluginManager::discover::<dyn Configured>().unwrap();
    let hooks = manager.hook::<dyn Configured>();
    assert_eq!((hooks.always(), hooks.present(3), hooks.either()), (vec![1], vec![3], vec![]));
    let always = hooks.always.hookimpls();
    assert_eq!(always.len(), 1);
    assert_eq!(always[0].info().precedence(), plugin_core::info::Precedence::TryLast);
}
