//! Runs the tutorial as it is written: writes its files, runs its commands, and compares their
//! output.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use crate::package::project;

const TUTORIAL: &str = include_str!("../../plugin-core/docs/tutorial.md");

/// One step of the tutorial.
enum Step<'a> {
    Write { path: &'a str, content: String },
    Run { command: &'a str, printed: String },
}

#[test]
fn the_tutorial_produces_the_output_that_it_shows() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("tutorial");
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    let steps = steps();
    assert!(steps.len() > 20, "the tutorial has {} steps", steps.len());
    for step in steps {
        match step {
            Step::Write { path, content } => fs::write(folder.join(path), content).unwrap(),
            Step::Run { command, printed } => {
                let shown = run(&folder, project(), command);
                assert_eq!(shown, printed, "$ {command}");
            }
        }
    }
}

fn run(folder: &Path, workspace: &Path, command: &str) -> String {
    let command = command.replace("../framework", workspace.to_str().unwrap());
    let mut words = command.split(' ');
    assert_eq!(words.next(), Some("cargo"));
    let output = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(words)
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.with_file_name("tutorial-target"))
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "$ {command}\n{errors}");
    // A reader who sees an error or a warning stops here, whatever the exit code is.
    let is_quiet = command.contains("--quiet");
    assert!(!is_quiet || errors.is_empty(), "$ {command}\n{errors}");
    String::from_utf8(output.stdout).unwrap()
}

/// A code block is written to the file that is named before it; a console block is run.
fn steps() -> Vec<Step<'static>> {
    let mut steps = Vec::new();
    let mut lines = TUTORIAL.lines();
    let mut path = None;
    while let Some(line) = lines.next() {
        if let Some(name) = line.strip_prefix('`').and_then(|line| line.strip_suffix("`:")) {
            path = Some(name);
        }
        let Some(language) = line.strip_prefix("```") else { continue };
        let block: Vec<_> = lines.by_ref().take_while(|line| *line != "```").collect();
        if language == "console" {
            steps.extend(commands(&block));
        } else {
            let path = path.take().expect("a block of code belongs to a file");
            steps.push(Step::Write { path, content: block.join("\n") + "\n" });
        }
    }
    steps
}

fn commands(block: &[&'static str]) -> Vec<Step<'static>> {
    let mut steps: Vec<Step<'static>> = Vec::new();
    for line in block {
        match (line.strip_prefix("$ "), steps.last_mut()) {
            (Some(command), _) => steps.push(Step::Run { command, printed: String::new() }),
            (None, Some(Step::Run { printed, .. })) => {
                printed.push_str(line);
                printed.push('\n');
            }
            (None, _) => panic!("the line `{line}` must follow a command"),
        }
    }
    steps
}
