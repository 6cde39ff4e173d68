// The module that is imported. What it wraps, crossover_glue.js, is written by wasm-bindgen.
import load, * as glue from "./crossover_glue.js";

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

// The glue answers in JSON. It throws the JSON of a list of problems, or an error of another kind.
const call = (name, read = JSON.parse) => (...given) => {
  if (!ready) throw new Error("The WebAssembly is not loaded: await init() first.");
  try {
    return read(glue[name](...given));
  } catch (thrown) {
    throw typeof thrown === "string" ? new ScenarioError(JSON.parse(thrown)) : thrown;
  }
};

export const evaluate = call("evaluate");
export const receipt = call("receipt");
export const encode = call("encode", String);
export const decode = call("decode");
export const fields = call("fields");
