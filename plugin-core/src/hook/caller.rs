//! What stands behind one method of a relay: the hook's implementations as of one moment.

use std::fmt;
use std::ops::Deref;
use std::panic::{RefUnwindSafe, UnwindSafe};
use std::slice;
use std::sync::{Arc, Weak};

use super::history::{History, Remembered};
use super::hookimpl::Hookimpl;
use super::monitor::{Monitors, Observation};
use super::order::Precedence;
use super::spec::{HookInfo, Hookspec};
use super::wishes::{Wishes, arrange};
use crate::plugin::RegisteredPlugin;

/// A hook of the hookspec `S` together with its hookimpls as they were when
/// [`PluginManager::hook`](crate::PluginManager::hook) was called.
///
/// A relay has one public field per hook, named like the hook, that derefs to this type. Beside
/// it, a hook that is not historic has `call_extra`, and a historic hook whose implementations
/// answer has `call_historic`.
///
/// ```
/// # use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
/// # #[hookspec]
/// # trait Greetings { fn greet(&self, name: &str) -> String; }
/// # #[derive(Plugin, Default)]
/// # struct Polite;
/// # #[hookimpl]
/// # impl Greetings for Polite { fn greet(&self, name: &str) -> String { format!("good day, {name}") } }
/// # let manager = PluginManager::new::<dyn Greetings>();
/// # manager.register(Polite)?;
/// let hooks = manager.hook::<dyn Greetings>();
/// assert_eq!(hooks.greet("Ada"), ["good day, Ada"]);
///
/// assert_eq!(hooks.greet.info().name(), "greet");
/// assert_eq!(hooks.greet.hookimpls().len(), 1);
///
/// // One more implementation, for this call only.
/// let answers = hooks.greet.call_extra(&[&|name| format!("hi {name}")], "Ada");
/// assert_eq!(answers, ["hi Ada", "good day, Ada"]);
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
pub struct HookCaller<S: Hookspec + ?Sized> {
    /// The plain hookimpls, if they are all there is to a call: no wrapper, nobody watching.
    direct: Option<Arc<[Arc<S>]>>,
    plain: Arc<[Arc<S>]>,
    /// How many of `plain` come before extras: those that are `tryfirst`, and what wishes put there.
    tryfirst: usize,
    wrappers: Arc<[Arc<S>]>,
    hook: &'static HookInfo,
    /// Wrappers and plain ones, in call order.
    hookimpls: Arc<[Hookimpl<S>]>,
    monitors: Monitors,
    history: Option<Arc<History<S>>>,
    /// The ids that a subset leaves out.
    excluded: Arc<[String]>,
}

impl<S: Hookspec + ?Sized> HookCaller<S> {
    /// The hook's name and options.
    pub fn info(&self) -> &'static HookInfo {
        self.hook
    }

    /// The hookimpls in call order: first the wrappers from the outermost to the innermost, then
    /// those that answer.
    pub fn hookimpls(&self) -> &[Hookimpl<S>] {
        &self.hookimpls
    }

    /// How many calls of this hook are remembered for plugins that come later; 0 unless the hook
    /// is historic.
    pub fn history_len(&self) -> usize {
        self.history.as_ref().map_or(0, |history| history.len())
    }

    /// Forgets the remembered calls, with the arguments that they hold, and returns how many
    /// there were. Plugins that come later do not get them.
    pub fn clear_history(&self) -> usize {
        self.history.as_ref().map_or(0, |history| history.clear())
    }
}

/// For managers.
impl<S: Hookspec + ?Sized> HookCaller<S> {
    pub(crate) fn empty(hook: &'static HookInfo, history: Option<Arc<History<S>>>) -> Self {
        Self {
            direct: None,
            plain: Arc::new([]),
            tryfirst: 0,
            wrappers: Arc::new([]),
            hook,
            hookimpls: Arc::new([]),
            monitors: Monitors::default(),
            history,
            excluded: Arc::new([]),
        }
    }

