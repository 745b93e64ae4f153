// Loaded by Electron ahead of the application: holds its start until Playwright has attached. Attaching while the first window
// is being made can wait for ever, and Playwright's own loader for this also changes Chromium's switches, which a test of
// the application as it is must not have.

const { app } = /** @type {import("electron")} */ (module.require("electron"));

const ready = app.whenReady();
/** @type {(event: string, ...args: unknown[]) => boolean} */
const emit = app.emit.bind(app);
/** @type {unknown[]} */
let held = [];
let release = () => {};
let isReleased = false;
/** @type {Promise<void>} */
const released = new Promise((resolve) => {
  release = resolve;
});

/**
 * @param {string} event
 * @param {unknown[]} args
 */
app.emit = (event, ...args) => {
  if (event !== "ready") return emit(event, ...args);
  held = args;
  return app.listenerCount("ready") > 0;
};
app.isReady = () => isReleased;
app.whenReady = () => released;

// Playwright calls this by name once it has attached.
Object.assign(globalThis, {
  __playwright_run: async () => {
    await ready;
    isReleased = true;
    release();
    emit("ready", ...held);
  },
});
