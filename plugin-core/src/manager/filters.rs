//! Which plugins may take part, by lists of ids and patterns that a host or its user gives.

use std::collections::BTreeSet;
use std::ffi::OsString;

use wildmatch::WildMatch;

use crate::error::{ExclusionReason, FilterSource};

/// What a host and its user allow and block. Each list narrows what the others leave.
#[derive(Clone, Default)]
pub(super) struct Filters {
    pub(super) blocks_all: bool,
    pub(super) of_host: List,
    pub(super) of_variables: Vec<(String, List)>,
}

/// What was blocked and unblocked since the manager was made.
#[derive(Default)]
pub(super) struct Exclusions {
    pub(super) blocked: BTreeSet<String>,
    /// Those that are let in whatever the lists say.
    unblocked: BTreeSet<String>,
}

impl Exclusions {
    /// Why no plugin is registered under this id.
    pub(super) fn of(&self, filters: &Filters, id: &str) -> Option<ExclusionReason> {
        if self.blocked.contains(id) {
            return Some(ExclusionReason::Blocked(FilterSource::Host));
        }
        filters.exclusion(id).filter(|_| !self.unblocked.contains(id))
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

/// Entries are ids, or patterns with `*` for any text and `?` for any one character.
#[derive(Clone, Default)]
pub(super) struct List {
    /// `None` allows all.
    allowed: Option<Vec<Entry>>,
    blocked: Vec<Entry>,
}

#[derive(Clone)]
struct Entry {
    text: String,
    pattern: WildMatch,
}

impl Filters {
    /// Why a plugin with this id takes no part, as far as lists are concerned.
    pub(super) fn exclusion(&self, id: &str) -> Option<ExclusionReason> {
        if self.blocks_all {
            return Some(ExclusionReason::NoPlugins);
        }
        self.lists().find_map(|(source, list)| {
            if has(&list.blocked, id) {
                return Some(ExclusionReason::Blocked(source));
            }
            let is_allowed = list.allowed.as_ref().is_none_or(|allowed| has(allowed, id));
            (!is_allowed).then_some(ExclusionReason::NotAllowed(source))
        })
    }

    /// The entries that match none of these ids, and what they would do to those that they match.
    pub(super) fn unmatched<'a>(
        &'a self,
        ids: &'a [&str],
    ) -> impl Iterator<Item = (ExclusionReason, &'a str)> {
        self.lists().flat_map(move |(source, list)| {
            let allowed =
                list.allowed.iter().flatten().map(|it| (ExclusionReason::NotAllowed as Of, it));
            let blocked = list.blocked.iter().map(|it| (ExclusionReason::Blocked as Of, it));
            let entries = allowed.chain(blocked);
            let unmatched = entries.filter(|(_, it)| !ids.iter().any(|id| it.pattern.matches(id)));
            unmatched.map(move |(of, it)| (of(source.clone()), it.text.as_str()))
        })
    }

    fn lists(&self) -> impl Iterator<Item = (FilterSource, &List)> {
        let variables = self.of_variables.iter();
        let variables = variables.map(|(name, it)| (FilterSource::Variable(name.clone()), it));
        [(FilterSource::Host, &self.of_host)].into_iter().chain(variables)
    }
}

impl List {
    /// `auth, session` allows these only, `-legacy-*` blocks. Entries end with a comma or white
    /// space.
    pub(super) fn of_variable(value: &OsString) -> Self {
        let mut list = Self::default();
        let mut blocks_next = false;
        // What is not Unicode matches no id, and is reported as such.
        for entry in value.to_string_lossy().split(|c: char| c == ',' || c.is_whitespace()) {
            match entry.strip_prefix('-') {
                None if entry.is_empty() => {}
                // `- auth` is `-auth`.
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
        self.allowed.get_or_insert_default().extend(entries.into_iter().map(Entry::new));
    }

    pub(super) fn block(&mut self, entry: &str) {
        self.blocked.push(Entry::new(entry));
    }
}

impl Entry {
    fn new(text: &str) -> Self {
        Self { text: text.to_owned(), pattern: WildMatch::new(text) }
    }
}

fn has(entries: &[Entry], id: &str) -> bool {
    entries.iter().any(|it| it.pattern.matches(id))
}

/// Makes an exclusion of the list that it is in.
type Of = fn(FilterSource) -> ExclusionReason;

#[cfg(test)]
mod tests {
    use super::*;

    fn admitted(filters: &Filters) -> Vec<&'static str> {
        let ids = ["auth", "legacy-auth", "legacy-log", "session"];
        ids.into_iter().filter(|id| filters.exclusion(id).is_none()).collect()
    }

    fn of_variable(value: &str) -> Filters {
        let list = List::of_variable(&value.into());
        Filters { of_variables: vec![("PLUGINS".to_owned(), list)], ..Filters::default() }
    }

    #[test]
    fn entries_allow_or_block_by_id_or_pattern() {
        assert_eq!(admitted(&of_variable("")).len(), 4);
        assert_eq!(admitted(&of_variable("auth,session")), ["auth", "session"]);
        assert_eq!(admitted(&of_variable(" -legacy-*\n")), ["auth", "session"]);
        assert_eq!(admitted(&of_variable("*auth -legacy*")), ["auth"]);
        assert_eq!(admitted(&of_variable("legacy-l?g")), ["legacy-log"]);
        assert!(admitted(&of_variable("-*")).is_empty());
        assert_eq!(admitted(&of_variable("- legacy-*")), ["auth", "session"]);
    }

    #[test]
    fn lists_narrow_each_other() {
        let mut filters = of_variable("auth, legacy-auth");
        filters.of_host.block("legacy-*");
        assert_eq!(admitted(&filters), ["auth"]);
        filters.of_host.allow(["session"]);
        assert!(admitted(&filters).is_empty());
    }

    #[test]
    fn entries_that_match_nothing_are_known() {
        let mut filters = of_variable("auht, -*");
        filters.of_host.block("legacy");
        let unmatched: Vec<_> = filters.unmatched(&["auth"]).map(|(_, entry)| entry).collect();
        assert_eq!(unmatched, ["legacy", "auht"]);
    }
}
