// A page that was taken over tries to leave, to load, to send, to be given something, and to get what is dropped on it.

import dgram from "node:dgram";
import net from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inMain } from "../../../build/electron-runtime/in-main.mjs";
import { type StartedApplication, startApplication } from "../application.ts";

let app: StartedApplication;
let home: string;

/** Listens on the loopback, where nothing may ever arrive. */
let knocks: string[];
let tcp: net.Server;
let udp: dgram.Socket;
let port: number;

beforeAll(async () => {
  knocks = [];
  tcp = net.createServer((socket) => {
    knocks.push("tcp");
    socket.destroy();
  });
  await new Promise<void>((resolve) => tcp.listen(0, "127.0.0.1", resolve));
  port = (tcp.address() as net.AddressInfo).port;
  udp = dgram.createSocket("udp4", () => knocks.push("udp"));
  await new Promise<void>((resolve) => udp.bind(port, "127.0.0.1", resolve));
  app = await startApplication();
  home = app.page.url();
});
afterAll(async () => {
  await app.close();
  tcp.close();
  udp.close();
});
beforeEach(() => {
  knocks.length = 0;
});

/** The window stands where it stood, alone, and nothing was knocked at. */
async function expectStill(): Promise<void> {
  await app.page.waitForTimeout(60);
  // An empty page cannot be refused beforehand; the window comes back from it by itself.
  await expect.poll(() => app.page.url(), { timeout: 5_000 }).toBe(home);
  expect(app.electron.windows()).toHaveLength(1);
  expect(knocks).toEqual([]);
}

const addresses = () => [
  `http://127.0.0.1:${port}/`,
  "https://example.com/",
  "file:///etc/passwd",
  "file:///",
  "data:text/html,<script>document.title=1</script>",
  "blob:app://canbao/00000000-0000-0000-0000-000000000000",
  "javascript:void(document.title='taken')",
  "about:blank",
  "app://canbao/print.html",
  "app://elsewhere/index.html",
  "app://canbao@127.0.0.1/index.html",
  "chrome://version/",
  "devtools://devtools/bundled/inspector.html",
  "view-source:app://canbao/index.html",
  "mailto:a@example.com",
  "ms-settings:",
  "canbao://import?file=/etc/passwd",
  "\\\\server\\share\\x.html",
];

/** Puts an element into the page, does something with it and takes it away again. Runs in the page, as everything below. */
function put<Tag extends "a" | "form">(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  act: (element: HTMLElementTagNameMap[Tag]) => void,
): void {
  const element = Object.assign(document.createElement(tag), properties);
  document.body.append(element);
  act(element);
  element.remove();
}

const ways: Readonly<Record<string, (address: string, putIn: typeof put) => void>> = {
  "by location": (address) => {
    location.href = address;
  },
  "by replacing": (address) => location.replace(address),
  "in a new window": (address) => void window.open(address, "_blank", "nodeIntegration=yes,contextIsolation=no"),
  "in the top frame": (address) => void window.open(address, "_top"),
  "by a link": (address, putIn) => putIn("a", { href: address }, (link) => link.click()),
  "by a link with the middle button": (address, putIn) =>
    putIn("a", { href: address, target: "_blank" }, (link) => {
      link.dispatchEvent(new MouseEvent("auxclick", { button: 1, bubbles: true, cancelable: true }));
      link.dispatchEvent(new MouseEvent("click", { button: 1, ctrlKey: true, bubbles: true, cancelable: true }));
    }),
  "by a download": (address, putIn) => putIn("a", { href: address, download: "x.exe" }, (link) => link.click()),
  "by a form": (address, putIn) => putIn("form", { action: address, method: "post" }, (form) => form.submit()),
};

describe("leaving", () => {
  test.each(Object.entries(ways))("%s, to eighteen addresses", async (_how, way) => {
    expect(addresses()).toHaveLength(18);
    for (const address of addresses()) {
      await app.page
        .evaluate(`try { (${way.toString()})(${JSON.stringify(address)}, ${put.toString()}) } catch {}`)
        .catch(() => undefined);
      await expectStill();
    }
  });

  test("by a refresh written into the page", async () => {
    await app.page.evaluate((to) => {
      const meta = document.createElement("meta");
      meta.httpEquiv = "refresh";
      meta.content = `0;url=${to}`;
      document.head.append(meta);
      setTimeout(() => meta.remove(), 50);
    }, `http://127.0.0.1:${port}/`);
    await expectStill();
  });

  test("by a document of its own making", async () => {
    await app.page.evaluate(() => {
      const address = URL.createObjectURL(new Blob(["<script>1</script>"], { type: "text/html" }));
      location.href = address;
      window.open(address);
    });
    await expectStill();
  });
});

