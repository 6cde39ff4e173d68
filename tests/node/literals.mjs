// Writes reports as TypeScript, so that the compiler compares every part of them with the types:
//   node literals.mjs file.ts
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { loaded } from "./package.mjs";

const EVERY = 7;

const { catalogue, evaluate, receipt, fields, decode, ScenarioError } = await loaded();
const folder = new URL("../vectors/", import.meta.url);
const names = (await readdir(folder)).filter((name) => name.endsWith(".json"));
const vectors = await Promise.all(
  names.map(async (name) => JSON.parse(await readFile(new URL(name, folder), "utf8"))),
);
const reports = vectors.flat().flatMap(({ link }, index) => {
  try {
    return index % EVERY === 0 ? [evaluate(link)] : [];
  } catch (error) {
    if (error instanceof ScenarioError) return [];
    throw error;
  }
});

const literal = (name, type, value) => `export const ${name}: ${type} = ${JSON.stringify(value)};\n`;
const text = [
  'import type { Catalogue, Field, Problem, Receipt, Report } from "crossover-bedrock";\n',
  ...reports.map((report, index) => literal(`report${index}`, "Report", report)),
  ...["student.steady", "levers.rag.horizon", "capacity.units_needed"].map((path, index) =>
    literal(`receipt${index}`, "Receipt", receipt("", path)),
  ),
  literal("sourced", "Receipt", receipt(catalogue().pairs[0].preset, "student.steady")),
  literal("catalogue", "Catalogue", catalogue()),
  literal("fields", "Field[]", fields()),
  literal("problems", "Problem[]", decode("v=x&colour=red").problems),
].join("");
const file = process.argv[2];
await mkdir(dirname(file), { recursive: true });
await writeFile(file, text);
