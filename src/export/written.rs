//! The tables of a report as texts to take along, word for word as they are shown.

use crate::tables::Table;

/// In which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The answer with the figures of the first table, to be read.
    Text,
    /// The answer with every table.
    Markdown,
    /// Every table, for spreadsheets: RFC 4180, with all cells in quotes.
    Csv,
    /// The same, with tabs between the cells.
    Tsv,
}

/// What is told beside the tables.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The answer.
    pub verdict: &'a str,
    /// How many times cheaper the student is; may be empty.
    pub proportion: &'a str,
    /// What there is to know before all else; may be empty.
    pub notice: &'a str,
    /// What it takes for granted.
    pub said: &'a [String],
    /// Where it is to be found again.
    pub address: &'a str,
}

impl Form {
    /// Every form, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Text, Self::Markdown, Self::Csv, Self::Tsv];

    /// What it is called.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "Markdown",
            Self::Csv => "CSV",
            Self::Tsv => "TSV",
        }
    }

    /// How the name of its file ends; none where it is copied.
    #[must_use]
    pub const fn ending(self) -> Option<&'static str> {
        match self {
            Self::Text | Self::Markdown => None,
            Self::Csv => Some("csv"),
            Self::Tsv => Some("tsv"),
        }
    }
}

/// Writes a report's tables, without what is hidden of them.
#[must_use]
pub fn written(form: Form, told: &Told, tables: &[Table]) -> String {
    let mut sheet = Sheet {
        form,
        text: String::new(),
        cells: 0,
    };
    let is_read = form.ending().is_none();
    if is_read {
        sheet.line("", told.verdict, "\n");
        sheet.line("\n", told.proportion, "\n");
        sheet.line("\n", told.notice, "\n");
        sheet.push("\n");
        for sentence in told.said {
            sheet.line("- ", sentence, "\n");
        }
        sheet.push("\n");
    } else {
        // Without it, some spreadsheets take the file for one of their country's code page.
        sheet.push("\u{feff}");
    }
    let most = if form == Form::Text { 1 } else { usize::MAX };
    for table in tables.iter().filter(|table| !table.hidden).take(most) {
        sheet.table(table);
    }
    if is_read {
        // In brackets, Markdown takes an address as it stands.
        let [before, after] = if form == Form::Markdown {
            ["<", ">\n"]
        } else {
            ["", "\n"]
        };
        for part in [before, told.address, after] {
            sheet.push(part);
        }
    }
    sheet.text
}

/// A text that is being written.
struct Sheet {
    form: Form,
    text: String,
    /// How many cells the line has so far.
    cells: usize,
}

impl Sheet {
    #[inline(never)]
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// A text in which nothing means more than itself.
    #[inline(never)]
    fn plain(&mut self, text: &str) {
        for character in text.chars() {
            match (self.form, character) {
                (Form::Csv, '"') => self.push("\""),
                (Form::Csv, _) => {}
                (_, '\t' | '\r' | '\n') => {
                    self.push(" ");
                    continue;
                }
                (Form::Markdown, '\\' | '|' | '<' | '&' | '*' | '_' | '`' | '[' | '~') => {
                    self.push("\\");
                }
                _ => {}
            }
            self.text.push(character);
        }
    }

    /// A line of text; nothing, where there is none.
    #[inline(never)]
    fn line(&mut self, before: &str, text: &str, after: &str) {
        if !text.is_empty() {
            self.push(before);
            self.plain(text);
            self.push(after);
        }
    }

    #[inline(never)]
    fn cell(&mut self, text: &str) {
        self.push(match (self.form, self.cells) {
            (Form::Markdown, 0) => "| ",
            (_, 0) => "",
            (Form::Text, 1) => ": ",
            (Form::Text | Form::Markdown, _) => " | ",
            (Form::Csv, _) => ",",
            (Form::Tsv, _) => "\t",
        });
        self.cells = self.cells.saturating_add(1);
        let quote = if self.form == Form::Csv { "\"" } else { "" };
        self.push(quote);
        // A spreadsheet would compute it.
        if self.form.ending().is_some()
            && matches!(
                text.chars().next(),
                Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
            )
        {
            self.push("'");
        }
        self.plain(text);
        self.push(quote);
    }

    /// Ends the line.
    #[inline(never)]
    fn end(&mut self) {
        self.cells = 0;
        self.push(match self.form {
            Form::Csv => "\r\n",
            Form::Markdown => " |\n",
            Form::Text | Form::Tsv => "\n",
        });
    }

