// The module that is imported. The WebAssembly behind crossover_glue.js, which wasm-bindgen writes, takes
// texts and answers in JSON; whatever else JavaScript can hold is dealt with here.
import load, * as glue from "./crossover_glue.js";
import prices from "./catalogue.js";

export const version = "{version}";

export class ScenarioError extends Error {
  constructor(problems) {
    super(problems.map(({ field, message }) => (field ? `${field}: ${message}` : message)).join("\n"));
    this.name = "ScenarioError";
    this.problems = problems;
  }
}

let ready = false;

export default async function init(source = new URL("crossover_bg.wasm", import.meta.url)) {
  await load({ module_or_path: await local(source) });
  ready = true;
}

export function initSync(source) {
  glue.initSync({ module: source });
  ready = true;
}

// Node's fetch knows no files.
async function local(source) {
  const address = source instanceof URL ? source.href : source;
  if (typeof address !== "string" || !address.startsWith("file:") || typeof process === "undefined") {
    return source;
  }
  const files = "node:fs/promises";
  const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ files);
  return readFile(new URL(address));
}

export const evaluate = (scenario) => JSON.parse(checked(call("evaluate", ...asked(scenario))));

export function receipt(scenario, amount) {
  const given = asked(scenario);
  if (typeof amount !== "string") throw new TypeError('An amount is a path such as "student.steady".');
  const receipt = JSON.parse(checked(call("receipt", ...given, amount.slice(0, LONGEST_TEXT))));
  const published = publishedOf(...given);
  for (const input of [receipt.low, receipt.high].flatMap((end) => end?.inputs ?? [])) {
    const found = published(input.name.split(".")[0]);
    if (found !== undefined) input.published = found;
  }
  return receipt;
}

export const encode = (scenario) => checked(call("encode", pairs(scenario)));

export function decode(link) {
  if (typeof link !== "string") throw new TypeError('A link is a text, such as "v=500M".');
  const decoded = JSON.parse(call("decode", link.slice(0, LONGEST_LINK)));
  if (link.length > LONGEST_LINK) decoded.problems.push(tooLong("link", LONGEST_LINK));
  return decoded;
}

export const fields = () => JSON.parse(call("fields"));

export const catalogue = () => structuredClone(prices);

function call(name, ...given) {
  if (!ready) throw new Error("The WebAssembly is not loaded: await init() first.");
  return glue[name](...given);
}

// An answer; a list is one of problems.
function checked(answer) {
  if (answer.startsWith("[")) throw new ScenarioError(JSON.parse(answer));
  return answer;
}

// No text of a field is longer; the longest that is valid is a label of 80 characters.
const LONGEST_TEXT = 1_000;
// No link is read further.
const LONGEST_LINK = 100_000;
// So many unknown keys are told.
const MOST_UNKNOWN = 100;

const problem = (field, message) => ({ field, message });
const tooLong = (what, most, field = null) =>
  problem(field, `This ${what} is too long. Write at most ${most.toLocaleString("en")} characters.`);

// A link as it is, an object as the pairs of its fields; and whether its keys are names.
function asked(scenario) {
  if (typeof scenario !== "string") return [pairs(scenario), true];
  if (scenario.length > LONGEST_LINK) throw new ScenarioError([tooLong("link", LONGEST_LINK)]);
  return [scenario, false];
}

// The fields, once they were needed.
let registry;

// The fields of an object as `name=value` pairs. Every problem is told: those of values that are no text
// here, those of texts by the calculator.
function pairs(scenario) {
  if (!isPlain(scenario)) {
    throw new TypeError('A scenario is an object such as { volume: "500M" }, or a link such as "v=500M".');
  }
  registry ??= fields();
  const problems = [];
  const pairs = [];
  for (const field of registry) {
    try {
      const text = written(field, read(field, scenario, field.name), WHOLE);
      if (text !== undefined) pairs.push(pair(field.name, text));
    } catch (thrown) {
      if (!Array.isArray(thrown)) throw thrown;
      problems.push(...thrown);
    }
  }
  if (problems.length > 0) {
    const others = JSON.parse(call("scenario", pairs.join("&")));
    const all = Array.isArray(others) ? [...problems, ...others] : problems;
    const place = ({ field }) => registry.findIndex(({ name }) => name === field);
    throw new ScenarioError(all.sort((one, other) => place(one) - place(other)));
  }
  const names = new Set(registry.map(({ name }) => name));
  const unknown = keys(scenario).filter((key) => typeof key === "string" && !names.has(key));
  pairs.push(...unknown.slice(0, MOST_UNKNOWN).map((key) => pair(key.slice(0, LONGEST_TEXT), "")));
  return pairs.join("&");
}

