// Makes the package for Debian and its kin, UOS and Kylin among them, from a packed folder; dpkg-deb is all it needs.

import { chmod, cp, lstat, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sizes } from "../icons/icon-files.mjs";
import { projectRoot, run } from "../setup/child.mjs";
import { SetupFault } from "../setup/terminal.mjs";
import { packFile, windowClass } from "./configuration.mjs";

/** @param {string} name of a library whose package was renamed for 64-bit time @returns {string} */
const either = (name) => `${name} | ${name}t64`;

/** What Electron's binary is linked against; the rest comes with these. */
const libraries = [
  either("libgtk-3-0"),
  "libnss3",
  either("libasound2"),
  "libgbm1",
  either("libcups2"),
  either("libatspi2.0-0"),
  "libxkbcommon0",
  "libxcomposite1",
  "libxdamage1",
  "libxrandr2",
  "xdg-utils",
];

const debianArch = { x64: "amd64", arm64: "arm64" };

/** @param {{version: string, arch: keyof typeof debianArch, kilobytes: number}} of @returns {string} */
export function controlFile({ version, arch, kilobytes }) {
  return `${[
    "Package: canbao-desk",
    // A tilde sorts before the release itself.
    `Version: ${version.replace("-", "~")}`,
    `Architecture: ${debianArch[arch]}`,
    "Maintainer: The Canbao Desk maintainers <noreply@canbao.invalid>",
    `Installed-Size: ${kilobytes}`,
    `Depends: ${libraries.join(", ")}`,
    "Recommends: fonts-noto-cjk, gnome-keyring | kwalletmanager",
    "Section: misc",
    "Priority: optional",
    "Description: 参保台 Canbao Desk, offline calculator for residents' medical insurance",
    " What a resident pays, who pays the rest, the first covered day, and where that is",
    " written. Needs no network and makes no request.",
  ].join("\n")}\n`;
}

export const desktopFile = `[Desktop Entry]
Type=Application
Name=Canbao Desk
Name[zh_CN]=参保台
Comment=Offline calculator for residents' medical insurance
Comment[zh_CN]=居民医保参保测算，离线使用
Exec=/opt/canbao-desk/canbao-desk %f
Icon=canbao-desk
Categories=Office;
MimeType=${packFile.mimeType};
StartupWMClass=${windowClass}
StartupNotify=true
`;

export const mimeFile = `<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="${packFile.mimeType}">
    <comment>${packFile.description}</comment>
    <comment xml:lang="zh_CN">${packFile.chinese}</comment>
    <icon name="canbao-desk"/>
    <glob pattern="*.${packFile.extension}"/>
  </mime-type>
</mime-info>
`;

/**
 * @param {object} given
 * @param {string} given.packed the application's folder
 * @param {string} given.version
 * @param {keyof typeof debianArch} given.arch
 * @param {string} given.file what is made
 * @param {"xz" | "none"} [given.compression] xz, which the dpkg of every such system reads; older ones refuse zstd
 */
export async function makeDeb({ packed, version, arch, file, compression = "xz" }) {
  const root = await mkdtemp(path.join(tmpdir(), "canbao-deb-"));
  try {
    await chmod(root, 0o755);
    const application = path.join(root, "opt", "canbao-desk");
    await cp(packed, application, { recursive: true });
    // Chromium's sandbox needs it where the system forbids unprivileged namespaces.
    await chmod(path.join(application, "chrome-sandbox"), 0o4755);
    const write = async (/** @type {string} */ name, /** @type {string} */ text) => {
      await mkdir(path.dirname(path.join(root, name)), { recursive: true });
      await writeFile(path.join(root, name), text);
    };
    await mkdir(path.join(root, "usr/bin"), { recursive: true });
    await symlink("/opt/canbao-desk/canbao-desk", path.join(root, "usr/bin/canbao-desk"));
    await write("usr/share/applications/canbao-desk.desktop", desktopFile);
    await write("usr/share/mime/packages/canbao-desk.xml", mimeFile);
    for (const size of sizes.filter((edge) => edge <= 512)) {
      const icon = path.join(root, `usr/share/icons/hicolor/${size}x${size}/apps/canbao-desk.png`);
      await mkdir(path.dirname(icon), { recursive: true });
      await cp(path.join(projectRoot, `build/icons/png/${size}x${size}.png`), icon);
    }
    await cp(path.join(projectRoot, "LICENSE"), path.join(root, "usr/share/doc/canbao-desk/copyright"));
    const kilobytes = Math.ceil((await bytesOf(root)) / 1024);
    await write("DEBIAN/control", controlFile({ version, arch, kilobytes }));
    const args = [`-Z${compression}`, "--root-owner-group", "--build", root, file];
    const { code, stderr } = await run("dpkg-deb", args, { quiet: true });
    if (code !== 0) throw new SetupFault(`dpkg-deb could not make the package:\n${stderr.trim()}`);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

/** @param {string} folder @returns {Promise<number>} */
async function bytesOf(folder) {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const measured = files
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await lstat(path.join(entry.parentPath, entry.name))).size);
  return (await Promise.all(measured)).reduce((sum, size) => sum + size, 0);
}
