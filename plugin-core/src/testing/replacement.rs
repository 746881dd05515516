//! Another plugin in the place of one, for a while.

use std::fmt;

use crate::manager::{IntoInstance, PluginManager};

/// Puts a plugin in the place of another, under its id and where it stands in the order of calls,
/// until what is returned is dropped. What others require of the replaced one is taken as met, and
/// what the new one requires is not looked at.
///
/// Earlier calls of historic hooks are replayed to the new plugin. Those that are made while it stands
/// in do not reach the replaced one.
///
/// ```
/// # use plugin_core::{hookspec, testing};
/// # #[hookspec]
/// # trait Greetings { fn greet(&self) -> String; }
/// # let polite = testing::fake::<dyn Greetings>().greet(|| "good day".to_owned());
/// # let curt = testing::fake::<dyn Greetings>().greet(|| "hi".to_owned());
/// # let manager = testing::manager::<dyn Greetings>();
/// let manager = manager.with_as("polite", polite).with_as("curt", curt).build();
///
/// let rude = testing::fake::<dyn Greetings>().greet(|| "what".to_owned());
/// let replacement = testing::replace(&manager, "polite", rude);
/// assert_eq!(manager.hook::<dyn Greetings>().greet(), ["hi", "what"]);
/// drop(replacement);
/// assert_eq!(manager.hook::<dyn Greetings>().greet(), ["hi", "good day"]);
/// ```
///
/// # Panics
///
/// When no plugin has the id, or when a replay to the new plugin fails.
#[track_caller]
pub fn replace(manager: &PluginManager, id: &str, plugin: impl IntoInstance) -> Replacement {
    match manager.exchange(id, plugin.into_instance()) {
        Ok(Some(number)) => Replacement { manager: manager.clone(), number },
        Ok(None) => panic!("there is no plugin `{id}` to be replaced in {manager:?}"),
        Err(error) => panic!("{error}"),
    }
}

/// Keeps a plugin in the place of another: what [`replace`] returns.
#[must_use = "the replaced plugin comes back when this is dropped"]
pub struct Replacement {
    manager: PluginManager,
    number: u64,
}

impl Drop for Replacement {
    fn drop(&mut self) {
        self.manager.exchange_back(self.number);
    }
}

impl fmt::Debug for Replacement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Replacement").finish_non_exhaustive()
    }
}
