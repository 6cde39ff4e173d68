//! The files of a build, each with its media type and its compressed form.

use std::collections::{BTreeMap, HashMap};
use std::io::Write;
use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use anyhow::Context;

use crate::Outcome;

/// Paths with `/` between folders, relative to the page.
#[derive(Default)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Reads a folder with all that is in it.
    pub fn read(root: &Path) -> Outcome<Self> {
        let mut files = Self::default();
        files.add_folder(root, "")?;
        Ok(files)
    }

    fn add_folder(&mut self, folder: &Path, prefix: &str) -> Outcome {
        for entry in std::fs::read_dir(folder)? {
            let entry = entry?;
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                self.add_folder(&entry.path(), &format!("{path}/"))?;
            } else {
                self.0.insert(path, std::fs::read(entry.path())?);
            }
        }
        Ok(())
    }

    pub fn find(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// Like [`find`](Self::find), with the path as it is kept.
    pub fn entry(&self, path: &str) -> Option<(&str, &[u8])> {
        let (path, bytes) = self.0.get_key_value(path)?;
        Some((path, bytes))
    }

    pub fn paths(&self) -> Vec<String> {
        self.0.keys().cloned().collect()
    }

    /// The one file whose path ends like this.
    pub fn ending_in(&self, ending: &str) -> Outcome<String> {
        self.0
            .keys()
            .find(|path| path.ends_with(ending))
            .cloned()
            .with_context(|| format!("the build has no file that ends in {ending}"))
    }

    pub fn keep(&mut self, wanted: impl Fn(&str) -> bool) {
        self.0.retain(|path, _| wanted(path));
    }

    pub fn add(&mut self, path: String, bytes: Vec<u8>) {
        self.0.insert(path, bytes);
    }

    pub fn remove(&mut self, path: &str) {
        self.0.remove(path);
    }

    pub fn append(&mut self, path: &str, bytes: &[u8]) {
        self.0
            .entry(path.to_owned())
            .or_default()
            .extend_from_slice(bytes);
    }
}

/// The media type that a host derives from a file's name.
pub fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

/// By content, each content's compressed form.
type Compressed = HashMap<Vec<u8>, Arc<[u8]>>;

/// A file is compressed once, however many tests serve it.
static COMPRESSED: LazyLock<Mutex<Compressed>> = LazyLock::new(Mutex::default);

/// The bytes in brotli at its best, as hosts that compress beforehand do it.
pub fn compressed(bytes: &[u8]) -> std::io::Result<Arc<[u8]>> {
    let mut known = COMPRESSED.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(found) = known.get(bytes) {
        return Ok(Arc::clone(found));
    }
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(bytes)?;
    writer.flush()?;
    let found: Arc<[u8]> = writer.into_inner().into();
    known.insert(bytes.to_vec(), Arc::clone(&found));
    Ok(found)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::{compressed, media_type};

    #[test]
    fn compression_loses_nothing() -> std::io::Result<()> {
        let page = "<p>crossover</p>".repeat(100);
        let small = compressed(page.as_bytes())?;
        let mut back = String::new();
        brotli::Decompressor::new(&*small, 4096).read_to_string(&mut back)?;
        assert_eq!(back, page);
        assert!(small.len() * 10 < page.len());
        Ok(())
    }

    #[test]
    fn wasm_streams_only_under_its_own_media_type() {
        assert_eq!(media_type("page-1f_bg.wasm"), "application/wasm");
        assert_eq!(media_type("style/main-1f.css"), "text/css; charset=utf-8");
    }
}
