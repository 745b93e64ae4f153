// Everything that can go wrong with the records and is expected to, as codes; the words stand in the locales (`ledger:fault.*`).

export const ledgerFaults = [
  // the file
  "file-missing",
  "file-empty",
  "file-truncated",
  "file-damaged",
  "disk-full",
  "read-only",
  "locked",
  "io",
  // the key
  "key-missing",
  "key-unreadable",
  "wrong-key",
  "passphrase-needed",
  "passphrase-unset",
  "passphrase-wrong",
  "passphrase-weak",
  // the chain
  "record-damaged",
  "records-missing",
  "rolled-back",
  "history-differs",
  "anchor-missing",
  "anchor-damaged",
  // the schema
  "schema-newer",
  "migration-failed",
  // the work of the day
  "not-open",
  "host-ended",
  "clock-behind",
  "day-closed",
  "day-not-closed",
  "slip-unknown",
  "slip-voided",
  "slip-erased",
  "slip-unprintable",
  "nonce-reused",
  "reason-needed",
  "resident-unknown",
  "rules-not-kept",
  "nothing-to-purge",
  // backups
  "backup-damaged",
  "backup-foreign",
  "folder-missing",
  "too-many-rows",
] as const;

export type LedgerFaultCode = (typeof ledgerFaults)[number];

/** `params` fill the sentence; they never hold a name or an ID number. */
export interface LedgerFault {
  readonly code: LedgerFaultCode;
  readonly params: Readonly<Record<string, string | number>>;
}
