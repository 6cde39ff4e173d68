//! The registry as a page of documentation, `docs/fields.md`.

use super::types::{default, form};
use crate::scenario::{FieldId, Group};

const HEAD: &str = "\
# The fields

<!-- Written by `cargo xtask fields` from src/scenario/fields.rs. Change it there. -->

Each field has one name, which JSON and the JavaScript API use, and one key, which links use
(`#v=2.5B&h=provisioned`). A field that is left out has its default; the defaults together are the
worked example. Numbers may be written as people write them: `500M`, `500,000,000`, `5e8`, `$10`.
";

/// Every field in its group, as Markdown.
#[must_use]
pub fn field_table() -> String {
    let mut page = HEAD.to_owned();
    for group in Group::ALL {
        page.extend(["\n## ", group.title(), "\n"]);
        if group.is_advanced() {
            page.push_str("\nClosed in the form until it is opened.\n");
        }
        page.push_str("\n| field | key | what it is | unit | default | what may stand in it |\n|---|---|---|---|---|---|\n");
        let fields = FieldId::ALL.iter().filter(|id| id.field().group == group);
        fields.for_each(|id| row(*id, &mut page));
    }
    page
}

fn row(id: FieldId, page: &mut String) {
    let field = id.field();
    let default = default(id).map_or_else(String::new, |text| format!("`{text}`"));
    let form = form(field);
    let hint = match id.hint() {
        "" => String::new(),
        hint => format!(". {hint}"),
    };
    let cells = [
        &format!("`{}`", field.name),
        &format!("`{}`", field.key),
        &format!("{}{hint}", field.label),
        field.unit,
        &default,
        &form,
    ];
    for cell in cells {
        page.extend(["| ", &cell.replace('|', "\\|"), " "]);
    }
    page.push_str("|\n");
}
