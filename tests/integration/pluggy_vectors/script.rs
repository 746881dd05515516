//! The scenarios as they are written in `pluggy-vectors.json`: every construct of the file.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize, Clone)]
pub(super) struct Book {
    pub(super) vectors: Vec<Vector>,
    pub(super) order_table: OrderTable,
}

impl Book {
    pub(super) fn open() -> Self {
        serde_json::from_str(include_str!("../../data/pluggy-vectors.json"))
            .expect("the file is part of this package")
    }
}

#[derive(Deserialize, Clone)]
pub(super) struct Vector {
    pub(super) id: String,
    pub(super) title: String,
    /// Parsed step by step, as some scenarios use constructs that have no counterpart here.
    pub(super) steps: Value,
}

#[derive(Deserialize, Clone)]
pub(super) struct OrderTable {
    pub(super) rows: Vec<Row>,
}

#[derive(Deserialize, Clone)]
pub(super) struct Row {
    pub(super) seq: String,
    pub(super) order: Vec<usize>,
}

#[derive(Deserialize, Clone)]
pub(super) struct Step {
    #[serde(flatten)]
    pub(super) op: Op,
    pub(super) expect: Option<Expect>,
}

#[derive(Deserialize, Clone)]
#[serde(tag = "op", rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Op {
    AddSpec {
        hooks: BTreeMap<String, HookOptions>,
    },
    Register {
        name: String,
        impls: Vec<Behavior>,
    },
    Unregister {
        name: String,
    },
    SetBlocked {
        name: String,
    },
    Unblock {
        name: String,
    },
    IsRegistered {
        name: String,
    },
    Call {
        #[serde(rename = "hook")]
        _hook: OnlyHook,
        on: Option<String>,
        #[serde(default)]
        kwargs: Kwargs,
    },
    CallExtra {
        #[serde(rename = "hook")]
        _hook: OnlyHook,
        on: Option<String>,
        extras: Vec<String>,
        kwargs: Kwargs,
    },
    CallHistoric {
        #[serde(rename = "hook")]
        _hook: OnlyHook,
        on: Option<String>,
        kwargs: Kwargs,
        callback: Callback,
    },
    Subset {
        #[serde(rename = "hook")]
        _hook: OnlyHook,
        remove: Vec<String>,
        id: String,
    },
    Monitor {
        id: String,
    },
    Undo {
        id: String,
    },
    Impls {
        #[serde(rename = "hook")]
        _hook: OnlyHook,
    },
}

/// The name of the hook in all scenarios that are run.
#[derive(Deserialize, Clone, Copy)]
pub(super) enum OnlyHook {
    #[serde(rename = "h")]
    H,
}

pub(super) type Kwargs = BTreeMap<String, i64>;

#[derive(Deserialize, Clone, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct HookOptions {
    pub(super) firstresult: bool,
    pub(super) historic: bool,
    pub(super) args: Vec<String>,
}

#[derive(Deserialize, Clone)]
#[serde(untagged)]
pub(super) enum Callback {
    Present(bool),
    /// `raise_on:VALUE`
    Raising(String),
}

/// What a hookimpl does when it is called.
#[derive(Deserialize, Clone, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Behavior {
    pub(super) kind: Kind,
    pub(super) tryfirst: bool,
    pub(super) trylast: bool,
    /// The name of the method, if it differs from that of the hook.
    pub(super) attr: Option<String>,
    pub(super) label: Option<String>,
    pub(super) args: Vec<String>,
    pub(super) ret: Option<Value>,
    pub(super) none: bool,
    pub(super) raise: Option<String>,
    #[serde(rename = "do")]
    pub(super) steps: Vec<Step>,
    #[serde(rename = "pre_do")]
    pub(super) steps_before: Vec<Step>,
    pub(super) pre: Option<Action>,
    /// What an old-style wrapper does after the call, regardless of the outcome.
    pub(super) post: Option<Action>,
    pub(super) post_ok: Option<Action>,
    pub(super) post_err: Option<Action>,
}

#[derive(Deserialize, Default, Clone, Copy, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    #[default]
    Impl,
    Wrapper,
    /// The old style. Here, it is written in the only style that exists.
    HookWrapper,
}

/// What a wrapper does with an outcome.
#[derive(Deserialize, Clone)]
#[serde(rename_all = "snake_case")]
pub(super) enum Action {
    Ret(Value),
    Raise(String),
    ForceResult(Value),
    ForceException(String),
    #[expect(dead_code, reason = "pluggy ignores it too")]
    Return(Value),
    /// Does not return the outcome.
    Drop,
    GetResult,
    CatchAndIgnore,
    /// Appends to the list of results.
    Append,
}

#[derive(Deserialize, Debug, Clone, Default, PartialEq)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Expect {
    pub(super) result: Value,
    pub(super) raises: Option<String>,
    pub(super) log: Vec<String>,
    /// The exception that another one replaced: Python's `__context__`, which errors lack.
    #[serde(rename = "context")]
    _context: Option<String>,
    /// Warnings about old-style wrappers that raise; the only style here may do so.
    #[serde(rename = "warnings")]
    _warnings: Vec<String>,
}

impl Expect {
    pub(super) fn new(result: Value, raises: Option<String>, log: Vec<String>) -> Self {
        Self { result, raises, log, ..Self::default() }
    }

    /// Removes fields that exist only in Python.
    pub(super) fn comparable(self) -> Self {
        Self::new(self.result, self.raises, self.log)
    }
}

/// A value, displayed as the scenarios write it.
#[derive(Clone)]
pub(super) struct Json(pub(super) Value);

impl fmt::Debug for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Value::Array(items) => f.debug_list().entries(items.iter().cloned().map(Json)).finish(),
            other => write!(f, "{other}"),
        }
    }
}

/// An exception of the scenarios, which is an ordinary error here.
#[derive(Clone)]
pub(super) struct Raised(String);

impl Raised {
    pub(super) fn new(name: &str) -> Self {
        match name {
            "KeyboardInterrupt" | "StopIteration" => Self(format!("{name}()")),
            _ => Self(format!("Boom({name})")),
        }
    }
}

impl fmt::Debug for Raised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Raised {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Raised {}
