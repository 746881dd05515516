//! Packages outside of this workspace, which Cargo builds and runs.
//!
//! They share a target directory, so what the first has built is there for the others; Cargo itself
//! lets one build after the other.

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The folder of the workspace.
pub(crate) fn project() -> &'static Path {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2);
    project.expect("this package is in the folder `tests`")
}

/// A package under `tests/downstream`, or one that was written.
pub(crate) struct Package {
    name: &'static str,
    directory: PathBuf,
    pub(crate) target: PathBuf,
}

impl Package {
    pub(crate) fn new(name: &'static str) -> Self {
        let directory = project().join("tests/downstream").join(name);
        Self::at(name, directory)
    }

    /// With one source file. What is there already stays as it is, so nothing is built again.
    pub(crate) fn written(name: &'static str, manifest: &str, source: &str) -> Self {
        let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(directory.join("src")).expect("the target directory is writable");
        for (file, text) in [("Cargo.toml", manifest), ("src/main.rs", source)] {
            let file = directory.join(file);
            if fs::read_to_string(&file).ok().as_deref() != Some(text) {
                fs::write(file, text).expect("the target directory is writable");
            }
        }
        Self::at(name, directory)
    }

    fn at(name: &'static str, directory: PathBuf) -> Self {
        // The versions that this workspace has: what is there need not be fetched.
        let lock = directory.join("Cargo.lock");
        if !lock.exists() {
            let ours = project().join("Cargo.lock");
            fs::copy(ours, lock).expect("the workspace has a lock file");
        }
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("downstream");
        Self { name, directory, target }
    }

    /// One command of Cargo, which must succeed.
    pub(crate) fn run(&self, arguments: &[&str]) -> Report {
        self.cargo(arguments, &[]).succeeded()
    }

    /// One command of Cargo, which must not succeed.
    pub(crate) fn fails(&self, arguments: &[&str]) -> Report {
        let report = self.cargo(arguments, &[]);
        assert!(!report.output.status.success(), "{}", report.text());
        report
    }

    /// With options of rustc for the binary alone.
    pub(crate) fn build_and_run(&self, arguments: &[&str], rustc: &[&str]) -> Report {
        let arguments = [&["rustc", "--bin", self.name], arguments].concat();
        let report = self.cargo(&arguments, rustc).succeeded();
        let profile = if arguments.contains(&"--release") { "release" } else { "debug" };
        let binary = self.target.join(profile).join(format!("{}{EXE_SUFFIX}", self.name));
        Report::of(&mut Command::new(binary), &report.text()).succeeded()
    }

    /// One command of Cargo, with options of rustc for the last crate alone.
    pub(crate) fn cargo(&self, arguments: &[&str], rustc: &[&str]) -> Report {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.current_dir(&self.directory).args(arguments).arg("--target-dir").arg(&self.target);
        if !rustc.is_empty() {
            cargo.arg("--").args(rustc);
        }
        // Nobody looks at these binaries with a debugger.
        cargo.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_TERM_COLOR", "never");
        Report::of(&mut cargo, "")
    }
}

/// What a command did.
pub(crate) struct Report {
    /// What came before, and the command itself.
    command: String,
    output: Output,
}

impl Report {
    fn of(command: &mut Command, before: &str) -> Self {
        let output = command.stdin(Stdio::null()).output();
        let command = format!("{before}\n{command:?}");
        match output {
            Ok(output) => Self { command, output },
            Err(error) => panic!("{command} does not start: {error}"),
        }
    }

    #[track_caller]
    pub(crate) fn succeeded(self) -> Self {
        assert!(self.output.status.success(), "{}", self.text());
        self
    }

    pub(crate) fn text(&self) -> String {
        let Output { status, stdout, stderr } = &self.output;
        let (stdout, stderr) = (String::from_utf8_lossy(stdout), String::from_utf8_lossy(stderr));
        format!("{}\n{status}\nstdout:\n{stdout}\nstderr:\n{stderr}", self.command)
    }

    /// It printed this line.
    #[track_caller]
    pub(crate) fn says(self, line: &str) -> Self {
        let stdout = String::from_utf8_lossy(&self.output.stdout);
        assert!(stdout.lines().any(|it| it == line), "no line `{line}`: {}", self.text());
        self
    }

    /// Cargo told of this.
    #[track_caller]
    pub(crate) fn tells_cargo(self, text: &str) -> Self {
        let stderr = String::from_utf8_lossy(&self.output.stderr);
        assert!(stderr.contains(text), "cargo did not tell `{text}`: {}", self.text());
        self
    }

    /// The only error of the compiler, aside from its count, begins with this.
    #[track_caller]
    pub(crate) fn complains_once(self, text: &str) -> Self {
        let stderr = String::from_utf8_lossy(&self.output.stderr);
        let errors: Vec<_> = stderr.lines().filter(|it| it.starts_with("error")).collect();
        let is_told = errors.first().is_some_and(|it| it.starts_with(&format!("error: {text}")));
        assert!(is_told && errors.len() == 2, "{errors:?}: {}", self.text());
        self
    }

    /// An error of the compiler speaks of this.
    #[track_caller]
    pub(crate) fn complains_of(self, name: &str) -> Self {
        let stderr = String::from_utf8_lossy(&self.output.stderr);
        let errors = stderr.lines().filter(|it| it.starts_with("error"));
        let mut errors = errors.filter(|it| it.contains(&format!("`{name}`")));
        assert!(errors.next().is_some(), "no error names `{name}`: {}", self.text());
        self
    }
}
