// The built package, for the tests here: `cargo xtask package` writes it.
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const PACKAGE = new URL("../../dist/npm/", import.meta.url);

/** A copy of the module of which nothing has been loaded yet, removed after the test. */
export const fresh = async (test) => {
  const folder = await mkdtemp(join(tmpdir(), "crossover-"));
  test.after(() => rm(folder, { recursive: true }));
  await cp(PACKAGE, folder, { recursive: true });
  return import(pathToFileURL(join(folder, "crossover.js")));
};

/** The module, loaded. */
export const loaded = async () => {
  const crossover = await import(new URL("crossover.js", PACKAGE));
  await crossover.default();
  return crossover;
};
