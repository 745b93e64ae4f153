// `npm run screenshots`: drives the real window through every state in both languages. All pictures go to out/screenshots;
// those that a page of docs/ shows also go to docs/pictures, made small. Residents and notices are invented.

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildApp } from "./app.mjs";
import { projectRoot } from "./setup/child.mjs";
import { ensureDisplay } from "./setup/display.mjs";
import { ensureElectron, heldStart, rootSwitch } from "./setup/electron-runtime.mjs";
import { runScript, say } from "./setup/terminal.mjs";
import { smallPng } from "./small-png.mjs";
import { groups, SETTINGS } from "./states/states.mjs";

/** @typedef {{readonly executable: string, readonly env: NodeJS.ProcessEnv, readonly shown: ReadonlySet<string>}} Studio */

const docs = path.join(projectRoot, "docs");
const all = path.join(projectRoot, "out", "screenshots");

/** The files below docs/pictures that its pages and the README name. */
async function picturesShown() {
  const names = (await readdir(docs)).filter((name) => name.endsWith(".md"));
  const pages = [path.join(projectRoot, "README.md"), ...names.map((name) => path.join(docs, name))];
  const texts = await Promise.all(pages.map((page) => readFile(page, "utf8")));
  return new Set(
    texts.flatMap((text) => [...text.matchAll(/\((?:docs\/)?pictures\/([\w.-]+)\)/g)].map(([, name]) => String(name))),
  );
}

/** @param {(typeof groups)[number]} group @param {"zh-CN" | "en"} language @param {Studio} studio */
async function photograph({ name: group, states }, language, { executable, env, shown }) {
  const { _electron } = await import("playwright-core");
  const folder = await mkdtemp(path.join(tmpdir(), "canbao-screenshots-"));
  const profile = path.join(folder, "profile");
  await mkdir(profile);
  const settings = { ...SETTINGS, language, tourSeen: group !== "counter" };
  await writeFile(path.join(profile, "settings.json"), JSON.stringify(settings));
  const electron = await _electron.launch({
    executablePath: executable,
    chromiumSandbox: rootSwitch().length === 0,
    args: [...heldStart, projectRoot, `--user-data-dir=${profile}`, "--lang=zh-CN", `--canbao-test-out=${folder}`],
    env: /** @type {Record<string, string>} */ (env),
  });
  try {
    const page = await electron.firstWindow();
    await page.getByTestId("rules-button").waitFor();
    await page.locator("#first").waitFor({ state: "detached" });
    await page.emulateMedia({ reducedMotion: "reduce" });
    for (const { name, reach } of states) {
      try {
        await reach({ page, electron, folder });
      } catch (fault) {
        await page.screenshot({ path: path.join(all, `stopped.${language}.png`) });
        throw new Error(`${language}: “${name}” was not reached, see out/screenshots/stopped.${language}.png`, {
          cause: fault,
        });
      }
      await page.waitForTimeout(400);
      const file = `${name}.${language}.png`;
      const taken = smallPng(await page.screenshot({ caret: "hide" }));
      await writeFile(path.join(all, file), taken);
      if (shown.has(file)) await writeFile(path.join(docs, "pictures", file), taken);
    }
  } finally {
    await electron.close();
    await rm(folder, { recursive: true, force: true });
  }
}

await runScript(async () => {
  const runtime = await ensureElectron();
  await buildApp();
  await mkdir(all, { recursive: true });
  const shown = await picturesShown();
  const display = await ensureDisplay();
  const env = { ...process.env, ...(display.display === undefined ? {} : { DISPLAY: display.display }) };
  try {
    for (const language of /** @type {const} */ (["zh-CN", "en"]))
      for (const group of groups) await photograph(group, language, { executable: runtime.executable, env, shown });
  } finally {
    display.stop();
  }
  const count = groups.reduce((sum, { states }) => sum + states.length, 0);
  say(`${count} states in two languages: ${path.relative(projectRoot, all)}; ${shown.size} of them in docs/pictures`);
  return 0;
});
