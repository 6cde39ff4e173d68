// The conformance vectors: WebAssembly computes what stands there, and what it computes has the
// types that are declared.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { loaded } from "./package.mjs";

const { evaluate, ScenarioError } = await loaded();
const FOLDER = new URL("../vectors/", import.meta.url);

/** The report of a link without its sentences; the fields that lead beyond the limits, if they do. */
const computed = (link) => {
  try {
    const report = evaluate(link);
    delete report.verdict.sentence;
    for (const warning of report.warnings) delete warning.message;
    return report;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return { error: error.problems.map(({ field }) => field) };
  }
};

for (const file of (await readdir(FOLDER)).filter((name) => name.endsWith(".json"))) {
  test(`every report of ${file} is the one that stands there`, async () => {
    for (const { about, link, report } of JSON.parse(await readFile(new URL(file, FOLDER), "utf8"))) {
      assert.deepEqual(computed(link), report, `${about}: ${link}`);
    }
  });
}
