// Longer than other files, as it is documentation: the story of the crate, and of each macro.

//! Plugins for Rust: typed hooks with the call semantics of Python's [pluggy], registered at link
//! time.
//!
//! An application (the *host*) publishes contracts as traits. Crates that the host does not know
//! (the *plugins*) implement them. The host calls a hook once, and every plugin that implements
//! it runs, in a defined order.
//!
//! # A contract
//!
//! A *hookspec* is a trait under [`#[hookspec]`](macro@hookspec); each of its methods is a *hook*.
//! It usually stands in a crate of its own, which host and plugins depend on.
//!
//! ```
//! # pub struct Request { pub path: String }
//! # pub struct Response(pub u16);
//! # #[derive(Clone)]
//! # pub struct Config { pub name: String }
//! # #[derive(Debug, PartialEq)]
//! # pub struct User(pub &'static str);
//! use plugin_core::hookspec;
//!
//! #[hookspec]
//! pub trait GatewayHooks {
//!     /// Every plugin is asked; the answers are collected.
//!     fn process_request(&self, request: &Request) -> Option<Response>;
//!     /// The first plugin with an answer wins.
//!     #[hookspec(firstresult)]
//!     fn authenticate(&self, token: &str) -> Option<User>;
//!     /// Plugins that come later get the earlier calls too.
//!     #[hookspec(historic)]
//!     fn on_configured(&self, config: &Config);
//! }
//! ```
//!
//! # A plugin
//!
//! A *plugin* is a type under [`#[derive(Plugin)]`](derive@Plugin). Its *hookimpls* are the
//! methods of ordinary trait impls under [`#[hookimpl]`](macro@hookimpl): any hooks of any
//! hookspecs. What it leaves out is not called. There is nothing to register: the macros put the
//! plugin into the binary's [`Registry`].
//!
//! ```
//! # pub struct Request { pub path: String }
//! # #[derive(Debug, PartialEq)]
//! # pub struct Response(pub u16);
//! # #[derive(Debug, PartialEq)]
//! # pub struct User(pub &'static str);
//! # #[plugin_core::hookspec]
//! # pub trait GatewayHooks {
//! #     fn process_request(&self, request: &Request) -> Option<Response>;
//! #     #[hookspec(firstresult)]
//! #     fn authenticate(&self, token: &str) -> Option<User>;
//! # }
//! use plugin_core::{Plugin, hookimpl};
//!
//! /// Checks bearer tokens.
//! #[derive(Plugin, Default)]
//! pub struct Auth {
//!     // state
//! }
//!
//! #[hookimpl]
//! impl GatewayHooks for Auth {
//!     #[hookimpl(tryfirst)]
//!     fn authenticate(&self, token: &str) -> Option<User> {
//!         (token == "t0ken").then_some(User("ada"))
//!     }
//!
//!     /// A wrapper runs around all others: it may change the arguments and the outcome.
//!     #[hookimpl(wrapper)]
//!     fn process_request(
//!         &self,
//!         request: &Request,
//!         next: &dyn Fn(&Request) -> Vec<Response>,
//!     ) -> Vec<Response> {
//!         let mut answers = next(request);
//!         if answers.is_empty() {
//!             answers.push(Response(404));
//!         }
//!         answers
//!     }
//! }
//! ```
//!
//! # A host
//!
//! A [`PluginManager`] holds the plugins that take part, each one instance under an id. Its
//! [`hook`](PluginManager::hook) gives the *relay* of a hookspec, which has one method per hook.
//!
//! ```standalone_crate
//! # pub struct Request { pub path: String }
//! # #[derive(Debug, PartialEq)]
//! # pub struct Response(pub u16);
//! # #[derive(Debug, PartialEq)]
//! # pub struct User(pub &'static str);
//! # #[plugin_core::hookspec]
//! # pub trait GatewayHooks {
//! #     fn process_request(&self, request: &Request) -> Option<Response>;
//! #     #[hookspec(firstresult)]
//! #     fn authenticate(&self, token: &str) -> Option<User>;
//! # }
//! # #[derive(plugin_core::Plugin, Default)]
//! # pub struct Auth;
//! # #[plugin_core::hookimpl]
//! # impl GatewayHooks for Auth {
//! #     fn authenticate(&self, token: &str) -> Option<User> {
//! #         (token == "t0ken").then_some(User("ada"))
//! #     }
//! #     fn process_request(&self, request: &Request) -> Option<Response> { Some(Response(404)) }
//! # }
//! use plugin_core::PluginManager;
//!
//! let plugins = PluginManager::discover::<dyn GatewayHooks>()?;
//! let hooks = plugins.hook::<dyn GatewayHooks>();
//!
//! assert_eq!(hooks.authenticate("t0ken"), Some(User("ada")));
//! assert_eq!(hooks.process_request(&Request { path: "/".to_owned() }), [Response(404)]);
//! # Ok::<(), plugin_core::RegisterError>(())
//! ```
//!
//! rustc does not link a dependency that no code names. The host therefore has one line in its
//! build script, `plugin_build::link_plugins();`, and one at its top, [`plugin_crates!();`](plugin_crates):
//! from then on, `cargo add` is installation. What is missing nevertheless is found by
//! [`PluginManager::diagnose`].
//!
//! | a host wants | and calls |
//! | --- | --- |
//! | all plugins of its project | [`PluginManager::discover`] |
//! | some of them only; no code of the others runs | [`builder`](PluginManager::builder) |
//! | as many as can work together | [`on_unresolved`](PluginManagerBuilder::on_unresolved) |
//! | one, constructed as the plugin says | [`load`](PluginManager::load), [`load_by_id`](PluginManager::load_by_id) |
//! | one, constructed by the host | [`register`](PluginManager::register) |
//! | several of one type | [`register_as`](PluginManager::register_as) |
//! | to give them something, or to one of them | [`provide`](PluginManagerBuilder::provide), [`grant`](PluginManagerBuilder::provide_to) |
//! | to know what is linked | [`Registry::linked`] |
//! | to know that nothing is missing | [`diagnose`](PluginManager::diagnose), [`discover_strict`](PluginManager::discover_strict) |
//!
//! Where the host names its plugins itself, [`#[derive(PluginSet)]`](derive@PluginSet) fuses them at
//! compile time, and no manager is needed: see [A manager or a set](choosing).
//!
//! # Order
//!
//! Of two plugins, the one that was registered later is called first. `tryfirst` and `trylast`
//! move a hookimpl out of that order, and wrappers stand around all others:
//!
//! 1. wrappers that are `tryfirst`, newest first; plain wrappers, newest first; wrappers that are
//!    `trylast`, oldest first;
//! 2. hookimpls that are `tryfirst`, newest first;
//! 3. implementations given to `call_extra`, for one call, the last one given first;
//! 4. plain hookimpls, newest first;
//! 5. hookimpls that are `trylast`, oldest first.
//!
//! Beyond that, a hookimpl may wish to stand before or after those of another plugin, named by id or
//! by a capability: `#[hookimpl(before = "cache", after("auth", "session"))]`. Who has no wish keeps
//! the order above; who has one moves, as little as it takes. Where some wishes can only be met by
//! moving others as well, they move. Ordering constraints that contradict each other are refused when plugins are
//! registered, with the loop in the error. Wrappers have wishes about wrappers and those that answer
//! about those that answer. A wish about a plugin that is not here has no effect.
//! [`HookCaller::explain`] tells why each hookimpl stands where it does.
//!
//! Plugins found in the registry are registered in the order of their ids, but what a plugin
//! requires comes before it: among equals, a plugin is called before what it builds on. The order in
//! which the linker placed them is never observable.
//!
//! # Requirements
//!
//! A plugin says with which others it works, in which versions:
//!
//! ```standalone_crate
//! # #[plugin_core::hookspec]
//! # pub trait GatewayHooks { fn on_startup(&self); }
//! use plugin_core::{Plugin, PluginManager, Problem, hookimpl};
//!
//! #[derive(Plugin, Default)]
//! #[plugin(
//!     requires("session ^1.2", "auth-api ^1"), // must be there
//!     optional("metrics ^0.5"),                // need not be there, but not in another version
//!     conflicts("legacy-auth"),                // must not be there
//!     provides("login 1.0"),                   // what others may require instead of its id
//!     contract = "^0.1",                           // which versions of the contract's package
//! )]
//! pub struct Auth;
//! # #[hookimpl]
//! # impl GatewayHooks for Auth { fn on_startup(&self) {} }
//!
//! let error = PluginManager::discover::<dyn GatewayHooks>().unwrap_err();
//! assert!(matches!(
//!     error.problems(),
//!     [Problem::Missing { requirement: session, .. }, Problem::Missing { requirement: api, .. }]
//!         if session.id() == "session" && api.id() == "auth-api"
//! ));
//! ```
//!
//! A set of plugins is whole before any of their code runs, or every [`Problem`] is reported, with
//! what would mend it: what is missing or has the wrong version, two providers where one is wanted,
//! conflicts, circles, a contract of another version. It stays whole: a plugin that does not go with
//! those that are registered is refused, and one that others require cannot leave without them
//! ([`UnregisterError`]). A host that would rather start without some plugins than not at all
//! [leaves them out](ResolvePolicy::Skip).
//!
//! # What plugins are given
//!
//! A host gives values and services to its plugins, by type: to [all](PluginManagerBuilder::provide),
//! or to [one](PluginManagerBuilder::provide_to). `init` of a plugin finds them in its [`Context`]. What it
//! lists as `needs` is known to be there before any code of any plugin runs, or the report names the
//! plugin and the type. [`PluginManager::injected`] shows who holds what.
//!
//! With the feature `config`, a plugin may also have a typed configuration: its section of a document
//! that the host [hands over](PluginManagerBuilder::config), of any format that serde reads. All
//! sections are read before any `init` runs, and all mistakes are reported with their paths.
//!
//! ```standalone_crate
//! # #[plugin_core::hookspec]
//! # pub trait GatewayHooks { fn greet(&self) -> String; }
//! # pub struct Region(&'static str);
//! # #[cfg(feature = "config")]
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use plugin_core::{Context, MissingValueError, Plugin, PluginManager, hookimpl};
//!
//! #[derive(serde::Deserialize)]
//! struct WelcomeConfig {
//!     text: String,
//! }
//!
//! #[derive(Plugin)]
//! #[plugin(init = Welcome::open, needs(Region), config = WelcomeConfig)]
//! struct Welcome(String);
//!
//! impl Welcome {
//!     fn open(context: &Context, config: WelcomeConfig) -> Result<Self, MissingValueError> {
//!         let Region(name) = context.get()?;
//!         Ok(Self(format!("{} in {name}", config.text)))
//!     }
//! }
//! # #[hookimpl]
//! # impl GatewayHooks for Welcome { fn greet(&self) -> String { self.0.clone() } }
//!
//! let document = toml::Deserializer::parse("[welcome]\ntext = 'good day'")?;
//! let builder = PluginManager::builder::<dyn GatewayHooks>().provide(Region("Bern"));
//! let plugins = builder.config(document)?.discover()?;
//! assert_eq!(plugins.hook::<dyn GatewayHooks>().greet(), ["good day in Bern"]);
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "config"))]
//! # fn main() {}
//! ```
//!
//! This keeps honest plugins honest, and makes them testable. It is [no boundary](Context#what-this-is-not)
//! against others: plugins are native code in the host's process.
//!
//! # Panics
//!
//! A panic of a plugin passes through wrappers and the call, as an exception does in pluggy. A manager
//! that is told to [isolate](PluginManagerBuilder::isolate) its plugins contains it: the call goes on
//! without that plugin, the [`Fault`] is kept and told to [monitors](Monitor::on_fault), and a plugin with
//! too many faults is out of service until it is [put back](PluginManager::reinstate).
//!
//! | the hook returns | of a hookimpl that panics | of a wrapper that panics, once `next` has returned |
//! | --- | --- | --- |
//! | `()` | nothing | nothing |
//! | `T`, `Option<T>` | no answer | what `next` returned, if `T: Clone`; else an empty `Vec` |
//! | `Option<T>`, `firstresult` | no answer: the next one is asked | the same; else `None` |
//! | `Result<.., E>` | no answer, and no `Err`: that is a plugin's own answer | the same, with `T: Clone` and `E: Clone`; else `Ok` of nothing |
//!
//! * A wrapper that panics before it has called `next` is passed over: `next` runs in its place. It
//!   runs once in any case, unless the wrapper itself called it more often.
//! * An `init` that panics is a problem like one that fails. A `Drop` that panics is a fault. So is a
//!   panic while an earlier call is replayed; the plugin is registered nevertheless.
//! * Panics of the host are its own: those of implementations given to `call_extra`, of callbacks and
//!   monitors pass.
//! * What a plugin has changed before it panicked stays changed: its own state, and what a mutable
//!   argument refers to.
//! * Where a panic began is known from the process's panic hook. The first manager that isolates wraps
//!   the hook that is there, which is called as before: by default, panics are still printed.
//! * With `panic = "abort"`, a panic ends the process, whatever a manager is told. So does, as always,
//!   a second panic that leaves a `Drop` while a first one passes through.
//! * A host's own loop over [`HookCaller::hookimpls`] is not isolated, and goes to plugins that are out
//!   of service as well.
//! * It costs a little per hookimpl, as calls no longer go straight through the list.
//!
//! # Testing a plugin
//!
//! A manager that is asked for nothing holds nothing, so a test has just the plugins that it gives:
//!
//! ```
//! # #[derive(Debug, PartialEq)]
//! # pub struct User(pub &'static str);
//! # #[plugin_core::hookspec]
//! # pub trait GatewayHooks {
//! #     #[hookspec(firstresult)]
//! #     fn authenticate(&self, token: &str) -> Option<User>;
//! # }
//! # #[derive(plugin_core::Plugin, Default)]
//! # pub struct Auth;
//! # #[plugin_core::hookimpl]
//! # impl GatewayHooks for Auth {
//! #     fn authenticate(&self, token: &str) -> Option<User> {
//! #         (token == "t0ken").then_some(User("ada"))
//! #     }
//! # }
//! use plugin_core::PluginManager;
//!
//! let manager = PluginManager::new::<dyn GatewayHooks>();
//! manager.register(Auth::default())?.expect_active();
//! let hooks = manager.hook::<dyn GatewayHooks>();
//! assert_eq!(hooks.authenticate("t0ken"), Some(User("ada")));
//! // What others might answer: an implementation for this call.
//! assert_eq!(hooks.authenticate.call_extra(&[&|_| Some(User("guest"))], "x"), Some(User("guest")));
//! # Ok::<(), plugin_core::RegisterError>(())
//! ```
//!
//! An implementation can also be called on the plugin itself, as the trait and the impl are ordinary
//! ones; wrappers, and further implementations under `specname`, are reached through a manager.
//!
//! With the feature `testing`, [`testing`] has plugins made of closures, a recorder of calls and
//! more; tests turn it on: `plugin-core = { .., features = ["testing"] }` under `[dev-dependencies]`.
//!
//! # Features
//!
//! None is on by default: a contract is compiled for what its users want, and gets longer by `sets`
//! and `closures`.
//!
//! | feature | what needs it |
//! | --- | --- |
//! | `config` | typed configuration: `#[plugin(config = ..)]`, [`PluginManagerBuilder::config`] |
//! | `sets` | plugin sets: [`#[derive(PluginSet)]`](derive@PluginSet) |
//! | `closures` | plugins made of closures: `GatewayHooksFake`, [`FakeHookSpec`] |
//! | `testing` | the module [`testing`]; turns `closures` on |
//!
//! # More
//!
//! * Who answered, or a loop of your own: [`HookCaller::hookimpls`].
//! * One more implementation for one call, or the answers of a historic hook as they come:
//!   `call_extra` and `call_historic` of [`HookCaller`].
//! * Calls without some plugins: [`PluginManager::subset_hook_caller`].
//! * Watching calls: [`PluginManager::monitor`]; as text: [`Trace`].
//! * What went wrong, all of it at once: [`RegisterError`].
//! * Plugins that the host knows when it is compiled: [`PluginSet`](derive@PluginSet), and
//!   [which of the two to choose](choosing). [What it all costs](performance).
//! * [A tutorial](tutorial): from an empty folder to an app with two plugins.
//! * [Coming from pluggy](coming_from_pluggy): every behavior of pluggy, and what became of it.
//!
//! # What it does not do
//!
//! Plugins are compiled into the host. Nothing is loaded at run time, and plugins are trusted as
//! any dependency is. Who loads scripts or modules all the same makes
//! [an adapter](Context#code-that-is-not-compiled-in) a plugin, once for each.
//!
//! [pluggy]: https://pluggy.readthedocs.io

