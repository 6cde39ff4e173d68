//! A walk through the page with the keyboard alone.

use serde_json::Value;
use thirtyfour::Key;

use crate::{Calculator, Outcome, bail};

/// A place where the focus stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The element's id, or its tag and text when it has none.
    pub name: String,
    /// Whether the focus can be seen: an outline or shadow that is not there without focus.
    pub marked: bool,
    /// Whether the element lies in the window and nothing lies over it.
    pub in_view: bool,
}

/// All stops of one round through the page.
#[derive(Clone, Debug, Default)]
pub struct Walk {
    /// In the order of the tabulator key.
    pub stops: Vec<Stop>,
}

/// The focused element, or null when the focus has left the page.
const HERE: &str = r#"
return (async () => {
// Firefox scrolls to the focus with a frame that follows, not with the key.
await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
const element = document.activeElement;
if (!element || element === document.body || element === document.documentElement) return null;
const look = (style) => [style.outlineStyle, style.outlineWidth, style.outlineColor,
  style.boxShadow, style.borderColor, style.backgroundColor].join("|");
const ring = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
// A radio button may show its focus on its label.
const bearers = [element, ...(element.labels ?? []), element.parentElement];
const focused = bearers.map((one) => look(getComputedStyle(one)));
const outlined = bearers.some((one) => ring(getComputedStyle(one)));
// The middle of the part that lies in the window; a tall box may reach beyond it.
const box = element.getBoundingClientRect();
const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
const [upper, lower] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
const top = document.elementFromPoint((left + right) / 2, (upper + lower) / 2);
const inView = left < right && upper < lower && top !== null &&
  (element.contains(top) || [...(element.labels ?? [])].some((label) => label.contains(top)));
element.blur();
const changed = bearers.some((one, at) => look(getComputedStyle(one)) !== focused[at]);
element.focus({ preventScroll: true, focusVisible: true });
return {
  name: element.id || `${element.localName} "${normal(element.innerText ?? "").slice(0, 40)}"`,
  marked: changed || outlined,
  inView,
};
})();
"#;

/// The ids of all that should be a stop, in the order of the document. Of a group of radio buttons
/// only the chosen one is.
const EXPECTED: &str = r#"
const all = document.querySelectorAll(
  "a[href], button, input, select, textarea, summary, [tabindex]");
return [...all]
  .filter((one) => one.tabIndex >= 0 && !one.disabled && shown(one))
  .filter((one) => one.type !== "radio" || one.checked)
  .map((one) => one.id || `${one.localName} "${normal(one.innerText ?? "").slice(0, 40)}"`);
"#;

impl Calculator {
    /// The element that has the focus, or nothing when the focus is outside the page.
    ///
    /// # Errors
    ///
    /// When the page is gone.
    pub async fn stop(&self) -> Outcome<Option<Stop>> {
        let here = self.ask(HERE, &[]).await?;
        Ok(here["name"].as_str().map(|name| Stop {
            name: name.to_owned(),
            marked: here["marked"] == Value::Bool(true),
            in_view: here["inView"] == Value::Bool(true),
        }))
    }

    /// Says so when the focus does not stand on the element of this name.
    ///
    /// # Errors
    ///
    /// When it does not.
    pub async fn focus_is_at(&self, name: &str) -> Outcome {
        let stop = self.stop().await?;
        if stop.as_ref().is_some_and(|stop| stop.name == name) {
            return Ok(());
        }
        bail!("the focus is not at {name} but at {stop:?}")
    }

    /// Presses the tabulator key until the focus stands on the element of this name, as
    /// [`Stop`] has it.
    ///
    /// # Errors
    ///
    /// When it is not reached within 200 stops.
    pub async fn go_to(&self, name: &str) -> Outcome {
        for _ in 0..200 {
            self.press(Key::Tab).await?;
            if self.stop().await?.is_some_and(|stop| stop.name == name) {
                return Ok(());
            }
        }
        bail!("the keyboard does not reach {name}")
    }

    /// All that should be reachable by the tabulator key, in the order of the document.
    ///
    /// # Errors
    ///
    /// When the page is gone.
    pub async fn reachable(&self) -> Outcome<Vec<String>> {
        let names = self.ask(EXPECTED, &[]).await?;
        Ok(serde_json::from_value(names)?)
    }

    /// Presses the tabulator key until the focus leaves the page or is back where it began.
    ///
    /// # Errors
    ///
    /// When neither happens within 200 stops: the focus is trapped.
    pub async fn walk(&self) -> Outcome<Walk> {
        let mut walk = Walk::default();
        for _ in 0..200 {
            self.press(Key::Tab).await?;
            match self.stop().await? {
                Some(stop)
                    if walk
                        .stops
                        .first()
                        .is_none_or(|first| first.name != stop.name) =>
                {
                    walk.stops.push(stop);
                }
                _ => return Ok(walk),
            }
        }
        let names: Vec<_> = walk.stops.iter().map(|stop| &stop.name).collect();
        bail!("the focus does not leave the page: {names:?}");
    }
}
