// Every function and every part of a report as somebody with TypeScript would use them.
import init, {
  catalogue,
  decode,
  encode,
  evaluate,
  fields,
  initSync,
  receipt,
  ScenarioError,
  version,
} from "crossover-bedrock";
import type {
  Amount,
  CanonicalScenario,
  Catalogue,
  Crossing,
  Derivation,
  Field,
  FieldName,
  Model,
  Pair,
  Price,
  Problem,
  Receipt,
  Report,
  Scenario,
  Source,
} from "crossover-bedrock";

declare const console: { log(...values: unknown[]): void };

await init();
await init("https://example.org/crossover_bg.wasm");
initSync(new Uint8Array());

const scenario: Scenario = {
  name: "support tickets",
  volume: { low: 300e6, high: "800M" },
  teacher_rate: { input: { low: 2, high: 3 }, output: "10..15" },
  student_rate: "0.035/0.14",
  training: "?",
  from_logs: true,
  hosting: "provisioned",
  term: "6mo",
  unit_capacity: null,
  horizon: 24,
};

const midpoint = (amount: Amount): number | undefined =>
  amount === null ? undefined : (Number(amount.low) + Number(amount.high)) / 2;

const said = (crossing: Crossing | null): string => {
  switch (crossing?.state) {
    case undefined:
      return "not known";
    case "at":
      return `${crossing?.low ?? "never"} to ${crossing?.high ?? "never"}`;
    case "every":
    case "equal":
    case "never":
      return crossing?.state ?? "";
  }
};

try {
  const report: Report = evaluate(scenario);
  const sentence: string = report.verdict.sentence;
  const lines = report.student.lines.map(({ id, month_1, steady }) => [id, midpoint(month_1), midpoint(steady)]);
  const windows = report.crossover.steady?.windows?.map(({ from, to }) => `${from}..${to ?? ""}`);
  const cheapest: "none" | "1mo" | "6mo" | null | undefined = report.cheapest_term[0];
  const last = report.months.at(-1)?.saving_to_date;
  const payback: string | null | undefined = report.payback?.high;
  const flip: string | null | undefined = report.break_even.volume?.value;
  const adjusted = report.quality.adjusted?.crossing;
  console.log(sentence, lines, windows, cheapest, last, payback, flip, said(adjusted ?? null));
  console.log(report.warnings.map(({ code, fields }) => `${code}: ${fields.join()}`));
  console.log(report.levers.filter(({ fits }) => fits).map(({ id, reason }) => `${id}: ${reason}`));

  // Where an amount comes from.
  const made: Receipt = receipt(scenario, "terms.6mo.horizon");
  const told = (end: Derivation | null): string => (end === null ? "unknown" : `${end.formula} = ${end.value} ${made.unit}`);
  const given = made.low?.inputs.filter(({ source }) => source !== "computed").map(({ name, unit }) => `${name} in ${unit}`);
  console.log(told(made.low), told(made.high), given);

  // A report's scenario can be asked again.
  const asked: CanonicalScenario = report.scenario;
  const again: Report = evaluate({ ...asked, volume: 1e9 });
  console.log(said(again.crossover.steady), encode(asked) === report.link);
} catch (error) {
  if (!(error instanceof ScenarioError)) throw error;
  const problems: readonly Problem[] = error.problems;
  for (const { field, message } of problems) {
    const name: FieldName | null = field;
    console.log(name, message);
  }
}

const { scenario: opened, problems } = decode("#v=2.5B");
console.log(opened.volume, problems.length, version.toUpperCase());

// A pair of the catalogue, opened, and where its prices are from.
const { id, models, pairs, sources }: Catalogue = catalogue();
const pair: Pair | undefined = pairs.find(({ student }) => student === "nova-micro");
if (pair !== undefined) {
  const { verdict }: Report = evaluate({ volume: "2B", ...pair.preset });
  const codes: string[] = pair.published.teacher_rate?.sources ?? [];
  const model: Model | undefined = models.find((model) => model.id === pair.student);
  const holds: Price[] | undefined = model?.prices.filter(({ to }) => to === null);
  console.log(id, pair.label, verdict.sentence, codes, holds?.map(({ amount, unit }) => `${amount} ${unit}`));
  const told: Source[] | undefined = receipt(pair.preset, "teacher.rate").low?.inputs[0]?.published?.sources;
  console.log((told ?? sources).map(({ what, address, date, read }) => `${what} (${address}), of ${date}, read ${read}`));
}

const registry: Field[] = fields();
console.log(registry.filter(({ kind }) => kind === "choice").flatMap(({ options }) => options));

// What the types refuse.
// @ts-expect-error
evaluate({ colour: "red" });
// @ts-expect-error
evaluate({ term: "2mo" });
// @ts-expect-error
evaluate({ hosting: true });
// @ts-expect-error
encode("v=1M");
// @ts-expect-error
receipt(scenario);
// @ts-expect-error
midpoint({ low: 1, high: 2 });
// @ts-expect-error
catalogue("nova-micro");