#![forbid(unsafe_code)]
// docs.rs shows which feature an item needs.
#![cfg_attr(docsrs, feature(doc_cfg))]
// What the links lead to is not there.
#![cfg_attr(
    not(all(feature = "config", feature = "sets", feature = "testing")),
    allow(rustdoc::broken_intra_doc_links)
)]

// So that the code that our macros write also compiles in this crate's own tests.
extern crate self as plugin_core;

mod plugin;

#[cfg(feature = "closures")]
mod closures;

mod hook;

mod registry;

mod resolve;

mod isolate;

mod manager;

mod inspect;

mod context;

mod config;

#[cfg(feature = "testing")]
pub mod testing;

#[cfg(feature = "sets")]
mod sets;

mod error;

mod ordering;

mod graph;

mod counted;

mod util;

mod features;

mod info;

mod registered;

#[doc = include_str!("../docs/coming-from-pluggy.md")]
pub mod coming_from_pluggy {}

#[doc = include_str!("../docs/tutorial.md")]
pub mod tutorial {}

#[doc = include_str!("../docs/choosing.md")]
#[doc = include_str!("../docs/costs.md")]
pub mod choosing {}

#[doc = include_str!("../docs/performance.md")]
pub mod performance {}

#[doc(hidden)]
#[path = "private.rs"]
#[allow(
    missing_docs,
    clippy::missing_errors_doc,
    clippy::unnecessary_wraps,
    reason = "named by generated code only"
)]
pub mod __private_0_1_0;

