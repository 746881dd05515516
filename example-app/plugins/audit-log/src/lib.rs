//! Counts what was answered, and who was refused.

#![forbid(unsafe_code)]

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use gateway_hooks::{GatewayHooks, Request, Response};
use plugin_core::{Plugin, hookimpl};

/// Keeps count of the answers by status, of the refusals by client, and of the logins.
///
/// Logins are told by what sessions answer since their version 1.2. Without sessions there are none,
/// and the rest is counted all the same.
#[derive(Debug, Plugin, Default)]
#[plugin(optional("session ^1.2"), contract = "^0.1")]
pub struct AuditLog {
    counts: Mutex<Counts>,
}

#[derive(Debug, Default)]
struct Counts {
    by_status: BTreeMap<u16, u64>,
    unanswered: u64,
    logins: u64,
    refusals: BTreeMap<String, u64>,
}

/// The client has no right to it, or none now.
const REFUSALS: [u16; 3] = [401, 403, 429];

/// Sessions answer a login, and nothing else, with 201.
fn is_login(sent: &Response) -> bool {
    (sent.plugin(), sent.status()) == ("session", 201)
}

impl Counts {
    fn note(&mut self, client: &str, sent: Option<&Response>) {
        let Some(status) = sent.map(Response::status) else {
            self.unanswered += 1;
            return;
        };
        *self.by_status.entry(status).or_default() += 1;
        self.logins += u64::from(sent.is_some_and(is_login));
        if REFUSALS.contains(&status) {
            *self.refusals.entry(client.to_owned()).or_default() += 1;
        }
    }
}

#[hookimpl]
impl GatewayHooks for AuditLog {
    /// The outermost wrapper: it has to see what the others refuse, too.
    #[hookimpl(wrapper, tryfirst)]
    fn process_request(
        &self,
        request: &Request,
        next: &dyn Fn(&Request) -> Vec<Response>,
    ) -> Vec<Response> {
        let answers = next(request);
        self.counts().note(&request.client, answers.first());
        answers
    }

    fn report(&self) -> Option<String> {
        let counts = self.counts();
        let answered: u64 = counts.by_status.values().sum();
        // Of equals the first by name, so that the line does not depend on chance.
        let most = counts.refusals.iter().rev().max_by_key(|(_, refused)| **refused);
        let most = most.map(|(client, refused)| format!("; most refusals: {client} ({refused})"));
        let (unanswered, logins) = (counts.unanswered, counts.logins);
        let most = most.unwrap_or_default();
        Some(format!("{answered} answered, {unanswered} not; {logins} logins{most}"))
    }
}

impl AuditLog {
    /// How many answers had this status.
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

    fn watched() -> (PluginManager, Arc<AuditLog>) {
        let plugins = PluginManager::new::<dyn GatewayHooks>();
        let log = plugins.register(AuditLog::default()).unwrap().expect_active();
        (plugins, log)
    }

    /// A request that is answered like this.
    fn send(plugins: &PluginManager, client: &str, status: Option<u16>) {
        let request = Request { client: client.to_owned(), ..Request::new("GET", "/") };
        let hooks = plugins.hook::<dyn GatewayHooks>();
        let serve = |_: &Request| Some(Response::by::<AuditLog>(status?, ""));
        hooks.process_request.call_extra(&[&serve], &request);
    }

    #[test]
    fn counts_the_answer_that_is_sent_and_lets_all_pass() {
        let (plugins, log) = watched();
        let hooks = plugins.hook::<dyn GatewayHooks>();
        let sent = |_: &Request| Some(Response::by::<AuditLog>(200, ""));
        let other = |_: &Request| Some(Response::by::<AuditLog>(404, ""));
        // Of extras, the last one is called first.
        let answers = hooks.process_request.call_extra(&[&other, &sent], &Request::new("GET", "/"));
        assert_eq!(answers.len(), 2);
        assert_eq!((log.count(200), log.count(404)), (1, 0));
    }

    #[test]
    fn requests_without_an_answer_are_counted_apart() {
        let (plugins, log) = watched();
        send(&plugins, "a", None);
        assert_eq!(log.report().unwrap(), "0 answered, 1 not; 0 logins");
    }

    #[test]
    fn what_sessions_answer_to_a_login_is_counted_as_one() {
        #[derive(Plugin, Default)]
        #[plugin(id = "session", version = "1.2.0")]
        struct Sessions;

        let (plugins, log) = watched();
        let hooks = plugins.hook::<dyn GatewayHooks>();
        let opened = |_: &Request| Some(Response::by::<Sessions>(201, "session-0001"));
        hooks.process_request.call_extra(&[&opened], &Request::new("POST", "/login"));
        send(&plugins, "a", Some(201));
        assert_eq!(log.report().unwrap(), "2 answered, 0 not; 1 logins");
    }

    #[test]
    fn names_the_client_that_was_refused_most() {
        let (plugins, log) = watched();
        for (client, status) in [("b", 401), ("a", 429), ("c", 404), ("c", 404), ("c", 404)] {
            send(&plugins, client, Some(status));
        }
        // `c` was not refused anything, and of the others `a` comes first by name.
        assert_eq!(log.report().unwrap(), "5 answered, 0 not; 0 logins; most refusals: a (1)");
        send(&plugins, "b", Some(403));
        assert_eq!(log.report().unwrap(), "6 answered, 0 not; 0 logins; most refusals: b (2)");
    }
}
