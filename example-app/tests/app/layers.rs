//! The modules of the program: imports point downwards.

use std::path::Path;

#[test]
fn a_module_imports_only_from_modules_that_main_lists_before_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let read = |file: &str| std::fs::read_to_string(src.join(file)).unwrap();
    let main = read("main.rs");
    let modules = main.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
    let modules: Vec<_> = modules.collect();
    let place = |module: &str| modules.iter().position(|it| *it == module);
    let mut imports = 0;
    for module in &modules {
        let text = read(&format!("{module}.rs"));
        for import in text.lines().filter_map(|line| line.trim().strip_prefix("use crate::")) {
            let imported = import.split("::").next().unwrap();
            assert!(place(imported) < place(module), "`{module}` imports from `{imported}`");
            assert!(place(imported).is_some(), "`{imported}` is a module");
            imports += 1;
        }
    }
    assert!(imports > 0, "the modules of {} were read", src.display());
}
