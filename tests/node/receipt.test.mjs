// receipt: every amount says its formula, and the numbers put in give the amount.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { loaded } from "./package.mjs";

const { catalogue, encode, evaluate, receipt, ScenarioError } = await loaded();
const FOLDER = new URL("../vectors/", import.meta.url);
const WITHOUT = ["months", "stop_after", "sensitivity"];
/** Every so many scenarios of the vectors have all their amounts asked for. */
const EVERY = 17;

/** The value of a formula with its numbers put in. */
const value = (substituted) => {
  const script = substituted
    .replaceAll("−", "-").replaceAll("×", "*").replaceAll("÷", "/")
    .replaceAll(/max|min|ceil/g, "Math.$&");
  assert.match(script, /^([-+*/(), .\d]|Math\.(max|min|ceil))+$/);
  return new Function(`return ${script}`)();
};

const isNear = (one, other) => Math.abs(one - other) <= 1e-6 + 1e-9 * Math.abs(other);

/** The paths of all amounts below a part of a report, by what stands there. */
const amounts = function* (part, path = []) {
  if (part === null || typeof part !== "object" || WITHOUT.includes(path.at(-1))) return;
  const isAmount = "low" in part && Object.keys(part).every((key) => ["low", "high", "bound"].includes(key));
  if (isAmount && !["payback", "runs_out"].includes(path.at(-1))) yield [path.join("."), part];
  for (const [key, inner] of Object.entries(part)) yield* amounts(inner, [...path, key]);
};

test("an amount says its formula, its unit and where its numbers are from", () => {
  const { amount, unit, low, high } = receipt({ volume: "2B", hosting: "provisioned" }, "student.steady");
  assert.equal(amount, "student.steady");
  assert.equal(unit, "US dollars");
  assert.deepEqual(low, high);
  assert.equal(low.value, "730");
  const told = receipt({ volume: "2.5B" }, "student.steady").high;
  assert.equal(told.formula, "volume × student_rate ÷ 1000000 + student.hosting + storage");
  assert.equal(told.substituted, "2500000000 × 1 ÷ 1000000 + 730 + 0");
  const rate = receipt({ volume: "2B" }, "teacher.steady").low;
  assert.equal(rate.value, "20000");
  assert.deepEqual(
    rate.inputs.map(({ name, value, source }) => [name, value, source]),
    [["volume", "2000000000", "scenario"], ["teacher_rate", "10", "default"]],
  );
});

test("the formula of every amount gives the amount", async () => {
  let count = 0;
  for (const file of (await readdir(FOLDER)).filter((name) => name.endsWith(".json"))) {
    const vectors = JSON.parse(await readFile(new URL(file, FOLDER), "utf8"));
    for (const { link, report } of vectors.filter((_, index) => index % EVERY === 0)) {
      if ("error" in report) continue;
      for (const [path, amount] of amounts(report)) {
        const { unit, ...ends } = receipt(link, path);
        assert.notEqual(unit, "", path);
        for (const end of ["low", "high"]) {
          const { formula, substituted, value: exact } = ends[end];
          assert.ok(isNear(value(substituted), +exact), `${link} ${path}: ${formula}: ${substituted} = ${exact}`);
          assert.ok(Math.abs(+exact - +amount[end]) <= 0.5 + 1e-9 * Math.abs(+exact), `${link} ${path}: ${exact}`);
          count += 1;
        }
      }
    }
  }
  assert.ok(count > 1_000, `${count}`);
});

test("an element of a list may be named, and an amount that is not known has no formula", () => {
  const { terms } = evaluate("");
  assert.deepEqual(terms.map(({ term }) => term), ["none", "1mo", "6mo"]);
  const [named, counted] = ["terms.6mo.horizon", "terms.2.horizon"].map((path) => receipt("", path));
  assert.deepEqual({ ...named, amount: "" }, { ...counted, amount: "" });
  assert.deepEqual(receipt({ hourly_none: "?" }, "student.steady"), {
    amount: "student.steady", unit: "US dollars", low: null, high: null,
  });
});

