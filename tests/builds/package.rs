//! Packages outside of this workspace, which Cargo builds and runs.
//!
//! They share a target directory, so crates that one package has built are available to the others.
//! Cargo's lock makes concurrent builds wait for each other.

use std::env::consts::EXE_SUFFIX;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// The folder of the workspace.
pub(crate) fn project() -> &'static Path {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2);
    project.expect("this package is in the folder `tests`")
}

/// A package under `tests/downstream`, or a generated one.
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

    /// A package with one generated source file. A file that already has the right content is not
    /// touched, so nothing is rebuilt.
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
        // The package uses the dependency versions of this workspace, which are already downloaded.
        let lock = directory.join("Cargo.lock");
        if !lock.exists() {
            let ours = project().join("Cargo.lock");
            fs::copy(ours, lock).expect("the workspace has a lock file");
        }
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("downstream");
        Self { name, directory, target }
    }

    /// Runs one Cargo command, which must succeed.
    pub(crate) fn run(&self, arguments: &[&str]) -> Report {
        self.cargo(arguments, &[]).succeeded()
    }

    /// Runs one Cargo command, which must fail.
    pub(crate) fn fails(&self, arguments: &[&str]) -> Report {
        let report = self.cargo(arguments, &[]);
        assert!(!report.output.status.success(), "{}", report.text());
        report
    }

    /// Builds with rustc options for the binary only, and runs the binary.
    pub(crate) fn build_and_run(&self, arguments: &[&str], rustc: &[&str]) -> Report {
        let arguments = [&["rustc", "--bin", self.name], arguments].concat();
        let report = self.cargo(&arguments, rustc).succeeded();
        let profile = if arguments.contains(&"--release") { "release" } else { "debug" };
        let binary = self.target.join(profile).join(format!("{}{EXE_SUFFIX}", self.name));
        Report::of(&mut Command::new(binary), &report.text()).succeeded()
    }

    /// Runs one Cargo command with rustc options for the last crate only.
    pub(crate) fn cargo(&self, arguments: &[&str], rustc: &[&str]) -> Report {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.current_dir(&self.directory).args(arguments).arg("--target-dir").arg(&self.target);
        if !rustc.is_empty() {
            cargo.arg("--").args(rustc);
        }
        // Debug information is not needed for these binaries.
        cargo.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_TERM_COLOR", "never");
        Report::of(&mut cargo, "")
    }
}

/// The result of a command.
pub(crate) struct Report {
    /// The preceding command, and the command itself.
    command: String,
    output: Output,
}

impl Report {
    fn of(command: &mut Command, before: &str) -> Self {
        let output = command.stdin(Stdio::null()).output();
        let command = format!("{before}\n{command:?}");
        match output {
            Ok(output) => Self { command, output },
            Err(error) => panic!("{command} must start: {error}"),
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

    /// The command must have printed this line.
    #[track_caller]
    pub(crate) fn prints(self, line: &str) -> Self {
        let stdout = String::from_utf8_lossy(&self.output.stdout);
        assert!(
            stdout.lines().any(|it| it == line),
            "must print the line `{line}`: {}",
            self.text()
        );
        self
    }

    /// Cargo must have printed this text.
    #[track_caller]
    pub(crate) fn cargo_prints(self, text: &str) -> Self {
        let stderr = String::from_utf8_lossy(&self.output.stderr);
        assert!(stderr.contains(text), "cargo must print `{text}`: {}", self.text());
        self
    }

    /// The only compiler error, apart from the summary, must begin with this text.
    #[track_caller]
    pub(crate) fn has_only_error(self, text: &str) -> Self {
        let stderr = String::from_utf8_lossy(&self.output.stderr);
        let errors: Vec<_> = stderr.lines().filter(|it| it.starts_with("error")).collect();
        let matches = errors.first().is_some_and(|it| it.starts_with(&format!("error: {text}")));
        assert!(matches && errors.len() == 2, "{errors:?}: {}", self.text());
        self
    }

    /// One of the compiler errors must contain this name.
    #[track_caller]
    pub(crate) fn has_error_about(self, name: &str) -> Self {
        let stderr = String::from_utf8_lossy(&self.output.stderr);
        let errors = stderr.lines().filter(|it| it.starts_with("error"));
        let mut errors = errors.filter(|it| it.contains(&format!("`{name}`")));
        assert!(errors.next().is_some(), "an error must name `{name}`: {}", self.text());
        self
    }
}
