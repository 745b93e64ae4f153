// Brings the Chinese font with the application, in slices that are loaded as their characters are met. A rare name
// character that no slice has falls back to the system's Chinese font, named after it in the CSS.

import "@fontsource/noto-sans-sc/400.css";

/** The bold cut, once the first paint is done: until then the browser thickens the regular one itself. */
export function loadBoldFont(): void {
  requestIdleCallback(() => void import("@fontsource/noto-sans-sc/700.css"));
}
