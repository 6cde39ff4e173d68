// What the tests ask a page. Each script that they run begins with this text.

const normal = (text) => text.replace(/\s+/g, " ").trim();

const shown = (element) =>
  element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
  element.getClientRects().length > 0;

// The visible text of the first element that matches, or null.
const read = (selector) => {
  const element = document.querySelector(selector);
  return element && shown(element) ? normal(element.innerText) : null;
};

// The one element of `all` whose text is `wanted`, or failing that begins with these words.
const only = (kind, wanted, all, textOf) => {
  const visible = all.filter(shown);
  const begins = (text) =>
    text.startsWith(wanted) && !/[\p{L}\d]/u.test(text.charAt(wanted.length));
  const exact = visible.filter((one) => normal(textOf(one)) === wanted);
  const found = exact.length > 0 ? exact : visible.filter((one) => begins(normal(textOf(one))));
  if (found.length !== 1) {
    const texts = visible.map((one) => JSON.stringify(normal(textOf(one)))).join(", ");
    throw new Error(`${found.length} visible ${kind}s "${wanted}" among ${texts}`);
  }
  return found[0];
};

const wordsOf = (ids) =>
  (ids ?? "").split(" ").filter(Boolean)
    .map((id) => document.getElementById(id)).filter(Boolean);

const groupNamed = (name) =>
  only("group", name, [...document.querySelectorAll("fieldset, [role=group], [role=radiogroup]")],
    (group) =>
      group.querySelector(":scope > legend")?.innerText ??
      group.getAttribute("aria-label") ??
      wordsOf(group.getAttribute("aria-labelledby")).map((word) => word.innerText).join(" "));

const labelNamed = (name, group) =>
  only("label", name, [...(group ? groupNamed(group) : document).querySelectorAll("label")],
    (label) => label.innerText);

const controlNamed = (name, group) => {
  const label = labelNamed(name, group);
  if (!label.control) throw new Error(`the label "${name}" belongs to no field`);
  return label.control;
};

const errorOf = (field) => {
  if (field.getAttribute("aria-invalid") !== "true") return null;
  const words = wordsOf(field.getAttribute("aria-describedby"));
  const error = words.find((word) => word.id.endsWith("-error") && shown(word));
  return error ? normal(error.innerText) : null;
};

// The served form is disabled; the live page enables it.
const isAlive = () => !document.getElementById("inputs").disabled;
