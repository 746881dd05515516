//! The filters of a host and its user: lists of ids and patterns that allow or block plugins.

use std::collections::BTreeSet;
use std::ffi::OsString;

use wildmatch::WildMatch;

use crate::error::{Diagnostic, ExclusionReason, FilterSource};
use crate::util::nearest;

/// The filters of a manager. A plugin must pass all of them.
#[derive(Clone, Default)]
pub(super) struct Filters {
    pub(super) blocks_all: bool,
    pub(super) host: List,
    /// By the name of the environment variable.
    pub(super) variables: Vec<(String, List)>,
}

/// The ids that were blocked and unblocked after the manager was built.
#[derive(Default)]
pub(super) struct Exclusions {
    pub(super) blocked: BTreeSet<String>,
    /// These ids are allowed even if a filter excludes them.
    unblocked: BTreeSet<String>,
}

impl Exclusions {
    /// Finds the filter entries and the blocked ids that match none of these ids.
    pub(super) fn diagnostics(&self, filters: &Filters, ids: &[&str]) -> Vec<Diagnostic> {
        let blocked = self.blocked.iter().map(String::as_str).filter(|id| !ids.contains(id));
        let blocked = blocked.map(|id| (ExclusionReason::Blocked(FilterSource::Host), id));
        let unmatched = filters.unmatched(ids).chain(blocked);
        let diagnostics = unmatched.map(|(by, entry)| {
            let is_pattern = entry.contains(['*', '?']);
            let nearest = nearest(entry, ids.iter().copied().filter(|_| !is_pattern));
            let (entry, nearest) = (entry.to_owned(), nearest.map(str::to_owned));
            Diagnostic::UnmatchedEntry { by, entry, nearest }
        });
        diagnostics.collect()
    }

    /// Why no plugin can be registered under this id; `None` if one can.
    pub(super) fn reason(&self, filters: &Filters, id: &str) -> Option<ExclusionReason> {
        if self.blocked.contains(id) {
            return Some(ExclusionReason::Blocked(FilterSource::Host));
        }
        filters.exclusion(id).filter(|_| !self.unblocked.contains(id))
    }

    /// Why a filter for single plugins excludes this id; `None` if the host has since blocked or
    /// unblocked it, because the host then knows.
    pub(super) fn by_filter(&self, filters: &Filters, id: &str) -> Option<ExclusionReason> {
        let is_decided = self.blocked.contains(id) || self.unblocked.contains(id);
        filters.exclusion(id).filter(|it| !is_decided && *it != ExclusionReason::AllBlocked)
    }

    pub(super) fn block(&mut self, id: &str) {
        self.unblocked.remove(id);
        self.blocked.insert(id.to_owned());
    }

    pub(super) fn unblock(&mut self, filters: &Filters, id: &str) {
        self.blocked.remove(id);
        if filters.exclusion(id).is_some() {
            self.unblocked.insert(id.to_owned());
        }
    }
}

/// A filter. Its entries are ids, or patterns: `*` matches any text, `?` any single character.
#[derive(Clone, Default)]
pub(super) struct List {
    /// `None` allows all.
    allowed: Option<Vec<Pattern>>,
    blocked: Vec<Pattern>,
}

#[derive(Clone)]
struct Pattern {
    text: String,
    matcher: WildMatch,
}

impl Filters {
    /// Why the filters exclude this id; `None` if they do not.
    pub(super) fn exclusion(&self, id: &str) -> Option<ExclusionReason> {
        if self.blocks_all {
            return Some(ExclusionReason::AllBlocked);
        }
        self.lists().find_map(|(source, list)| {
            if any_matches(&list.blocked, id) {
                return Some(ExclusionReason::Blocked(source));
            }
            let is_allowed = list.allowed.as_ref().is_none_or(|allowed| any_matches(allowed, id));
            (!is_allowed).then_some(ExclusionReason::NotAllowed(source))
        })
    }

