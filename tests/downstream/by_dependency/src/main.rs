//! Shows that exactly the plugins are linked that the manifest enables for this build.

#![forbid(unsafe_code)]

use std::error::Error;

use plugin_core::Registry;

plugin_core::plugin_crates!();

fn main() -> Result<(), Box<dyn Error>> {
    let found = greetings::answers()?;
    println!("hooks: {found}");

    let linked = [
        ("f", cfg!(windows)),
        ("e", cfg!(feature = "extra")),
        ("d", cfg!(unix)),
        ("c", cfg!(feature = "usual")),
        ("b", true),
        ("a", true),
    ];
    let expected: Vec<_> = linked.iter().filter(|it| it.1).map(|it| it.0).collect();
    assert_eq!(found, expected.join(" "));

    let names: Vec<_> = Registry::linked().crates().map(|it| it.name()).collect();
    println!("crates: {}", names.join(" "));
    Ok(())
}
