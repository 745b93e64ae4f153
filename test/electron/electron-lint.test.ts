// What Electronegativity looks for, held on our own sources. That tool parses TypeScript 4.2 and cannot see that every window shares
// one set of preferences; this follows them, and a planted sin shows that each rule bites.

import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../build/setup/child.mjs";

interface Source {
  readonly name: string;
  readonly tree: ts.SourceFile;
}

interface Rule {
  readonly name: string;
  /** where it is allowed: files, or none */
  readonly except?: readonly string[];
  readonly finds: (node: ts.Node) => boolean;
  /** a line that must be found */
  readonly sin: string;
}

const parse = (name: string, text: string): Source => ({
  name,
  tree: ts.createSourceFile(
    name,
    text,
    ts.ScriptTarget.ES2023,
    true,
    name.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS,
  ),
});

const sourcesIn = (...folders: readonly string[]): readonly Source[] =>
  folders.flatMap((folder) =>
    globSync(`${folder}/**/*.{ts,tsx}`, { cwd: projectRoot }).map((name) =>
      parse(name.replaceAll("\\", "/"), readFileSync(path.join(projectRoot, name), "utf8")),
    ),
  );

const calls = (name: RegExp) => (node: ts.Node) =>
  (ts.isCallExpression(node) || ts.isNewExpression(node)) && name.test(node.expression.getText());

const imports = (name: RegExp) => (node: ts.Node) =>
  (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier) && name.test(node.moduleSpecifier.text)) ||
  (ts.isCallExpression(node) &&
    /^(require|import)$/.test(node.expression.getText()) &&
    node.arguments[0] !== undefined &&
    ts.isStringLiteral(node.arguments[0]) &&
    name.test(node.arguments[0].text));

const sets = (name: RegExp, value?: RegExp) => (node: ts.Node) =>
  ts.isPropertyAssignment(node) && name.test(node.name.getText()) && (value?.test(node.initializer.getText()) ?? true);

/** In the main process and the preload. */
const mainRules: readonly Rule[] = [
  {
    name: "opens nothing in the system's browser or shell",
    finds: calls(/\bshell\.(openExternal|openPath)$/),
    sin: 'shell.openExternal("https://example.com")',
  },
  { name: "embeds no other view", finds: calls(/^(BrowserView|WebContentsView)$/), sin: "new BrowserView({})" },
  {
    name: "takes questions in one place",
    except: ["electron/main/ipc/listen.ts"],
    finds: calls(/^ipcMain\./),
    sin: 'ipcMain.on("x", () => {})',
  },
  {
    name: "sends through the preload alone",
    except: ["electron/preload/preload.ts"],
    finds: calls(/^ipcRenderer\./),
    sin: 'ipcRenderer.send("x")',
  },
  {
    name: "exposes one bridge",
    except: ["electron/preload/preload.ts"],
    finds: calls(/^contextBridge\./),
    sin: 'contextBridge.exposeInMainWorld("x", {})',
  },
  {
    name: "runs text in a page only to lay out a sheet",
    except: ["electron/main/print/layout.ts"],
    finds: calls(/\.(executeJavaScript|executeJavaScriptInIsolatedWorld|insertCSS|insertText)$/),
    sin: 'contents.executeJavaScript("1")',
  },
  {
    name: "handles one scheme of its own and takes over none",
    except: ["electron/main/main.ts"],
    finds: calls(/^protocol\.|setAsDefaultProtocolClient$/),
    sin: 'protocol.registerFileProtocol("x", () => {})',
  },
  {
    name: "sets Chromium's switches in one place",
    except: ["electron/main/lockdown.ts"],
    finds: calls(/commandLine\.append(Switch|Argument)$/),
    sin: 'app.commandLine.appendSwitch("disable-web-security")',
  },
  {
    name: "weakens no preference",
    finds: (node) =>
      sets(
        /^(nodeIntegration\w*|webviewTag|allowRunningInsecureContent|experimentalFeatures|plugins)$/,
        /^true$/,
      )(node) ||
      sets(/^(contextIsolation|sandbox|webSecurity)$/, /^false$/)(node) ||
      sets(/^(enableBlinkFeatures|enableRemoteModule|affinity)$/)(node),
    sin: "const preferences = { nodeIntegration: true }",
  },
  {
    name: "trusts no certificate of its own accord",
    finds: (node) =>
      calls(/setCertificateVerifyProc$|allowNTLMCredentialsForDomains$/)(node) ||
      (ts.isStringLiteral(node) && /^(certificate-error|select-client-certificate|login)$/.test(node.text)),
    sin: 'app.on("certificate-error", () => {})',
  },
  {
    name: "grants no permission",
    finds: (node) => calls(/^answer$/)(node) && /^answer\((true)\)$/.test(node.getText()),
    sin: "answer(true)",
  },
  {
    name: "reaches no network",
    finds: (node) =>
      imports(/^(node:)?(https?|http2|net|tls|dgram|dns|inspector)(\/|$)/)(node) ||
      calls(/^(fetch|WebSocket|EventSource|net\.(request|fetch)|\w+\.fetch)$/)(node),
    sin: 'import { get } from "node:https"',
  },
  {
    name: "starts no other program",
    except: ["electron/ledger/fork-host.ts"],
    finds: imports(/^(node:)?(child_process|cluster|vm|repl)$/),
    sin: 'import { exec } from "node:child_process"',
  },
  {
    name: "updates itself from nowhere",
    finds: (node) => ts.isIdentifier(node) && /^(autoUpdater|crashReporter)$/.test(node.text),
    sin: "autoUpdater.checkForUpdates()",
  },
];

