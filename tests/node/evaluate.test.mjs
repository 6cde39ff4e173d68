// evaluate: what may be asked, and what comes back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loaded } from "./package.mjs";

const { evaluate, encode, decode } = await loaded();

const point = (value) => ({ low: value, high: value });

test("the worked example is what nothing asks for", () => {
  const report = evaluate({});
  assert.equal(report.link, "");
  assert.equal(report.verdict.code, "distil");
  assert.match(report.verdict.sentence, /^Distil: \$1,230 a month instead of \$5,000/);
  assert.deepEqual(report.teacher.steady, point("5000"));
  assert.deepEqual(report.student.month_1, { low: "1500", high: "2500" });
  assert.deepEqual(report.saving.steady_percent, point("75.4"));
  assert.equal(report.crossover.steady.low, "81111112");
  for (const nothing of ["", "#", "?"]) assert.deepEqual(evaluate(nothing), report);
});

test("a staircase of model units crosses several times", () => {
  const { crossover } = evaluate(
    "#v=5B&t=2.5/12.5&s=0.035/0.14&gen=0&ft=0&h=provisioned&c=6mo&p6=30.25&cap=120000&st=1.95",
  );
  assert.equal(crossover.steady.first, "4416890000");
  assert.equal(crossover.steady.low, "26499390000");
  assert.equal(crossover.steady.high, "26499390000");
  assert.equal(crossover.steady.window_count, 6);
  assert.equal(crossover.steady.windows.length, 6);
  assert.equal(crossover.steady.windows.at(-1).to, null);
  for (const { to } of crossover.steady.windows.slice(0, -1)) assert.match(to, /^\d+$/);
});

test("the report has the parts of the contract, in order", () => {
  assert.deepEqual(Object.keys(evaluate({})), [
    "scenario", "link", "warnings", "verdict", "teacher", "student", "other_hosting", "saving",
    "crossover", "payback", "terms", "cheapest_term", "capacity", "months", "credits", "levers",
    "bill", "diagnosis", "break_even", "sensitivity", "quality",
  ]);
});

test("a report is plain data", () => {
  const report = evaluate({ training: "?", hourly_none: "?", unit_capacity: 1e6 });
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
  const visit = (value, path) => {
    if (typeof value === "number") assert.ok(/\.(month|window_count|enough_examples)$/.test(path), path);
    if (typeof value === "object" && value !== null) {
      const prototype = Object.getPrototypeOf(value);
      assert.ok(prototype === Object.prototype || prototype === Array.prototype, path);
      for (const [key, inner] of Object.entries(value)) visit(inner, `${path}.${key}`);
    }
    assert.notEqual(value, undefined, path);
  };
  visit(report, "report");
});

test("one value may be written in many ways", () => {
  for (const [scenario, link] of [
    [{ volume: 2_500_000_000 }, "v=2.5B"],
    [{ volume: "2,500,000,000" }, "v=2.5B"],
    [{ volume: { low: 1e8, high: "200M" } }, "v=100M..200M"],
    [{ volume: "100M to 200M" }, "v=100M..200M"],
    [{ volume: { low: 7e8, high: 7e8, bound: true } }, "v=700M"],
    [{ growth: -5 }, "g=-5"],
    [{ growth: "−5%" }, "g=-5"],
    [{ teacher_rate: 12.5 }, "t=12.5"],
    [{ teacher_rate: { input: 2.5, output: 12.5 } }, "t=2.5/12.5"],
    [{ teacher_rate: { input: { low: 2, high: 3 }, output: "10..15" } }, "t=2..3/10..15"],
    [{ teacher_rate: { low: "0.0025 per 1K", high: 3 } }, "t=2.5..3"],
    [{ student_rate: 1e-7 }, "s=0.0000001"],
    [{ from_logs: true }, "lg=yes"],
    [{ from_logs: "Yes" }, "lg=yes"],
    [{ from_logs: false }, ""],
    [{ hosting: "provisioned", term: "6mo" }, "h=provisioned&c=6mo"],
    [{ training: "?", hourly_6mo: "?" }, "ft=?&p6=?"],
    [{ pairs: "", unit_capacity: null, currency: undefined }, ""],
    [{ name: "a & b", credits: "100000@24+25000@12" }, "nm=a%20%26%20b&cr=100000@24+25000@12"],
    [{ answers: "nv", metric: "f1", currency: "EUR@0.92" }, "cu=EUR@0.92&dx=nv&qm=f1"],
  ]) {
    assert.equal(evaluate(scenario).link, link);
    assert.equal(encode(scenario), link);
    assert.equal(evaluate(`#${link}`).link, link);
  }
});

test("a link and its scenario have the same report, however often it goes round", () => {
  for (const link of [
    "",
    "v=300M..800M&t=2..3/10..15&ft=?&h=provisioned&c=1mo&p1=?",
    "nm=%C3%A9%20%F0%9F%A6%80&g=5&np=10000&lg=yes&ep=3&tr=2&bm=2&re=6&n=24&cr=1000000@6",
  ]) {
    const report = evaluate(link);
    assert.equal(report.link, link);
    assert.deepEqual(decode(link), { scenario: report.scenario, problems: [] });
    assert.equal(encode(report.scenario), link);
    assert.deepEqual(evaluate(report.scenario), report);
    assert.deepEqual(evaluate(JSON.parse(JSON.stringify(report.scenario))), report);
  }
});

test("the report's scenario has every field as a text", () => {
  const { scenario } = evaluate({ volume: 1e6 });
  assert.equal(scenario.volume, "1M");
  assert.equal(scenario.generation, "200..1000");
  assert.equal(scenario.from_logs, "no");
  assert.equal(scenario.unit_capacity, null);
  assert.equal(scenario.name, null);
});

test("what needs an unknown price is null, and the rest is there", () => {
  const report = evaluate({ hourly_none: "?" });
  assert.equal(report.verdict.code, "unknown");
  assert.match(report.verdict.sentence, /hourly price, no commitment/);
  assert.equal(report.student.steady, null);
  assert.equal(report.crossover.steady, null);
  assert.deepEqual(report.teacher.steady, point("5000"));
});

test("warnings say what they are about", () => {
  const codes = (asked) => evaluate(asked).warnings.map(({ code, fields }) => [code, fields]);
  assert.deepEqual(codes({ hosting: "on_demand" }), []);
  assert.deepEqual(codes({}), [["tokens_and_hours", ["hosting"]]]);
  assert.deepEqual(codes({ hosting: "on_demand", colour: "red", constructor: 1 }), [
    ["unknown_key", ["colour", "constructor"]],
  ]);
  assert.deepEqual(codes("h=on_demand&colour=red&volume=3"), [["unknown_key", ["colour", "volume"]]]);
  assert.equal(
    evaluate({ colour: 1 }).warnings[0].message,
    "“colour” is not known to this calculator and was left out.",
  );
  assert.deepEqual(codes("h=on_demand&x=2").map(([code]) => code), ["link"]);
});
