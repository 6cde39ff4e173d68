//! `fields`: writes the documentation's table of fields from the registry.

use std::fs;

use anyhow::{Context, Result};

use crate::{project, say};

/// Writes `docs/fields.md` anew.
pub fn fields() -> Result<()> {
    let page = project::root().join("docs/fields.md");
    fs::write(page, crossover::export::field_table())
        .context("docs/fields.md cannot be written")?;
    say::done("docs/fields.md written");
    Ok(())
}
