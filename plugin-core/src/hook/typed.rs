//! The code of a hookspec that the crate of the contract compiles once for all plugins.

use std::any::TypeId;
use std::marker::PhantomData;
use std::sync::Arc;

use super::erased::{AnyDispatchTable, AnyHookSpec, AnyPrepared, AnyTable, Erased};
use super::history::Gate;
use super::hookimpl::ImplTable;
use super::monitor::Monitors;
use super::prepared::Prepared;
use super::spec::HookSpec;
use super::table::DispatchTable;
use crate::info::{HookImplInfo, HookSpecInfo};
use crate::registered::RegisteredPlugin;

/// The hookspec `S` without its type. Must be called in the crate of the contract, so that its code
/// is compiled there.
pub fn erased<S: HookSpec + ?Sized>() -> Erased {
    Erased(const { &Typed::<S>(PhantomData) })
}

struct Typed<S: ?Sized>(PhantomData<fn() -> S>);

impl<S: HookSpec + ?Sized> AnyHookSpec for Typed<S> {
    fn info(&self) -> &'static HookSpecInfo {
        S::INFO
    }

    fn type_id(&self) -> TypeId {
        TypeId::of::<S>()
    }

    fn empty_table(&self, gate: &Gate, monitors: &Monitors) -> Arc<dyn AnyDispatchTable> {
        Arc::new(DispatchTable::<S>::empty(gate, monitors))
    }

    fn hookimpls(&self, table: AnyTable) -> Vec<&'static HookImplInfo> {
        typed::<S>(table).hookimpls.iter().map(|decl| &decl.info).collect()
    }

    fn prepare(&self, table: AnyTable, plugin: &RegisteredPlugin) -> Box<dyn AnyPrepared> {
        Box::new(Prepared::new(typed::<S>(table), plugin))
    }
}

fn typed<S: HookSpec + ?Sized>(table: AnyTable) -> &'static ImplTable<S> {
    table.downcast_ref().expect("tables are stored with their hookspec")
}
