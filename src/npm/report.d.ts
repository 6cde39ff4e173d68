/** A number, or its text: `500000000`, `"500M"`, `"$1,000"`. A text may have more digits than a number holds. */
export type Numeric = number | string;

/** A number or a range: `{ low: 200, high: 1000 }`, `"200..1000"`. Where the field says so, `"?"` for unknown. */
export type Ranged = Numeric | { low: Numeric; high: Numeric };

/** Dollars per million tokens: blended, `10`, or `{ input: 2.5, output: 12.5 }`, `"2.5/12.5"`; each may be a range. */
export type RateInput = Ranged | { input: Ranged; output: Ranged };

/** A number in decimal, exact to its last digit: at most 6 decimals, rounded half away from zero. */
export type Decimal = string;

/** Tokens, whole. */
export type Tokens = string;

/**
 * The lowest and the highest value over the ranges of the inputs, equal where nothing is a range; null
 * where an input that it needs is unknown, or where it would be a division by zero.
 */
export type Amount = {
  low: Decimal;
  high: Decimal;
  /** The ends are an outer bound: the value is never beyond them, and may not reach them. */
  bound?: true;
} | null;

/** An interval of volumes, in tokens a month, in which the student costs no more. */
export interface Window {
  from: Tokens;
  /** The last one; null when the interval is open. */
  to: Tokens | null;
}

/** The volume, in tokens a month, from which the student costs no more. */
export interface Crossing {
  /**
   * At the best corner of the ranges. `at`: there is such a volume; `every`: the student is cheaper at every
   * volume; `equal`: the two never differ; `never`: there is none.
   */
  state: "at" | "every" | "equal" | "never";
  /** From here on always, at the best corner; null when never. */
  low: Tokens | null;
  /** From here on always, at the worst corner; null when never. */
  high: Tokens | null;
  /** The smallest volume at which the student costs no more; only with `unit_capacity` and without ranges. */
  first: Tokens | null;
  /** The first twelve intervals in which it costs no more; as `first`. */
  windows: Window[] | null;
  /** How many intervals there are; as `first`. */
  window_count: number | null;
  /** The volumes are safe: from them on the student wins, and it may win before. */
  bound: boolean;
}

/** When the one-time cost is back, in months; null for a corner at which it is not, within the horizon. */
export interface Payback {
  low: Decimal | null;
  high: Decimal | null;
  /** Whether the ends are an outer bound. */
  bound?: true;
}

/** Something to know about the scenario. */
export interface Warning {
  code: string;
  /** In words. */
  message: string;
  /** The fields it is about; of `unknown_key`, the keys. */
  fields: string[];
}

/** The commitment under which model units are bought. */
export type Term = CanonicalScenario["term"];

/** What hosting bills. */
export type Hosting = CanonicalScenario["hosting"];

/** The answer, from the saving over the horizon. */
export interface Verdict {
  code: "distil" | "stay" | "never" | "depends" | "unknown";
  /** In words. */
  sentence: string;
}

/** The teacher's side, in dollars. */
export interface TeacherPath {
  /** The effective, blended rate of the baseline, in dollars per million tokens. */
  rate: Amount;
  month_1: Amount;
  steady: Amount;
  horizon: Amount;
  /** The teacher's rate over the student's. */
  ratio: Amount;
}

/** A line of the student's costs, in dollars. */
export interface Line {
  id:
    | "teacher"
    | "teacher_share"
    | "inference"
    | "generation"
    | "training"
    | "evaluation"
    | "effort"
    | "hosting"
    | "storage";
  month_1: Amount;
  steady: Amount;
}

/** The student's side, in dollars. */
export interface StudentPath {
  /** The effective, blended rate, in dollars per million tokens, whether or not hosting bills tokens. */
  rate: Amount;
  month_1: Amount;
  steady: Amount;
  /** With what is owed after it. */
  horizon: Amount;
  one_time: Amount;
  /** Model units in a steady month. */
  hosting: Amount;
  /** How many model units a steady month needs. */
  units: Amount;
  /** What a commitment still costs after the horizon. */
  owed: Amount;
  /** What distilling again costs, by the month. */
  redistil_reserve: Amount;
  lines: Line[];
}

