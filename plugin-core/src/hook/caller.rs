//! The callers of hooks: a caller is one hook with its hookimpls at one moment.

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

/// A reference to an implementation, with the `Arc` that keeps the implementation alive.
#[derive(Debug)]
pub struct ImplRef<S: ?Sized + 'static>(Yoke<&'static S, Arc<S>>);

impl<S: ?Sized + 'static> ImplRef<S> {
    fn new(hookimpl: &HookImpl<S>) -> Self {
        Self(Yoke::attach_to_cart(Arc::clone(&hookimpl.implementation), |it| it))
    }

    /// The implementation.
    #[inline]
    pub fn get(&self) -> &S {
        self.0.get()
    }
}

/// All hookimpls of a hook in the structure of a call, if no call of it is observed or isolated.
///
/// Its drop recurses as deep as a call: one step for each wrapper.
#[derive(Debug)]
pub enum Chain<S: ?Sized + 'static> {
    /// A wrapper, and the chain that it wraps.
    Wrapper(Arc<(ImplRef<S>, Chain<S>)>),
    /// The non-wrappers.
    HookImpls(Arc<[ImplRef<S>]>),
}

impl<S: ?Sized + 'static> Chain<S> {
    fn new(wrappers: &[HookImpl<S>], hookimpls: Arc<[ImplRef<S>]>) -> Self {
        wrappers.iter().rfold(Self::HookImpls(hookimpls), |inner, wrapper| {
            Self::Wrapper(Arc::new((ImplRef::new(wrapper), inner)))
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

/// A hook of the hookspec `S` and its hookimpls at the moment when
/// [`PluginManager::hook`](crate::PluginManager::hook) was called.
///
/// [`Hooks`](crate::Hooks) has one public field per hook, with the name of the hook, that derefs to
/// this type. The field also has the method `call_extra`, or, if the hook is historic and returns
/// values, `call_historic`.
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
/// let results = hooks.greet.call_extra(&[&|name| format!("hi {name}")], "Ada");
/// assert_eq!(results, ["hi Ada", "good day, Ada"]);
/// # Ok::<(), plugin_core::RegisterError>(())
/// ```
pub struct HookCaller<S: ?Sized + 'static> {
    /// The hookimpls, if a call does nothing but call them: no wrapper, no monitor, no isolation.
    /// Empty otherwise, so that a call checks a single condition.
    direct: Arc<[ImplRef<S>]>,
    /// All hookimpls, if there is no monitor and no isolation.
    chain: Option<Chain<S>>,
    hook: &'static HookInfo,
    /// Wrappers, then non-wrappers, in call order.
    hookimpls: Arc<[HookImpl<S>]>,
    /// The number of wrappers.
    wrappers: usize,
    /// The number of hookimpls before the extras: the wrappers, those that are `tryfirst`, and
    /// those that constraints move there.
    tryfirst: usize,
    /// Whether each hookimpl is called through [`HookCaller::call_observed`].
    is_observed: bool,
    monitors: Monitors,
    history: Option<Arc<History<S>>>,
    /// The ids of the plugins that a subset excludes.
    excluded: Arc<[String]>,
}

impl<S: ?Sized + 'static> HookCaller<S> {
    /// The hook's name and options.
    pub fn info(&self) -> &'static HookInfo {
        self.hook
    }

    /// The hookimpls in call order: first the wrappers from the outermost to the innermost, then
    /// the non-wrappers.
    pub fn hookimpls(&self) -> &[HookImpl<S>] {
        &self.hookimpls
    }

    /// Returns how many calls of this hook are remembered for plugins that are registered later. It
    /// is 0 unless the hook is historic.
    pub fn history_len(&self) -> usize {
        self.history.as_ref().map_or(0, |history| history.len())
    }

    /// Drops the remembered calls and their arguments, and returns how many there were. They are
    /// not replayed to plugins that are registered later.
    pub fn clear_history(&self) -> usize {
        self.history.as_ref().map_or(0, |history| history.clear())
    }
}

/// The methods for managers.
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

    /// Returns the same hook with other hookimpls, which may be in any order.
    pub(crate) fn with_hookimpls(&self, hookimpls: Vec<HookImpl<S>>) -> Self {
        let ranks: Vec<_> = hookimpls.iter().map(HookImpl::rank).collect();
        let order = CallOrder::new(&ranks, &|index| hookimpls[index].info, &|index| {
            hookimpls[index].node()
        });
        let mut hookimpls: Vec<_> = hookimpls.into_iter().map(Some).collect();
        let ordered = order
            .indices
            .iter()
            .map(|index| hookimpls[*index].take().expect("an order has each index once"));
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

    /// Returns the same hook without the hookimpls of the plugins with these ids.
    pub(crate) fn excluding(&self, ids: &Arc<[String]>) -> Self {
        let others = self.hookimpls.iter().filter(|hookimpl| !excludes(ids, hookimpl));
        let others = others.cloned().collect();
        Self { excluded: Arc::clone(ids), ..self.with_hookimpls(others) }
    }

    fn with_direct(mut self) -> Self {
        let is_isolated = self.hookimpls.iter().any(|it| it.plugin.faults().is_some());
        self.is_observed = is_isolated || !self.monitors.is_empty();
        (self.direct, self.chain) = (Arc::default(), None);
        if !self.is_observed {
            let (wrappers, hookimpls) = self.hookimpls.split_at(self.wrappers);
            let hookimpls: Arc<[_]> = hookimpls.iter().map(ImplRef::new).collect();
            if wrappers.is_empty() {
                self.direct = Arc::clone(&hookimpls);
            }
            self.chain = Some(Chain::new(wrappers, hookimpls));
        }
        self
    }
}

