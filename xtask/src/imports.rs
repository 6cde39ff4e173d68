//! The names by which the page's WebAssembly and its glue know each other, as short as they can travel.
//!
//! wasm-bindgen has a digest in each, which no compression makes smaller; within one site a number tells
//! them apart as well.

use anyhow::{Result, ensure};
use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

/// WebAssembly and its glue with numbers for the names that wasm-bindgen gave to what the one imports from
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
        } else if let Some((id, range)) = payload.as_section() {
            let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
            let data = &wasm[range];
            module.section(&RawSection { id, data });
        }
    }
    Ok((module.finish(), glue))
}

/// A script with the one word `from` in it as `to`.
fn renamed(script: &str, from: &str, to: &str) -> Result<String> {
    let is_of_word = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$');
    let mut words = script.match_indices(from).filter(|(at, _)| {
        let before = script[..*at].chars().next_back();
        let after = script[at + from.len()..].chars().next();
        !before.is_some_and(is_of_word) && !after.is_some_and(is_of_word)
    });
    let (Some((at, _)), None) = (words.next(), words.next()) else {
        anyhow::bail!("the glue does not have {from} once");
    };
    ensure!(
        !script.contains(&format!("{to}:")) && !script.contains(&format!("{to}(")),
        "the glue has a {to} already"
    );
    Ok([&script[..at], to, &script[at + from.len()..]].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `(module (import "glue" "__wbg_a_12") (import "glue" "__wbg_b_34"))`, of functions without parameters.
    fn wasm(names: [&str; 2]) -> Vec<u8> {
        let mut module = Module::new();
        let mut types = wasm_encoder::TypeSection::new();
        types.ty().function([], []);
        module.section(&types);
        let mut imports = ImportSection::new();
        for name in names {
            imports.import("glue", name, wasm_encoder::EntityType::Function(0));
        }
        module.section(&imports);
        module.finish()
    }

    #[test]
    fn both_sides_have_the_same_numbers() -> Result<()> {
        let names = ["__wbg_a_12", "__wbg_a_123"];
        let glue = "({__wbg_a_123: f, __wbg_a_12: () => g()})";
        let (wasm, glue) = numbered(&wasm(names), glue)?;
        assert_eq!(glue, "({i1: f, i0: () => g()})");
        assert_eq!(wasm, super::tests::wasm(["i0", "i1"]));
        Ok(())
    }

    #[test]
    fn a_glue_of_something_else_is_noticed() {
        let names = ["__wbg_a_12", "__wbg_b_34"];
        assert!(numbered(&wasm(names), "({__wbg_a_12: f})").is_err());
        assert!(numbered(&wasm(names), "({__wbg_a_12: f, __wbg_b_34: i1()})").is_err());
        assert!(numbered(b"no wasm", "").is_err());
    }
}
