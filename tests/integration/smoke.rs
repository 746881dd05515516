use plugin_core::{Plugin, PluginManager, hookimpl, hookspec};

#[derive(Clone, Debug)]
pub struct Config(u16);
pub struct NoDebug;

#[hookspec]
pub trait Hooks {
    /// Doc.
    fn collected(&self, x: &str) -> Option<u8>;
    #[hookspec(firstresult)]
    fn first(&self, token: &str, n: String) -> Option<String>;
    fn unit(&self);
    #[hookspec(historic)]
    fn on_configured(&self, config: &Config, n: u8);
    #[hookspec(historic)]
    fn answers(&self, s: &str) -> Option<String>;
    #[hookspec(historic)]
    fn fails(&self, s: &[u8]) -> Result<u8, String>;
    fn borrowed(&self, key: &str) -> &str;
    fn named<'a>(&'a self, key: &'a str) -> Option<&'a str>;
    fn named2<'k>(&self, key: &'k str) -> Option<&'k str>;
    fn mutates(&self, list: &mut Vec<u8>) -> Result<(), std::fmt::Error>;
    fn res(&self) -> Result<u8, String>;
    fn resopt(&self) -> Result<Option<u8>, String>;
    #[hookspec(firstresult)]
    fn firstres(&self, no: &NoDebug) -> Result<Option<u8>, String>;
    #[deprecated(note = "use `unit`")]
    fn old(&self, x: u8) -> u8;
    #[deprecated]
    #[hookspec(historic)]
    fn oldh(&self, x: u8) -> u8;
    #[cfg(any())]
    fn gone(&self) -> Missing;
}

#[derive(Plugin, Default)]
struct Auth;

#[hookimpl(tryfirst)]
impl Hooks for Auth {
    fn collected(&self, x: &str) -> Option<u8> {
        Some(x.len() as u8)
    }
    #[hookimpl(specname = "collected", trylast)]
    fn collected2(&self, x: &str) -> Option<u8> {
        Some(99)
    }
    #[hookimpl(wrapper)]
    fn first(
        &self,
        token: &str,
        n: String,
        next: &dyn Fn(&str, String) -> Option<String>,
    ) -> Option<String> {
        next(token, n).map(|x| x + "!")
    }
    #[hookimpl(specname = "first", wrapper, trylast)]
    fn first_in(
        &self,
        token: &str,
        n: String,
        next: &dyn Fn(&str, String) -> Option<String>,
    ) -> Option<String> {
        next(token, n).map(|x| x + "?")
    }
    fn borrowed(&self, _key: &str) -> &str {
        "b"
    }
    #[hookimpl(wrapper)]
    fn borrowed<'a>(&'a self, key: &str, next: &dyn Fn(&str) -> Vec<&'a str>) -> Vec<&'a str> {
        let mut v = next(key);
        v.push("w");
        v
    }
    fn on_configured(&self, config: &Config, n: u8) {
        eprintln!("{config:?} {n}");
    }
    fn mutates(&self, list: &mut Vec<u8>) -> Result<(), std::fmt::Error> {
        list.push(1);
        Ok(())
    }
    fn answers(&self, s: &str) -> Option<String> {
        Some(s.to_uppercase())
    }
}

#[derive(Plugin)]
#[plugin(manual, hookspecs(Hooks))]
struct Gen<T>(T);

#[hookimpl]
impl<T: Send + Sync + Clone + Into<String> + 'static> Hooks for Gen<T> {
    fn first(&self, _token: &str, n: String) -> Option<String> {
        Some(self.0.clone().into() + &n)
    }
    #[hookimpl(specname = "first")]
    fn first_b(&self, _token: &str, n: String) -> Option<String> {
        Some(self.0.clone().into() + "b" + &n)
    }
}

#[test]
fn it_works() {
    let m = PluginManager::discover::<dyn Hooks>().unwrap();
    let h = m.hook::<dyn Hooks>();
    assert_eq!(h.collected("abc"), [3, 99]);
    assert_eq!(h.first("x", "y".into()), None);
    assert_eq!(h.borrowed("x"), ["b", "w"]);
    let mut v = vec![];
    h.mutates(&mut v).unwrap();
    assert_eq!(v, [1]);
    m.register(Gen("g")).unwrap();
    assert_eq!(h.first("x", "y".into()), None);
    let h = m.hook::<dyn Hooks>();
    assert_eq!(h.first("x", "y".into()).unwrap(), "gby?!");
    h.answers.call_historic(|s: String| eprintln!("{s}"), "hi");
    println!("{:?}", h.first);
    assert_eq!(h.collected.call_extra(&[&|_| Some(1)], "abc"), [3, 1, 99]);
}
