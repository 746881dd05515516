//! One plugin in the place of another, for tests.

use std::sync::Arc;

use super::PluginManager;
use super::take_in::{Candidate, Instances, Joining};
use crate::error::{Problem, RegisterError};
use crate::hook::lineup::{AnyPrepared, Change};
use crate::plugin::{Plugin, PluginId, PluginInfo, RegisteredPlugin};
use crate::registry::Registry;

/// A plugin that another one stands in for, with its hookimpls.
pub(crate) struct Exchanged {
    instead: RegisteredPlugin,
    plugin: RegisteredPlugin,
    hookimpls: Vec<Box<dyn AnyPrepared>>,
}

impl PluginManager {
    /// Registers a plugin as one of which other things are known.
    pub(crate) fn register_under<P: Plugin>(
        &self,
        id: PluginId,
        info: &'static PluginInfo,
        plugin: Arc<P>,
    ) -> Result<Option<Arc<P>>, RegisterError> {
        self.register_one(Candidate::given(id, plugin, Instances::Many).known_as(info))
    }

    /// Has a plugin of the registry constructed, and registers it as one of which other things are
    /// known.
    pub(crate) fn load_alone<P: Plugin>(
        &self,
        info: &'static PluginInfo,
    ) -> Result<Option<Arc<P>>, RegisterError> {
        let Some(entry) = Registry::linked().constructible::<P>() else {
            return Err(Problem::NotConstructible { plugin: P::info() }.into());
        };
        self.register_one(Candidate::linked(entry, Instances::One)?.known_as(info))
    }

    /// Puts a plugin in the place of the one with this id, and returns the number of the exchange;
    /// `None` if there is none.
    pub(crate) fn exchange<P: Plugin>(
        &self,
        id: &str,
        instance: Arc<P>,
    ) -> Result<Option<u64>, RegisterError> {
        let Some(plugin) = self.get(id) else { return Ok(None) };
        let candidate = Candidate::given(plugin.id().clone(), instance, Instances::Many);
        let mut joining = self.prepare_alone(candidate)?;
        loop {
            joining.replay(&self.state().monitors.clone())?;
            let mut state = self.state();
            let gate = self.shared.gate.close();
            if !joining.is_caught_up() {
                continue;
            }
            let Joining { plugin: instead, hookimpls, .. } = &mut joining;
            if !state.exchange(&plugin, instead) {
                return Ok(None);
            }
            self.shared.line_up_all(&mut state);
            let old = self.shared.published.load().hookimpls_of(plugin.id());
            let joined: Vec<_> = old.iter().flat_map(|it| it.joined()).collect();
            let (first, last) = (joined.iter().min(), joined.iter().max());
            for prepared in hookimpls.iter_mut() {
                match (first, last) {
                    (Some(first), Some(last)) => prepared.number_within(*first..=*last),
                    _ => prepared.number(&mut state.numbered),
                }
            }
            state.numbered += 1;
            let number = state.numbered;
            let (instead, id) = (instead.clone(), plugin.id().clone());
            state.exchanged.insert(number, Exchanged { instead, plugin, hookimpls: old });
            self.publish(state, gate, &Change::Exchange(&id, hookimpls));
            return Ok(Some(number));
        }
    }

    /// Undoes the exchange with this number, unless the plugin that stands in has left meanwhile.
    pub(crate) fn exchange_back(&self, number: u64) {
        let mut state = self.state();
        let Some(exchanged) = state.exchanged.remove(&number) else { return };
        let Exchanged { instead, plugin, hookimpls } = exchanged;
        if state.exchange(&instead, &plugin) {
            let gate = self.shared.gate.close();
            self.publish(state, gate, &Change::Exchange(plugin.id(), &hookimpls));
        } else if let Some(later) = state.exchanged.values_mut().find(|it| it.plugin.is(&instead)) {
            // A later one stands in for this one: it makes way for whom this one stood in for.
            let instead = std::mem::replace(&mut later.plugin, plugin);
            later.hookimpls = hookimpls;
            drop(state);
            drop(instead);
        }
    }
}
