// What a page that was taken over might send: no channel's shape, keys that reach into prototypes, sizes that hurt, paths that lead out.

import { type ChannelName, channelNamed, channelNames as namesOfAll } from "../../../shared/ipc/contract.ts";

/** JSON text, so that keys such as __proto__ are own ones, as an attacker would send them. */
export const malformed: Readonly<Record<string, string>> = {
  text: '"text"',
  number: "7",
  yes: "true",
  nothing: "null",
  list: "[]",
  "list of lists": "[[[[]]]]",
  "unasked key": '{"unasked":1}',
  "key __proto__": '{"__proto__":{"polluted":true}}',
  "key constructor": '{"constructor":{"prototype":{"polluted":true}}}',
  "keys toString and then": '{"toString":1,"then":"x","valueOf":{}}',
  "numbers as keys": '{"0":0,"length":1}',
};

export const channelNames = await namesOfAll();

/** What arrives: the bridge drops a key that means a prototype. */
function arriving(json: string): unknown {
  return JSON.parse(json, (key, value) => (key === "__proto__" ? undefined : value));
}

/** Every channel with every payload that is not its shape. */
export const malformedAttempts: readonly { channel: ChannelName; what: string; json: string }[] = (
  await Promise.all(
    channelNames.map(async (channel) => {
      const shapes = await channelNamed(channel);
      return Object.entries(malformed)
        .filter(([, json]) => shapes?.request.safeParse(arriving(json)).success === false)
        .map(([what, json]) => ({ channel, what, json }));
    }),
  )
).flat();

const traversals = [
  "../../../../etc/passwd",
  "..\\..\\..\\windows\\system32\\config\\sam",
  "/etc/passwd",
  "file:///etc/passwd",
  "\\\\server\\share\\x",
  "gansu/2025/../../../etc",
  "gansu/2025\u0000.json",
  "__proto__",
  "constructor",
  "%2e%2e%2fetc%2fpasswd",
];

/** Channels that take a name, with names that lead elsewhere. The answer must be a refusal that was foreseen. */
export const misleading: readonly { channel: ChannelName; json: string }[] = traversals.flatMap((name) => {
  const person = { name: "x", idNumber: null, township: null };
  const pairs: readonly (readonly [ChannelName, unknown])[] = [
    ["rules.describe", { id: name }],
    [
      "rules.settle",
      { ruleSet: name, interpretation: "within-edge", option: "yes", issuer: "x", document: "y", enteredBy: "z" },
    ],
    ["rules.withdraw", { ruleSet: name, interpretation: name, enteredBy: "z" }],
    ["roster.survey", { list: name, ruleSet: "gansu/2025", mapping: null }],
    [
      "roster.start",
      {
        list: name,
        ruleSet: "gansu/2025",
        mapping: { columns: {}, categories: {}, groups: {} },
        neutralise: true,
      },
    ],
    ["ledger.slip", { number: name }],
    ["ledger.restore", { from: { folder: "/etc", name }, reason: "because" }],
    [
      "ledger.issue",
      { nonce: name.padEnd(8, "x"), people: [{ ...person, request: { ruleSet: name } }], document: null },
    ],
    ["print.pdf", { sheet: {}, fileName: `${name}.pdf` }],
  ];
  return pairs.map(([channel, payload]) => ({ channel, json: JSON.stringify(payload) }));
});

/** Questions to the engine, which checks them itself: every answer must say what is wrong, none may be a fault. */
export const toTheEngine: readonly string[] = [
  "{}",
  '{"ruleSet":"__proto__"}',
  '{"ruleSet":"constructor","paidOn":"2025-01-15"}',
  '{"__proto__":{"ruleSet":"gansu/2025"}}',
  '{"ruleSet":"gansu/2025","paidOn":"2025-02-30","resident":{}}',
  '{"ruleSet":"gansu/2025","paidOn":"2025-01-15","resident":{"birthDate":"1962-02-10","categories":["__proto__"]}}',
  '{"ruleSet":"gansu/2025","paidOn":"2025-01-15","resident":{"birthDate":"1962-02-10","categories":["constructor"]}}',
  '{"ruleSet":"gansu/2025","paidOn":"2025-01-15","resident":{"birthDate":"1962-02-10","missedYears":[1e308]}}',
  '{"ruleSet":"gansu/2025","paidOn":"2025-01-15","resident":{"birthDate":"1962-02-10"},"interpretations":{"constructor":"yes"}}',
  `{"ruleSet":"gansu/2025","paidOn":"2025-01-15","resident":{"birthDate":"1962-02-10","missedYears":[${"2024,".repeat(50_000)}2023]}}`,
  `{"ruleSet":"gansu/2025","paidOn":"2025-01-15","resident":{"birthDate":"1962-02-10","groups":${"[".repeat(500)}${"]".repeat(500)}}}`,
  `{"ruleSet":"${"x".repeat(1_000_000)}"}`,
];

/** Keys that the bridge drops on the way: answered as though they were not there. */
export const dropped: readonly string[] = [
  '{"ruleSet":"gansu/2025","paidOn":"2025-01-15","resident":{"__proto__":{"polluted":true}}}',
  '{"ruleSet":"gansu/2025","paidOn":"2025-01-15","resident":{},"interpretations":{"__proto__":{"polluted":true}}}',
  '{"ruleSet":"gansu/2025","paidOn":"2025-01-15","resident":{},"__proto__":{"paidOn":"2024-11-01"}}',
];