/** In the window. */
const pageRules: readonly Rule[] = [
  {
    name: "writes no markup from text",
    finds: (node) =>
      (ts.isJsxAttribute(node) && node.name.getText() === "dangerouslySetInnerHTML") ||
      (ts.isPropertyAccessExpression(node) && /^(innerHTML|outerHTML|srcdoc)$/.test(node.name.text)) ||
      calls(/\.(insertAdjacentHTML|createContextualFragment)$|document\.write(ln)?$/)(node),
    sin: "document.body.innerHTML = name",
  },
  {
    name: "reaches no network",
    finds: calls(/^(fetch|XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection|navigator\.sendBeacon)$/),
    sin: 'fetch("https://example.com")',
  },
  {
    name: "keeps nothing in the browser's stores",
    finds: (node) => ts.isIdentifier(node) && /^(localStorage|sessionStorage|indexedDB|caches)$/.test(node.text),
    sin: 'localStorage.setItem("name", name)',
  },
  {
    name: "opens no window and leaves its place for none",
    finds: calls(/^(window\.open|open\.call|location\.(assign|replace))$/),
    sin: 'window.open("https://example.com")',
  },
];

/** Everywhere. */
const commonRules: readonly Rule[] = [
  {
    name: "evaluates no text",
    finds: (node) => calls(/^(eval|Function|window\.eval|globalThis\.eval)$/)(node),
    sin: 'new Function("return 1")',
  },
];

function found({ tree }: Source, { finds }: Rule): readonly string[] {
  const hits: string[] = [];
  const visit = (node: ts.Node): void => {
    if (finds(node)) hits.push(node.getText(tree).split("\n")[0] ?? "");
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return hits;
}

const checked: readonly (readonly [string, readonly Source[], readonly Rule[]])[] = [
  ["the main process", sourcesIn("electron"), [...mainRules, ...commonRules]],
  ["the window", sourcesIn("renderer"), [...pageRules, ...commonRules]],
  [
    "what both share",
    sourcesIn("shared"),
    [...mainRules.filter(({ name }) => name === "reaches no network"), ...commonRules],
  ],
];

describe.each(checked)("%s", (_part, sources, rules) => {
  test("is there", () => expect(sources.length).toBeGreaterThan(30));

  test.each(rules)("$name", (rule) => {
    expect(found(parse("sin.tsx", rule.sin), rule)).not.toEqual([]);
    const hits = sources
      .filter(({ name }) => !(rule.except ?? []).includes(name))
      .flatMap((source) => found(source, rule).map((hit) => `${source.name}: ${hit}`));
    expect(hits).toEqual([]);
  });

  test("has no exception that is no longer needed", () => {
    for (const rule of rules)
      for (const file of rule.except ?? [])
        expect([
          file,
          sources.filter(({ name }) => name === file).flatMap((source) => found(source, rule)).length > 0,
        ]).toEqual([file, true]);
  });
});

describe("every window", () => {
  const windows = sourcesIn("electron").flatMap(({ name, tree }) => {
    const options: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isNewExpression(node) && node.expression.getText(tree) === "BrowserWindow")
        options.push(node.arguments?.[0]?.getText(tree) ?? "");
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return options.map((text) => ({ name, text }));
  });

  test("is made with the one set of preferences, or a copy of it", () => {
    expect(windows.length).toBeGreaterThan(1);
    for (const { name, text } of windows)
      expect([name, text]).toEqual([name, expect.stringMatching(/webPreferences(,|: preferences,|\s)/)]);
    const layout = readFileSync(path.join(projectRoot, "electron/main/print/layout.ts"), "utf8");
    expect(layout).toContain("const preferences = { ...webPreferences };");
  });

  test("has a sandbox, a world of its own, no Node, no webview and, in a package, no developer's tools", () => {
    const text = readFileSync(path.join(projectRoot, "electron/main/main-window.ts"), "utf8");
    const [, body = ""] = /export const webPreferences: WebPreferences = \{([\s\S]*?)\n\};/.exec(text) ?? [];
    for (const line of [
      "sandbox: true,",
      "contextIsolation: true,",
      "nodeIntegration: false,",
      "webviewTag: false,",
      "spellcheck: false,",
      "devTools: !app.isPackaged,",
    ])
      expect(body).toContain(line);
  });
});

test("the pages' policy allows no inline text, no evaluation and nothing from elsewhere", async () => {
  const { contentSecurityPolicy } = await import("../../electron/main/app-protocol.ts");
  expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:|ws:|strict-dynamic|nonce-/);
  const directives = new Map(
    contentSecurityPolicy.split("; ").map((part) => [part.split(" ")[0], part.split(" ").slice(1).join(" ")]),
  );
  expect(directives.get("default-src")).toBe("'none'");
  expect(directives.get("script-src")).toBe("'self'");
  expect(directives.get("style-src")).toBe("'self'");
  for (const closed of ["base-uri", "form-action", "frame-ancestors"]) expect(directives.get(closed)).toBe("'none'");
  for (const page of ["renderer/index.html", "renderer/print.html"]) {
    const html = readFileSync(path.join(projectRoot, page), "utf8");
    expect(html).not.toMatch(/<script(?![^>]*src=)[^>]*>|\son\w+=|style=|<style|https?:/);
  }
});
