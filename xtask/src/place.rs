//! The folders of the project and of its build output.

use std::env;
use std::path::{Path, PathBuf};

pub(crate) fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask is in the project")
}

pub(crate) fn target() -> PathBuf {
    project().join(env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}