    pub(crate) fn history(&self) -> Option<&Arc<History<S>>> {
        self.history.as_ref()
    }

    /// The same hook with other hookimpls, given in any order.
    pub(crate) fn with_hookimpls(&self, mut hookimpls: Vec<Hookimpl<S>>) -> Self {
        hookimpls.sort_by_key(Hookimpl::rank);
        let inside = hookimpls.partition_point(|hookimpl| hookimpl.info.is_wrapper());
        let (plain, tryfirst) = as_wished(hookimpls.split_off(inside));
        let (wrappers, _) = as_wished(hookimpls);
        let implementors = |of: &[Hookimpl<S>]| {
            of.iter().map(|hookimpl| Arc::clone(&hookimpl.implementor)).collect()
        };
        let caller = Self {
            plain: implementors(&plain),
            tryfirst,
            wrappers: implementors(&wrappers),
            hookimpls: wrappers.into_iter().chain(plain).collect(),
            ..self.clone()
        };
        caller.with_direct()
    }

    pub(crate) fn with_monitors(&self, monitors: &Monitors) -> Self {
        Self { monitors: monitors.clone(), ..self.clone() }.with_direct()
    }

    /// The same hook without the hookimpls of the plugins with these ids.
    pub(crate) fn excluding(&self, ids: &Arc<[String]>) -> Self {
        let left = self.hookimpls.iter().filter(|hookimpl| !excludes(ids, hookimpl));
        let left = left.cloned().collect();
        Self { excluded: Arc::clone(ids), ..self.with_hookimpls(left) }
    }

    fn with_direct(mut self) -> Self {
        let direct = self.wrappers.is_empty() && self.monitors.is_empty();
        self.direct = direct.then(|| Arc::clone(&self.plain));
        self
    }
}

/// For the code that `#[hookspec]` writes.
#[doc(hidden)]
impl<S: Hookspec + ?Sized> HookCaller<S> {
    /// Those to ask, if a call has nothing more to do than to ask them.
    #[inline]
    pub fn direct(&self) -> Option<slice::Iter<'_, Arc<S>>> {
        self.direct.as_deref().map(<[_]>::iter)
    }

    /// The wrappers, from the outermost to the innermost.
    #[inline]
    pub fn wrappers(&self) -> &[Arc<S>] {
        &self.wrappers
    }

    /// Those to ask, with the extra ones in their place.
    pub fn targets<'a, E: ?Sized>(
        &'a self,
        extras: &'a [&'a E],
    ) -> impl Iterator<Item = Target<'a, S, E>> {
        let (first, others) = self.plain.split_at(self.tryfirst);
        let first = first.iter().map(|it| Target::Hookimpl(&**it));
        let others = others.iter().map(|it| Target::Hookimpl(&**it));
        first.chain(extras.iter().rev().map(|it| Target::Extra(*it))).chain(others)
    }

    /// What the monitors see of the call that begins, if there are any.
    pub fn observe(&self, extras: usize) -> Option<Observation<'_>> {
        let hookimpls = self.hookimpls.iter().map(|it| (&it.plugin, it.info));
        Observation::begin(&self.monitors, self.hook, extras, || hookimpls.collect())
    }

    /// Remembers a call of a historic hook, and returns whom to ask now: the hookimpls of this
    /// moment, not those of the moment when the relay was pinned, so that every plugin gets the
    /// call once, be it now or when it comes.
    pub fn remember(
        &self,
        call: impl Fn(&S, Option<Observation<'_>>) -> Replayed + Send + Sync + 'static,
    ) -> Live<S> {
        let call: Arc<Remembered<S>> = Arc::new(call);
        let history = self.history.as_ref().expect("only historic hooks remember calls");
        let hookimpls = history.remember(call);
        if self.excluded.is_empty() {
            return Live { hookimpls };
        }
        let left = hookimpls.iter().filter(|hookimpl| !excludes(&self.excluded, hookimpl));
        Live { hookimpls: left.cloned().collect() }
    }

    /// As [`observe`](Self::observe), for a call of a historic hook.
    pub fn observe_live<'a>(&'a self, live: &'a Live<S>) -> Option<Observation<'a>> {
        let hookimpls = live.hookimpls.iter().map(|it| (&it.plugin, it.info));
        Observation::begin(&self.monitors, self.hook, 0, || hookimpls.collect())
    }
}

