// The operating system's keyring, by way of Electron's safeStorage.

import { safeStorage } from "electron";
import type { KeyRing } from "../../ledger/vault.ts";

/** Only after the application is ready: before that safeStorage says on Linux that there is none. */
export const systemKeyRing: KeyRing = {
  available: () => {
    if (!safeStorage.isEncryptionAvailable()) return false;
    // Linux without a keyring would "encrypt" with a fixed word: that is in clear.
    return process.platform !== "linux" || safeStorage.getSelectedStorageBackend() !== "basic_text";
  },
  seal: (text) => safeStorage.encryptString(text),
  open: (sealed) => safeStorage.decryptString(Buffer.from(sealed)),
};
