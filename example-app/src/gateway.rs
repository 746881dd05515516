//! The gateway: a manager with the plugins that take part, and the way of a request through them.

use std::error::Error;
use std::sync::Arc;

use gateway_hooks::{GatewayHooks, Numbers, Request, Response};
use plugin_core::{FaultLimit, Hooks, PluginManager, ResolvePolicy};

use crate::cli::{Cli, UNUSUAL, VARIABLE};
use crate::config::Settings;
use crate::counted::Counted;

/// With so many faults, a plugin is out of service.
const FAULTS: u32 = 5;

/// A gateway that is up.
pub(crate) struct Gateway {
    pub(crate) plugins: PluginManager,
    /// Asked for once: the plugins stay the same from the first request to the last.
    pub(crate) hooks: Hooks<dyn GatewayHooks>,
}

impl Gateway {
    /// Starts the linked plugins that the user lets take part, each with its settings.
    pub(crate) fn assemble(cli: &Cli) -> Result<Self, Box<dyn Error>> {
        let Settings { gateway, of_plugins } = Settings::of(cli.config.as_deref())?;
        let choice = &cli.choice;
        let numbers: Arc<dyn Numbers> = Arc::new(Counted::default());
        let unusual = UNUSUAL.into_iter().filter(|id| !choice.enable.iter().any(|it| it == id));
        let mut builder = PluginManager::builder::<dyn GatewayHooks>()
            .block(unusual)
            .block(&choice.disable)
            .filter_from_env(VARIABLE)
            .provide(numbers)
            .config(of_plugins)?;
        if choice.lenient {
            builder = builder.on_unresolved(ResolvePolicy::Skip);
        }
        if choice.isolate {
            builder = builder.isolate_with(FaultLimit::after(FAULTS));
        }
        if choice.no_plugins {
            builder = builder.block_all();
        }
        let plugins = builder.build();
        // The hook is historic: it waits for the plugins, and each is told as it comes, be it now
        // or later.
        plugins.hook::<dyn GatewayHooks>().on_configured(&gateway);
        plugins.load_linked()?;
        plugins.hook::<dyn GatewayHooks>().on_startup();
        // After `on_startup`, in which a plugin may have registered others.
        let hooks = plugins.hook::<dyn GatewayHooks>();
        Ok(Self { plugins, hooks })
    }

    /// Finds out who asks, has all plugins asked, and returns the answer to be sent, if any.
    pub(crate) fn handle(&self, request: &mut Request) -> Option<Response> {
        request.user = request.token.as_deref().and_then(|token| self.hooks.authenticate(token));
        self.hooks.process_request(request).into_iter().next()
    }

    /// What the plugins have to report, with their ids.
    ///
    /// A loop of our own, as a call of the hook would return the lines without telling whose they
    /// are. It asks the plugins one by one, so a wrapper of this hook would have no part in it.
    pub(crate) fn reports(&self) -> impl Iterator<Item = (&str, String)> {
        let hookimpls = self.hooks.report.hookimpls().iter();
        hookimpls.filter_map(|it| {
            let report = it.implementation()?.report()?;
            Some((it.plugin().id().as_str(), report))
        })
    }
}
