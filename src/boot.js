// Starts the page. Why fetch is given the digest: docs/decisions/0009.
const hide = (id, hidden) => (document.getElementById(id).hidden = hidden);

let alive = false;
const failed = (cause) => {
  console.error(cause);
  hide("waiting", true);
  hide(alive ? "stopped" : "failure", false);
  // A page that has stopped must not look as if it could be typed into.
  for (const id of ["inputs", "exports"]) document.getElementById(id).disabled = true;
};

// Followed as a link, the fragment would take the scenario's place in the address.
document.getElementById("skip").addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById("page").focus();
});

// Else a focus may stay half hidden.
addEventListener("focusin", ({ target }) => {
  if (target.closest(".table")) target.scrollIntoView({ block: "nearest", inline: "nearest" });
});

addEventListener("error", ({ error }) => {
  if (alive && error instanceof WebAssembly.RuntimeError) failed(error);
});

hide("waiting", !(location.hash + location.search).includes("="));

// Called by the page: src/browser.rs. Typing that goes on comes first, but not for ever; Safari cannot tell.
window.whenIdle = (call) =>
  window.requestIdleCallback ? requestIdleCallback(call, { timeout: 1000 }) : setTimeout(call, 200);

window.handOut = async (text, file, said, refused) => {
  try {
    if (file) {
      const link = document.createElement("a");
      link.download = file;
      link.href = URL.createObjectURL(new Blob([text]));
      link.click();
      setTimeout(URL.revokeObjectURL, 60_000, link.href);
    } else {
      await navigator.clipboard.writeText(text);
    }
  } catch {
    said = refused;
  }
  for (const id of ["exported", "announcement"]) document.getElementById(id).textContent = said;
  hide("exported", false);
};

try {
  const { href, integrity } = document.querySelector('link[type="application/wasm"]');
  const wasm = fetch(href, { integrity, credentials: "same-origin" });
  const glue = document.querySelector('link[rel="modulepreload"]');
  const { default: init } = await import(glue.href);
  await init({ module_or_path: wasm });
  alive = true;
  hide("waiting", true);
} catch (cause) {
  failed(cause);
}