#[cfg(feature = "closures")]
pub use closures::FakeHookSpec;
pub use config::InvalidConfigError;
pub use context::{Context, InjectedValue, MissingValueError};
pub use error::{
    Dependent, Diagnostic, Diagnostics, ExclusionReason, FilterSource, MissingReason, Problem,
    Provider, RegisterError, SkippedPlugin, Suggestion, UnregisterError,
};
pub use hook::caller::HookCaller;
pub use hook::constraints::OrderConstraint;
pub use hook::hookimpl::HookImpl;
pub use hook::monitor::{Answer, Argument, Call, Monitor, Outcome};
pub use hook::relay::Hooks;
pub use hook::replay_error::ReplayError;
pub use hook::spec::HookSpec;
pub use hook::trace::Trace;
pub use info::{
    Capability, HookImplInfo, HookInfo, HookSpecInfo, InvalidIdError, Location, Package, PluginId,
    PluginInfo, PluginRef, Precedence, Requirement, TypeKey,
};
pub use inspect::call_order::{CallOrder, ConstraintOutcome, DeclaredConstraint, OrderedImpl};
pub use isolate::{Fault, FaultLimit, PanicLocation, Phase};
pub use manager::{
    IntoInstance, MonitorGuard, PluginManager, PluginManagerBuilder, Registered, Subset,
};
pub use plugin::Plugin;
pub use registered::RegisteredPlugin;
pub use registry::Registry;
pub use registry::crates::PluginCrate;
pub use resolve::ResolvePolicy;
#[cfg(feature = "sets")]
pub use sets::{PluginSet, StaticHookSpec};
pub use util::BoxError;

