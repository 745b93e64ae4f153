// Marks in the browser's own timeline when a part of the window can be used, for the benchmarks to read.

/** Sets `name` once, in the frame that paints what was just put into the document. */
export function markPainted(name: string): void {
  if (performance.getEntriesByName(name).length > 0) return;
  requestAnimationFrame(() => {
    if (performance.getEntriesByName(name).length === 0) performance.mark(name);
  });
}
