// An amount in yuan as the engine wrote it: the text is grouped for reading, never turned into a number.

/** "1070.00" → "1,070.00". The amount stays text. */
export function groupedAmount(amount: string): string {
  const [whole = "", fraction = ""] = amount.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return fraction === "" ? grouped : `${grouped}.${fraction}`;
}

export function Money({ amount, testId }: { readonly amount: string; readonly testId?: string }) {
  return (
    <data className="figures" value={amount} data-testid={testId}>
      {groupedAmount(amount)}
    </data>
  );
}
