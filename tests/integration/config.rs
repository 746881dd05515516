//! Configuration of plugins: sections of a document, which are deserialized before any plugin
//! starts.

use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicUsize, Ordering};

use plugin_core::error::{BoxError, Diagnostic, MissingValueError};
use plugin_core::fault::{FaultLimit, Phase};
use plugin_core::{
    Context, Plugin, PluginManager, PluginManagerBuilder, Problem, RegisterError, hookimpl,
    hookspec,
};
use serde::Deserialize;

#[hookspec(project = "tests-config")]
trait Hooks {
    fn state(&self) -> String;
}

#[derive(Debug, Deserialize, PartialEq)]
struct Token {
    name: String,
    #[serde(default)]
    level: u8,
}

#[derive(Debug, Deserialize)]
struct AuthConfig {
    tokens: Vec<Token>,
    #[serde(default)]
    realm: Option<String>,
}

/// Its `init` takes only the configuration.
#[derive(Plugin)]
#[plugin(id = "config.auth", init = Auth::new, config = AuthConfig)]
struct Auth(AuthConfig);

impl Auth {
    fn new(config: AuthConfig) -> Result<Self, BoxError> {
        if config.tokens.len() > 9 {
            return Err("too many tokens".into());
        }
        Ok(Self(config))
    }
}

#[hookimpl]
impl Hooks for Auth {
    fn state(&self) -> String {
        let tokens: Vec<_> =
            self.0.tokens.iter().map(|it| format!("{} {}", it.name, it.level)).collect();
        format!("{:?} {}", self.0.realm, tokens.join(", "))
    }
}

#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
struct CacheConfig {
    size: u16,
}

impl Default for CacheConfig {
    fn default() -> Self {
        Self { size: 64 }
    }
}

/// Its `init` takes the context as well.
#[derive(Plugin)]
#[plugin(id = "config.cache", init = Cache::new, config = CacheConfig, needs(&'static str))]
struct Cache(String);