/** The full report of a scenario. Amounts are in dollars unless they say otherwise. */
export interface Report {
  /** What was asked, whole. */
  scenario: CanonicalScenario;
  /** Its link, without `#`; empty for the worked example. */
  link: string;
  warnings: Warning[];
  verdict: Verdict;
  teacher: TeacherPath;
  student: StudentPath;
  /** The two choices of hosting that are not in force. */
  other_hosting: { hosting: Hosting; steady: Amount; crossing: Crossing | null }[];
  /** Teacher less student; negative when the student costs more. `steady_percent` is of the teacher's month. */
  saving: { month_1: Amount; steady: Amount; steady_percent: Amount; horizon: Amount };
  /** From which volume on the student costs no more, by what is counted. */
  crossover: { steady: Crossing | null; month_1: Crossing | null; horizon: Crossing | null };
  /** In months; null when an input that it needs is unknown. */
  payback: Payback | null;
  /** The three commitment terms side by side. */
  terms: TermReport[];
  /** The term that costs least if you stop after 1, 2, … 12 months; null where a price is unknown. */
  cheapest_term: (Term | null)[];
  capacity: Capacity;
  /** Every month of the horizon. */
  months: Month[];
  /** What credits pay on either path. */
  credits: { teacher: CreditPath; student: CreditPath };
  /** The ways to a smaller bill, side by side. */
  levers: LeverReport[];
  /** A month of the teacher on demand, in its parts. */
  bill: { repeated_input: Amount; fresh_input: Amount; output: Amount };
  /** Which lever to reach for first, and why. */
  diagnosis: { lever: Lever; reason: Reason }[];
  /** What would have to be true for both paths to cost the same over the horizon. */
  break_even: {
    teacher_rate: BreakEven | null;
    student_rate: BreakEven | null;
    hourly: BreakEven | null;
    teacher_share: BreakEven | null;
    one_time: BreakEven | null;
    volume: BreakEven | null;
    months: BreakEven | null;
  };
  /** How the saving over the horizon moves with a field at −20% and +20% (of a range: at its ends), the widest first. */
  sensitivity: { field: FieldName; low: Amount; high: Amount }[];
  quality: Quality;
}

/** The student under one commitment term. */
export interface TermReport {
  term: Term;
  /** Dollars per model unit and hour. */
  hourly: Amount;
  month_1: Amount;
  steady: Amount;
  horizon: Amount;
  steady_crossing: Crossing | null;
  payback: Payback | null;
  /** What must be paid whatever happens. */
  locked_in: Amount;
  /** The total paid if you stop after 1, 2, … 12 months. */
  stop_after: Amount[];
}

/** What model units carry; null where the capacity of one is unknown. */
export interface Capacity {
  /** The tokens a minute that a unit must average, around the clock, to be worth its price. */
  minimum_tpm: Amount;
  units_needed: Amount;
  utilisation_percent: Amount;
}

/** A month. Amounts in dollars. */
export interface Month {
  /** From 1 on. */
  month: number;
  volume: Amount;
  teacher: Amount;
  student: Amount;
  /** The running total of teacher less student. */
  saving_to_date: Amount;
  /** What is paid in cash when credits have paid their part. */
  cash_teacher: Amount;
  cash_student: Amount;
}

/** What credits pay on one path over the horizon, in dollars. */
export interface CreditPath {
  /** Without credits. */
  list: Amount;
  /** What is paid in cash. */
  cash: Amount;
  /** Of it, until the student takes over. */
  cash_to_cutover: Amount;
  /** What credits have paid. */
  spent: Amount;
  /** What they lost by the end of the horizon. */
  expired: Amount;
  /** What remains of them then. */
  left: Amount;
  /** The month in which they are spent, at the earliest and at the latest; null if never. */
  runs_out: { low: Decimal | null; high: Decimal | null; bound?: true } | null;
}

/** A way to a smaller bill. */
export type Lever =
  | "teacher"
  | "caching"
  | "rag"
  | "fine_tuning"
  | "distillation"
  | "batch"
  | "plain_student";

/** A lever, in dollars. */
export interface LeverReport {
  id: Lever;
  one_time: Amount;
  month_1: Amount;
  steady: Amount;
  horizon: Amount;
  /** Against the teacher on demand, in percent. */
  steady_change_percent: Amount;
  /** Whether to reach for it. */
  fits: boolean;
  /** Why, or why not. */
  reason: Reason;
}

