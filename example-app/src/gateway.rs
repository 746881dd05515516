//! The gateway: a manager with the active plugins, and how it handles a request with them.

use std::error::Error;
use std::sync::Arc;

use gateway_hooks::{GatewayHooks, Numbers, Request, Response};
use plugin_core::fault::FaultLimit;
use plugin_core::manager::ResolvePolicy;
use plugin_core::{Hooks, PluginManager};

use crate::cli::{Cli, OPT_IN, VARIABLE};
use crate::config::Settings;
use crate::counted::Counted;

/// The status of a response to a request to which no plugin responds.
const UNANSWERED: u16 = 404;

/// The number of faults with which a plugin is suspended.
const FAULTS: u32 = 5;

/// A running gateway.
pub(crate) struct Gateway {
    pub(crate) plugins: PluginManager,
    /// Fetched once: the plugins stay the same from the first request to the last.
    pub(crate) hooks: Hooks<dyn GatewayHooks>,
}

impl Gateway {
    /// Starts the linked plugins that the user allows, each with its settings.
    pub(crate) fn assemble(cli: &Cli) -> Result<Self, Box<dyn Error>> {
        let Settings { gateway, plugins } = Settings::load(cli.config.as_deref())?;
        let choice = &cli.choice;
        let numbers: Arc<dyn Numbers> = Arc::new(Counted::default());
        let not_enabled = OPT_IN.into_iter().filter(|id| !choice.enable.iter().any(|it| it == id));
        let mut builder = PluginManager::builder::<dyn GatewayHooks>()
            .block(not_enabled)
            .block(&choice.disable)
            .filter_from_env(VARIABLE)
            .provide(numbers)
            .config(plugins)?;
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
        // The hook is historic: each plugin gets this call when it is registered, now or later.
        plugins.hook::<dyn GatewayHooks>().on_configured(&gateway);
        plugins.load_linked()?;
        plugins.hook::<dyn GatewayHooks>().on_startup();
        // Fetched after `on_startup`, in which a plugin may have registered others.
        let hooks = plugins.hook::<dyn GatewayHooks>();
        Ok(Self { plugins, hooks })
    }

    /// Finds the user of a request, collects headers from all plugins, and returns the response of
    /// the first plugin that responds, with those headers.
    pub(crate) fn handle(&self, request: &mut Request) -> Response {
        request.user = request.token.as_deref().and_then(|token| self.hooks.authenticate(token));
        let headers = self.hooks.process_request(request);
        let response = self.hooks.route(request);
        response.unwrap_or_else(|| Response::by_host(UNANSWERED, "not found")).with(headers)
    }

    /// The reports of the plugins, with their ids.
    ///
    /// This loop replaces a call of the hook, which would return the reports without ids. It calls
    /// the plugins one by one, so a wrapper of this hook would not run.
    pub(crate) fn reports(&self) -> impl Iterator<Item = (&str, String)> {
        let hookimpls = self.hooks.report.hookimpls().iter();
        hookimpls.filter_map(|it| {
            let report = it.implementation()?.report()?;
            Some((it.plugin().id().as_str(), report))
        })
    }
}