    /// A table below its caption, and an empty line.
    fn table(&mut self, table: &Table) {
        let rows = || table.rows.iter().filter(|row| !row.hidden);
        let has_notes = self.form != Form::Text && rows().any(|row| !row.note.is_empty());
        match self.form {
            Form::Text => self.line("", &table.caption, "\n"),
            Form::Markdown => self.line("## ", &table.caption, "\n\n"),
            Form::Csv | Form::Tsv => {
                self.cell(&table.caption);
                self.end();
            }
        }
        self.cell(table.corner);
        for column in &table.columns {
            self.cell(&column.title);
        }
        if has_notes {
            self.cell("Note");
        }
        let cells = self.cells;
        self.end();
        if self.form == Form::Markdown {
            for _ in 0..cells {
                self.push("|---");
            }
            self.push("|\n");
        }
        for row in rows() {
            self.cell(&row.title);
            for at in 0..table.columns.len() {
                let cell = row.cells.get(at);
                self.cell(cell.map_or("", |cell| &cell.text));
            }
            if has_notes {
                self.cell(&row.note);
            }
            self.end();
        }
        self.push(if self.form == Form::Csv { "\r\n" } else { "\n" });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A table of two rows with these texts, and a hidden one.
    fn table(texts: [&str; 2]) -> Table {
        let mut table = Table::new("one", "What it shows", "Part");
        table.column("value", "Value");
        for text in texts {
            table.row("row", "Row");
            table.text(text);
        }
        table.row("hidden", "Hidden");
        table.text("never");
        table.hide_if(true);
        table
    }

    const TOLD: Told = Told {
        verdict: "Distil.",
        proportion: "",
        notice: "",
        said: &[],
        address: "https://example.org/#tm=a_b&v=2B",
    };

    #[test]
    fn csv_is_quoted_and_ends_its_lines_as_the_standard_says() {
        let csv = written(Form::Csv, &TOLD, &[table(["$1,230", "5\" or\n6\""])]);
        let lines = "\u{feff}\"What it shows\"\r\n\"Part\",\"Value\"\r\n\"Row\",\"$1,230\"\r\n\
                     \"Row\",\"5\"\" or\n6\"\"\"\r\n\r\n";
        assert_eq!(csv, lines);
    }

    #[test]
    fn what_separates_cells_does_not_stand_in_one() {
        let tables = [table(["one\ttwo\r\nthree", "a|b"])];
        let tsv = written(Form::Tsv, &TOLD, &tables);
        assert!(tsv.ends_with("\nPart\tValue\nRow\tone two  three\nRow\ta|b\n\n"));
        let markdown = written(Form::Markdown, &TOLD, &tables);
        let lines = "## What it shows\n\n| Part | Value |\n|---|---|\n\
                     | Row | one two  three |\n| Row | a\\|b |\n\n";
        assert!(markdown.contains(lines), "{markdown}");
    }

    #[test]
    fn no_spreadsheet_computes_a_cell() {
        let cells = [
            "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1",
        ];
        for cell in cells {
            for form in [Form::Csv, Form::Tsv] {
                let text = written(form, &TOLD, &[table([cell, "1=1"])]);
                let is_safe = text.matches('\'').count() == 1;
                assert!(is_safe, "{form:?}, {cell:?}: {text:?}");
            }
        }
        // Ours is no hyphen, and computes nothing.
        let csv = written(Form::Csv, &TOLD, &[table(["−75%", "$5"])]);
        assert!(csv.contains("\"−75%\""));
        let text = written(Form::Markdown, &TOLD, &[table(["=1", "+1"])]);
        assert!(text.contains("| =1 |") && text.contains("| +1 |"));
    }

    #[test]
    fn markdown_means_nothing_but_its_text() {
        let hostile = "<img src=x> [a](b) *c* _d_ `e` &lt; ~~f~~ \\";
        let markdown = written(Form::Markdown, &TOLD, &[table([hostile, ""])]);
        let escaped = "\\<img src=x> \\[a](b) \\*c\\* \\_d\\_ \\`e\\` \\&lt; \\~\\~f\\~\\~ \\\\";
        assert!(markdown.contains(escaped), "{markdown}");
        // But the address can be followed.
        assert!(markdown.ends_with("\n<https://example.org/#tm=a_b&v=2B>\n"));
    }

    #[test]
    fn what_is_read_begins_with_the_answer_and_ends_with_its_address() {
        let told = Told {
            proportion: "Twice.",
            notice: "Old.",
            said: &["One.".to_owned(), "Two.".to_owned()],
            ..TOLD
        };
        let text = written(
            Form::Text,
            &told,
            &[table(["$1", "$2"]), table(["$3", "$4"])],
        );
        assert_eq!(
            text,
            "Distil.\n\nTwice.\n\nOld.\n\n- One.\n- Two.\n\nWhat it shows\nPart: Value\nRow: $1\nRow: $2\n\n\
             https://example.org/#tm=a_b&v=2B\n"
        );
    }

    #[test]
    fn notes_have_a_column_of_their_own_and_hidden_tables_none() {
        let mut noted = table(["$1", "$2"]);
        noted.row("noted", "Noted");
        noted.text("$3");
        noted.note("Why.");
        let mut hidden = table(["$8", "$9"]);
        hidden.hidden = true;
        let tsv = written(Form::Tsv, &TOLD, &[hidden, noted]);
        let lines =
            "\u{feff}What it shows\nPart\tValue\tNote\nRow\t$1\t\nRow\t$2\t\nNoted\t$3\tWhy.\n\n";
        assert_eq!(tsv, lines);
    }
}