/** Why to reach for a lever, or why not. */
export type Reason =
  | "low_or_spiky"
  | "high_and_steady"
  | "repeated_context"
  | "no_repeated_context"
  | "not_cheaper"
  | "lacks_facts"
  | "adds_tokens"
  | "nearly_good_enough"
  | "not_nearly_good_enough"
  | "only_large_model"
  | "pays"
  | "does_not_pay"
  | "broad_or_shifting"
  | "response_time"
  | "can_wait"
  | "cannot_wait"
  | "good_enough"
  | "not_good_enough"
  | "not_scored";

/** The value of an input at which both paths cost the same over the horizon. */
export interface BreakEven {
  /** `none`: no value within the field's bounds does it. */
  state: "at" | "none";
  value: Decimal | null;
}

/** A difference of two scores, in points. The ends are those of its 95% interval, null where it has none. */
export interface Difference {
  estimate: Decimal;
  low: Decimal | null;
  high: Decimal | null;
}

/** Whether the student is good enough. */
export interface Quality {
  verdict: "passes" | "not_shown" | "fails" | "unknown";
  /** Teacher less student. */
  loss: Difference | null;
  /** Student less plain student. */
  lift: Difference | null;
  /** The number of examples at which these scores would decide. */
  enough_examples: number | null;
  /** Steady months with what wrong answers cost, and where they cross. */
  adjusted: { teacher: Amount; student: Amount; crossing: Crossing | null } | null;
}

/** How an amount was computed, at one end of its range. */
export interface Derivation {
  /**
   * In the names of fields and of amounts on the way: `volume × student_rate ÷ 1000000`. It is written
   * with `+`, `−`, `×`, `÷`, brackets, `max`, `min`, and `ceil`, the next whole number up.
   */
  formula: string;
  /** The same with the numbers put in: evaluated, it gives the value. */
  substituted: string;
  /** The value, not rounded. */
  value: string;
  /** The names of the formula and what stands behind each. */
  inputs: {
    name: string;
    value: string;
    /** Of a field; empty for an amount on the way. */
    unit: string;
    /** Your `scenario`, a `default` of the worked example, or `computed` on the way. */
    source: "scenario" | "default" | "computed";
    /**
     * Of a price: where it was published. Absent where it is not the one that the catalogue has for the
     * pair that the scenario names by `teacher_model` and `student_model`.
     */
    published?: Published<Source>;
  }[];
}

/** How an amount of a report was computed. */
export interface Receipt {
  /** Its path in the report. */
  amount: string;
  unit: string;
  /** Null where the amount is null. */
  low: Derivation | null;
  high: Derivation | null;
}

/** Where prices or pairs were published. */
export interface Source {
  /** What prices and pairs refer to it by. */
  code: string;
  /** What it is, in words. */
  what: string;
  /** Where it is: an address on the web or, where there is none, words. */
  address: string;
  /** Of when its data is, as far as that is known: a day, `2026-08-20`, a month, `2026-08`, or a year. */
  date: string;
  /** The day on which it was read. */
  read: string;
}

/** What is paid for; `custom_` is a custom model on demand, `hourly_` a model unit, by its commitment. */
export type PriceKind =
  | "input"
  | "output"
  | "cache_read"
  | "cache_write_5m"
  | "cache_write_1h"
  | "batch_input"
  | "batch_output"
  | "training"
  | "storage"
  | "hourly_none"
  | "hourly_1mo"
  | "hourly_6mo"
  | "custom_input"
  | "custom_output"
  | "custom_cache_read";

/** A price, in dollars. */
export interface Price {
  kind: PriceKind;
  /** All digits that were published. */
  amount: Decimal;
  /** What the amount is for: `$ per million tokens`. */
  unit: string;
  /** An AWS region, or several with commas between; `global` for global routing. */
  region: string;
  /** How a request reaches a region: `in-region`, `geographic`, `global`, or several with commas between. */
  routing: string;
  /** The day from which on it is known to hold: that of the earliest source that shows it. */
  from: string;
  /** The first day on which it holds no longer; null while it holds. */
  to: string | null;
  /** Codes of {@link Source}. */
  sources: string[];
  /** `high`: AWS's own data, or two copies that agree; `medium`: one copy; `low`: unsourced or old. */
  confidence: "high" | "medium" | "low";
}