/// Makes a trait a contract: a hookspec, whose methods are hooks.
///
/// The trait gains the supertraits `Send + Sync + 'static` and stays an ordinary trait. Its
/// methods gain a body, which is never reached through a relay: a plugin may leave any of them
/// out and is then not asked. Beside the trait `GatewayHooks`, the macro writes
///
/// * `GatewayHooksRelay`, the relay: for each hook a method to call it, with the hook's
///   documentation, parameters and the return type below, and a public field of the same name;
/// * for each hook, say `authenticate`, the type of that field, `GatewayHooksAuthenticateCaller`. It
///   derefs to [`HookCaller`]. A hook that is not historic has a method
///   `call_extra(&[&|..| ..], arguments..)` there, which calls it with more implementations for
///   this call. A historic hook that returns something has
///   `call_historic(|answer| .., arguments..)`, which hands over each answer, now and later.
/// * with the feature `sets`, `GatewayHooksStaticHooks<'_, Plugins>`, what [`PluginSet::hook`] returns
///   for the set `Plugins`: a method for each hook;
/// * with the feature `closures`, `GatewayHooksFake`, a plugin made of closures, for tests: see
///   [`testing::fake`].
///
/// # Options on the trait
///
/// * `project = "gateway"`: the project that the hookspec belongs to; by default, the name of the
///   package that it is compiled in. [`PluginManager::discover`] takes the plugins that implement
///   a hookspec of the project. A plugin that publishes hooks of its own names the host's project.
/// * `crate = path`: where `plugin_core` is, if not at `::plugin_core`.
///
/// # Options on a method: `#[hookspec(..)]`
///
/// * `firstresult`: a call stops at the first answer.
/// * `historic`: calls are remembered, with clones of their arguments, and made on plugins that
///   are registered later. A call that fails is remembered as well. What is remembered lives as
///   long as the manager, or until [`HookCaller::clear_history`]; a clone of the manager itself
///   among the arguments keeps the manager alive, so hand it to plugins through a hook that is not
///   historic.
///
/// # What a call returns
///
/// Return types are recognized by the last segment of their path, so an alias of `Option` or
/// `Result` by another name is a `T`:
///
/// | the hook returns | a call returns | with `firstresult` |
/// | --- | --- | --- |
/// | `()` | `()` | |
/// | `T` | `Vec<T>` | |
/// | `Option<T>` | `Vec<T>`, without `None` | `Option<T>` |
/// | `Result<(), E>` | `Result<(), E>` | |
/// | `Result<T, E>` | `Result<Vec<T>, E>` | |
/// | `Result<Option<T>, E>` | `Result<Vec<T>, E>`, without `None` | `Result<Option<T>, E>` |
///
/// The first `Err` ends a call and is what it returns. A call of a historic hook returns the
/// answers of the plugins of that moment.
///
/// # What a hook may look like
///
/// It takes `&self`, has no body, and no type parameters. Parameters are
///
/// * shared references, of any lifetime;
/// * mutable references, which go from one plugin to the next;
/// * values that are `Clone`: each plugin gets a clone.
///
/// Results may borrow from the plugin and from arguments. A parameter of a historic hook is a
/// value, or a reference to one, that is `Clone + Send + Sync + 'static`; its error, if it has
/// one, converts into `Box<dyn Error + Send + Sync>`.
///
/// Arguments are given by position. A contract that will need more of them takes one struct that
/// is `#[non_exhaustive]`, and hookimpls take it apart by a pattern:
///
/// ```
/// use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
///
/// #[non_exhaustive]
/// pub struct Login<'a> {
///     pub token: &'a str,
///     pub attempt: u32,
/// }
///
/// #[hookspec]
/// pub trait LoginHooks {
///     #[hookspec(firstresult)]
///     fn login(&self, login: &Login<'_>) -> Option<String>;
/// }
///
/// #[derive(Plugin, Default)]
/// struct Tokens;
///
/// #[hookimpl]
/// impl LoginHooks for Tokens {
///     fn login(&self, Login { token, .. }: &Login<'_>) -> Option<String> {
///         token.strip_prefix("user-").map(str::to_owned)
///     }
/// }
///
/// let manager = PluginManager::new::<dyn LoginHooks>();
/// manager.register(Tokens)?.expect_active();
/// let hooks = manager.hook::<dyn LoginHooks>();
/// assert_eq!(hooks.login(&Login { token: "user-ada", attempt: 1 }).as_deref(), Some("ada"));
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
///
/// A hook under `#[deprecated]` warns whoever implements it, and whoever calls it. `#[cfg]` works
/// on hooks as on any method.
///
/// # Later plugins
///
/// ```
/// use std::sync::Mutex;
/// use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
///
/// #[hookspec]
/// pub trait Configured {
///     #[hookspec(historic)]
///     fn on_configured(&self, name: &str) -> Option<String>;
/// }
///
/// #[derive(Plugin, Default)]
/// struct Greeter;
///
/// #[hookimpl]
/// impl Configured for Greeter {
///     fn on_configured(&self, name: &str) -> Option<String> {
///         Some(format!("hello, {name}"))
///     }
/// }
///
/// static ANSWERS: Mutex<Vec<String>> = Mutex::new(Vec::new());
///
/// let manager = PluginManager::new::<dyn Configured>();
/// let hooks = manager.hook::<dyn Configured>();
/// hooks.on_configured.call_historic(|answer| ANSWERS.lock().unwrap().push(answer), "gateway");
/// assert!(ANSWERS.lock().unwrap().is_empty());
///
/// manager.register(Greeter)?.expect_active();
/// assert_eq!(*ANSWERS.lock().unwrap(), ["hello, gateway"]);
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
pub use plugin_core_macros::hookspec;

