// Starts the window behind its first field.

import { StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { counter, startCounter } from "./assess/counter.ts";
import { followFirstField } from "./first/first-field.ts";
import { startTranslations } from "./i18n/start.ts";
import { AppShell } from "./shell/app-shell.tsx";
import "./theme/base.css";
import { loadFonts } from "./theme/fonts.ts";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");

// The rules take longest: they are asked for before anything is drawn.
const started = startCounter();
followFirstField((idNumber) => counter.getState().edit({ idNumber }));

// The main process knows the language before the page exists and hands it over in the address.
await startTranslations(new URLSearchParams(location.search).get("language") ?? "zh-CN");

createRoot(root).render(
  <StrictMode>
    <Suspense fallback={null}>
      <AppShell />
    </Suspense>
  </StrictMode>,
);

void started.then(loadFonts);
