//! What stands behind one method of a relay: the hook's implementations as of one moment.

mod slow_path;

use std::fmt;
use std::slice;
use std::sync::Arc;

use yoke::Yoke;

pub use self::slow_path::{Step, Target};
use super::constraints::{self, OrderConstraints, OrderNode};
use super::history::{History, Remembered};
use super::hookimpl::HookImpl;
use super::monitor::{Monitors, Observation};
use super::order::Rank;
use super::replayed::Replayed;
use crate::info::{HookImplInfo, HookInfo, Precedence};
use crate::registered::RegisteredPlugin;

/// An implementation, and where it is.
#[derive(Debug)]
pub struct Direct<S: ?Sized + 'static>(Yoke<&'static S, Arc<S>>);

impl<S: ?Sized + 'static> Direct<S> {
    fn of(hookimpl: &HookImpl<S>) -> Self {
        Self(Yoke::attach_to_cart(Arc::clone(&hookimpl.implementation), |it| it))
    }

    /// The implementation.
    #[inline]
    pub fn get(&self) -> &S {
        self.0.get()
    }
}

/// All hookimpls of a hook of which none is watched or isolated, as a call goes through them.
///
/// Dropped, it goes as deep as a call does: one step for each wrapper.
#[derive(Debug)]
pub enum Chain<S: ?Sized + 'static> {
    /// A wrapper, and what it wraps.
    Wrapper(Arc<(Direct<S>, Chain<S>)>),
    /// Those that answer.
    HookImpls(Arc<[Direct<S>]>),
}

impl<S: ?Sized + 'static> Chain<S> {
    fn of(wrappers: &[HookImpl<S>], hookimpls: Arc<[Direct<S>]>) -> Self {
        wrappers.iter().rfold(Self::HookImpls(hookimpls), |inner, wrapper| {
            Self::Wrapper(Arc::new((Direct::of(wrapper), inner)))
        })
    }
}

impl<S: ?Sized + 'static> Clone for Chain<S> {
    fn clone(&self) -> Self {
        match self {
            Self::Wrapper(wrapper) => Self::Wrapper(Arc::clone(wrapper)),
            Self::HookImpls(hookimpls) => Self::HookImpls(Arc::clone(hookimpls)),
        }
    }
}

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
/// # manager.register(Polite)?.expect_active();
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
pub struct HookCaller<S: ?Sized + 'static> {
    /// Those that answer, if there is nothing to a call but to ask them: no wrapper, nobody watching,
    /// nothing isolated. Empty if there is more to a call, so that a call has one thing to find out.
    direct: Arc<[Direct<S>]>,
    /// All of them, if nobody is watching and nothing isolated.
    chain: Option<Chain<S>>,
    hook: &'static HookInfo,
    /// Wrappers, then those that answer, in call order.
    hookimpls: Arc<[HookImpl<S>]>,
    /// How many of them are wrappers.
    wrappers: usize,
    /// How many of them come before extras: the wrappers, those that are `tryfirst`, and what wishes
    /// put there.
    tryfirst: usize,
    /// Whether each hookimpl is called through [`HookCaller::call_observed`].
    is_observed: bool,
    monitors: Monitors,
    history: Option<Arc<History<S>>>,
    /// The ids that a subset leaves out.
    excluded: Arc<[String]>,
}

