// Errors: every problem, whatever is handed in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loaded } from "./package.mjs";

const { evaluate, encode, decode, fields, ScenarioError } = await loaded();

const refusal = (asked) => {
  try {
    evaluate(asked);
  } catch (error) {
    assert.ok(error instanceof ScenarioError, `${error}`);
    return error;
  }
  assert.fail("it was taken");
};

/** The problems of a scenario as `field: message`. */
const problems = (asked) => refusal(asked).problems.map(({ field, message }) => `${field}: ${message}`);

test("every problem is told", () => {
  const error = refusal({ volume: "1,5", term: "2mo", units: "1..2", generation: "?", horizon: 61 });
  assert.equal(error.name, "ScenarioError");
  assert.ok(error instanceof Error && /errors\.test\.mjs/.test(error.stack));
  assert.deepEqual(
    error.problems.map(({ field }) => field),
    ["volume", "generation", "term", "units", "horizon"],
  );
  assert.deepEqual(error.problems[2], {
    field: "term",
    message: "“2mo” is not a choice here. Write none, 1mo, 6mo.",
  });
  assert.equal(error.message.split("\n").length, 5);
  assert.ok(error.message.startsWith("volume: “1,5” is not clear"));
  assert.throws(() => encode({ volume: 0 }), ScenarioError);
});

test("a link is read strictly, and nothing is said of defaults", () => {
  assert.deepEqual(problems("#v=1,5&units=3&n=61&ft="), [
    "volume: “1,5” is not clear: a comma only groups thousands and a point is the decimal sign. Write 1.5.",
    "horizon: “61” is out of bounds. Write a number from 1 to 60 (months).",
    "training: Write a number here, for example 200.",
  ]);
  assert.equal(refusal("v=1M&v=2M").problems[0].field, "volume");
});

test("a link is decoded tolerantly", () => {
  const { scenario, problems } = decode("#v=1,5&n=24&colour=red");
  assert.equal(scenario.volume, "500M");
  assert.equal(scenario.horizon, "24");
  assert.deepEqual(problems.map(({ field }) => field), ["volume", null]);
  assert.match(problems[0].message, /The default, 500M, was used instead\.$/);
});

test("what leads beyond the limits names its inputs", () => {
  const named = refusal({ volume: 1e15, growth: 100, horizon: 60 }).problems;
  const names = named.map(({ field }) => field);
  assert.deepEqual(names, ["volume", "growth"]);
  for (const { message } of named) assert.match(message, /^Together these lead beyond/);
});

test("values of the wrong kind are refused by name", () => {
  for (const value of [NaN, Infinity, true, 10n, Symbol("x"), () => 1, [], [1], new Map(), new Date(), {}, "", "x"]) {
    assert.equal(refusal({ volume: value }).problems[0].field, "volume");
    assert.equal(refusal({ teacher_rate: value, term: "none" }).problems.length, 1);
  }
  assert.deepEqual(problems({ term: true, volume: { low: 1 }, units: { high: 2 } }), [
    "volume: Write both low and high.",
    "term: “true” cannot stand here. Write a number or a text.",
    "units: Write both low and high.",
  ]);
  assert.deepEqual(problems({ volume: { low: 5, high: 3 } }), [
    "volume: The low end of a range comes first. Write 3..5.",
  ]);
  assert.deepEqual(problems({ units: { low: 1, high: 2 } }), [
    "units: “1..2” is a range. Write one value here.",
  ]);
  assert.deepEqual(problems({ volume: { input: 1, output: 2 } }).length, 1);
});

test("texts within a range or a rate cannot say more than one value", () => {
  for (const rate of [
    { low: 1, high: "2/3" },
    { low: "1/2", high: 3 },
    { low: "1..2", high: 3 },
    { low: { low: 1, high: 2 }, high: 3 },
    { input: "1/2", output: 3 },
    { input: 1, output: { input: 2, output: 3 } },
    { low: "?", high: 3 },
    { low: null, high: 3 },
  ]) {
    assert.equal(refusal({ teacher_rate: rate }).problems.length, 1, JSON.stringify(rate));
  }
});

