//! For tests: of plugins, of contracts, of hosts.
//!
//! Managers share nothing, so tests may run at once, each with managers of its own. What this module
//! adds is in the way of a test: it panics when something is not as it should be, and tells what was
//! instead.
//!
//! The module needs the feature `testing`, which only tests turn on: it goes under
//! `[dev-dependencies]`.
//!
//! | a test wants | and calls |
//! | --- | --- |
//! | just these plugins, whatever is linked | [`manager`] |
//! | a plugin made of closures | [`fake`] |
//! | to know who was asked what, and answered what | [`Recorder`] |
//! | another plugin in the place of a linked one | [`PluginManagerBuilder::replace`](crate::PluginManagerBuilder::replace) |
//! | to know that a plugin keeps to its contract | [`check`], [`check_instance`] |
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
//! let recorder = testing::Recorder::of(&manager);
//!
//! let user = manager.hook::<dyn GatewayHooks>().authenticate("t-ada");
//!
//! assert_eq!(user.as_deref(), Some("ada"));
//! recorder.assert_asked("authenticate", ["auth"]); // the newest first, and it had an answer
//! recorder.assert_not_called("on_login");
//! ```

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

/// A manager that takes just the plugins that it is given, whatever is linked. See the
/// [module](self) for an example.
pub fn manager<S: HookSpec + ?Sized>() -> Plugins {
    Plugins { manager: PluginManager::new::<S>() }
}

/// The plugins of a test, on their way into a [`manager`].
#[must_use = "`build` makes the manager"]
pub struct Plugins {
    manager: PluginManager,
}

impl Plugins {
    /// Registers a plugin, under its own id.
    ///
    /// # Panics
    ///
    /// When the plugin cannot be registered, with the report.
    #[track_caller]
    pub fn with(self, plugin: impl IntoInstance) -> Self {
        match self.manager.register(plugin) {
            Ok(registered) => drop(registered.expect_active()),
            Err(error) => panic!("{error}"),
        }
        self
    }

    /// Registers a plugin under another id, and if one is given in another version: `"session"`,
    /// `"session 1.2.0"`. So it stands in for the plugin that others require.
    ///
    /// # Panics
    ///
    /// When the id or the version is malformed, or when the plugin cannot be registered, with the
    /// report.
    #[track_caller]
    pub fn with_as<I: IntoInstance>(self, id: &str, plugin: I) -> Self {
        let (id, info) = named::<I::Plugin>(id);
        match self.manager.register_known_as(id, info, plugin.into_instance()) {
            Ok(registered) => drop(registered.expect_active()),
            Err(error) => panic!("{error}"),
        }
        self
    }

    /// The manager with these plugins.
    pub fn build(self) -> PluginManager {
        self.manager
    }
}

impl fmt::Debug for Plugins {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Plugins").field(&self.manager).finish()
    }
}

/// A plugin made of closures, which implements the hooks that it is given one for:
/// `fake::<dyn GatewayHooks>().authenticate(|token| None)`. See the [module](self) for an example.
///
/// A closure takes what the hook takes and returns what it returns; what it returns borrows from
/// nothing. (Hooks that give names to lifetimes cannot be faked this way.)
pub fn fake<S: FakeHookSpec + ?Sized>() -> S::Fake {
    S::Fake::default()
}

/// An id and, after a space, a version.
#[track_caller]
fn named<P: Plugin>(text: &str) -> (PluginId, &'static PluginInfo) {
    let (id, version) = text.split_once(' ').map_or((text, None), |(id, it)| (id, Some(it)));
    let id = PluginId::new(id).unwrap_or_else(|error| panic!("{error}"));
    let Some(version) = version else { return (id, P::info()) };
    if let Err(error) = Version::parse(version) {
        panic!("`{version}` is not a SemVer version: {error}");
    }
    (id, altered(PluginInfo { version: leaked(version), ..P::info().clone() }))
}

/// What is known of a plugin is constant. In a test it may be made up, and is never given back.
fn altered(info: PluginInfo) -> &'static PluginInfo {
    Box::leak(Box::new(info))
}

fn leaked(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}