test("a price of the catalogue says where it was published, and an edited one does not", () => {
  const { sources, pairs } = catalogue();
  const { preset } = pairs.find(({ teacher, student }) => `${teacher} ${student}` === "nova-premier nova-micro");
  const asked = { volume: "2B", ...preset, hosting: "provisioned" };
  const published = (scenario, path) =>
    Object.fromEntries(receipt(scenario, path).low.inputs.map(({ name, published }) => [name, published]));
  const by = (...codes) => ({ from: "2025-10-21", sources: sources.filter(({ code }) => codes.includes(code)) });

  const [input] = receipt(asked, "teacher.rate").low.inputs.filter(({ name }) => name === "teacher_rate.input");
  assert.deepEqual(input, {
    name: "teacher_rate.input", value: "2.5", unit: "$ per million tokens", source: "scenario",
    published: by("P1", "P2", "P3"),
  });
  assert.match(input.published.sources[0].address, /^https:/);
  const rate = published(asked, "teacher.rate");
  assert.deepEqual(rate, {
    input_share: undefined, "teacher_rate.input": input.published, "teacher_rate.output": input.published,
  });
  const month = published(asked, "student.steady");
  assert.deepEqual(month, { "student.hosting": undefined, storage: by("P1") });
  assert.deepEqual(published(asked, "student.hosting"), {
    units: undefined, hourly_none: by("P1"), hours_per_month: undefined,
  });

  // Written in another way it is the same price, and a link asks the same.
  assert.deepEqual(published({ ...asked, storage: 1.95 }, "student.steady"), month);
  assert.deepEqual(published(`#${encode(asked)}`, "student.steady"), month);
  // Another price is somebody's own, and so are all prices of models that are no pair.
  assert.equal(published({ ...asked, storage: "1.96" }, "student.steady").storage, undefined);
  assert.equal(published(encode({ ...asked, storage: 0 }), "student.steady").storage, undefined);
  assert.deepEqual(published({ ...asked, storage: 0 }, "teacher.rate"), rate);
  assert.equal(published({ ...asked, student_model: "nova-premier" }, "student.steady").storage, undefined);
  assert.equal(published({ ...asked, teacher_model: null }, "student.steady").storage, undefined);
  assert.ok(!("published" in receipt({}, "teacher.steady").low.inputs[0]));
});

test("what is no amount is refused", () => {
  const refusal = (path) => {
    try {
      receipt("v=2B", path);
    } catch (error) {
      assert.ok(error instanceof ScenarioError, `${error}`);
      return error.problems;
    }
    assert.fail(path);
  };
  assert.deepEqual(refusal("student.stedy"), [
    {
      field: null,
      message: "“student.stedy” is no amount with a receipt. Write the path of an amount, for example student.steady.",
    },
  ]);
  for (const path of [
    "", ".", "student", "student.", ".student.steady", "student.steady.low", "student.lines", "student.lines.steady",
    "student.lines.9.steady", "student.lines.-1.steady", "lines.0.steady", "steady", "crossover.steady", "payback",
    "payback.low", "months.0.volume", "terms.none.stop_after.0", "sensitivity.0.low", "scenario.volume", "link",
    "quality.adjusted.teacher.low", "__proto__", "x".repeat(5_000), "student\0steady",
  ]) {
    assert.equal(refusal(path).length, 1, path);
  }
  for (const path of [undefined, null, 5, 5n, Symbol("x"), {}, ["student", "steady"], new String("student.steady")]) {
    assert.throws(() => receipt("", path), TypeError);
  }
  assert.throws(() => receipt(5, "student.steady"), TypeError);
  assert.throws(() => receipt(), TypeError);
  assert.throws(() => receipt({ volume: 0, horizon: 61 }, "student.steady"), (error) => error.problems.length === 2);
  assert.throws(() => receipt({ volume: 1e15, growth: 100, horizon: 60 }, "student.steady"), ScenarioError);
});
