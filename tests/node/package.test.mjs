// What is shipped: the files, their manifest, and both ways to load the WebAssembly.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { PACKAGE, fresh } from "./package.mjs";

const read = (name) => readFile(new URL(name, PACKAGE));

test("the package holds what its manifest names", async () => {
  const manifest = JSON.parse(await read("package.json"));
  const files = await readdir(PACKAGE);
  const always = ["package.json", "README.md", "LICENSE-MIT", "LICENSE-APACHE"];
  assert.deepEqual([...manifest.files, ...always].sort(), files.sort());
  assert.equal(manifest.name, "crossover-bedrock");
  assert.equal(manifest.license, "MIT OR Apache-2.0");
  assert.equal(manifest.exports["."].default, "./crossover.js");
  assert.equal(manifest.exports["."].types, "./crossover.d.ts");
});

test("the version is that of the manifest", async (t) => {
  const { version } = await fresh(t);
  assert.equal(version, JSON.parse(await read("package.json")).version);
});

test("the WebAssembly is small", async () => {
  assert.ok(brotliCompressSync(await read("crossover_bg.wasm")).length <= 60_000);
});

test("nothing can be asked before it is loaded", async (t) => {
  const { evaluate } = await fresh(t);
  assert.throws(() => evaluate({}), /await init\(\) first/);
});

test("init finds the file beside the module, however often it is called", async (t) => {
  const { default: init, evaluate } = await fresh(t);
  await Promise.all([init(), init()]);
  await init();
  assert.equal(evaluate({}).link, "");
});

test("init takes an address, a URL, bytes, and a module", async (t) => {
  const wasm = new URL("crossover_bg.wasm", PACKAGE);
  const bytes = await readFile(wasm);
  for (const source of [wasm, wasm.href, bytes, new WebAssembly.Module(bytes)]) {
    const { default: init, evaluate } = await fresh(t);
    await init(source);
    assert.equal(evaluate({}).link, "");
  }
});

test("initSync takes bytes and a module", async (t) => {
  const bytes = await read("crossover_bg.wasm");
  for (const source of [bytes, new WebAssembly.Module(bytes)]) {
    const { initSync, evaluate } = await fresh(t);
    initSync(source);
    assert.equal(evaluate({}).link, "");
  }
});

test("a file that is not there is an error, and the next try may work", async (t) => {
  const { default: init, evaluate } = await fresh(t);
  await assert.rejects(init(new URL("nothing.wasm", PACKAGE)));
  assert.throws(() => evaluate({}), /await init\(\) first/);
  await init();
  assert.equal(evaluate({}).link, "");
});