/// Hookimpls of one kind, given in pluggy's order, in the order that meets their wishes; and how many
/// of them come before any extras.
fn as_wished<S: ?Sized>(hookimpls: Vec<Hookimpl<S>>) -> (Vec<Hookimpl<S>>, usize) {
    let has_wishes = |it: &Hookimpl<S>| !(it.info.before.is_empty() && it.info.after.is_empty());
    if !hookimpls.iter().any(has_wishes) {
        let is_first = |it: &Hookimpl<S>| it.info.precedence == Precedence::TryFirst;
        let tryfirst = hookimpls.partition_point(is_first);
        return (hookimpls, tryfirst);
    }
    let seats: Vec<_> = hookimpls.iter().map(Hookimpl::seat).collect();
    let arrangement = arrange(&seats, &Wishes::among(&seats));
    let order = arrangement.order.iter().map(|place| hookimpls[*place].clone());
    (order.collect(), arrangement.tryfirst)
}

fn excludes<S: ?Sized>(ids: &[String], hookimpl: &Hookimpl<S>) -> bool {
    let plugin: &RegisteredPlugin = &hookimpl.plugin;
    ids.iter().any(|id| plugin.id() == id.as_str())
}

/// What a remembered call comes to when it is replayed to one plugin.
pub type Replayed = Result<(), Box<dyn std::error::Error + Send + Sync>>;

/// One of those that a call asks: a hookimpl, or one of the extras of this call.
#[derive(Debug)]
pub enum Target<'a, S: ?Sized, E: ?Sized> {
    /// A hookimpl of a plugin.
    Hookimpl(&'a S),
    /// One for this call only.
    Extra(&'a E),
}

/// The hookimpls of a historic hook that a call goes to at once.
#[derive(Debug)]
pub struct Live<S: ?Sized> {
    hookimpls: Arc<[Hookimpl<S>]>,
}

impl<S: ?Sized> Live<S> {
    /// Whom to ask.
    pub fn targets(&self) -> impl Iterator<Item = &S> {
        self.hookimpls.iter().map(|hookimpl| &*hookimpl.implementor)
    }
}

impl<S: Hookspec + ?Sized> Clone for HookCaller<S> {
    fn clone(&self) -> Self {
        Self {
            direct: self.direct.clone(),
            plain: Arc::clone(&self.plain),
            tryfirst: self.tryfirst,
            wrappers: Arc::clone(&self.wrappers),
            hook: self.hook,
            hookimpls: Arc::clone(&self.hookimpls),
            monitors: self.monitors.clone(),
            history: self.history.clone(),
            excluded: Arc::clone(&self.excluded),
        }
    }
}

impl<S: Hookspec + ?Sized> fmt::Debug for HookCaller<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plugins = self.hookimpls.iter().map(|hookimpl| hookimpl.plugin.id());
        write!(f, "{} ", self.hook)?;
        f.debug_list().entries(plugins).finish()
    }
}

/// One caller per hook, in the order of the hookspec, to build a relay from.
#[derive(Debug)]
pub struct Callers<'a, S: Hookspec + ?Sized>(slice::Iter<'a, HookCaller<S>>);

impl<S: Hookspec + ?Sized> Callers<'_, S> {
    /// The caller of the next hook.
    ///
    /// # Panics
    ///
    /// When it is asked more often than the hookspec has hooks.
    pub fn next_caller(&mut self) -> HookCaller<S> {
        self.0.next().expect("a relay has one caller per hook").clone()
    }
}

