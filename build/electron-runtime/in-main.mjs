// Runs a function in Electron's main process, for whatever drives the window with Playwright.

/** @import { ElectronApplication } from "playwright-core" */

/**
 * As Playwright's `electron.evaluate`, which fails now and then with "promise was garbage collected" where a collection comes
 * between a plain function's return and the next turn of Node, by which nothing holds the inspector's promise of the result.
 * Here it is held until then: the function runs in a later turn, in which its result is also handed over.
 *
 * @template Result
 * @template [Given=undefined]
 * @param {ElectronApplication} electron
 * @param {(modules: typeof import("electron"), given: Given) => Result} does is sent as text, so it sees nothing around it
 * @param {Given} [given] plain data
 * @returns {Promise<Awaited<Result>>}
 */
export async function inMain(electron, does, given) {
  // biome-ignore lint/plugin: this is the one place that asks for all others.
  return electron.evaluate(
    async (modules, { code, data }) => {
      await new Promise((resolve) => setImmediate(resolve));
      // biome-ignore lint/security/noGlobalEval: the text is the function this was called with; Playwright does the same.
      return globalThis.eval(`(${code})`)(modules, data);
    },
    { code: String(does), data: given },
  );
}
