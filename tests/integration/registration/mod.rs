//! Plugins are registered all at once or not at all, and an error lists every problem.

mod history;
mod lazy_tables;
mod lookup;
mod registry;
mod rejections;
mod replay;
mod weak;
