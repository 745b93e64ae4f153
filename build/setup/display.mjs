// Gives the window a display: the one that is there, or a virtual one of its own that ends with the script.

import { spawn } from "node:child_process";
import { SetupFault } from "./terminal.mjs";

/** @typedef {{display: string | undefined, own: boolean, stop: () => void}} Display */

/** @param {NodeJS.ProcessEnv} [env] */
export function hasDisplay(env = process.env) {
  return process.platform !== "linux" || Boolean(env["DISPLAY"]) || Boolean(env["WAYLAND_DISPLAY"]);
}

/** @returns {Promise<Display>} `display` is for the DISPLAY variable; undefined where the platform has none */
export async function ensureDisplay() {
  if (hasDisplay()) return { display: process.env["DISPLAY"], own: false, stop: () => {} };
  // Xvfb picks a free number itself and writes it to the descriptor, so two runs never fight for one display.
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1920x1200x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const number = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new SetupFault("Xvfb did not answer within 20 s")), 20_000);
    server.on("error", () => reject(new SetupFault("Xvfb could not be started; run: sudo apt-get install -y xvfb")));
    server.on("exit", (code) => reject(new SetupFault(`Xvfb ended at once (exit code ${code})`)));
    server.stdio[3]?.once("data", (text) => {
      clearTimeout(timer);
      resolve(String(text).trim());
    });
  });
  server.removeAllListeners("exit");
  const stop = () => void server.kill("SIGTERM");
  process.once("exit", stop);
  server.unref();
  return { display: `:${number}`, own: true, stop };
}