/// A relay as of one moment: what [`PluginManager::hook`](crate::PluginManager::hook) returns.
/// Cheap to clone.
///
/// It derefs to the relay of the hookspec `S`. Calls through it go to the plugins that were
/// registered when it was made, without looking anything up; what they borrow from a plugin lives
/// as long as it. [`hook`](crate::PluginManager::hook) called again sees what has changed since.
/// (Calls of a historic hook always go to the plugins of the moment: each plugin must get each
/// of them once. For that, the relay of a hookspec with historic hooks keeps the plugins of the
/// moment as well.)
///
/// ```
/// # use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};
/// #[hookspec]
/// trait Greetings {
///     fn greeting(&self) -> &str;
/// }
/// # #[derive(Plugin, Default)]
/// # struct Polite;
/// # #[hookimpl]
/// # impl Greetings for Polite { fn greeting(&self) -> &str { "good day" } }
///
/// let manager = PluginManager::new::<dyn Greetings>();
/// manager.register(Polite)?;
/// let hooks = manager.hook::<dyn Greetings>();
/// manager.unregister("polite")?;
///
/// let greetings: Vec<&str> = hooks.greeting(); // borrowed from the plugin, which is still there
/// assert_eq!(greetings, ["good day"]);
/// assert!(manager.hook::<dyn Greetings>().greeting().is_empty());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct PinnedRelay<S: Hookspec + ?Sized>(Arc<Pinned<S>>);

struct Pinned<S: Hookspec + ?Sized> {
    relay: S::Relay,
    callers: Vec<HookCaller<S>>,
}

impl<S: Hookspec + ?Sized> PinnedRelay<S> {
    pub(crate) fn new(callers: Vec<HookCaller<S>>) -> Self {
        let relay = S::relay(Callers(callers.iter()));
        Self(Arc::new(Pinned { relay, callers }))
    }

    /// What stands behind each hook, in the order of the hookspec.
    ///
    /// An associated function, not a method: those are the hooks.
    ///
    /// ```
    /// # use plugin_core::{PinnedRelay, PluginManager, hookspec};
    /// # #[hookspec]
    /// # trait GatewayHooks { fn on_startup(&self); fn on_shutdown(&self); }
    /// # let manager = PluginManager::new::<dyn GatewayHooks>();
    /// let hooks = manager.hook::<dyn GatewayHooks>();
    /// for caller in PinnedRelay::callers(&hooks) {
    ///     println!("{}: {} hookimpls", caller.info().name(), caller.hookimpls().len());
    /// }
    /// # assert_eq!(PinnedRelay::callers(&hooks).len(), 2);
    /// ```
    pub fn callers(relay: &Self) -> &[HookCaller<S>] {
        &relay.0.callers
    }

    pub(crate) fn downgrade(&self) -> RelayRef<S> {
        RelayRef(Arc::downgrade(&self.0))
    }
}

/// Knows a relay without keeping it, or its plugins.
pub(crate) struct RelayRef<S: Hookspec + ?Sized>(Weak<Pinned<S>>);

impl<S: Hookspec + ?Sized> RelayRef<S> {
    pub(crate) fn is_of(&self, relay: &PinnedRelay<S>) -> bool {
        std::ptr::eq(self.0.as_ptr(), &raw const *relay.0)
    }
}

impl<S: Hookspec + ?Sized> Clone for RelayRef<S> {
    fn clone(&self) -> Self {
        Self(Weak::clone(&self.0))
    }
}

// A panic that passes through a call leaves a relay as it was: it is immutable, and the locks of
// histories are not held while plugin code runs.
impl<S: Hookspec + ?Sized> UnwindSafe for PinnedRelay<S> {}

impl<S: Hookspec + ?Sized> RefUnwindSafe for PinnedRelay<S> {}

impl<S: Hookspec + ?Sized> Deref for PinnedRelay<S> {
    type Target = S::Relay;

    #[inline]
    fn deref(&self) -> &S::Relay {
        &self.0.relay
    }
}

impl<S: Hookspec + ?Sized> Clone for PinnedRelay<S> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<S: Hookspec + ?Sized> fmt::Debug for PinnedRelay<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0.relay, f)
    }
}