describe("loading and sending", () => {
  const elements: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    script: { src: "URL" },
    "script ": { src: "data:text/javascript,window.ran=1" },
    img: { src: "URL" },
    iframe: { src: "URL" },
    "iframe ": { src: "app://canbao/index.html" },
    frame: { src: "URL" },
    object: { data: "URL" },
    embed: { src: "URL" },
    webview: { src: "URL", preload: "file:///etc/passwd", nodeintegration: "on" },
    portal: { src: "URL" },
    fencedframe: { src: "URL" },
    link: { rel: "stylesheet", href: "URL" },
    "link ": { rel: "preconnect", href: "URL" },
    "link  ": { rel: "dns-prefetch", href: "URL" },
    "link   ": { rel: "prefetch", href: "URL" },
    "link    ": { rel: "preload", as: "fetch", href: "URL" },
    "link     ": { rel: "modulepreload", href: "URL" },
    "link      ": { rel: "prerender", href: "URL" },
    "link       ": { rel: "manifest", href: "URL" },
    "link        ": { rel: "icon", href: "URL" },
    video: { src: "URL", autoplay: "" },
    audio: { src: "URL", autoplay: "" },
    track: { src: "URL" },
    source: { src: "URL" },
    base: { href: "URL" },
    style: {},
  };

  test.each(Object.entries(elements))("an element <%s> %j", async (name, attributes) => {
    const ran = await app.page.evaluate(
      async ([tag, given, to]) => {
        const element = document.createElement(tag);
        for (const [key, value] of Object.entries(given)) element.setAttribute(key, value.replace("URL", to));
        if (tag === "style") element.textContent = `@import "${to}"; body { background: url(${to}) }`;
        const loaded = new Promise<string>((resolve) => {
          element.addEventListener("load", () => resolve("loaded"));
          element.addEventListener("error", () => resolve("refused"));
          setTimeout(() => resolve("nothing"), 80);
        });
        document.body.append(element);
        const outcome = await loaded;
        element.remove();
        return { outcome, ran: "ran" in window, base: document.baseURI };
      },
      [name.trim(), attributes, `http://127.0.0.1:${port}/x`] as const,
    );
    expect(ran.ran).toBe(false);
    expect(ran.base).toMatch(/^app:\/\/canbao\//);
    // A frame's "load" only says that it stands there, refused and empty.
    if (!/frame|object|embed|style/.test(name)) expect(ran.outcome).not.toBe("loaded");
    await expectStill();
  });

  test.each([
    ["fetch", "await fetch(to, { mode: 'no-cors' })"],
    ["a request", "const x = new XMLHttpRequest(); x.open('POST', to, false); x.send('secret')"],
    [
      "a beacon",
      "if (!navigator.sendBeacon(to, 'secret')) throw 1; await new Promise(r => setTimeout(r, 100)); throw 1",
    ],
    [
      "a socket",
      "await new Promise((r, f) => { const s = new WebSocket(to.replace('http', 'ws')); s.onopen = r; s.onerror = f })",
    ],
    ["events", "await new Promise((r, f) => { const s = new EventSource(to); s.onopen = r; s.onerror = f })"],
    ["web transport", "const t = new WebTransport(to.replace('http:', 'https:')); await t.ready"],
    [
      "a worker",
      "await new Promise((r, f) => { const w = new Worker('data:text/javascript,postMessage(1)'); w.onmessage = r; w.onerror = f })",
    ],
    [
      "a worker of a blob",
      "await new Promise((r, f) => { const w = new Worker(URL.createObjectURL(new Blob(['postMessage(1)']))); w.onmessage = r; w.onerror = f })",
    ],
    [
      "a shared worker",
      "await new Promise((r, f) => { const w = new SharedWorker('data:text/javascript,1'); w.onerror = f; setTimeout(f, 200) })",
    ],
    ["a service worker", "await navigator.serviceWorker.register('/sw.js')"],
    ["a module from elsewhere", "await import(to)"],
    ["a module of text", "await import('data:text/javascript,export default 1')"],
    ["compiled bytes", "await WebAssembly.compile(new Uint8Array([0,97,115,109,1,0,0,0]))"],
    [
      "evaluated text",
      "await new Promise((r, f) => setTimeout(() => { try { r((0, eval)('1')) } catch (e) { f(e) } }))",
    ],
    [
      "a timer of text",
      "await new Promise((r, f) => { setTimeout('window.timed = 1', 0); setTimeout(() => window.timed ? r() : f(), 50) })",
    ],
    [
      "a style written in",
      "const p = document.createElement('p'); p.setAttribute('style', 'position:fixed'); document.body.append(p); const fixed = getComputedStyle(p).position; p.remove(); if (fixed !== 'fixed') throw 1",
    ],
    [
      "a handler written in",
      "const p = document.createElement('p'); p.setAttribute('onclick', 'window.clicked = 1'); document.body.append(p); p.click(); p.remove(); if (!window.clicked) throw 1",
    ],
    ["a font from elsewhere", "await new FontFace('x', 'url(' + to + ')').load()"],
    ["a font of text", "await new FontFace('x', 'url(data:font/woff2;base64,AA)').load()"],
    [
      "a frame's document",
      "const f = document.createElement('iframe'); f.srcdoc = '<script>top.inside = 1</script>'; document.body.append(f); await new Promise(r => setTimeout(r, 100)); f.remove(); if (!window.inside) throw 1",
    ],
  ])("%s is refused", async (_what, code) => {
    // In a task of its own: what a test hands in may evaluate text, what it sets off may not.
    const outcome = await app.page.evaluate(
      `new Promise((resolve) => setTimeout(async () => {
        const to = "http://127.0.0.1:${port}/";
        try { await (async () => { ${code} })(); resolve("done") } catch { resolve("refused") }
      }))`,
    );
    expect(outcome).toBe("refused");
    await expectStill();
  });

  test.each(["udp", "tcp"])("a call between browsers finds no way out by %s", async (transport) => {
    await app.page.evaluate(
      async ([way, to]) => {
        const servers =
          way === "udp"
            ? [{ urls: `stun:127.0.0.1:${to}` }]
            : [{ urls: `turn:127.0.0.1:${to}?transport=tcp`, username: "x", credential: "y" }];
        const peer = new RTCPeerConnection({ iceServers: servers });
        peer.createDataChannel("x");
        await peer.setLocalDescription(await peer.createOffer());
        await new Promise((resolve) => setTimeout(resolve, 1500));
        peer.close();
      },
      [transport, port] as const,
    );
    await expectStill();
  });
});

