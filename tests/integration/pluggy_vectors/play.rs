//! Runs the steps of a scenario with a manager of its own.

use std::collections::BTreeMap;
use std::error::Error;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use plugin_core::manager::Subset;
use plugin_core::monitor::{Argument, Call, Monitor, MonitorGuard, Outcome};
use plugin_core::{HookCaller, HookSpec, Hooks, PluginManager};
use serde_json::Value;

use super::script::{Behavior, Callback, Expect, HookOptions, Json, Kwargs, Op, Raised, Step};
use super::stage::{
    Actor, Collected, First, Historic, HistoricWithArgument, WithArgument, register,
};

/// The hookspec that declares the scenario's hook, chosen by the hook's options.
#[derive(Clone, Copy, Debug)]
enum Form {
    Collected,
    WithArgument,
    First,
    Historic,
    HistoricWithArgument,
}

impl Form {
    fn of(options: &HookOptions) -> Self {
        let args: Vec<&str> = options.args.iter().map(String::as_str).collect();
        match (options.firstresult, options.historic, args.as_slice()) {
            (false, false, []) => Self::Collected,
            (false, false, ["arg"]) => Self::WithArgument,
            (true, false, []) => Self::First,
            (false, true, []) => Self::Historic,
            (false, true, ["x"]) => Self::HistoricWithArgument,
            other => panic!("there is no hookspec for {other:?}"),
        }
    }
}

pub(super) struct Play {
    manager: PluginManager,
    form: Mutex<Form>,
    log: Mutex<Vec<String>>,
    subsets: Mutex<BTreeMap<String, Subsets>>,
    monitors: Mutex<BTreeMap<String, MonitorGuard>>,
    this: Weak<Self>,
}

/// A subset, once for each hookspec whose hook is called through subsets.
struct Subsets {
    collected: Subset<dyn Collected>,
    historic: Subset<dyn HistoricWithArgument>,
}

type Failure = Box<dyn Error + Send + Sync>;

impl Play {
    pub(super) fn new() -> Arc<Self> {
        Arc::new_cyclic(|this| Self {
            manager: PluginManager::new::<dyn Collected>(),
            form: Mutex::new(Form::Collected),
            log: Mutex::default(),
            subsets: Mutex::default(),
            monitors: Mutex::default(),
            this: this.clone(),
        })
    }

    /// Makes a step and returns its outcome in the form that the scenarios use.
    pub(super) fn observe(&self, step: &Step) -> Expect {
        // A result callback can fail only by a panic.
        let outcome = catch_unwind(AssertUnwindSafe(|| self.make(&step.op)));
        let outcome = outcome.unwrap_or_else(|panic| match panic.downcast::<Raised>() {
            Ok(raised) => Err(raised.into()),
            Err(panic) => resume_unwind(panic),
        });
        let log = std::mem::take(&mut *lock(&self.log));
        match outcome {
            Ok(result) => Expect::new(result, None, log),
            Err(error) => Expect::new(Value::Null, Some(innermost(&*error)), log),
        }
    }

    /// Makes steps from inside another step.
    pub(super) fn go_on(&self, steps: &[Step]) {
        for step in steps {
            self.make(&step.op).expect("no step inside another one fails");
        }
    }

    pub(super) fn log(&self, line: String) {
        lock(&self.log).push(line);
    }

    fn make(&self, op: &Op) -> Result<Value, Failure> {
        let done = Ok(Value::Null);
        match op {
            Op::AddSpec { hooks } => {
                *lock(&self.form) = Form::of(&hooks["h"]);
                done
            }
            Op::Register { name, impls } => self.register(name, impls),
            Op::Unregister { name } => {
                self.manager.unregister(name).unwrap().expect("it is registered");
                done
            }
            Op::SetBlocked { name } => {
                self.manager.block(name).unwrap();
                done
            }
            Op::Unblock { name } => Ok(self.manager.unblock(name).into()),
            Op::IsRegistered { name } => Ok(self.manager.get(name).is_some().into()),
            Op::Call { on, kwargs, .. } => Ok(self.call(on.as_deref(), &[], kwargs)?),
            Op::CallExtra { on, extras, kwargs, .. } => {
                Ok(self.call(on.as_deref(), extras, kwargs)?)
            }
            Op::CallHistoric { on, kwargs, callback, .. } => {
                self.call_historic(on.as_deref(), kwargs, callback)?;
                done
            }
            Op::Subset { remove, id, .. } => {
                let subsets = Subsets {
                    collected: self.manager.subset_hook_caller(remove),
                    historic: self.manager.subset_hook_caller(remove),
                };
                lock(&self.subsets).insert(id.clone(), subsets);
                done
            }
            Op::Monitor { id } => {
                let watch = Observer { id: id.clone(), play: self.this.clone() };
                lock(&self.monitors).insert(id.clone(), self.manager.monitor(watch));
                done
            }
            Op::Undo { id } => {
                drop(lock(&self.monitors).remove(id).expect("it was added"));
                done
            }
            Op::Impls { .. } => Ok(self.impls()),
        }
    }

    fn register(&self, name: &str, impls: &[Behavior]) -> Result<Value, Failure> {
        let actors = impls.iter().map(|it| Actor::new(name, it.clone(), self.this.clone()));
        let takes_part = register(&self.manager, name, actors.collect())?;
        Ok(if takes_part { name.into() } else { Value::Null })
    }

