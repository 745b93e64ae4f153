// Brings the Chinese font with the application, in slices that are loaded as their characters are met. A rare name
// character that no slice has falls back to the system's Chinese font, named after it in the CSS.

/** Once the window stands: until then the system's own font serves, and no slice is in the way of the first answer. */
export function loadFonts(): void {
  requestIdleCallback(() => {
    void import("@fontsource/noto-sans-sc/400.css");
    void import("@fontsource/noto-sans-sc/700.css");
  });
}
