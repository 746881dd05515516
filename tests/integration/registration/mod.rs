//! Plugins are registered all at once or not at all, and a refusal says everything that is wrong.

mod before_asked;
mod history;
mod lookup;
mod refusals;
mod registry;
mod replay;