/// Makes an impl of a hookspec part of a plugin: each of its methods is a hookimpl.
///
/// It stands on `impl HookSpec for Plugin`, where the type is under
/// [`#[derive(Plugin)]`](derive@Plugin). Hooks that are left out are not called.
///
/// # Options
///
/// On the impl they are the default for its methods; `#[hookimpl(..)]` on a method adds to them,
/// and its `tryfirst` or `trylast` takes the place of the other.
///
/// * `tryfirst`, `trylast`: before, after the hookimpls that are neither. See the
///   [order](crate#order).
/// * `before = "cache"`, `after("auth", "session")`: wishes to stand before or after the hookimpls of
///   these plugins, named by id or by what they provide. A method's wish takes the place of the
///   opposite one on the impl. See the [order](crate#order).
/// * `wrapper`: runs around all hookimpls that are none. It takes one more parameter, the last:
///   `next: &dyn Fn(arguments..) -> what a call returns`, and returns what `next` does. It may
///   change the arguments and the outcome, call `next` again, or not at all. A panic passes
///   through; what must happen nevertheless goes into a `Drop`. A plugin may have both an
///   implementation and a wrapper of one hook. A historic hook takes no wrappers.
/// * `specname = "hook"`, on a method only: implements `hook` under another name. This is how one
///   plugin implements a hook several times. They join in the order of their declaration: among
///   equals, the one declared last is called first.
/// * `crate = path`, on the impl only: where `plugin_core` is, if not at `::plugin_core`.
///
/// ```standalone_crate
/// use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
///
/// #[hookspec]
/// trait Prices {
///     fn price(&self, item: &str) -> Option<u32>;
/// }
///
/// #[derive(Plugin, Default)]
/// struct Shop;
///
/// #[hookimpl]
/// impl Prices for Shop {
///     fn price(&self, item: &str) -> Option<u32> {
///         (item == "tea").then_some(300)
///     }
///
///     #[hookimpl(specname = "price", trylast)]
///     fn price_of_anything(&self, _item: &str) -> Option<u32> {
///         Some(999)
///     }
///
///     #[hookimpl(wrapper)]
///     fn price(&self, item: &str, next: &dyn Fn(&str) -> Vec<u32>) -> Vec<u32> {
///         next(&item.to_lowercase())
///     }
/// }
///
/// let manager = PluginManager::discover::<dyn Prices>()?;
/// assert_eq!(manager.hook::<dyn Prices>().price("Tea"), [300, 999]);
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
///
/// What a result borrows from plugins needs a name in a wrapper, where the `next` of several
/// plugins meet:
///
/// ```
/// # use plugin_core::{Plugin, hookimpl, hookspec};
/// #[hookspec]
/// trait Names {
///     fn name(&self, kind: &str) -> Option<&str>;
/// }
///
/// # #[derive(Plugin, Default)]
/// # struct Shop;
/// #[hookimpl]
/// impl Names for Shop {
///     #[hookimpl(wrapper)]
///     fn name<'p>(&'p self, kind: &str, next: &dyn Fn(&str) -> Vec<&'p str>) -> Vec<&'p str> {
///         next(kind)
///     }
/// }
/// ```
pub use plugin_core_macros::hookimpl;