describe("paths of our own protocol", () => {
  const escapes = [
    "/../main/main.js",
    "/..%2fmain/main.js",
    "/%2e%2e/main/main.js",
    "/%2e%2e%2f%2e%2e%2fpackage.json",
    "/..%5cmain%5cmain.js",
    "/..\\main\\main.js",
    "//etc/passwd",
    "///etc/passwd",
    "/assets/../../main/main.js",
    "/assets/..;/main.js",
    "/index.html%00.js",
    "/index.html/../../package.json",
    "/C:/Windows/win.ini",
    "/C:%5cWindows%5cwin.ini",
    "/.%2e/.%2e/package.json",
    "/%252e%252e/main/main.js",
    "/../../../../../../etc/passwd",
    "/preload/preload.cjs",
    "/main/main.js",
    "/policies/gansu/2025/rules.json",
    "/index.html~",
    "/.git/config",
    "/%ff%fe",
    "/index.html:$DATA",
  ];

  test.each(escapes)("%s is not found", async (name) => {
    const answer = await app.page.evaluate(async (path) => {
      const response = await fetch(`app://canbao${path}`).catch(() => undefined);
      return { status: response?.status ?? 404, text: (await response?.text()) ?? "" };
    }, name);
    expect(answer).toEqual({ status: 404, text: "" });
  });

  test.each(["POST", "PUT", "DELETE", "PATCH", "HEAD"])("%s is no way to ask", async (method) => {
    const status = await app.page.evaluate(
      (way) =>
        fetch("app://canbao/index.html", { method: way }).then(
          (response) => response.status,
          () => 404,
        ),
      method,
    );
    expect(status).toBe(404);
  });
});

describe("being given something", () => {
  const names = [
    "geolocation",
    "notifications",
    "camera",
    "microphone",
    "midi",
    "clipboard-read",
    "clipboard-write",
    "persistent-storage",
    "background-sync",
    "accelerometer",
    "gyroscope",
    "magnetometer",
    "screen-wake-lock",
    "display-capture",
    "idle-detection",
    "local-fonts",
    "window-management",
    "storage-access",
    "payment-handler",
    "nfc",
    "speaker-selection",
    "periodic-background-sync",
  ];

  test.each(names)("the permission %s", async (name) => {
    const state = await app.page.evaluate(
      (wanted) =>
        navigator.permissions.query({ name: wanted as PermissionName }).then(
          (answer) => answer.state,
          () => "unknown here",
        ),
      name,
    );
    expect(["denied", "unknown here"]).toContain(state);
  });

  test.each([
    ["a place", "new Promise((r, f) => navigator.geolocation.getCurrentPosition(r, f))"],
    ["a camera", "navigator.mediaDevices.getUserMedia({ video: true })"],
    ["a microphone", "navigator.mediaDevices.getUserMedia({ audio: true })"],
    ["the screen", "navigator.mediaDevices.getDisplayMedia({ video: true })"],
    ["what was copied", "navigator.clipboard.readText()"],
    ["a USB device", "navigator.usb.requestDevice({ filters: [] })"],
    ["a serial port", "navigator.serial.requestPort()"],
    [
      "an input device",
      "navigator.hid.requestDevice({ filters: [] }).then((found) => { if (found.length === 0) throw 1 })",
    ],
    ["a Bluetooth device", "navigator.bluetooth.requestDevice({ acceptAllDevices: true })"],
    ["instruments", "navigator.requestMIDIAccess({ sysex: true })"],
    ["notifications", "Notification.requestPermission().then((given) => { if (given !== 'granted') throw 1 })"],
    ["the fonts of the computer", "queryLocalFonts().then((found) => { if (found.length === 0) throw 1 })"],
    ["a wake lock", "navigator.wakeLock.request('screen')"],
    ["the keyboard", "navigator.keyboard.lock().then(() => document.documentElement.requestFullscreen())"],
    ["the whole screen", "document.documentElement.requestFullscreen()"],
    ["lasting storage", "navigator.storage.persist().then((given) => { if (!given) throw 1 })"],
    ["somebody's presence", "new IdleDetector().start()"],
  ])("%s", async (_what, code) => {
    const outcome = await app.page.evaluate(
      `Promise.race([
        new Promise((resolve) => setTimeout(() => resolve("waits"), 1500)),
        (async () => ${code})().then(() => "given", () => "refused"),
      ])`,
    );
    expect(outcome).not.toBe("given");
    await expectStill();
  });
});

