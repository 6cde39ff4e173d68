//! The names by which the page's WebAssembly and its glue know each other, as short as they can travel.
//!
//! wasm-bindgen has a digest in most, which no compression makes smaller; within one site a number tells
//! them apart as well.

use anyhow::{Result, ensure};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// WebAssembly and its glue with numbers for the names that wasm-bindgen gave to what the one has from
/// the other.
pub fn numbered(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut module = Module::new();
    let mut glue = glue.to_owned();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload?;
        if let Payload::ImportSection(imports) = &payload {
            let mut section = ImportSection::new();
            for (number, import) in imports.clone().into_imports().enumerate() {
                let import = import?;
                let name = format!("i{number}");
                glue = renamed(&glue, import.name, &name)?;
                let what = RoundtripReencoder.entity_type(import.ty)?;
                section.import(import.module, &name, what);
            }
            module.section(&section);
        } else if let Payload::ExportSection(exports) = &payload {
            let mut section = ExportSection::new();
            for (number, export) in exports.clone().into_iter().enumerate() {
                let export = export?;
                let mut name = export.name.to_owned();
                // Not those that are words of their own: `memory`, `main`.
                if name.contains("__") && glue.contains(&name) {
                    name = format!("e{number}");
                    glue = renamed(&glue, export.name, &name)?;
                }
                let kind = RoundtripReencoder.export_kind(export.kind)?;
                section.export(&name, kind, export.index);
            }
            module.section(&section);
        } else if let Some((id, range)) = payload.as_section() {
            let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
            let data = &wasm[range];
            module.section(&RawSection { id, data });
        }
    }
    Ok((module.finish(), glue))
}

/// A script with the word `from` in it as `to`.
fn renamed(script: &str, from: &str, to: &str) -> Result<String> {
    ensure!(
        !words(script, to).any(|_| true),
        "the glue has a {to} already"
    );
    let mut renamed = String::new();
    let mut end = 0;
    for at in words(script, from) {
        renamed.push_str(&script[end..at]);
        renamed.push_str(to);
        end = at + from.len();
    }
    ensure!(end > 0, "the glue does not have {from}");
    Ok(renamed + &script[end..])
}

/// Where a word stands in a script, and not as a part of another.
fn words<'s>(script: &'s str, word: &'s str) -> impl Iterator<Item = usize> + 's {
    let is_of_word = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$');
    let places = script.match_indices(word).map(|(at, _)| at);
    places.filter(move |at| {
        let before = script[..*at].chars().next_back();
        let after = script[at + word.len()..].chars().next();
        !before.is_some_and(is_of_word) && !after.is_some_and(is_of_word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, ExportKind, TypeSection};

    /// WebAssembly with two imports and two exports, functions all.
    fn wasm(imported: [&str; 2], exported: [&str; 2]) -> Vec<u8> {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        module.section(&types);
        let mut imports = ImportSection::new();
        for name in imported {
            imports.import("glue", name, EntityType::Function(0));
        }
        module.section(&imports);
        let mut exports = ExportSection::new();
        for name in exported {
            exports.export(name, ExportKind::Func, 0);
        }
        module.section(&exports);
        module.finish()
    }

    const IMPORTED: [&str; 2] = ["__wbg_a_12", "__wbg_a_123"];
    const EXPORTED: [&str; 2] = ["main", "__wbindgen_malloc"];

    #[test]
    fn both_sides_have_the_same_numbers() -> Result<()> {
        let glue = "({__wbg_a_123: f, __wbg_a_12: () => wasm.__wbindgen_malloc(wasm.main)})";
        let (numbers, glue) = numbered(&wasm(IMPORTED, EXPORTED), glue)?;
        assert_eq!(glue, "({i1: f, i0: () => wasm.e1(wasm.main)})");
        assert_eq!(numbers, wasm(["i0", "i1"], ["main", "e1"]));
        Ok(())
    }

    #[test]
    fn an_export_that_the_glue_does_not_use_keeps_its_name() -> Result<()> {
        let (numbers, _) = numbered(
            &wasm(IMPORTED, EXPORTED),
            "({__wbg_a_123: f, __wbg_a_12: f})",
        )?;
        assert_eq!(numbers, wasm(["i0", "i1"], EXPORTED));
        Ok(())
    }

    #[test]
    fn a_glue_of_something_else_is_noticed() {
        let wasm = wasm(IMPORTED, EXPORTED);
        assert!(numbered(&wasm, "({__wbg_a_12: f})").is_err());
        assert!(numbered(&wasm, "({__wbg_a_12: f, __wbg_a_123: i1()})").is_err());
        assert!(numbered(b"no wasm", "").is_err());
    }
}
