//! The hookspecs and plugins that run the scenarios.
//!
//! The options of a hook and of a hookimpl are part of the code here. There is therefore one
//! hookspec for each form of hook in the scenarios, and one plugin type for each combination of a
//! hookimpl's options. What a plugin does when it is called is data.

use std::sync::Weak;
use std::sync::atomic::{AtomicBool, Ordering};

use plugin_core::{Plugin, PluginManager, RegisterError, hookimpl, hookspec};
use serde_json::Value;

use super::play::Play;
use super::script::{Action, Behavior, Json, Kind, Raised};

#[hookspec(project = "tests-pluggy-vectors")]
pub(super) trait Collected {
    fn h(&self) -> Result<Option<Json>, Raised>;
}

#[hookspec(project = "tests-pluggy-vectors")]
pub(super) trait WithArgument {
    fn h(&self, arg: i64) -> Result<Option<Json>, Raised>;
}

#[hookspec(project = "tests-pluggy-vectors")]
pub(super) trait First {
    #[hookspec(firstresult)]
    fn h(&self) -> Result<Option<Json>, Raised>;
}

#[hookspec(project = "tests-pluggy-vectors")]
pub(super) trait Historic {
    #[hookspec(historic)]
    fn h(&self) -> Result<Option<Json>, Raised>;
}

#[hookspec(project = "tests-pluggy-vectors")]
pub(super) trait HistoricWithArgument {
    #[hookspec(historic)]
    fn h(&self, x: i64) -> Result<Option<Json>, Raised>;
}

macro_rules! plugin {
    ($plugin:ident, $($precedence:ident)?) => {
        #[derive(Plugin)]
        #[plugin(manual)]
        struct $plugin(Actor);

        #[hookimpl($($precedence)?)]
        impl Collected for $plugin {
            fn h(&self) -> Result<Option<Json>, Raised> {
                self.0.answer(&[])
            }
        }

        #[hookimpl($($precedence)?)]
        impl WithArgument for $plugin {
            fn h(&self, arg: i64) -> Result<Option<Json>, Raised> {
                self.0.answer(&[("arg", arg)])
            }
        }

        #[hookimpl($($precedence)?)]
        impl First for $plugin {
            fn h(&self) -> Result<Option<Json>, Raised> {
                self.0.answer(&[])
            }
        }

        #[hookimpl($($precedence)?)]
        impl Historic for $plugin {
            fn h(&self) -> Result<Option<Json>, Raised> {
                self.0.answer(&[])
            }
        }

        #[hookimpl($($precedence)?)]
        impl HistoricWithArgument for $plugin {
            fn h(&self, x: i64) -> Result<Option<Json>, Raised> {
                self.0.answer(&[("x", x)])
            }
        }
    };
}

plugin!(Plain,);
plugin!(TryFirst, tryfirst);
plugin!(TryLast, trylast);

/// Has no hookimpls of the historic hooks, which do not accept wrappers.
macro_rules! wrapping_plugin {
    ($plugin:ident, $($option:ident),*) => {
        #[derive(Plugin)]
        #[plugin(manual)]
        struct $plugin(Actor);

        #[hookimpl($($option),*)]
        impl Collected for $plugin {
            fn h(
                &self,
                next: &dyn Fn() -> Result<Vec<Json>, Raised>,
            ) -> Result<Vec<Json>, Raised> {
                self.0.wrap(next)
            }
        }

        #[hookimpl($($option),*)]
        impl WithArgument for $plugin {
            fn h(
                &self,
                arg: i64,
                next: &dyn Fn(i64) -> Result<Vec<Json>, Raised>,
            ) -> Result<Vec<Json>, Raised> {
                self.0.wrap(|| next(arg))
            }
        }

        #[hookimpl($($option),*)]
        impl First for $plugin {
            fn h(
                &self,
                next: &dyn Fn() -> Result<Option<Json>, Raised>,
            ) -> Result<Option<Json>, Raised> {
                self.0.wrap(next)
            }
        }
    };
}

wrapping_plugin!(Wrapper, wrapper);
wrapping_plugin!(TryFirstWrapper, wrapper, tryfirst);
wrapping_plugin!(TryLastWrapper, wrapper, trylast);

/// Implements the hook under another name.
#[derive(Plugin)]
#[plugin(manual)]
struct Alias(Actor);

#[hookimpl]
impl Collected for Alias {
    #[hookimpl(specname = "h")]
    fn alias(&self) -> Result<Option<Json>, Raised> {
        self.0.answer(&[])
    }
}

/// Implements the hook five times. pluggy registers attributes in alphabetical order; here, the
/// order of declaration counts, so they are declared alphabetically.
#[derive(Plugin)]
#[plugin(manual)]
struct Several(Vec<Actor>);

impl Several {
    fn answer(&self, attr: &str) -> Result<Option<Json>, Raised> {
        let actor = self.0.iter().find(|it| it.behavior.attr.as_deref() == Some(attr));
        actor.expect("the scenario has all five").answer(&[])
    }
}

#[hookimpl]
impl Collected for Several {
    #[hookimpl(specname = "h")]
    fn alpha(&self) -> Result<Option<Json>, Raised> {
        self.answer("alpha")
    }

    #[hookimpl(specname = "h", trylast)]
    fn beta(&self) -> Result<Option<Json>, Raised> {
        self.answer("beta")
    }

    #[hookimpl(specname = "h")]
    fn mid(&self) -> Result<Option<Json>, Raised> {
        self.answer("mid")
    }

    #[hookimpl(specname = "h", trylast)]
    fn omega(&self) -> Result<Option<Json>, Raised> {
        self.answer("omega")
    }

    #[hookimpl(specname = "h")]
    fn zeta(&self) -> Result<Option<Json>, Raised> {
        self.answer("zeta")
    }
}

