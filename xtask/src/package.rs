//! `package`: the JavaScript API as an npm package in `dist/npm/`.
//!
//! The core with its feature `api` is compiled to WebAssembly, wasm-bindgen writes its glue, wasm-opt
//! makes it small. The module that people import, the types of a report and the README stand in
//! `src/npm/`; the types of a scenario are written from the registry. The catalogue is a module of its
//! own: it is data, and the WebAssembly need not carry it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};
use crossover::scenario::FieldId;
use serde_json::{Value, json};

use crate::process::{cargo, output, run, step};
use crate::setup::{self, PackageTools};
use crate::{project, say, size, wasm};

/// What the WebAssembly may weigh in brotli, in bytes.
pub const BUDGET: usize = 60_000;

/// What wasm-opt does, so that brotli finds the code alike: the order of functions by their names, -O2
/// rather than -O3 or -Oz, accesses of memory that promise no alignment, which engines do not ask for,
/// and functions, locals and zeros of the data left as they are. Low memory may be taken for unused:
/// Rust's data lies above it.
const WASM_OPT: [&str; 11] = [
    "-O2",
    "--shrink-level=2",
    "--dealign",
    "--low-memory-unused",
    "--skip-pass=memory-packing",
    "--skip-pass=simplify-locals",
    "--skip-pass=inlining-optimizing",
    "--reorder-locals",
    "--reorder-functions-by-name",
    "--strip-producers",
    "--strip-target-features",
];

/// What the package is called.
const NAME: &str = "crossover-bedrock";

/// Sets up, builds and reports the size.
pub fn task() -> Result<()> {
    build(&setup::to_package()?)
}

/// Builds the package; too heavy a one is a failure.
pub fn build(tools: &PackageTools) -> Result<()> {
    weigh(&assemble(tools)?)
}

/// Builds the package and says where its WebAssembly is.
pub fn assemble(tools: &PackageTools) -> Result<PathBuf> {
    let metadata = cargo_metadata()?;
    let built = compile(&metadata)?;
    let package = project::npm();
    if package.exists() {
        fs::remove_dir_all(&package).context("dist/npm/ cannot be made anew")?;
    }
    fs::create_dir_all(&package).context("dist/npm/ cannot be made")?;
    let glue = glue(tools, &built, &package)?;
    let wasm = package.join("crossover_bg.wasm");
    run(
        Command::new(&tools.wasm_opt)
            .args(WASM_OPT)
            .arg(&glue)
            .arg("-o")
            .arg(&wasm),
        "wasm-opt",
    )?;
    fs::remove_file(glue)?;
    write_texts(&package, &metadata.version)?;
    Ok(wasm)
}

/// What cargo knows of the project.
struct Metadata {
    target: PathBuf,
    version: String,
}

fn cargo_metadata() -> Result<Metadata> {
    let mut command = cargo(&["metadata", "--no-deps", "--format-version", "1"]);
    let known: Value = serde_json::from_str(&output(&mut command, "cargo metadata")?)?;
    let packages = known["packages"].as_array().into_iter().flatten();
    let version = packages
        .filter(|package| package["name"] == "crossover")
        .find_map(|package| package["version"].as_str());
    Ok(Metadata {
        target: known["target_directory"]
            .as_str()
            .context("cargo metadata names no target folder")?
            .into(),
        version: version
            .context("cargo metadata knows no package crossover")?
            .to_owned(),
    })
}

/// Compiles the API and says where it lies.
fn compile(metadata: &Metadata) -> Result<PathBuf> {
    let arguments = "rustc -p crossover --lib --crate-type cdylib --release \
                     --target wasm32-unknown-unknown --no-default-features --features api";
    let arguments: Vec<&str> = arguments.split_whitespace().collect();
    let mut command = cargo(&arguments);
    command.env("CARGO_ENCODED_RUSTFLAGS", wasm::flags()?.join("\x1f"));
    step("the JavaScript API", &mut command)?;
    let built = metadata
        .target
        .join("wasm32-unknown-unknown/release/crossover.wasm");
    Ok(built)
}

/// Writes the glue into the package, and the WebAssembly that it is for, whose path is returned.
fn glue(tools: &PackageTools, built: &Path, package: &Path) -> Result<PathBuf> {
    const GLUE: &str = "crossover_glue";
    let mut command = Command::new(&tools.wasm_bindgen);
    command
        .args([
            "--target",
            "web",
            "--no-typescript",
            "--omit-default-module-path",
        ])
        .args(["--out-name", GLUE])
        .arg("--out-dir")
        .arg(package)
        .arg(built);
    run(&mut command, "wasm-bindgen")?;
    Ok(package.join(GLUE.to_owned() + "_bg.wasm"))
}

/// Writes everything but the glue and the WebAssembly.
fn write_texts(package: &Path, version: &str) -> Result<()> {
    let source = |name: &str| {
        let path = project::root().join(name);
        fs::read_to_string(&path).with_context(|| format!("{} is missing", path.display()))
    };
    let module = source("src/npm/crossover.js")?;
    ensure!(
        module.contains("{version}"),
        "src/npm/crossover.js has no {{version}} to fill in"
    );
    let types = crossover::export::declarations();
    agree(&module, &types)?;
    let texts = [
        ("crossover.js", module.replace("{version}", version)),
        ("crossover.d.ts", types),
        (
            "catalogue.js",
            format!("export default {};\n", crossover::export::catalogue()),
        ),
        (
            "package.json",
            serde_json::to_string_pretty(&manifest(version))? + "\n",
        ),
        ("README.md", source("src/npm/README.md")?),
        ("LICENSE-APACHE", source("LICENSE-APACHE")?),
        ("LICENSE-MIT", source("LICENSE-MIT")?),
    ];
    for (name, text) in texts {
        fs::write(package.join(name), text).with_context(|| format!("{name} cannot be written"))?;
    }
    Ok(())
}

