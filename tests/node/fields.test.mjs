// fields: the registry, as the page, the links and the types have it.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { PACKAGE, loaded } from "./package.mjs";

const { evaluate, fields } = await loaded();

test("the registry and a report's scenario have the same fields, in the same order", () => {
  const { scenario } = evaluate({});
  assert.deepEqual(fields().map(({ name }) => name), Object.keys(scenario));
  for (const field of fields()) assert.equal(field.default, scenario[field.name] ?? "", field.name);
});

test("an entry says everything of its field", () => {
  const entry = (name) => fields().find((field) => field.name === name);
  const { hint, ...training } = entry("training");
  assert.ok(hint.length > 0);
  assert.deepEqual(training, {
    name: "training",
    key: "ft",
    group: "One-time costs",
    label: "Fine-tuning",
    unit: "$ once",
    kind: "number",
    default: "70..270",
    range: true,
    unknown: true,
    optional: false,
    min: "0",
    max: "1000000000",
    options: [],
  });
  assert.deepEqual(entry("term").options.map(({ code }) => code), ["none", "1mo", "6mo"]);
  assert.deepEqual(entry("answers").options.map(({ code }) => code).join(""), "nfgavr");
  assert.equal(entry("name").min, null);
});

test("what an entry says holds", () => {
  const is = (asked) => {
    try {
      return evaluate(asked) !== undefined;
    } catch {
      return false;
    }
  };
  for (const { name, kind, range, unknown, optional, min, max, options } of fields()) {
    assert.equal(is({ [name]: "" }), optional, name);
    if (kind === "choice") for (const { code } of options) assert.ok(is({ [name]: code }), `${name} ${code}`);
    if (kind !== "number") continue;
    assert.equal(is({ [name]: "?" }), unknown, name);
    assert.equal(is({ [name]: `${min}..${+min + 1}` }), range, name);
    assert.ok(!is({ [name]: `${+min - 1}` }) && !is({ [name]: `${+max + 1}` }), name);
    assert.ok(is({ [name]: min }), name);
  }
});

test("the types have every field and every option", async () => {
  const types = await readFile(new URL("crossover.d.ts", PACKAGE), "utf8");
  for (const { name, options, kind } of fields()) {
    assert.ok(types.includes(`  ${name}?: `), name);
    if (kind === "choice") for (const { code } of options) assert.ok(types.includes(`"${code}"`), code);
  }
});