/// Registers a plugin with this behavior, and returns whether it is active.
pub(super) fn register(
    manager: &PluginManager,
    name: &str,
    actors: Vec<Actor>,
) -> Result<bool, RegisterError> {
    let actor = match <[Actor; 1]>::try_from(actors) {
        Ok([actor]) => actor,
        Err(several) => {
            return manager.register_as(name, Several(several)).map(|it| it.is_active());
        }
    };
    let Behavior { kind, tryfirst, trylast, .. } = actor.behavior;
    match (kind != Kind::Impl, tryfirst, trylast, &actor.behavior.attr) {
        (false, false, false, Some(alias)) => {
            assert_eq!(alias, "alias");
            manager.register_as(name, Alias(actor)).map(|it| it.is_active())
        }
        (false, false, false, None) => {
            manager.register_as(name, Plain(actor)).map(|it| it.is_active())
        }
        (false, true, false, None) => {
            manager.register_as(name, TryFirst(actor)).map(|it| it.is_active())
        }
        (false, false, true, None) => {
            manager.register_as(name, TryLast(actor)).map(|it| it.is_active())
        }
        (true, false, false, None) => {
            manager.register_as(name, Wrapper(actor)).map(|it| it.is_active())
        }
        (true, true, false, None) => {
            manager.register_as(name, TryFirstWrapper(actor)).map(|it| it.is_active())
        }
        (true, false, true, None) => {
            manager.register_as(name, TryLastWrapper(actor)).map(|it| it.is_active())
        }
        options => panic!("there is no plugin for {name}: {options:?}", options = options.3),
    }
}

/// The implementation of a hookimpl: its behavior, and the play that it is part of.
pub(super) struct Actor {
    label: String,
    behavior: Behavior,
    /// Steps are made in the first call only, as in the player that recorded the scenarios.
    has_stepped: AtomicBool,
    play: Weak<Play>,
}

impl Actor {
    pub(super) fn new(name: &str, behavior: Behavior, play: Weak<Play>) -> Self {
        let label = behavior.label.clone().unwrap_or_else(|| name.to_owned());
        Self { label, behavior, has_stepped: AtomicBool::new(false), play }
    }

    fn answer(&self, arguments: &[(&str, i64)]) -> Result<Option<Json>, Raised> {
        let Behavior { args, ret, none, raise, steps, .. } = &self.behavior;
        let named = args.iter().map(|name| {
            let (_, value) =
                arguments.iter().find(|(it, _)| it == name).expect("the hook has the argument");
            format!("{name}={value}")
        });
        let named = named.collect::<Vec<_>>().join(",");
        let log =
            if named.is_empty() { self.label.clone() } else { format!("{}({named})", self.label) };
        let play = self.play();
        play.log(log);
        if !self.has_stepped.swap(true, Ordering::Relaxed) {
            play.go_on(steps);
        }
        match (raise, ret) {
            (Some(name), _) => Err(Raised::new(name)),
            (None, Some(value)) => Ok(Some(Json(value.clone()))),
            (None, None) if *none => Ok(None),
            (None, None) => Ok(Some(Json(self.label.clone().into()))),
        }
    }

    fn wrap<T: Outcome>(&self, next: impl Fn() -> Result<T, Raised>) -> Result<T, Raised> {
        let Behavior { kind, steps_before, pre, post, post_ok, post_err, .. } = &self.behavior;
        let play = self.play();
        play.log(format!("{}:pre", self.label));
        if !self.has_stepped.swap(true, Ordering::Relaxed) {
            play.go_on(steps_before);
        }
        match pre {
            Some(Action::Raise(name)) => return Err(Raised::new(name)),
            Some(_) => panic!("a wrapper can only raise before its `next`"),
            None => {}
        }
        let mut outcome = next();
        match &outcome {
            Ok(value) => play.log(format!("{}:post ok {:?}", self.label, value.shown())),
            Err(raised) => play.log(format!("{}:post err {raised}", self.label)),
        }
        let action = match (kind, &outcome) {
            (Kind::HookWrapper, _) => post,
            (_, Ok(_)) => post_ok,
            (_, Err(_)) => post_err,
        };
        match action {
            None | Some(Action::GetResult | Action::CatchAndIgnore | Action::Return(_)) => outcome,
            Some(Action::Ret(value) | Action::ForceResult(value)) => {
                Ok(T::holding(Json(value.clone())))
            }
            Some(Action::Raise(name) | Action::ForceException(name)) => Err(Raised::new(name)),
            Some(Action::Drop) => Ok(T::default()),
            Some(Action::Append) => {
                if let Ok(answers) = &mut outcome {
                    answers.add(Json(self.label.clone().into()));
                }
                outcome
            }
        }
    }

    fn play(&self) -> std::sync::Arc<Play> {
        self.play.upgrade().expect("plugins are only called during the play")
    }
}

/// What a call and therefore a wrapper returns. The type is fixed, while pluggy accepts any value.
trait Outcome: Default {
    fn holding(value: Json) -> Self;
    fn add(&mut self, value: Json);
    fn shown(&self) -> Json;
}

impl Outcome for Vec<Json> {
    fn holding(value: Json) -> Self {
        vec![value]
    }

    fn add(&mut self, value: Json) {
        self.push(value);
    }

    fn shown(&self) -> Json {
        Json(self.iter().map(|it| it.0.clone()).collect())
    }
}

impl Outcome for Option<Json> {
    fn holding(value: Json) -> Self {
        Some(value)
    }

    fn add(&mut self, value: Json) {
        *self = Some(value);
    }

    fn shown(&self) -> Json {
        Json(self.as_ref().map_or(Value::Null, |it| it.0.clone()))
    }
}
