//! Each option of a macro is documented twice: on its page in `plugin-core`, and on the macro, which is
//! what an editor shows.

use std::fs;
use std::path::Path;

#[test]
fn every_option_is_on_the_page_and_on_the_macro() {
    for name in ["hookspec", "hookimpl", "plugin", "plugin_set"] {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let read = |path: String| fs::read_to_string(root.join(path)).unwrap();
        let page = read(format!("plugin-core/docs/{name}.md"));
        let macros = read("plugin-macros/src/lib.rs".to_owned());
        let (before, _) = macros.split_once(&format!("\npub fn {name}(")).unwrap();
        let (_, on_macro) = before.rsplit_once("\n\n").unwrap();
        let check = read(format!("plugin-macros/src/{name}/check.rs"));
        let options = options(&check);
        assert!(options.len() > 1, "`{name}` has options");
        for option in options {
            for (text, place) in [(&*page, "the page"), (on_macro, "the macro")] {
                // `option`, `option = value` or `option(value)`
                let start = format!("`{option}");
                let mut uses = text.split(&start).skip(1);
                let is_documented = uses.any(|rest| rest.starts_with(['`', ' ', '(']));
                assert!(is_documented, "option `{option}` of `{name}` must be on {place}");
            }
        }
    }
}

/// The strings in the constants that list the options of a macro.
fn options(check: &str) -> Vec<&str> {
    let lists = check.split("OPTIONS: &[&str] = &[").skip(1);
    let lists = lists.map(|rest| rest.split(']').next().unwrap());
    lists.flat_map(|list| list.split('"').skip(1).step_by(2)).collect()
}
