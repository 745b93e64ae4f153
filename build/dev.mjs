// `npm run dev`: the window on Vite's development server, pages reloaded as they are edited. Only here does the page's
// policy allow what hot reloading needs.

import { createServer as createPort } from "node:net";
import path from "node:path";
import { pinnedNode, projectRoot, run } from "./setup/child.mjs";
import { ensureDependencies } from "./setup/dependencies.mjs";
import { ensureDisplay } from "./setup/display.mjs";
import { describeRuntime, ensureElectron, rootSwitch } from "./setup/electron-runtime.mjs";
import { ensureSystemLibraries } from "./setup/system-libraries.mjs";
import { runScript, SetupFault, say } from "./setup/terminal.mjs";

/** @param {number} port */
const developmentPolicy = (port) =>
  [
    "default-src 'none'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ws://127.0.0.1:${port}`,
  ].join("; ");

await runScript(async () => {
  await ensureSystemLibraries(["window", "display"]);
  await ensureDependencies();
  const runtime = await ensureElectron();
  say(describeRuntime(runtime));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const { createServer } = await import("vite");
  const server = await createServer({
    configFile: path.join(projectRoot, "build/vite/renderer.config.ts"),
    configLoader: "native",
    server: {
      host: "127.0.0.1",
      port,
      strictPort: true,
      headers: { "Content-Security-Policy": developmentPolicy(port) },
    },
  });
  await server.listen();
  const vite = path.join(projectRoot, "node_modules", "vite", "bin", "vite.js");
  for (const part of ["main", "preload"]) {
    const args = [
      vite,
      "build",
      "--logLevel",
      "warn",
      "--configLoader",
      "native",
      "--config",
      `build/vite/${part}.config.ts`,
    ];
    const { code } = await run(pinnedNode(), args, { env: { ...process.env, CANBAO_DEV_SERVER: address } });
    if (code !== 0) throw new SetupFault(`The ${part} part could not be built`);
  }
  const display = await ensureDisplay();
  const env = { ...process.env, ...(display.display === undefined ? {} : { DISPLAY: display.display }) };
  const { code } = await run(runtime.executable, [...rootSwitch(), projectRoot], { env });
  display.stop();
  await server.close();
  return code;
});

/** @returns {Promise<number>} a port that nobody listens on */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createPort();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const found = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => resolve(found.port));
    });
  });
}
