// catalogue: prices with their sources, and pairs that can be put into a scenario as they are.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fresh, loaded } from "./package.mjs";

const { catalogue, evaluate, fields } = await loaded();
const { id, sources, models, pairs } = catalogue();
const model = (name) => models.find(({ id }) => id === name);

test("it is there before anything is loaded, and each caller has a copy", async (t) => {
  const { catalogue } = await fresh(t);
  const mine = catalogue();
  assert.match(mine.id, /^\d{4}-\d\d-\d\d-[0-9a-f]{8}$/);
  mine.pairs[0].preset.teacher_rate = "1";
  mine.models.length = 0;
  assert.deepEqual(catalogue(), { id, sources, models, pairs });
});

test("every price and every pair leads to its sources", () => {
  const codes = sources.map(({ code }) => code);
  assert.ok(models.length > 50, `${models.length}`);
  for (const { id, prices } of models) {
    for (const { kind, amount, from, sources } of prices) {
      assert.ok(Number(amount) > 0, `${id} ${kind}: ${amount}`);
      assert.match(from, /^\d{4}-\d\d-\d\d$/, `${id} ${kind}`);
      assert.ok(sources.length > 0 && sources.every((code) => codes.includes(code)), `${id} ${kind}`);
    }
  }
  for (const { label, sources, published } of pairs) {
    for (const { sources: given } of [{ sources }, ...Object.values(published)]) {
      assert.ok(given.length > 0 && given.every((code) => codes.includes(code)), label);
    }
  }
});

test("a pair's rates are the prices of its models", () => {
  assert.equal(pairs.length, 15);
  for (const { label, teacher, student, region, on_demand, provisioned, preset } of pairs) {
    const amount = (id, kind) => {
      const holds = (price) => price.kind === kind && price.to === null && price.region.split(",").includes(region);
      return model(id).prices.find(holds)?.amount ?? "?";
    };
    const rate = (id, custom) => `${amount(id, `${custom}input`)}/${amount(id, `${custom}output`)}`;
    assert.equal(preset.teacher_rate, rate(teacher, ""), label);
    assert.equal(preset.student_rate, rate(student, on_demand ? "custom_" : ""), label);
    for (const kind of ["storage", "hourly_none", "hourly_1mo", "hourly_6mo"]) {
      assert.equal(preset[kind], amount(student, kind), label);
    }
    assert.equal(preset.hosting, on_demand ? "on_demand" : "provisioned", label);
    assert.equal(preset.hourly_none === "?", !provisioned, label);
  }
});

test("a preset is a scenario as it is, field by field", () => {
  let unknown = 0;
  for (const { label, preset, published } of pairs) {
    const { scenario, warnings } = evaluate({ volume: "2B", ...preset });
    assert.equal(scenario.volume, "2B", label);
    assert.ok(warnings.every(({ code }) => code !== "unknown_key"), label);
    for (const { name, default: otherwise } of fields()) {
      if (name === "volume") continue;
      const text = preset[name];
      const alone = evaluate({ [name]: text }).scenario[name];
      assert.equal(scenario[name], alone, `${label}: ${name}`);
      if (text === undefined) assert.equal(alone ?? "", otherwise, `${label}: ${name}`);
      if (text !== "?") continue;
      unknown += 1;
      assert.equal(alone, "?", `${label}: ${name}`);
      assert.equal(published[name], undefined, `${label}: ${name}`);
    }
  }
  assert.ok(unknown > 0);
});

test("Nova Premier to Nova Micro crosses where its prices say", () => {
  const { preset, label } = pairs.find(({ teacher, student }) => `${teacher} ${student}` === "nova-premier nova-micro");
  assert.equal(label, "Nova Premier → Nova Micro, us-east-1");
  assert.equal(preset.teacher_rate, "2.50/12.50");
  assert.equal(evaluate(preset).crossover.steady.low, "394837");
  const { student, crossover } = evaluate({ ...preset, hosting: "provisioned", term: "6mo" });
  assert.equal(student.steady.low, "22084.45");
  assert.equal(crossover.steady.low, "4416890000");
});