/** A model. What nobody publishes of it has no price; none is zero. */
export interface Model {
  /** What pairs and links call it. */
  id: string;
  /** What AWS calls it. */
  name: string;
  provider: string;
  prices: Price[];
}

/** Where the prices of a field were published, by the codes of the sources or the sources themselves. */
export interface Published<S> {
  /** The day from which on all of them are known to hold. */
  from: string;
  sources: S[];
}

/** A teacher and a student that Bedrock distils it into. */
export interface Pair {
  /** What people call it: `Nova Premier → Nova Micro, us-east-1`. */
  label: string;
  /** The `id` of a model. */
  teacher: string;
  /** The `id` of a model. */
  student: string;
  /** The AWS region in which it is distilled. */
  region: string;
  /** Whether the student can be billed by the token. */
  on_demand: boolean;
  /** Whether it can be billed by the hour of a model unit. */
  provisioned: boolean;
  /** Codes of {@link Source}: who says that this pair can be distilled. */
  sources: string[];
  /**
   * What it puts into a scenario, `evaluate({ volume: "2B", ...pair.preset })`: prices, how the student is
   * hosted, the training data. A price that nobody publishes is `"?"`; a field that is absent is left as it is.
   */
  preset: Partial<CanonicalScenario>;
  /** Where the prices of the preset were published, by field; absent for what is no price, and for `"?"`. */
  published: Partial<Record<FieldName, Published<string>>>;
}

/** Dated prices on Amazon Bedrock with their sources, and the pairs that it distils. */
export interface Catalogue {
  /** The date of the newest source of a price, and a hash of all that is in it. */
  id: string;
  sources: Source[];
  models: Model[];
  pairs: Pair[];
}

/** What is wrong with a scenario, and where; `field` is null where it concerns the whole. */
export interface Problem {
  field: FieldName | null;
  message: string;
}

/** Thrown for a scenario that is none. It holds every problem, not the first only. */
export declare class ScenarioError extends Error {
  readonly name: "ScenarioError";
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]);
}

/** An entry of the registry of fields. */
export interface Field {
  name: FieldName;
  /** Its key in links. */
  key: string;
  group: string;
  label: string;
  unit: string;
  hint: string;
  kind: "number" | "rate" | "choice" | "letters" | "pools" | "currency" | "text";
  /** As a person would type it; empty where there is none. */
  default: string;
  /** Whether it may be `low..high`. */
  range: boolean;
  /** Whether it may be `?`. */
  unknown: boolean;
  /** Whether it may be empty. */
  optional: boolean;
  min: Decimal | null;
  max: Decimal | null;
  /** Of a choice, and of letters. */
  options: { code: string; label: string; note: string }[];
}

/**
 * Loads the WebAssembly, which has to be done once before anything else is called. Without a source it
 * is the file beside this module, in browsers and in Node; else an address, a URL, a Response, bytes, or
 * a compiled module.
 */
export default function init(source?: string | object): Promise<void>;

/** The same, at once, from the bytes of `crossover_bg.wasm`, or from a compiled module. */
export function initSync(source: object): void;

/**
 * Computes the report of a scenario, or of a link, with or without `#`. Unknown keys are warnings.
 *
 * @throws {@link ScenarioError} with every problem of the scenario.
 */
export function evaluate(scenario: Scenario | string): Report;

/**
 * How an amount of the report was computed. The path of an amount is that of JavaScript,
 * `"student.steady"`, `"student.lines.2.steady"`; an element of a list can also be named by its `id`,
 * `term` or `hosting`: `"terms.6mo.horizon"`. What stands in `months`, `stop_after` and `sensitivity` has no
 * receipt.
 *
 * @throws {@link ScenarioError} with every problem of the scenario, or when no amount stands at the path.
 */
export function receipt(scenario: Scenario | string, amount: string): Receipt;

/**
 * The link of a scenario, without `#`.
 *
 * @throws {@link ScenarioError} with every problem of the scenario.
 */
export function encode(scenario: Scenario): string;

/** Reads a link as the page does: keeps what can be read, and says what could not. */
export function decode(link: string): { scenario: CanonicalScenario; problems: Problem[] };

/** The registry: every field, in order. */
export function fields(): Field[];

/** The catalogue of prices, a copy for each call. It needs no {@link init}. */
export function catalogue(): Catalogue;

/** The version of the calculator. */
export const version: string;
