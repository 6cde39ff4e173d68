//! The walls of the house that the compiler does not keep: whom a room may call, and that the core
//! has no floating point and nothing that panics. See the map in `src/lib.rs`.
//!
//! What stands in comments and behind `#[cfg(test)]` at the end of a file is not looked at.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room of the core and the rooms that it may call.
const ROOMS: [(&str, &[&str]); 11] = [
    ("quantity", &[]),
    ("scenario", &["quantity"]),
    ("catalogue", &["quantity", "scenario"]),
    ("economics", &["quantity", "scenario"]),
    ("link", &["quantity", "scenario"]),
    (
        "wording",
        &["quantity", "scenario", "catalogue", "economics"],
    ),
    (
        "tables",
        &["quantity", "scenario", "catalogue", "economics", "wording"],
    ),
    (
        "charts",
        &["quantity", "scenario", "economics", "wording", "tables"],
    ),
    (
        "sections",
        &["quantity", "scenario", "economics", "wording", "tables"],
    ),
    (
        "still",
        &[
            "quantity",
            "scenario",
            "catalogue",
            "economics",
            "wording",
            "tables",
            "sections",
            "charts",
            "export",
        ],
    ),
    (
        "export",
        &[
            "quantity",
            "scenario",
            "catalogue",
            "economics",
            "link",
            "wording",
            "tables",
        ],
    ),
];

/// What the core has nothing of.
const FOREIGN: [&str; 16] = [
    ".unwrap()",
    ".expect(",
    ".unwrap_err()",
    "panic!",
    "unreachable!",
    "todo!",
    "unimplemented!",
    "f32",
    "f64",
    "unsafe",
    "web_sys",
    "wasm_bindgen",
    "leptos",
    "gloo",
    "std::time",
    "println!",
];

/// The files of a room, in a folder of its name or as one file.
fn files(room: &str) -> Vec<PathBuf> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![source.join(room)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                found.push(path);
            }
        }
    }
    let alone = source.join(room).with_extension("rs");
    found.extend(Some(alone).filter(|path| path.exists()));
    assert!(!found.is_empty(), "the room {room} is empty");
    found
}

/// The lines of code of a room, each with where it stands.
fn code(room: &str) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for path in files(room) {
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate() {
            let line = line.split("//").next().unwrap_or_default();
            lines.push((
                format!("{}:{}", path.display(), number + 1),
                line.to_owned(),
            ));
        }
    }
    lines
}

#[test]
fn a_room_calls_only_the_rooms_below_it() {
    let rooms = ROOMS.map(|(room, _)| room);
    for (room, may_call) in ROOMS {
        for (place, line) in code(room) {
            for called in line.split("crate::").skip(1) {
                let called = called
                    .split(|c: char| !c.is_alphanumeric() && c != '_')
                    .next();
                let called = called.unwrap_or_default();
                assert!(
                    !called.is_empty(),
                    "{place} imports the whole house: {line}"
                );
                let allowed = called == room || may_call.contains(&called);
                assert!(
                    allowed,
                    "{place} calls {called}, which {room} does not know: {line}"
                );
                assert!(
                    rooms.contains(&called),
                    "{place} calls {called}, which is no room: {line}"
                );
            }
        }
    }
}

#[test]
fn the_core_has_no_panic_no_float_and_no_browser() {
    for (room, _) in ROOMS {
        for (place, line) in code(room) {
            for foreign in FOREIGN {
                assert!(!line.contains(foreign), "{place} has {foreign}: {line}");
            }
        }
    }
}

#[test]
fn every_room_of_the_core_is_on_the_list() {
    let map = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    // What needs the browser is declared behind its feature, and the compiler keeps that wall.
    let map = map.replace("#[cfg(feature = \"api\")]\n", "#[cfg(feature = \"web\")]\n");
    let web = "#[cfg(feature = \"web\")]\n";
    let core = map
        .split(web)
        .enumerate()
        .flat_map(|(behind, text)| text.lines().skip(usize::from(behind > 0)));
    let declared: Vec<&str> = core
        .filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    assert_eq!(declared.len(), ROOMS.len(), "{declared:?}");
    for room in declared {
        assert!(
            ROOMS.iter().any(|(name, _)| *name == room),
            "{room} has no wall"
        );
    }
}