/// Makes a type a plugin.
///
/// The type must be `Send + Sync`: all threads share it. It is in the [`Registry`] as soon as
/// it is linked; nothing of it runs before a manager takes it in.
///
/// # Options: `#[plugin(..)]`
///
/// All of them are optional.
///
/// * `id = "auth"`: a [`PluginId`]; by default, the type's name in kebab-case.
/// * `version = "1.2.0"`: a SemVer version; by default, that of the package.
/// * `init = path`: a function that constructs the plugin: `fn() -> Self`. It may fail, by a
///   `Result<Self, E>` where `E` is any error or a text, and may take what the plugin is given: a
///   `&`[`Context`]. By default, [`Default`] constructs.
/// * `needs(Pool, Arc<dyn Clock>)`: types of what the host must give to the plugin. It is known to be
///   there before any code of any plugin runs; `init` gets it from the [`Context`].
/// * `config = AuthConfig`: what the plugin's section of the
///   [configuration](PluginManagerBuilder::config) is read as, a type that is `serde::Deserialize`.
///   `init` takes it by value, after the `&Context` if it takes that. This wants the feature `config`
///   of `plugin-core`, in the plugin's manifest or in any other of the build.
/// * `manual`: only the host constructs it: `manager.register(Auth::new(config))`.
/// * `hookspecs(GatewayHooks, ..)`: for generic types, which are `manual` and cannot register
///   themselves: the hookspecs that they implement.
/// * `requires("session ^1.2", "clock >=2, <4")`: plugins or capabilities that must be there, each an
///   id and, after a space, a version requirement as in Cargo; without one, any version does. See
///   [`Requirement`] for which versions match.
/// * `optional("metrics ^0.5")`: what must have one of these versions if it is there. It is then
///   registered first, too, unless that leads round in a circle.
/// * `conflicts("legacy-auth")`: what must not be there. A plugin that conflicts with what it provides
///   wants to be the only one that does.
/// * `provides("auth-api 1.0")`: capabilities that others may require beside its id; without a
///   version, in that of the plugin.
/// * `contract = "^2.1"`: versions of the package whose hookspec the host made its manager for. That
///   version is taken from Cargo when the hookspec is compiled.
/// * `crate = path`: where `plugin_core` is, if not at `::plugin_core`.
///
/// A list with one entry may be written `requires = "session ^1.2"`.
///
/// What else is known of a plugin comes from its package and its doc comment: [`PluginInfo`].
///
/// ```
/// use plugin_core::{Plugin, PluginManager, hookspec};
///
/// # #[hookspec]
/// # trait GatewayHooks { fn on_startup(&self); }
/// /// Keeps the sessions of users.
/// #[derive(Plugin)]
/// #[plugin(id = "session", version = "1.2.0", init = Sessions::open)]
/// struct Sessions {
///     path: String,
/// }
///
/// impl Sessions {
///     fn open() -> Result<Self, std::env::VarError> {
///         Ok(Self { path: std::env::var("CARGO")? })
///     }
/// }
///
/// let manager = PluginManager::new::<dyn GatewayHooks>();
/// let sessions = manager.load::<Sessions>()?.expect("the id is not blocked");
/// assert!(!sessions.path.is_empty());
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
pub use plugin_core_macros::Plugin;

