// Starts the page. The file names carry hashes: Trunk lists them, with their digests, as preload
// links in the head. The digest is passed to fetch, since browsers do not enforce it on a preload.

const show = (id) => document.getElementById(id)?.removeAttribute("hidden");

const hide = (id) => document.getElementById(id)?.setAttribute("hidden", "");

let alive = false;
const failed = (cause) => {
  console.error(cause);
  hide("waiting");
  show(alive ? "stopped" : "failure");
  // A page that has stopped must not look as if it could be typed into.
  document.getElementById("inputs").disabled = true;
};

// Followed as a link, the fragment would take the place of the scenario in the address.
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById("page").focus();
});

addEventListener("error", ({ error }) => {
  if (error instanceof WebAssembly.RuntimeError) failed(error);
});

if ((location.hash + location.search).includes("=")) show("waiting");

const preload = (selector) => document.head.querySelector(`link${selector}`);
try {
  const { href, integrity } = preload('[rel="preload"][type="application/wasm"]');
  const wasm = fetch(href, { integrity, credentials: "same-origin" });
  const glue = preload('[rel="modulepreload"]:not([href*="/snippets/"])');
  const { default: init } = await import(glue.href);
  await init({ module_or_path: wasm });
  alive = true;
  hide("waiting");
} catch (cause) {
  failed(cause);
}