impl Cache {
    fn new(
        context: &Context,
        CacheConfig { size }: CacheConfig,
    ) -> Result<Self, MissingValueError> {
        Ok(Self(format!("{size} of {}", context.get::<&'static str>()?)))
    }
}

#[hookimpl]
impl Hooks for Cache {
    fn state(&self) -> String {
        self.0.clone()
    }
}

/// Reads no configuration.
#[derive(Plugin, Default)]
#[plugin(id = "config.plain")]
struct Plain;

#[hookimpl]
impl Hooks for Plain {
    fn state(&self) -> String {
        "plain".to_owned()
    }
}

#[derive(Plugin)]
#[plugin(id = "config.manual", manual)]
struct Manual;

fn builder() -> PluginManagerBuilder {
    PluginManager::builder::<dyn Hooks>().provide("all")
}

fn of_toml(text: &str) -> PluginManagerBuilder {
    builder().config(toml::Deserializer::parse(text).unwrap()).unwrap()
}

fn of_json(value: serde_json::Value) -> PluginManagerBuilder {
    builder().config(value).unwrap()
}

#[test]
fn each_plugin_gets_its_section() {
    let document = "
        ['config.auth']
        realm = 'gateway'
        tokens = [{ name = 'ada' }, { name = 'bob', level = 3 }]
        ['config.cache']
        size = 8
    ";
    let manager = of_toml(document).discover().unwrap();
    let states = manager.hook::<dyn Hooks>().state();
    assert_eq!(states, ["plain", "8 of all", "Some(\"gateway\") ada 0, bob 3"]);

    // Each document may have another format and other sections.
    let manager = of_json(serde_json::json!({ "config.cache": { "size": 9 } }))
        .config(toml::Deserializer::parse("'config.auth'.tokens = []").unwrap())
        .unwrap()
        .discover()
        .unwrap();
    assert_eq!(manager.hook::<dyn Hooks>().state(), ["plain", "9 of all", "None "]);
}

fn mistakes(error: &RegisterError) -> Vec<(&str, &str, bool)> {
    let mistakes = error.problems().iter().map(|it| match it {
        Problem::Misconfigured { path, message, has_section, .. } => {
            (path.as_str(), message.as_str(), *has_section)
        }
        other => panic!("{other}"),
    });
    mistakes.collect()
}

#[test]
fn all_mistakes_are_reported_with_their_paths() {
    let document = "
        ['config.auth']
        tokens = [{ name = 'ada' }, { name = 'bob' }, { name = 3 }]
        ['config.cache']
        size = 'large'
    ";
    let error = of_toml(document).discover().unwrap_err();
    let expected = [
        ("\"config.auth\".tokens[2].name", "invalid type: integer `3`, expected a string", true),
        ("\"config.cache\".size", "invalid type: string \"large\", expected u16", true),
    ];
    assert_eq!(mistakes(&error), expected);
    let report = error.to_string();
    assert!(
        report.contains("1. invalid configuration of plugin `config.auth` 0.1.0 (package"),
        "{report}"
    );
}

#[hookspec(project = "tests-config-order")]
trait Ordered {
    fn unused(&self);
}

static CONSTRUCTED: AtomicUsize = AtomicUsize::new(0);

/// Is constructed first, and has a valid section.
#[derive(Plugin)]
#[plugin(id = "config-first", init = First::new, config = BTreeMap<String, u8>)]
struct First;

impl First {
    fn new(config: BTreeMap<String, u8>) -> Self {
        CONSTRUCTED.fetch_add(config.into_values().count(), Ordering::Relaxed);
        Self
    }
}

#[hookimpl]
impl Ordered for First {
    fn unused(&self) {}
}

/// Has an invalid section.
#[derive(Plugin)]
#[plugin(id = "config-second", init = Second::new, config = HashMap<u16, Vec<u8>>)]
struct Second;

impl Second {
    fn new(config: HashMap<u16, Vec<u8>>) -> Self {
        assert_eq!(config[&443], [1, 2]);
        CONSTRUCTED.fetch_add(config.into_values().count(), Ordering::Relaxed);
        Self
    }
}

#[hookimpl]
impl Ordered for Second {
    fn unused(&self) {}
}

#[test]
fn sections_are_read_before_any_init_runs() {
    let of = |ports: serde_json::Value| {
        let document =
            serde_json::json!({ "config-first": { "a": 1 }, "config-second": { "443": ports } });
        PluginManager::builder::<dyn Ordered>().config(document).unwrap().discover()
    };
    let error = of(serde_json::json!([1, -2])).unwrap_err();
    let expected = "invalid value: integer `-2`, expected u8";
    assert_eq!(mistakes(&error), [("config-second.443[1]", expected, true)]);
    assert_eq!(CONSTRUCTED.load(Ordering::Relaxed), 0);
    of(serde_json::json!([1, 2])).unwrap();
    assert_eq!(CONSTRUCTED.load(Ordering::Relaxed), 2);
}

#[test]
fn without_a_section_an_empty_one_is_read() {
    // All fields have a `default`, so the default is read, even without a document.
    assert_eq!(builder().build().load::<Cache>().unwrap().expect_active().0, "64 of all");
    // An empty section.
    let manager = of_json(serde_json::json!({ "config.cache": null })).build();
    assert_eq!(manager.load::<Cache>().unwrap().expect_active().0, "64 of all");
    // A required field.
    let error = builder().build().load::<Auth>().err().unwrap();
    assert_eq!(mistakes(&error), [("\"config.auth\"", "missing field `tokens`", false)]);
    assert!(
        error.to_string().ends_with("(the configuration has no section `config.auth`)"),
        "{error}"
    );

    // Sections that no plugin reads are probably meant for it.
    let sections = |names: &[&str]| {
        let document = names.iter().map(|it| ((*it).to_owned(), serde_json::json!({})));
        of_json(document.collect()).build().load::<Auth>().err().unwrap().to_string()
    };
    let report =
        sections(&["auth", "config.ahut", "config.cache", "config.manual", "config.plain"]);
    let expected = "(the configuration has no section `config.auth`; no plugin reads its sections \
                    `auth`, `config.ahut`, `config.plain`)";
    assert!(report.ends_with(expected), "{report}");
    let report = sections(&["s0", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "s9"]);
    assert!(report.ends_with("`s6`, `s7` and 2 more)"), "{report}");
    let report = sections(&["config.ahut", "config.cache"]);
    assert!(report.ends_with("; no plugin reads its section `config.ahut`)"), "{report}");
    let report = sections(&["config.auth", "config.ahut"]);
    assert!(report.ends_with("missing field `tokens`"), "{report}");
}

#[test]
fn an_init_may_reject_its_configuration() {
    let tokens: Vec<_> = (0..10).map(|n| serde_json::json!({ "name": n.to_string() })).collect();
    let manager = of_json(serde_json::json!({ "config.auth": { "tokens": tokens } })).build();
    let error = manager.load::<Auth>().err().unwrap();
    assert!(matches!(error.problems(), [Problem::Init { .. }]), "{error}");
}

#[test]
fn sections_of_blocked_plugins_are_not_read() {
    let document = serde_json::json!({
        "config.auth": { "tokens": 7 },
        "config.cache": { "size": 1 },
    });
    let manager = of_json(document).block(["config.auth"]).discover().unwrap();
    assert_eq!(manager.hook::<dyn Hooks>().state(), ["plain", "1 of all"]);
    assert!(unread(&manager).is_empty());
}

fn unread(manager: &PluginManager) -> Vec<String> {
    let diagnostics = manager.diagnose();
    let diagnostics = diagnostics.all().iter();
    let unread = diagnostics.filter(|it| matches!(it, Diagnostic::UnreadSection { .. }));
    unread.map(ToString::to_string).collect()
}

#[test]
fn sections_that_no_plugin_reads_are_reported() {
    let document = serde_json::json!({
        "config.ahut": {},
        "config.auth": {},
        "config.manual": {},
        "config.plain": {},
        "by-hand": {},
        "by-hand-too": {},
    });
    let manager = of_json(document).build();
    manager.register_as("by-hand", Manual).unwrap().expect_active();
    manager.register_as("by-hand-too", Plain).unwrap().expect_active();
    let [by_hand, misspelt, plain] = &unread(&manager)[..] else {
        panic!("{}", manager.diagnose())
    };
    assert!(by_hand.contains("a section `by-hand-too`, but plugin `config.plain`"), "{by_hand}");
    assert!(misspelt.contains("a section `config.ahut`, but no plugin has this id"), "{misspelt}");
    assert!(misspelt.ends_with("did you mean `config.auth`?"), "{misspelt}");
    assert!(plain.contains("a section `config.plain`, but plugin `config.plain`"), "{plain}");
    assert!(plain.contains("does not read it: remove the section"), "{plain}");
}

#[test]
fn an_invalid_document_is_rejected() {
    let rejected = |text: &str| {
        let mut document = serde_json::Deserializer::from_str(text);
        builder().config(&mut document).unwrap_err().to_string()
    };
    assert!(
        rejected("[1]")
            .contains("invalid type: sequence, expected a map with a section for each plugin id")
    );
    assert!(rejected("{\"a\": {}, \"a\": {}}").contains("duplicate section `a`"));
    assert!(rejected("{\"a\": ").contains("cannot be read: EOF while parsing"));
    let again = of_toml("[a]").config(serde_json::json!({ "b": {}, "a": {} })).unwrap_err();
    assert!(again.to_string().contains("two documents have a section `a`"), "{again}");
}

/// One field for each kind of value that a document can contain.
#[derive(Debug, Deserialize, PartialEq)]
struct Everything {
    flag: bool,
    small: i8,
    large: u64,
    ratio: f32,
    whole: f64,
    letter: char,
    text: String,
    nothing: Option<u8>,
    something: Option<u8>,
    absent: Option<u8>,
    unit: (),
    pair: (u8, String),
    newtype: Meters,
    plain: Shape,
    newtype_variant: Shape,
    tuple_variant: Shape,
    struct_variant: Shape,
    tagged: Tagged,
    untagged: Untagged,
    by_number: BTreeMap<i32, bool>,
    by_variant: BTreeMap<Unit, Meters>,
}

#[derive(Debug, Deserialize, PartialEq)]
struct Meters(f64);

#[derive(Debug, Deserialize, PartialEq)]
enum Shape {
    Point,
    Circle(u8),
    Line(u8, u8),
    Box { width: u8 },
}

#[derive(Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Point,
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(tag = "kind")]
enum Tagged {
    File { path: String },
}

#[derive(Debug, Deserialize, PartialEq)]
#[serde(untagged)]
enum Untagged {
    Number(u8),
    Text(String),
}

#[derive(Plugin)]
#[plugin(id = "config-everything", init = std::convert::identity, config = WithEverything)]
struct WithEverything(Everything);

impl<'de> Deserialize<'de> for WithEverything {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Everything::deserialize(deserializer).map(Self)
    }
}

fn everything() -> serde_json::Value {
    serde_json::json!({
        "flag": true, "small": -8, "large": u64::MAX, "ratio": 0.5, "whole": 3, "letter": "x",
        "text": "a text", "nothing": null, "something": 1, "unit": null, "pair": [1, "b"],
        "newtype": 1.5, "plain": "Point", "newtype_variant": { "Circle": 3 },
        "tuple_variant": { "Line": [1, 2] }, "struct_variant": { "Box": { "width": 4 } },
        "tagged": { "kind": "File", "path": "/" }, "untagged": "u",
        "by_number": { "-1": true }, "by_variant": { "Point": 2 }
    })
}

#[test]
fn a_section_deserializes_like_the_document_itself() {
    let expected: Everything = serde_json::from_value(everything()).unwrap();
    let manager = of_json(serde_json::json!({ "config-everything": everything() })).build();
    assert_eq!(manager.load::<WithEverything>().unwrap().expect_active().0, expected);
}

#[test]
fn a_mistake_anywhere_in_a_section_is_reported_with_its_path() {
    let cases = [
        ("flag", serde_json::json!(1), ".flag", "invalid type: integer `1`, expected a boolean"),
        ("small", serde_json::json!(128), ".small", "invalid value: integer `128`, expected i8"),
        ("pair", serde_json::json!([1]), ".pair", "invalid length 1, expected a tuple of size 2"),
        ("pair", serde_json::json!([1, "b", 3]), ".pair", "invalid length 3"),
        ("plain", serde_json::json!("Square"), ".plain", "unknown variant `Square`"),
        ("plain", serde_json::json!(1), ".plain", "invalid type: integer `1`, expected enum Shape"),
        ("plain", serde_json::json!({ "Circle": 1, "Line": 2 }), ".plain", "found 2 keys"),
        (
            "struct_variant",
            serde_json::json!({ "Box": { "width": "w" } }),
            ".struct_variant.Box.width",
            "invalid type: string",
        ),
        (
            "by_number",
            serde_json::json!({ "one": true }),
            ".by_number.one",
            "invalid type: string \"one\", expected i32",
        ),
    ];
    for (key, value, path, message) in cases {
        let mut section = everything();
        section[key] = value;
        let manager = of_json(serde_json::json!({ "config-everything": section })).build();
        let error = manager.load::<WithEverything>().err().unwrap();
        let [(at, message_text, true)] = mistakes(&error)[..] else { panic!("{error}") };
        assert_eq!(at, format!("config-everything{path}"));
        assert!(
            message_text.contains(message),
            "{key}: `{message_text}` does not contain `{message}`"
        );
    }
}

#[test]
fn the_type_of_a_configuration_is_known_without_running_plugin_code() {
    let config = Auth::info().config().unwrap();
    assert_eq!(config.as_str(), std::any::type_name::<AuthConfig>());
    assert_eq!(Plain::info().config(), None);
}

/// Panics while it is deserialized.
struct Panicking;

impl<'de> Deserialize<'de> for Panicking {
    fn deserialize<D: serde::Deserializer<'de>>(_: D) -> Result<Self, D::Error> {
        panic!("it read {}", "too much")
    }
}

#[derive(Plugin)]
#[plugin(id = "config-panics", init = Panics::new, config = Panicking)]
struct Panics;

impl Panics {
    fn new(_: Panicking) -> Self {
        Self
    }
}

#[test]
fn a_panic_while_a_configuration_is_read_is_contained_like_one_in_init() {
    let manager = builder().isolate_with(FaultLimit::after(1)).build();
    let error = manager.load::<Panics>().err().unwrap();
    assert!(matches!(error.problems(), [Problem::Init { .. }]), "{error}");
    assert!(error.to_string().contains("it read too much"), "{error}");
    assert_eq!(manager.faults()[0].phase(), Phase::Init);
    assert!(manager.plugins().is_empty());
}