describe("dropping", () => {
  test.each([
    ["a file", { files: ["/etc/passwd"], items: [] }],
    ["a page", { files: [], items: [{ mimeType: "text/html", data: "<script>document.title='x'</script>" }] }],
    ["a link", { files: [], items: [{ mimeType: "text/uri-list", data: "https://example.com/" }] }],
    ["a link to a file", { files: [], items: [{ mimeType: "text/uri-list", data: "file:///etc/passwd" }] }],
    [
      "a script as a link",
      { files: [], items: [{ mimeType: "text/uri-list", data: "javascript:document.title='x'" }] },
    ],
  ])("%s on the window changes nothing", async (_what, { files, items }) => {
    const session = await app.page.context().newCDPSession(app.page);
    const data = { items: [...items], files: [...files], dragOperationsMask: 1 };
    for (const [x, y] of [
      [300, 300],
      [900, 400],
      [40, 700],
    ] as const)
      for (const type of ["dragEnter", "dragOver", "drop"] as const)
        await session.send("Input.dispatchDragEvent", { type, x, y, data });
    await session.detach();
    await expectStill();
    expect(await app.page.content()).not.toContain("root:x:");
  });
});

describe("a second start that carries something", () => {
  const carried = [
    "https://example.com/",
    "file:///etc/passwd",
    "app://canbao/print.html",
    "javascript:alert(1)",
    "canbao://import?file=/etc/passwd",
    "--policies=/tmp",
    "--inspect=0",
    "/etc/passwd",
    "\\\\server\\share\\x.canbaopack",
  ];

  test.each(carried)("%s is passed over", async (argument) => {
    // As Electron tells the first instance of the second one's command line.
    await inMain(
      app.electron,
      ({ app: main }, arg) => void main.emit("second-instance", {}, ["canbao-desk", arg], "/"),
      argument,
    );
    await expectStill();
  });
});

describe("a file that the system hands over", () => {
  test.each([
    "/etc/passwd",
    "https://example.com/x.canbaopack",
    "file:///etc/passwd.canbaopack",
    "//server/share/x.canbaopack",
    "\\\\server\\share\\x.canbaopack",
    "/etc/passwd\u0000.canbaopack",
    "--policies=/tmp.canbaopack",
  ])("%s is passed over", async (file) => {
    // As macOS tells of a document that was dropped on the program or opened with it.
    const refused = await inMain(
      app.electron,
      ({ app: main }, named) => {
        let prevented = false;
        main.emit("open-file", { preventDefault: () => (prevented = true) }, named);
        return prevented;
      },
      file,
    );
    expect(refused).toBe(true);
    await expectStill();
  });
});

test("after all this the window works as before, and the log holds nothing", async () => {
  const windows = await inMain(app.electron, ({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
  // Not through locators: Playwright still waits for the navigations that were refused.
  const inPage = (testId: string) => `document.querySelector('[data-testid="${testId}"]')`;
  for (const [field, text] of [
    ["id-number", "622301196202100024"],
    ["paid-on", "20250115"],
  ] as const) {
    await app.page.evaluate(`${inPage(field)}.focus(); ${inPage(field)}.select()`);
    await app.page.keyboard.type(text);
  }
  await expect.poll(() => app.page.evaluate(`${inPage("start-figure")}?.textContent`)).toBe("2025-04-15");
  // Electron itself tells of each frame that the page's policy refused.
  expect(app.log.filter((line) => !/ERR_BLOCKED_BY_CSP|trace-warnings/.test(line))).toEqual([]);
});