/// Fuses plugins that are known when the host is compiled.
///
/// A manager finds out at run time who is there. Where the host names its plugins anyway, a *plugin
/// set* does without: a struct whose fields are the plugins. The compiler works out the order of
/// each hook from the same options of the same `#[hookimpl]`s, and a call is what one would write by
/// hand: the plugins' methods, one after the other, each of which may be inlined. There is no heap,
/// no start-up and no link-time registration in it, so it also works where [`linkme`] does not. [Which
/// of the two to choose](choosing) has a page of its own.
///
/// It needs the feature `sets`, without which the macros write less.
///
/// ```
/// use plugin_core::{Plugin, PluginSet, hookimpl, hookspec};
///
/// #[hookspec]
/// pub trait GatewayHooks {
///     fn on_startup(&self);
///     #[hookspec(firstresult)]
///     fn authenticate(&self, token: &str) -> Option<String>;
/// }
///
/// #[derive(Plugin, Default)]
/// pub struct Guest;
///
/// #[hookimpl]
/// impl GatewayHooks for Guest {
///     #[hookimpl(trylast)]
///     fn authenticate(&self, _token: &str) -> Option<String> {
///         Some("guest".to_owned())
///     }
/// }
///
/// #[derive(Plugin)]
/// #[plugin(manual)]
/// pub struct Auth {
///     token: &'static str,
/// }
///
/// #[hookimpl]
/// impl GatewayHooks for Auth {
///     fn authenticate(&self, token: &str) -> Option<String> {
///         (token == self.token).then(|| "ada".to_owned())
///     }
/// }
///
/// #[derive(PluginSet)]
/// #[plugin_set(hookspecs(GatewayHooks))]
/// struct Plugins {
///     auth: Auth,
///     guest: Guest,
/// }
///
/// static PLUGINS: Plugins = Plugins { auth: Auth { token: "t0ken" }, guest: Guest };
///
/// let hooks = PLUGINS.hook::<dyn GatewayHooks>();
/// hooks.on_startup(); // nobody implements it: no code
/// assert_eq!(hooks.authenticate("t0ken").as_deref(), Some("ada"));
/// assert_eq!(hooks.authenticate("?").as_deref(), Some("guest"));
/// ```
///
/// # The struct
///
/// Its fields have names or are numbered, and it has no parameters. Each field is a plugin, whether it
/// is `manual`, a generic type with its arguments, or [a fake](testing::fake); what a plugin requires
/// stands before it. A plugin that depends on a feature of the host has `#[cfg(feature = "..")]` on its
/// field. The host constructs the set as it constructs any struct: `init`, `needs` and `config` of a
/// plugin are for managers. So whoever writes a plugin for both gives it a constructor that is public,
/// and `const` if it is to be in a `static`.
///
/// # Options: `#[plugin_set(..)]`
///
/// * `hookspecs(GatewayHooks, ..)`: the hookspecs that are called on the set. A plugin need not
///   implement any of them.
/// * `crate = path`: where `plugin_core` is, if not at `::plugin_core`.
///
/// # Calls
///
/// [`PluginSet::hook`] returns the *fused relay* of a hookspec: one method per hook, with the
/// semantics of a manager that registered the same plugins in the order of the fields. Who came last
/// is asked first but for what `tryfirst`, `trylast`, `before` and `after` say; wrappers run around
/// the others; a call of a `firstresult` hook stops at the first answer, and one that may fail at the
/// first error. A call of a `historic` hook is an ordinary one, as no plugin comes later. There are no
/// extras, monitors, isolation and blocking: those are for managers. A function takes the fused relay by
/// its name, `fn serve(hooks: &GatewayHooksStaticHooks<'_, Plugins>)`; for what is to work with any set, and
/// with a manager, take closures or what the hooks return.
///
/// # What does not compile
///
/// Ordering constraints that contradict each other; a plugin that is there twice; one whose `requires(..)` names
/// somebody who is not there, or comes later, or whose `conflicts(..)` names somebody who is there:
///
/// ```compile_fail
/// # use plugin_core::{Plugin, PluginSet, hookspec};
/// # #[hookspec]
/// # trait GatewayHooks { fn on_startup(&self); }
/// #[derive(Plugin, Default)]
/// #[plugin(requires("session ^1.2"))]
/// struct Auth;
///
/// #[derive(PluginSet)] // plugin `auth` requires `session`, and `session` is not in the set
/// #[plugin_set(hookspecs(GatewayHooks))]
/// struct Plugins {
///     auth: Auth,
/// }
/// ```
///
/// Versions are compared by [`PluginSet::check`], in a test of the host.
///
/// [`linkme`]: https://docs.rs/linkme
pub use plugin_core_macros::PluginSet;
