// Builds the database's native code for Windows on ARM from its published source: the registry carries none for it.
//
// Needs git and Rust with the MSVC tools, as GitHub's windows-11-arm machines have them, and the network. Its result is used for
// that one package only; every other system's comes from the registry, checked by the lockfile.

import { readFileSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { projectRoot, run } from "../setup/child.mjs";
import { runScript, SetupFault, say } from "../setup/terminal.mjs";

const repository = "https://github.com/tursodatabase/libsql-js.git";
const target = "aarch64-pc-windows-msvc";

/** @param {string} command @param {readonly string[]} args @param {string} cwd */
async function must(command, args, cwd) {
  const { code } = await run(command, args, { cwd });
  if (code !== 0) throw new SetupFault(`${command} ${args.join(" ")} ended with ${code}`);
}

await runScript(async () => {
  const lock = JSON.parse(readFileSync(path.join(projectRoot, "package-lock.json"), "utf8"));
  const { version } = lock.packages["node_modules/libsql"];
  const folder = await mkdtemp(path.join(tmpdir(), "libsql-"));
  try {
    await must("git", ["clone", "--depth", "1", "--branch", `v${version}`, repository, "."], folder);
    await must("rustup", ["target", "add", target], folder);
    await must("cargo", ["build", "--locked", "--release", "--target", target], folder);
    const made = path.join(folder, "target", target, "release");
    const library = (await readdir(made)).find((name) => name.endsWith(".dll"));
    if (library === undefined) throw new SetupFault(`No library in ${made}`);
    const place = path.join(projectRoot, "node_modules", "@libsql", "win32-arm64-msvc");
    await mkdir(place, { recursive: true });
    await copyFile(path.join(made, library), path.join(place, "index.node"));
    const described = { name: "@libsql/win32-arm64-msvc", version, license: "MIT", main: "index.node" };
    await writeFile(path.join(place, "package.json"), `${JSON.stringify(described, null, 2)}\n`);
    say(place);
    return 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
