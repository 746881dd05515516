//! Helpers for tests of plugins, contracts and hosts.
//!
//! Managers share nothing, so tests can run in parallel, each with its own managers. The functions
//! of this module panic if something is not as expected, with a message that shows what happened
//! instead.
//!
//! The module needs the feature `testing`. Only tests should enable it, under `[dev-dependencies]`.
//!
//! | a test needs | use |
//! | --- | --- |
//! | a manager with exactly these plugins, whatever is linked | [`manager`] |
//! | a plugin made of closures | [`fake`] |
//! | the calls, the plugins that were called, and their results | [`Recorder`] |
//! | another plugin instead of a linked one | [`PluginManagerBuilder::replace`](crate::PluginManagerBuilder::replace) |
//! | to check that a plugin meets its contract | [`check`], [`check_instance`] |
//!
//! ```
//! use plugin_core::{Plugin, hookimpl, hookspec, testing};
//!
//! #[hookspec]
//! trait GatewayHooks {
//!     #[hookspec(firstresult)]
//!     fn authenticate(&self, token: &str) -> Option<String>;
//!     fn on_login(&self, user: &str);
//! }
//!
//! #[derive(Plugin, Default)]
//! #[plugin(requires("session ^1.2"))]
//! struct Auth;
//!
//! #[hookimpl]
//! impl GatewayHooks for Auth {
//!     fn authenticate(&self, token: &str) -> Option<String> {
//!         token.strip_prefix("t-").map(str::to_owned)
//!     }
//! }
//!
//! let session = testing::fake::<dyn GatewayHooks>().authenticate(|_| None).on_login(|_| ());
//! let manager = testing::manager::<dyn GatewayHooks>()
//!     .with_as("session 1.2.0", session)
//!     .with(Auth)
//!     .build();
//! let recorder = testing::Recorder::new(&manager);
//!
//! let user = manager.hook::<dyn GatewayHooks>().authenticate("t-ada");
//!
//! assert_eq!(user.as_deref(), Some("ada"));
//! recorder.assert_called_on("authenticate", ["auth"]); // the newest is first, and returned `Some`
//! recorder.assert_not_called("on_login");
//! ```

mod advice;

mod check;

mod recorder;

use std::fmt;

use semver::Version;

pub use self::check::{check, check_instance};
pub use self::recorder::{RecordedAnswer, RecordedCall, Recorder};
use crate::closures::FakeHookSpec;
use crate::hook::spec::HookSpec;
use crate::info::{PluginId, PluginInfo};
use crate::manager::{IntoInstance, PluginManager};
use crate::plugin::Plugin;

/// Begins a manager that has exactly the plugins that the test adds, whatever is linked. See the
/// [module](self) for an example.
pub fn manager<S: HookSpec + ?Sized>() -> Plugins {
    Plugins { manager: PluginManager::new::<S>() }
}

/// Registers the plugins of a test, and builds a [`manager`] with them.
#[must_use = "`build` returns the manager"]
pub struct Plugins {
    manager: PluginManager,
}

impl Plugins {
    /// Registers a plugin, under its own id.
    ///
    /// # Panics
    ///
    /// If the plugin cannot be registered. The message is the report.
    #[track_caller]
    pub fn with(self, plugin: impl IntoInstance) -> Self {
        match self.manager.register(plugin) {
            Ok(registered) => drop(registered.expect_active()),
            Err(error) => panic!("{}", advice::report(&error, self.manager.contract())),
        }
        self
    }

    /// Registers a plugin under another id, and optionally with another version: `"session"`,
    /// `"session 1.2.0"`. It can so replace a plugin that others require.
    ///
    /// # Panics
    ///
    /// If the id or the version is invalid, or if the plugin cannot be registered. The message is
    /// the report.
    #[track_caller]
    pub fn with_as<I: IntoInstance>(self, id: &str, plugin: I) -> Self {
        let (id, info) = parse::<I::Plugin>(id);
        match self.manager.register_known_as(id, info, plugin.into_instance()) {
            Ok(registered) => drop(registered.expect_active()),
            Err(error) => panic!("{}", advice::report(&error, self.manager.contract())),
        }
        self
    }

    /// Returns the manager with these plugins.
    pub fn build(self) -> PluginManager {
        self.manager
    }
}

impl fmt::Debug for Plugins {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Plugins").field(&self.manager).finish()
    }
}

/// Creates a plugin made of closures. It implements the hooks for which the test adds a closure:
/// `fake::<dyn GatewayHooks>().authenticate(|token| None)`. See the [module](self) for an example.
///
/// A closure has the parameters and the return type of its hook, but its result must not borrow.
/// Hooks with named lifetimes cannot be faked.
pub fn fake<S: FakeHookSpec + ?Sized>() -> S::Fake {
    S::Fake::default()
}

/// Parses an id, and a version if the text has one after a space. Returns the id, and the facts of
/// `P` with this version.
#[track_caller]
fn parse<P: Plugin>(text: &str) -> (PluginId, &'static PluginInfo) {
    let (id, version) = text.split_once(' ').map_or((text, None), |(id, it)| (id, Some(it)));
    // Not a closure, in which the panic would have the location of this line.
    let id = match PluginId::new(id) {
        Ok(id) => id,
        Err(error) => panic!("{error}"),
    };
    let Some(version) = version else { return (id, P::info()) };
    if let Err(error) = Version::parse(version) {
        panic!("`{version}` is not a SemVer version: {error}");
    }
    (id, leaked_info(PluginInfo { version: leaked_text(version), ..P::info().clone() }))
}

/// Makes facts of a plugin that a test has changed `'static`, by leaking them.
fn leaked_info(info: PluginInfo) -> &'static PluginInfo {
    Box::leak(Box::new(info))
}

fn leaked_text(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}
