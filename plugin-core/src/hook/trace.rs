//! Pluggy's tracing: a monitor that writes each call as lines of text, indented by depth.

use std::collections::HashMap;
use std::fmt::{self, Write as _};
use std::sync::{Mutex, MutexGuard};
use std::thread::{self, ThreadId};

use super::monitor::{Argument, Call, Monitor, Outcome};
use crate::util::lock;

/// A [`Monitor`] that writes each call as text, in the form of pluggy's `enable_tracing`.
///
/// A call that is made during another call is indented further. Each thread has its own depth.
///
/// ```
/// use std::sync::Mutex;
/// use plugin_core::monitor::Trace;
/// use plugin_core::{PluginManager, hookspec};
///
/// # #[hookspec]
/// # trait Greetings { fn greet(&self, name: &str) -> String; }
/// static TEXT: Mutex<String> = Mutex::new(String::new());
///
/// let manager = PluginManager::new::<dyn Greetings>();
/// manager.monitor(Trace::new(|text| TEXT.lock().unwrap().push_str(text))).detach();
/// manager.hook::<dyn Greetings>().greet("Ada");
///
/// let expected = "  Greetings::greet [hook]
///       name: \"Ada\"
///   finish Greetings::greet --> [] [hook]
/// ";
/// assert_eq!(*TEXT.lock().unwrap(), expected);
/// ```
pub struct Trace<W> {
    write: W,
    depths: Mutex<HashMap<ThreadId, usize>>,
}

impl<W: Fn(&str) + Send + Sync + 'static> Trace<W> {
    /// Creates a monitor that passes its text to `write`. Each text is one or more complete lines,
    /// with their line ends.
    pub fn new(write: W) -> Self {
        Self { write, depths: Mutex::default() }
    }

    fn depths(&self) -> MutexGuard<'_, HashMap<ThreadId, usize>> {
        lock(&self.depths)
    }

    /// The depth of this thread: the number of its calls that have not ended.
    fn depth(&self) -> usize {
        self.depths().get(&thread::current().id()).copied().unwrap_or(0)
    }

    /// Increases the depth of this thread.
    fn enter(&self) {
        *self.depths().entry(thread::current().id()).or_default() += 1;
    }

    /// Decreases the depth of this thread, and returns the old depth. The entry of a thread at
    /// depth 0 is removed, so that entries of ended threads do not accumulate.
    fn leave(&self) -> usize {
        let mut depths = self.depths();
        let thread = thread::current().id();
        let depth = depths.remove(&thread).unwrap_or(1);
        if depth > 1 {
            depths.insert(thread, depth - 1);
        }
        depth
    }
}

impl<W: Fn(&str) + Send + Sync + 'static> Monitor for Trace<W> {
    fn on_call(&self, call: &Call<'_>, arguments: &[Argument<'_>]) {
        let indent = "  ".repeat(self.depth() + 1);
        let mut text = format!("{indent}{} [hook]\n", call.hook());
        for argument in arguments {
            // Writing to a string does not fail.
            let _ = writeln!(text, "{indent}    {argument:?}");
        }
        (self.write)(&text);
        // Last: if the `Debug` of an argument or the writer panics, this monitor is not notified of the
        // end of the call.
        self.enter();
    }

    fn on_return(&self, call: &Call<'_>, outcome: &Outcome<'_>) {
        let indent = "  ".repeat(self.leave());
        let hook = call.hook();
        let text = match outcome {
            Outcome::Returned(Some(value)) => {
                format!("{indent}finish {hook} --> {value:?} [hook]\n")
            }
            Outcome::Returned(None) => format!("{indent}finish {hook} [hook]\n"),
            // Unlike in pluggy, the end of a failed call is also written.
            Outcome::Failed(_) | Outcome::Panicked => {
                format!("{indent}{outcome:?} {hook} [hook]\n")
            }
        };
        (self.write)(&text);
    }
}

impl<W> fmt::Debug for Trace<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Trace").finish_non_exhaustive()
    }
}
