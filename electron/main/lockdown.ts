// Takes away from pages everything the product has no use for: network, permissions, navigation, new windows.

import type { App, Session, WebContents } from "electron";
import { logFault } from "./log.ts";
import { devServer, isOwnPage, scheme } from "./origin.ts";

/** Before the application is ready: no host name ever resolves, so that even a forgotten request leads nowhere. */
export function switchOffNetwork({ commandLine }: App): void {
  if (devServer !== null) return;
  commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  commandLine.appendSwitch("disable-background-networking");
  commandLine.appendSwitch("no-proxy-server");
  // Calls between browsers ask a server for their own address, past every request filter: only through a proxy, and there is none.
  commandLine.appendSwitch("force-webrtc-ip-handling-policy", noDirectCalls);
}

const noDirectCalls = "disable_non_proxied_udp";

const localSchemes: ReadonlySet<string> = new Set([`${scheme}:`, "blob:", "data:", "devtools:"]);

/** True where a page may load the address: our own pages, and what a page makes itself. */
export function mayLoad(address: string): boolean {
  if (devServer !== null && address.replace(/^ws/, "http").startsWith(devServer)) return true;
  return URL.canParse(address) && localSchemes.has(new URL(address).protocol);
}

export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !mayLoad(url) }));
  session.on("will-download", (event) => event.preventDefault());
}

export function lockContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy(noDirectCalls);
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.on("will-attach-webview", (event) => event.preventDefault());
  contents.on("will-navigate", (event) => {
    // A page reloading itself is no navigation; everything else is.
    if (!isOwnPage(event.url) || event.url !== contents.getURL()) event.preventDefault();
  });
  contents.on("will-frame-navigate", (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on("will-redirect", (event) => event.preventDefault());
  // Chromium asks nobody before it shows an empty page: whoever got there is led back.
  let own: string | undefined;
  contents.on("did-navigate", (_event, address) => {
    if (isOwnPage(address)) own = address;
    else if (own !== undefined) void contents.loadURL(own).catch((fault: unknown) => logFault("leading back", fault));
  });
}