/// The methods for code that `#[hookspec]` generates. rustdoc heeds the attribute here, and editors heed
/// those of the methods.
#[doc(hidden)]
impl<S: ?Sized + 'static> HookCaller<S> {
    /// Returns the hookimpls, if there are any and a call does nothing but call them.
    #[doc(hidden)]
    #[inline]
    pub fn direct(&self) -> Option<impl ExactSizeIterator<Item = &S>> {
        (!self.direct.is_empty()).then(|| self.direct.iter().map(ImplRef::get))
    }

    /// Returns the hookimpls and wrappers, if there is no monitor and no isolation.
    #[doc(hidden)]
    #[inline]
    pub fn chain(&self) -> Option<&Chain<S>> {
        self.chain.as_ref()
    }

    /// Returns an observation of the call that begins, if there are monitors.
    #[doc(hidden)]
    pub fn observe(&self, extras: usize) -> Option<Observation<'_>> {
        let hookimpls = self.hookimpls.iter().map(|it| (&it.plugin, it.info));
        Observation::begin(&self.monitors, self.hook, extras, || hookimpls.collect())
    }

    /// Remembers a call of a historic hook, and returns the hookimpls to call now. These are the
    /// current hookimpls, not those at the moment when the host got its [`Hooks`](crate::Hooks): so
    /// every plugin gets the call once, either now or when it is registered.
    #[doc(hidden)]
    pub fn remember(
        &self,
        call: impl Fn(&S, Option<Observation<'_>>) -> Replayed + Send + Sync + 'static,
    ) -> LiveHookImpls<S> {
        let call: Arc<Remembered<S>> = Arc::new(call);
        let history = self.history.as_ref().expect("only historic hooks remember calls");
        let hookimpls = history.remember(call);
        if self.excluded.is_empty() {
            return LiveHookImpls { hookimpls };
        }
        let others = hookimpls.iter().filter(|hookimpl| !excludes(&self.excluded, hookimpl));
        LiveHookImpls { hookimpls: others.cloned().collect() }
    }

    /// The same as [`observe`](Self::observe), for a call of a historic hook.
    #[doc(hidden)]
    pub fn observe_live<'a>(&'a self, live: &'a LiveHookImpls<S>) -> Option<Observation<'a>> {
        let hookimpls = live.hookimpls.iter().map(|it| (&it.plugin, it.info));
        Observation::begin(&self.monitors, self.hook, 0, || hookimpls.collect())
    }
}

/// One caller per hook, in the order of the hookspec. A relay is built from them.
#[derive(Debug)]
pub struct Callers<'a, S: ?Sized + 'static>(slice::Iter<'a, HookCaller<S>>);

impl<'a, S: ?Sized + 'static> Callers<'a, S> {
    pub(crate) fn new(callers: &'a [HookCaller<S>]) -> Self {
        Self(callers.iter())
    }

    /// Returns the caller of the next hook.
    ///
    /// # Panics
    ///
    /// If it is called more often than the hookspec has hooks.
    pub fn next_caller(&mut self) -> HookCaller<S> {
        self.0.next().expect("a relay has one caller per hook").clone()
    }
}

/// The call order of hookimpls, by their indices in a list. It is not generic over the hookspec, so
/// that it is compiled once.
struct CallOrder {
    /// Wrappers, then non-wrappers.
    indices: Vec<usize>,
    wrappers: usize,
    /// The number of hookimpls before any extras.
    tryfirst: usize,
}

impl CallOrder {
    fn new(
        ranks: &[Rank],
        info: &dyn Fn(usize) -> &'static HookImplInfo,
        node: &dyn Fn(usize) -> OrderNode,
    ) -> Self {
        let mut indices: Vec<_> = (0..ranks.len()).collect();
        indices.sort_by_key(|index| ranks[*index]);
        let wrappers = indices.partition_point(|it| info(*it).is_wrapper());
        let (outer, inner) = indices.split_at_mut(wrappers);
        apply_constraints(outer, info, node);
        let tryfirst = wrappers + apply_constraints(inner, info, node);
        Self { indices, wrappers, tryfirst }
    }
}

/// Sorts hookimpls of one kind from pluggy's order into the order that meets their constraints.
/// Returns the number of hookimpls before any extras.
fn apply_constraints(
    indices: &mut [usize],
    info: &dyn Fn(usize) -> &'static HookImplInfo,
    node: &dyn Fn(usize) -> OrderNode,
) -> usize {
    if !indices.iter().any(|it| info(*it).has_constraints()) {
        return indices.partition_point(|it| info(*it).precedence == Precedence::TryFirst);
    }
    let nodes: Vec<_> = indices.iter().map(|it| node(*it)).collect();
    let constrained = constraints::order(&nodes, &OrderConstraints::among(&nodes));
    let ordered: Vec<_> = constrained.order.iter().map(|it| indices[*it]).collect();
    indices.copy_from_slice(&ordered);
    constrained.tryfirst
}

fn excludes<S: ?Sized>(ids: &[String], hookimpl: &HookImpl<S>) -> bool {
    let plugin: &RegisteredPlugin = &hookimpl.plugin;
    ids.iter().any(|id| plugin.id() == id.as_str())
}

/// The hookimpls of a historic hook that are called when the call is made.
#[derive(Debug)]
pub struct LiveHookImpls<S: ?Sized> {
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