    /// An extra logs its name and returns it.
    fn call(&self, on: Option<&str>, extras: &[String], kwargs: &Kwargs) -> Result<Value, Raised> {
        let extra = |name: &String| {
            self.log(name.clone());
            Ok(Some(Json(name.as_str().into())))
        };
        let form = *lock(&self.form);
        match form {
            Form::Collected => {
                let hooks = self.collected(on);
                if extras.is_empty() {
                    return hooks.h().map(list);
                }
                let extras: Vec<_> = extras.iter().map(|name| move || extra(name)).collect();
                let extras: Vec<_> = extras.iter().map(|it| it as &_).collect();
                hooks.h.call_extra(&extras).map(list)
            }
            Form::WithArgument => {
                let hooks = self.hooks::<dyn WithArgument>(on);
                if extras.is_empty() {
                    return hooks.h(kwargs["arg"]).map(list);
                }
                let extras: Vec<_> = extras.iter().map(|name| move |_| extra(name)).collect();
                let extras: Vec<_> = extras.iter().map(|it| it as &_).collect();
                hooks.h.call_extra(&extras, kwargs["arg"]).map(list)
            }
            Form::First => {
                let hooks = self.hooks::<dyn First>(on);
                if extras.is_empty() {
                    return hooks.h().map(single);
                }
                let extras: Vec<_> = extras.iter().map(|name| move || extra(name)).collect();
                let extras: Vec<_> = extras.iter().map(|it| it as &_).collect();
                hooks.h.call_extra(&extras).map(single)
            }
            _ => panic!("{form:?} is not called"),
        }
    }

    /// The scenarios do not check the immediate result of a call of a historic hook.
    fn call_historic(
        &self,
        on: Option<&str>,
        kwargs: &Kwargs,
        callback: &Callback,
    ) -> Result<(), Raised> {
        let callback = self.result_callback(callback);
        let form = *lock(&self.form);
        match form {
            Form::Historic => {
                let hooks = self.hooks::<dyn Historic>(on);
                match callback {
                    Some(callback) => hooks.h.call_historic(callback),
                    None => hooks.h().map(drop),
                }
            }
            Form::HistoricWithArgument => {
                let hooks = match on {
                    Some(subset) => lock(&self.subsets)[subset].historic.hook(),
                    None => self.manager.hook(),
                };
                match callback {
                    Some(callback) => hooks.h.call_historic(callback, kwargs["x"]),
                    None => hooks.h(kwargs["x"]).map(drop),
                }
            }
            _ => panic!("{form:?} is not historic"),
        }
    }

    fn result_callback(&self, callback: &Callback) -> Option<impl Fn(Json) + Send + Sync + use<>> {
        let raise_on = match callback {
            Callback::Present(false) => return None,
            Callback::Present(true) => None,
            Callback::Raising(on) => {
                let value = on.strip_prefix("raise_on:").expect("a callback raises on a value");
                Some(Value::from(value))
            }
        };
        let play = self.this.clone();
        Some(move |Json(answer)| {
            let shown = Json(answer.clone());
            play.upgrade().expect("the play is running").log(format!("cb {shown:?}"));
            if raise_on.as_ref() == Some(&answer) {
                // Panics without the usual message on standard error.
                resume_unwind(Box::new(Raised::new("cb")));
            }
        })
    }

    /// The ids of the hook's plugins, in call order. As in the scenarios, `null` if there are none.
    fn impls(&self) -> Value {
        fn ids<S: HookSpec + ?Sized>(caller: &HookCaller<S>) -> Vec<String> {
            caller.hookimpls().iter().map(|it| it.plugin().id().to_string()).collect()
        }
        let form = *lock(&self.form);
        let ids = match form {
            Form::Collected => ids(&self.collected(None).h),
            Form::HistoricWithArgument => ids(&self.hooks::<dyn HistoricWithArgument>(None).h),
            _ => panic!("no scenario lists the hookimpls of {form:?}"),
        };
        if ids.is_empty() { Value::Null } else { ids.into() }
    }

    fn collected(&self, on: Option<&str>) -> Hooks<dyn Collected> {
        match on {
            Some(subset) => lock(&self.subsets)[subset].collected.hook(),
            None => self.manager.hook(),
        }
    }

    fn hooks<S: HookSpec + ?Sized>(&self, on: Option<&str>) -> Hooks<S> {
        assert!(on.is_none(), "there are no subsets of {}", S::INFO.name());
        self.manager.hook()
    }
}

fn list(answers: Vec<Json>) -> Value {
    answers.into_iter().map(|it| it.0).collect()
}

fn single(answer: Option<Json>) -> Value {
    answer.map_or(Value::Null, |it| it.0)
}

fn innermost(error: &(dyn Error + 'static)) -> String {
    error.source().map_or_else(|| error.to_string(), innermost)
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A monitor of a scenario.
struct Observer {
    id: String,
    play: Weak<Play>,
}

impl Observer {
    fn log(&self, what: &str) {
        let play = self.play.upgrade().expect("the play is running");
        play.log(format!("{}:{what}", self.id));
    }
}

impl Monitor for Observer {
    fn on_call(&self, call: &Call<'_>, _arguments: &[Argument<'_>]) {
        let ids: Vec<&str> = call.hookimpls().iter().map(|(it, _)| it.id().as_str()).collect();
        self.log(&format!("before {} [{}]", call.hook().name(), ids.join(",")));
    }

    fn on_return(&self, _call: &Call<'_>, outcome: &Outcome<'_>) {
        match outcome {
            Outcome::Returned(Some(value)) => self.log(&format!("after ok {value:?}")),
            Outcome::Failed(Some(raised)) => self.log(&format!("after err {raised:?}")),
            other => panic!("no scenario ends a watched call like this: {other:?}"),
        }
    }
}
