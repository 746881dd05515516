//! A historic call is stored, so it cannot borrow.

use plugin_core::{Plugin, hookimpl, hookspec};

pub struct View<'a>(pub &'a str);

#[hookspec]
pub trait Hooks {
    #[hookspec(historic)]
    fn exclusive(&self, list: &mut Vec<u8>);
    #[hookspec(historic)]
    fn view(&self, view: View<'_>);
    #[hookspec(historic)]
    fn named<'a>(&self, name: &'a str);
    #[hookspec(historic)]
    fn nested(&self, names: &[&str]);
    #[hookspec(historic)]
    fn borrowed(&self) -> &str;
}

#[derive(Plugin, Default)]
struct Tool;

#[hookimpl]
impl Hooks for Tool {
    fn exclusive(&self, _list: &mut Vec<u8>) {}
}

fn main() {}
