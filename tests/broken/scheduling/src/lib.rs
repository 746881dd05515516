//! Plugins that require what is missing, or there in another version.

#![forbid(unsafe_code)]

use broken_contract::BrokenHooks;
use plugin_core::{Plugin, hookimpl};

/// Tells the time.
#[derive(Debug, Plugin, Default)]
#[plugin(version = "1.4.0")]
pub struct Clock;

#[hookimpl]
impl BrokenHooks for Clock {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Tells the time in a way that is not released yet.
#[derive(Debug, Plugin, Default)]
#[plugin(version = "2.0.0-rc.1", provides("clock"))]
pub struct NextClock;

#[hookimpl]
impl BrokenHooks for NextClock {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Needs a newer clock.
#[derive(Debug, Plugin, Default)]
#[plugin(requires("clock >=2, <4"))]
pub struct Scheduler;

#[hookimpl]
impl BrokenHooks for Scheduler {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Needs the scheduler.
#[derive(Debug, Plugin, Default)]
#[plugin(requires("scheduler ^1"))]
pub struct Reports;

#[hookimpl]
impl BrokenHooks for Reports {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Needs what nobody has.
#[derive(Debug, Plugin, Default)]
#[plugin(requires("smtp ^1.2"))]
pub struct Mailer;

#[hookimpl]
impl BrokenHooks for Mailer {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Takes metrics, if they are of the new kind.
#[derive(Debug, Plugin, Default)]
#[plugin(optional("metrics ^2"))]
pub struct Dashboard;

#[hookimpl]
impl BrokenHooks for Dashboard {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Metrics of the old kind.
#[derive(Debug, Plugin, Default)]
#[plugin(version = "1.9.0")]
pub struct Metrics;

#[hookimpl]
impl BrokenHooks for Metrics {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}
