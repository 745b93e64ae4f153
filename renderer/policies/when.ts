// The day of an entry in the history, as the calendar on the wall has it.

/** A day stays itself; an instant becomes the local day, YYYY-MM-DD. */
export function dayOfInstant(at: string): string {
  if (!at.includes("T")) return at;
  const instant = new Date(at);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
}