// Says of a field where its value was published, if it is a price and the one that the catalogue has for
// the pair of models that the scenario names.
function publishedOf(asked, byName) {
  const canonical = (fields) => JSON.parse(call("scenario", fields));
  const scenario = byName ? canonical(asked) : decode(asked).scenario;
  const named = prices.pairs.find(
    ({ teacher, student }) => teacher === scenario.teacher_model && student === scenario.student_model,
  );
  if (named === undefined) return () => undefined;
  const listed = canonical(pairs(named.preset));
  return (field) => {
    const published = named.published[field];
    if (published === undefined || scenario[field] !== listed[field]) return undefined;
    const sources = prices.sources.filter(({ code }) => published.sources.includes(code));
    return structuredClone({ from: published.from, sources });
  };
}

// Half a surrogate pair is no character.
const escaped = (text) => encodeURIComponent(text.replaceAll(/[\ud800-\udfff]/gu, "\ufffd"));
const pair = (name, text) => `${escaped(name)}=${escaped(text)}`;

// Whether a value is an object that is no array, map or other thing of its own kind.
function isPlain(value) {
  try {
    return typeof value === "object" && Object.prototype.toString.call(value) === "[object Object]";
  } catch {
    return false;
  }
}

function keys(object) {
  try {
    return Reflect.ownKeys(object);
  } catch {
    return [];
  }
}

function read({ name: field }, object, name) {
  try {
    return object[name];
  } catch {
    throw [problem(field, `“${name}” could not be read: reading it failed.`)];
  }
}

// What a value may be: an end of a range is one number, a side of a rate may be a range, the whole
// may have sides.
const [END, SIDE, WHOLE] = [0, 1, 2];

// The text of a field's value; undefined where it is left at its default. What is wrong is thrown, as a
// list of problems.
function written(field, value, may) {
  switch (typeof value) {
    case "undefined":
      return undefined;
    case "boolean":
      if (field.options.some(({ code }) => code === "yes")) return value ? "yes" : "no";
      throw [problem(field.name, `“${value}” cannot stand here. Write a number or a text.`)];
    case "string":
      if (value.length > LONGEST_TEXT) throw [tooLong("text", LONGEST_TEXT, field.name)];
      return value;
    case "number":
      return String(value);
    case "object":
      if (value === null) return undefined;
      if (may !== END) return range(field, value) ?? sides(field, value, may);
  }
  throw [problem(field.name, "This is neither a number nor a text. Write one of them.")];
}

const range = (field, value) => both(field, value, ["low", "high"], "..", END);

function sides(field, value, may) {
  const text = may === WHOLE ? both(field, value, ["input", "output"], "/", SIDE) : undefined;
  if (text !== undefined) return text;
  const message = "This object has neither low and high, a range, nor input and output, the two sides of a rate.";
  throw [problem(field.name, message)];
}

// Two parts of an object as one text, each as the calculator would write it alone.
function both(field, value, names, between, may) {
  const parts = names.map((name) => read(field, value, name));
  if (parts.every((part) => part === undefined)) return undefined;
  const texts = parts.map((part) => {
    const text = written(field, part, may);
    if (text === undefined) return undefined;
    const read = JSON.parse(call("scenario", pair(field.name, text)));
    if (Array.isArray(read)) throw read;
    const alone = read[field.name] ?? "";
    if (may !== END || !/\.\.|\//.test(alone)) return alone;
    throw [problem(field.name, `“${alone}” cannot be an end of a range. Write one number.`)];
  });
  if (texts.includes(undefined)) throw [problem(field.name, `Write both ${names.join(" and ")}.`)];
  return texts.join(between);
}
