// What the preload adds to the window.

import type { CanbaoBridge } from "../../shared/ipc/contract.ts";

declare global {
  interface Window {
    readonly canbao: CanbaoBridge;
  }
}
