//! Plugins that require a plugin which is missing or has another version.

#![forbid(unsafe_code)]

use broken_contract::BrokenHooks;
use plugin_core::{Plugin, hookimpl};

/// Shows the time.
#[derive(Debug, Plugin, Default)]
#[plugin(version = "1.4.0")]
pub struct Clock;

#[hookimpl]
impl BrokenHooks for Clock {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Shows the time, in a version that is not released yet.
#[derive(Debug, Plugin, Default)]
#[plugin(version = "2.0.0-rc.1", provides("clock"))]
pub struct NextClock;

#[hookimpl]
impl BrokenHooks for NextClock {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Requires a newer clock.
#[derive(Debug, Plugin, Default)]
#[plugin(requires("clock >=2, <4"))]
pub struct Scheduler;

#[hookimpl]
impl BrokenHooks for Scheduler {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Requires the scheduler.
#[derive(Debug, Plugin, Default)]
#[plugin(requires("scheduler ^1"))]
pub struct Reports;

#[hookimpl]
impl BrokenHooks for Reports {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Requires a plugin that does not exist.
#[derive(Debug, Plugin, Default)]
#[plugin(requires("smtp ^1.2"))]
pub struct Mailer;

#[hookimpl]
impl BrokenHooks for Mailer {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Uses metrics if they have the new version.
#[derive(Debug, Plugin, Default)]
#[plugin(optional("metrics ^2"))]
pub struct Dashboard;

#[hookimpl]
impl BrokenHooks for Dashboard {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}

/// Metrics in the old version.
#[derive(Debug, Plugin, Default)]
#[plugin(version = "1.9.0")]
pub struct Metrics;

#[hookimpl]
impl BrokenHooks for Metrics {
    fn work(&self) -> String {
        Self::info().to_string()
    }
}
