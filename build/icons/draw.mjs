// `npm run icons`: draws build/icons/canbao-desk.svg in every size, with the Electron that is at hand, and writes the files that
// the packages need. The results are kept in the repository, so that packing needs no drawing.

/// <reference lib="dom" />

import { createHash } from "node:crypto";

import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { _electron } from "playwright-core";
import { projectRoot } from "../setup/child.mjs";
import { ensureDisplay } from "../setup/display.mjs";
import { ensureElectron, heldStart, rootSwitch } from "../setup/electron-runtime.mjs";
import { runScript, say } from "../setup/terminal.mjs";
import { icnsOf, icoOf, sizes } from "./icon-files.mjs";

const folder = import.meta.dirname;
export const source = path.join(folder, "canbao-desk.svg");

/** @param {string | Buffer} svg @returns {string} what tells that the pictures were made from this drawing */
export const stampOf = (svg) => createHash("sha256").update(svg).digest("hex");

/**
 * @param {string} svg
 * @returns {Promise<import("./icon-files.mjs").Picture[]>}
 */
async function draw(svg) {
  const runtime = await ensureElectron();
  const display = await ensureDisplay();
  const profile = await mkdtemp(path.join(tmpdir(), "canbao-icons-"));
  const electron = await _electron.launch({
    executablePath: runtime.executable,
    chromiumSandbox: rootSwitch().length === 0,
    args: [...heldStart, path.join(projectRoot, "test/bench/bare-window"), `--user-data-dir=${profile}`],
    env: /** @type {Record<string, string>} */ ({
      ...process.env,
      ...(display.display === undefined ? {} : { DISPLAY: display.display }),
    }),
  });
  try {
    const page = await electron.firstWindow();
    const urls = await page.evaluate(
      async ([drawing, edges]) => {
        const image = new Image();
        image.src = `data:image/svg+xml;base64,${drawing}`;
        await image.decode();
        return edges.map((edge) => {
          const canvas = document.createElement("canvas");
          canvas.width = canvas.height = edge;
          canvas.getContext("2d")?.drawImage(image, 0, 0, edge, edge);
          return canvas.toDataURL("image/png");
        });
      },
      /** @type {const} */ ([Buffer.from(svg).toString("base64"), sizes]),
    );
    return urls.map((url, at) => ({
      size: sizes[at] ?? 0,
      png: Buffer.from(url.slice(url.indexOf(",") + 1), "base64"),
    }));
  } finally {
    await electron.close();
    display.stop();
    await rm(profile, { recursive: true, force: true });
  }
}

async function main() {
  const svg = await readFile(source, "utf8");
  const pictures = await draw(svg);
  await mkdir(path.join(folder, "png"), { recursive: true });
  for (const { size, png } of pictures) await writeFile(path.join(folder, "png", `${size}x${size}.png`), png);
  await writeFile(path.join(folder, "icon.ico"), icoOf(pictures));
  await writeFile(path.join(folder, "icon.icns"), icnsOf(pictures));
  await writeFile(path.join(folder, "made-from.sha256"), `${stampOf(svg)}  canbao-desk.svg\n`);
  say(`${pictures.length} sizes, icon.ico, icon.icns`);
  return 0;
}

if (process.argv[1] === path.join(folder, "draw.mjs")) await runScript(main);