test("problems of values and of texts are told together, in the order of the fields", () => {
  assert.deepEqual(
    refusal({ horizon: 61, term: true, volume: 10n, units: "x", generation: { low: 1, high: "?" } }).problems.map(({ field }) => field),
    ["volume", "generation", "term", "units", "horizon"],
  );
});

test("what is no scenario at all is a TypeError", () => {
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  for (const value of [undefined, null, 5, NaN, 5n, true, Symbol("x"), () => 1, [], [1], new Map([["volume", 1]]), new Date(), revoked.proxy]) {
    assert.throws(() => evaluate(value), TypeError);
    assert.throws(() => encode(value), TypeError);
    assert.throws(() => decode(value), TypeError);
  }
  assert.throws(() => evaluate(), TypeError);
  assert.throws(() => decode({}), TypeError);
  assert.throws(() => encode("v=1M"), TypeError);
});

test("objects that fight back do no harm", () => {
  const thrower = () => {
    throw new RangeError("no");
  };
  const cyclic = {};
  cyclic.volume = cyclic;
  cyclic.low = cyclic;
  cyclic.high = cyclic;
  const sides = {};
  sides.input = sides;
  sides.output = sides;
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  for (const asked of [
    { get volume() { return thrower(); } },
    { volume: { get low() { return thrower(); }, high: 1 } },
    { volume: revoked.proxy },
    { volume: new Proxy({}, { get: thrower }) },
    { teacher_rate: { input: new Proxy({}, { get: thrower }), output: 1 } },
    new Proxy({}, { get: (_, key) => (key === Symbol.toStringTag ? undefined : thrower()) }),
    { volume: cyclic },
    { teacher_rate: sides },
    { teacher_rate: { input: sides, output: 1 } },
    cyclic,
    { volume: { toString: thrower, valueOf: thrower } },
    { volume: { [Symbol.toPrimitive]: thrower } },
    { volume: Object.create(null) },
  ]) {
    assert.ok(refusal(asked).problems.length > 0);
  }
  assert.throws(() => evaluate(new Proxy({}, { get: thrower })), TypeError);
  const keys = new Proxy({}, { ownKeys: thrower });
  assert.equal(evaluate(keys).link, "");
  assert.equal(evaluate(new Proxy({ volume: 1e6 }, {})).link, "v=1M");
  assert.equal(evaluate(Object.create({ volume: 1e6 })).link, "v=1M");
  assert.equal(evaluate(Object.assign(Object.create(null), { volume: 1e6 })).link, "v=1M");
  assert.equal(evaluate({ [Symbol("volume")]: 1, __proto__: null }).link, "");
  assert.equal(evaluate(JSON.parse('{"__proto__": {"volume": 5}}')).warnings[0].fields[0], "__proto__");
});

test("scenarios that ask while they are asked are answered", () => {
  const asked = { get volume() { return evaluate({ volume: "3M" }).scenario.volume; } };
  assert.equal(evaluate(asked).link, "v=3M");
});

test("huge texts, links and objects are refused or cut", () => {
  const huge = "9".repeat(2 ** 28);
  assert.match(problems({ volume: huge, name: huge }).join("\n"), /^name: This text is too long.*\nvolume: This text/);
  assert.match(problems({ volume: { low: 1, high: huge } })[0], /too long/);
  assert.deepEqual(problems(huge), ["null: This link is too long. Write at most 100,000 characters."]);
  assert.match(decode(huge).problems.at(-1).message, /too long/);
  assert.match(decode("v=1M&" + "z=1&".repeat(2 ** 24)).scenario.volume, /1M/);
  const keys = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, index]));
  assert.equal(evaluate({ ...keys, [huge]: 1 }).warnings[0].code, "unknown_key");
  assert.equal(evaluate({ [huge]: 1 }).warnings[0].fields[0].length, 1_000);
  for (const half of ["\ud800", "\udfff"]) {
    assert.equal(refusal({ teacher_model: half }).problems.length, 1);
    assert.equal(refusal(`tm=${half}`).problems.length, 1);
  }
});

test("after all that the calculator still works", () => {
  assert.equal(evaluate({}).crossover.steady.low, "81111112");
  for (let round = 0; round < 200; round += 1) {
    assert.throws(() => evaluate({ volume: "x".repeat(round) }), ScenarioError);
    assert.equal(fields().length, fields().length);
  }
});
