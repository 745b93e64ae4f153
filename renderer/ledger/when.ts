// Moments as the counter's clock shows them.

/** An ISO instant as YYYY-MM-DD HH:MM, local. What is no instant stays as it is. */
export function whenText(at: string): string {
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return at;
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${instant.getFullYear()}-${two(instant.getMonth() + 1)}-${two(instant.getDate())}`;
  return `${day} ${two(instant.getHours())}:${two(instant.getMinutes())}`;
}

/** Bytes as megabytes with one decimal. */
export function megabytes(bytes: number): string {
  return (bytes / 1_048_576).toFixed(1);
}