/// The types have what the registry and the module have, and nothing else.
fn agree(module: &str, types: &str) -> Result<()> {
    let fields: Vec<_> = FieldId::ALL.iter().map(|id| id.field().name).collect();
    for (interface, mark) in [("Scenario", "?: "), ("CanonicalScenario", ": ")] {
        let start = format!("export interface {interface} {{\n");
        let body = types.split_once(&start).map_or("", |(_, rest)| rest);
        let lines = body.lines().take_while(|line| *line != "}");
        let parts = lines.filter_map(|line| line.strip_prefix("  ")?.split_once(mark));
        let declared: Vec<_> = parts
            .map(|(name, _)| name)
            .filter(|name| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'))
            .collect();
        ensure!(
            declared == fields,
            "{interface} has other fields than the registry: {declared:?}"
        );
    }
    let exported = |text: &str, kinds: &[&str]| -> BTreeSet<String> {
        let lines = text.lines().filter_map(|line| line.strip_prefix("export "));
        let names = lines.filter_map(|line| {
            let rest = kinds.iter().find_map(|kind| line.strip_prefix(kind))?;
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric());
            Some(rest.get(..end.unwrap_or(rest.len()))?.to_owned())
        });
        names.collect()
    };
    let kinds = ["default async function ", "function ", "class ", "const "];
    let has = exported(module, &kinds);
    let kinds = ["default function ", "function ", "declare class ", "const "];
    let declared = exported(types, &kinds);
    ensure!(
        has == declared,
        "the module exports {has:?}, its types declare {declared:?}"
    );
    Ok(())
}

/// The package's `package.json`.
fn manifest(version: &str) -> Value {
    json!({
        "name": NAME,
        "version": version,
        "description": "When does distilling a workload on Amazon Bedrock pay, and from which volume on? Exact, with ranges and unknowns.",
        "license": "MIT OR Apache-2.0",
        "keywords": ["amazon-bedrock", "model-distillation", "cost", "calculator", "webassembly"],
        "type": "module",
        "main": "./crossover.js",
        "types": "./crossover.d.ts",
        "exports": {
            ".": { "types": "./crossover.d.ts", "default": "./crossover.js" },
            "./crossover_bg.wasm": "./crossover_bg.wasm",
            "./package.json": "./package.json",
        },
        "sideEffects": false,
        "files": ["crossover.js", "crossover.d.ts", "catalogue.js", "crossover_glue.js", "crossover_bg.wasm"],
        "engines": { "node": ">=18" },
    })
}

/// Says what the WebAssembly weighs; too much is a failure, and so is a path of this machine in it.
fn weigh(file: &Path) -> Result<()> {
    let bytes = fs::read(file)?;
    if let Some(problem) = wasm::problem(&bytes)? {
        bail!("crossover_bg.wasm: {problem}");
    }
    let brotli = size::brotli(&bytes)?;
    let [raw, brotli_text, budget] = [bytes.len(), brotli, BUDGET].map(size::grouped);
    say::done(&format!(
        "dist/npm/crossover_bg.wasm: {raw} bytes, {brotli_text} in brotli, of {budget}"
    ));
    ensure!(
        brotli <= BUDGET,
        "crossover_bg.wasm is {} bytes too large in brotli",
        size::grouped(brotli - BUDGET)
    );
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_exported_is_shipped() {
        let manifest = manifest("1.2.3");
        assert_eq!(manifest["version"], "1.2.3");
        let shipped = manifest["files"].as_array().map_or(&[][..], Vec::as_slice);
        for exported in ["main", "types"] {
            let path = manifest[exported].as_str().unwrap_or_default();
            assert!(shipped.contains(&path.trim_start_matches("./").into()));
        }
    }

    #[test]
    fn the_types_are_those_of_the_module_and_the_registry() -> Result<()> {
        let module = fs::read_to_string(project::root().join("src/npm/crossover.js"))?;
        let types = crossover::export::declarations();
        agree(&module, &types)?;
        for (text, other) in [
            ("export function receipt(", "export function bill("),
            ("  volume?: ", "  volumes?: "),
            ("  horizon: string;\n", ""),
            ("export const version", "const version"),
        ] {
            assert!(types.contains(text), "{text}");
            assert!(
                agree(&module, &types.replace(text, other)).is_err(),
                "{text}"
            );
        }
        assert!(
            agree(
                &module.replace("export const fields", "const fields"),
                &types
            )
            .is_err()
        );
        Ok(())
    }

    #[test]
    fn the_module_imports_what_is_shipped_and_has_a_version_to_fill_in() -> Result<()> {
        let module = fs::read_to_string(project::root().join("src/npm/crossover.js"))?;
        for file in ["crossover_glue.js", "catalogue.js"] {
            assert!(module.contains(&format!("\"./{file}\"")), "{file}");
        }
        assert_eq!(module.matches("{version}").count(), 1);
        Ok(())
    }
}