    /// The entries that match none of these ids, each with the reason for which it would exclude a
    /// plugin.
    fn unmatched<'a>(
        &'a self,
        ids: &'a [&str],
    ) -> impl Iterator<Item = (ExclusionReason, &'a str)> {
        self.lists().flat_map(move |(source, list)| {
            let allowed = list
                .allowed
                .iter()
                .flatten()
                .map(|it| (ExclusionReason::NotAllowed as ToReason, it));
            let blocked = list.blocked.iter().map(|it| (ExclusionReason::Blocked as ToReason, it));
            let entries = allowed.chain(blocked);
            let unmatched = entries.filter(|(_, it)| !ids.iter().any(|id| it.matcher.matches(id)));
            unmatched.map(move |(to_reason, it)| (to_reason(source.clone()), it.text.as_str()))
        })
    }

    fn lists(&self) -> impl Iterator<Item = (FilterSource, &List)> {
        let variables = self.variables.iter();
        let variables = variables.map(|(name, it)| (FilterSource::Variable(name.clone()), it));
        [(FilterSource::Host, &self.host)].into_iter().chain(variables)
    }
}

impl List {
    /// Parses the value of an environment variable. `auth, session` allows only these plugins,
    /// `-legacy-*` blocks plugins. Commas and white space separate entries.
    pub(super) fn from_variable(value: &OsString) -> Self {
        let mut list = Self::default();
        let mut blocks_next = false;
        // Text that is not Unicode matches no id, so it is reported as an unmatched entry.
        for entry in value.to_string_lossy().split(|c: char| c == ',' || c.is_whitespace()) {
            match entry.strip_prefix('-') {
                None if entry.is_empty() => {}
                // `- auth` means the same as `-auth`.
                Some("") => blocks_next = true,
                None if !blocks_next => list.allow([entry]),
                blocked => {
                    list.block(blocked.unwrap_or(entry));
                    blocks_next = false;
                }
            }
        }
        list
    }

    pub(super) fn allow<'a>(&mut self, entries: impl IntoIterator<Item = &'a str>) {
        self.allowed.get_or_insert_default().extend(entries.into_iter().map(Pattern::new));
    }

    pub(super) fn block(&mut self, entry: &str) {
        self.blocked.push(Pattern::new(entry));
    }
}

impl Pattern {
    fn new(text: &str) -> Self {
        Self { text: text.to_owned(), matcher: WildMatch::new(text) }
    }
}

fn any_matches(patterns: &[Pattern], id: &str) -> bool {
    patterns.iter().any(|it| it.matcher.matches(id))
}

/// Creates the reason for an exclusion from the source of the filter.
type ToReason = fn(FilterSource) -> ExclusionReason;

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(filters: &Filters) -> Vec<&'static str> {
        let ids = ["auth", "legacy-auth", "legacy-log", "session"];
        ids.into_iter().filter(|id| filters.exclusion(id).is_none()).collect()
    }

    fn from_variable(value: &str) -> Filters {
        let list = List::from_variable(&value.into());
        Filters { variables: vec![("PLUGINS".to_owned(), list)], ..Filters::default() }
    }

    #[test]
    fn entries_allow_or_block_by_id_or_pattern() {
        assert_eq!(allowed(&from_variable("")).len(), 4);
        assert_eq!(allowed(&from_variable("auth,session")), ["auth", "session"]);
        assert_eq!(allowed(&from_variable(" -legacy-*\n")), ["auth", "session"]);
        assert_eq!(allowed(&from_variable("*auth -legacy*")), ["auth"]);
        assert_eq!(allowed(&from_variable("legacy-l?g")), ["legacy-log"]);
        assert!(allowed(&from_variable("-*")).is_empty());
        assert_eq!(allowed(&from_variable("- legacy-*")), ["auth", "session"]);
    }

    #[test]
    fn a_plugin_must_pass_every_filter() {
        let mut filters = from_variable("auth, legacy-auth");
        filters.host.block("legacy-*");
        assert_eq!(allowed(&filters), ["auth"]);
        filters.host.allow(["session"]);
        assert!(allowed(&filters).is_empty());
    }

    #[test]
    fn unmatched_entries_are_found() {
        let mut filters = from_variable("auht, -*");
        filters.host.block("legacy");
        let unmatched: Vec<_> = filters.unmatched(&["auth"]).map(|(_, entry)| entry).collect();
        assert_eq!(unmatched, ["legacy", "auht"]);
    }
}
