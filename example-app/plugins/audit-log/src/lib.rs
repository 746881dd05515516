//! Counts responses and logins, and the clients that were refused.

#![forbid(unsafe_code)]

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use gateway_hooks::{GatewayHooks, Header, Request, Response};
use plugin_core::{Plugin, hookimpl};

/// Counts responses by status, refusals by client, and logins; numbers the requests.
///
/// A login is a response of the plugin `session` since its version 1.2. Without that plugin there
/// are no logins, and the log counts everything else.
#[derive(Debug, Plugin, Default)]
#[plugin(optional("session ^1.2"), contract = "^0.1")]
pub struct AuditLog {
    counts: Mutex<Counts>,
}

#[derive(Debug, Default)]
struct Counts {
    requests: u64,
    by_status: BTreeMap<u16, u64>,
    unanswered: u64,
    logins: u64,
    refusals: BTreeMap<String, u64>,
}

/// The statuses of a client that has no right to what it asks for, or has none now.
const REFUSALS: [u16; 3] = [401, 403, 429];

/// The plugin `session` responds with 201 to a login, and to nothing else.
fn is_login(response: &Response) -> bool {
    (response.plugin(), response.status()) == (Some("session"), 201)
}

impl Counts {
    fn count(&mut self, client: &str, response: Option<&Response>) {
        let Some(response) = response else {
            self.unanswered += 1;
            return;
        };
        let status = response.status();
        *self.by_status.entry(status).or_default() += 1;
        self.logins += u64::from(is_login(response));
        if REFUSALS.contains(&status) {
            *self.refusals.entry(client.to_owned()).or_default() += 1;
        }
    }
}

#[hookimpl]
impl GatewayHooks for AuditLog {
    /// The number of the request in this log, for a client that complains.
    fn process_request(&self, _request: &Request) -> Option<Header> {
        let mut counts = self.counts();
        counts.requests += 1;
        Some(Header::by::<Self>("x-request-id", counts.requests))
    }

    /// The outermost wrapper, because it must also see what other wrappers refuse.
    #[hookimpl(wrapper, tryfirst)]
    fn route(
        &self,
        request: &Request,
        next: &dyn Fn(&Request) -> Option<Response>,
    ) -> Option<Response> {
        let response = next(request);
        self.counts().count(&request.client, response.as_ref());
        response
    }

    fn report(&self) -> Option<String> {
        let counts = self.counts();
        let answered: u64 = counts.by_status.values().sum();
        let (all, logins) = (answered + counts.unanswered, counts.logins);
        // Among equals the first by name, so that the line is the same in every run.
        let most = counts.refusals.iter().rev().max_by_key(|(_, refused)| **refused);
        let most = most.map(|(client, refused)| format!(", most refused {client} ({refused})"));
        let most = most.unwrap_or_default();
        Some(format!("answered {answered} of {all}, logins {logins}{most}"))
    }
}

impl AuditLog {
    /// The number of responses with this status.
    pub fn count(&self, status: u16) -> u64 {
        self.counts().by_status.get(&status).copied().unwrap_or_default()
    }

    fn counts(&self) -> MutexGuard<'_, Counts> {
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use plugin_core::PluginManager;

    use super::*;

    fn observed() -> (PluginManager, Arc<AuditLog>) {
        let plugins = PluginManager::new::<dyn GatewayHooks>();
        let log = plugins.register(AuditLog::default()).unwrap().expect_active();
        (plugins, log)
    }

    /// Sends a request that gets a response with this status.
    fn send(plugins: &PluginManager, client: &str, status: Option<u16>) -> Option<Response> {
        let request = Request { client: client.to_owned(), ..Request::new("GET", "/") };
        let hooks = plugins.hook::<dyn GatewayHooks>();
        let serve = |_: &Request| Some(Response::by::<AuditLog>(status?, ""));
        hooks.route.call_extra(&[&serve], &request)
    }

    #[test]
    fn counts_responses_and_does_not_change_them() {
        let (plugins, log) = observed();
        let response = send(&plugins, "a", Some(200));
        assert_eq!(response, Some(Response::by::<AuditLog>(200, "")));
        assert_eq!((log.count(200), log.count(404)), (1, 0));
    }

    #[test]
    fn requests_without_a_response_are_counted_separately() {
        let (plugins, log) = observed();
        assert_eq!(send(&plugins, "a", None), None);
        assert_eq!(log.report().unwrap(), "answered 0 of 1, logins 0");
    }

    #[test]
    fn each_request_gets_the_next_number() {
        let log = AuditLog::default();
        let number = || log.process_request(&Request::new("GET", "/")).unwrap().to_string();
        assert_eq!([number(), number()], ["x-request-id: 1", "x-request-id: 2"]);
    }

    #[test]
    fn a_201_of_the_session_plugin_is_counted_as_a_login() {
        #[derive(Plugin, Default)]
        #[plugin(id = "session", version = "1.2.0")]
        struct Sessions;

        let (plugins, log) = observed();
        let hooks = plugins.hook::<dyn GatewayHooks>();
        let opened = |_: &Request| Some(Response::by::<Sessions>(201, "session-0001"));
        hooks.route.call_extra(&[&opened], &Request::new("POST", "/login"));
        send(&plugins, "a", Some(201));
        assert_eq!(log.report().unwrap(), "answered 2 of 2, logins 1");
    }

    #[test]
    fn reports_the_client_with_the_most_refusals() {
        let (plugins, log) = observed();
        for (client, status) in [("b", 401), ("a", 429), ("c", 404), ("c", 404), ("c", 404)] {
            send(&plugins, client, Some(status));
        }
        let most = || log.report().unwrap().rsplit_once(", ").unwrap().1.to_owned();
        // `c` was not refused anything, and of the others `a` comes first by name.
        assert_eq!(most(), "most refused a (1)");
        send(&plugins, "b", Some(403));
        assert_eq!(most(), "most refused b (2)");
    }
}