impl<S: ?Sized + 'static> HookCaller<S> {
    /// The hook's name and options.
    pub fn info(&self) -> &'static HookInfo {
        self.hook
    }

    /// The hookimpls in call order: first the wrappers from the outermost to the innermost, then
    /// those that answer.
    pub fn hookimpls(&self) -> &[HookImpl<S>] {
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
impl<S: ?Sized + 'static> HookCaller<S> {
    pub(crate) fn empty(hook: &'static HookInfo, history: Option<Arc<History<S>>>) -> Self {
        Self {
            direct: Arc::default(),
            chain: None,
            hook,
            hookimpls: Arc::new([]),
            wrappers: 0,
            tryfirst: 0,
            is_observed: false,
            monitors: Monitors::default(),
            history,
            excluded: Arc::new([]),
        }
    }

    pub(crate) fn history(&self) -> Option<&Arc<History<S>>> {
        self.history.as_ref()
    }

    /// The same hook with other hookimpls, given in any order.
    pub(crate) fn with_hookimpls(&self, hookimpls: Vec<HookImpl<S>>) -> Self {
        let ranks: Vec<_> = hookimpls.iter().map(HookImpl::rank).collect();
        let order =
            Ordered::new(&ranks, &|place| hookimpls[place].info, &|place| hookimpls[place].node());
        let mut hookimpls: Vec<_> = hookimpls.into_iter().map(Some).collect();
        let ordered = order
            .places
            .iter()
            .map(|place| hookimpls[*place].take().expect("an order has each index once"));
        let caller = Self {
            wrappers: order.wrappers,
            tryfirst: order.tryfirst,
            hookimpls: ordered.collect(),
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
        let is_isolated = self.hookimpls.iter().any(|it| it.plugin.faults().is_some());
        self.is_observed = is_isolated || !self.monitors.is_empty();
        (self.direct, self.chain) = (Arc::default(), None);
        if !self.is_observed {
            let (wrappers, hookimpls) = self.hookimpls.split_at(self.wrappers);
            let hookimpls: Arc<[_]> = hookimpls.iter().map(Direct::of).collect();
            if wrappers.is_empty() {
                self.direct = Arc::clone(&hookimpls);
            }
            self.chain = Some(Chain::of(wrappers, hookimpls));
        }
        self
    }
}

/// For the code that `#[hookspec]` writes.
#[doc(hidden)]
impl<S: ?Sized + 'static> HookCaller<S> {
    /// Those to ask, if there is anybody, and a call has nothing more to do than to ask them.
    #[inline]
    pub fn direct(&self) -> Option<impl ExactSizeIterator<Item = &S>> {
        (!self.direct.is_empty()).then(|| self.direct.iter().map(Direct::get))
    }

    /// Those to call, if nobody is watching and nothing isolated.
    #[inline]
    pub fn chain(&self) -> Option<&Chain<S>> {
        self.chain.as_ref()
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

/// One caller per hook, in the order of the hookspec, to build a relay from.
#[derive(Debug)]
pub struct Callers<'a, S: ?Sized + 'static>(slice::Iter<'a, HookCaller<S>>);

impl<'a, S: ?Sized + 'static> Callers<'a, S> {
    pub(crate) fn new(callers: &'a [HookCaller<S>]) -> Self {
        Self(callers.iter())
    }

    /// The caller of the next hook.
    ///
    /// # Panics
    ///
    /// When it is asked more often than the hookspec has hooks.
    pub fn next_caller(&mut self) -> HookCaller<S> {
        self.0.next().expect("a relay has one caller per hook").clone()
    }
}

/// Hookimpls by their places in a list, in the order of a call. It does not know of which hookspec they
/// are, so that it is compiled once.
struct Ordered {
    /// Wrappers, then those that answer.
    places: Vec<usize>,
    wrappers: usize,
    /// How many of them come before any extras.
    tryfirst: usize,
}

impl Ordered {
    fn new(
        ranks: &[Rank],
        info: &dyn Fn(usize) -> &'static HookImplInfo,
        node: &dyn Fn(usize) -> OrderNode,
    ) -> Self {
        let mut places: Vec<_> = (0..ranks.len()).collect();
        places.sort_by_key(|place| ranks[*place]);
        let wrappers = places.partition_point(|it| info(*it).is_wrapper());
        let (outer, inner) = places.split_at_mut(wrappers);
        apply_constraints(outer, info, node);
        let tryfirst = wrappers + apply_constraints(inner, info, node);
        Self { places, wrappers, tryfirst }
    }
}

/// Puts hookimpls of one kind, given in pluggy's order, into the order that satisfies their
/// constraints, and returns how many of them come before any extras.
fn apply_constraints(
    places: &mut [usize],
    info: &dyn Fn(usize) -> &'static HookImplInfo,
    node: &dyn Fn(usize) -> OrderNode,
) -> usize {
    if !places.iter().any(|it| info(*it).has_constraints()) {
        return places.partition_point(|it| info(*it).precedence == Precedence::TryFirst);
    }
    let nodes: Vec<_> = places.iter().map(|it| node(*it)).collect();
    let constrained = constraints::order(&nodes, &OrderConstraints::among(&nodes));
    let ordered: Vec<_> = constrained.order.iter().map(|it| places[*it]).collect();
    places.copy_from_slice(&ordered);
    constrained.tryfirst
}

fn excludes<S: ?Sized>(ids: &[String], hookimpl: &HookImpl<S>) -> bool {
    let plugin: &RegisteredPlugin = &hookimpl.plugin;
    ids.iter().any(|id| plugin.id() == id.as_str())
}

/// The hookimpls of a historic hook that a call goes to at once.
#[derive(Debug)]
pub struct Live<S: ?Sized> {
    hookimpls: Arc<[HookImpl<S>]>,
}

impl<S: ?Sized + 'static> Clone for HookCaller<S> {
    fn clone(&self) -> Self {
        Self {
            direct: Arc::clone(&self.direct),
            chain: self.chain.clone(),
            hook: self.hook,
            hookimpls: Arc::clone(&self.hookimpls),
            wrappers: self.wrappers,
            tryfirst: self.tryfirst,
            is_observed: self.is_observed,
            monitors: self.monitors.clone(),
            history: self.history.clone(),
            excluded: Arc::clone(&self.excluded),
        }
    }
}

impl<S: ?Sized + 'static> fmt::Debug for HookCaller<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plugins = self.hookimpls.iter().map(|hookimpl| hookimpl.plugin.id());
        write!(f, "{} ", self.hook)?;
        f.debug_list().entries(plugins).finish()
    }
}
