// The command line's own manual.

export const HELP = `Canbao Desk, the calculator on the command line

  calc evaluate                 JSON Lines on stdin, one request a line, to JSON Lines on stdout, same order
  calc batch --rule-set ID --in FILE --out FILE
                                a roster (CSV, or XLSX by its ending) with the answers added
  calc rules list               the rule sets with status and coverage year, as JSON
  calc rules show ID            one rule set, layers merged, as JSON
  calc rules check [FOLDER]     checks every rule set and its worked cases; one line a fault
  calc rules diff A B           what changed from A to B, section by section, with both citations; each an id, a file,
                                or a pack (FILE.canbaopack, FILE.canbaopack#gansu/2026 where it has several rule sets)
  calc packs keygen --out KEY   a signing key, sealed by a passphrase; says its fingerprint (calc packs fingerprint --key KEY)
  calc packs rotate --key OLD --next NEW
                                the old key vouches for the new one, in every pack that the new one signs
  calc packs build --key KEY --out FILE --id ID --version N --issuer-zh NAME --issuer-en NAME RULE-SET…
                                a signed rule pack with all that the rule sets stand on; worked cases have to hold
  calc packs inspect FILE       who signed a pack and what is in it, as JSON; the signature has to hold
  calc packs verify FILE        signature, parts, rules and worked cases; 0 sound, 1 refused, with the reason
  calc packs install FILE --packs FOLDER
                                takes a pack in as the window would: the same judgement, one write, nothing on refusal;
                                says what it brings and whom it changes; --dry-run says so and writes nothing
  calc packs list --packs FOLDER
                                keys, packs in use and the history of a counter, as JSON
  calc packs undo ID --packs FOLDER
                                back to the pack before, at last to the bundled rules

  With npm: npm run --silent calc -- evaluate < requests.jsonl

Options
  --policies FOLDER             rule sets from another folder than the bundled one
  --packs FOLDER                evaluate, batch, rules: a counter's packs over the rules, as its window answers; the folder
                                is "packs" in the counter's data folder; a pack that cannot be used stops the command
  --settings FILE               evaluate, batch: a bureau's decisions on interpretations, as the window keeps them in
                                bureau.json of its data folder; the last decision on a question holds
  --language zh-CN|en           rules diff: the language (Chinese unless said); --json for a machine, --cites with every
                                point that says the same and is only cited anew
  --help                        this page

Options of packs build
  --created DAY --expires DAY   today and 450 days later where not given; at most 800 days apart
  --program VERSION             the oldest program that can use the pack; this one where not given
  --note-zh TEXT --note-en TEXT what is new, for whoever takes the pack in
  --passphrase-file FILE        the passphrase in the file's first line; else the terminal asks

Options of packs install, list, undo
  --packs FOLDER                the counter's packs folder; close its window first
  --trust 'EIGHT GROUPS'        install: the issuer's fingerprint as you heard it from the issuer, all forty digits; a key
                                that is not known yet is trusted where they are its own, else nothing happens
  --grant NAME,NAME             install: for which places the key may speak (gansu), where it may not yet
  --dry-run                     install: judges, says what would change, and writes nothing
  --root KEY                    undo: whose packs, where two issuers use one ID; the first digits suffice
  --by NAME                     who does it, for the counter's history; calc where not given

Options of batch; the result has every row of the list and fourteen columns more, the last being
the articles that the row rests on
  --county CODE                 GB/T 2260 code for rows that name no county
  --column FIELD=HEADER         which column a field is (paid_on=到账日期); categories= where the list does not state it
  --category NAME=ID            what a name of the list means (五保=extreme-poverty, 居民=none); --group likewise
  --mapping FILE                the same three as JSON: {"columns":{},"categories":{},"groups":{}}
  --interpretation ID=OPTION    a reading for this run (gap-counted-from=any-year)
  --review FILE                 the rows that need a person, with the reason, as CSV
  --summary FILE                counts and sums by identity, township and payer, as JSON
  --neutralise                  cells that begin with = + - @ become text; else every cell stays as it was
  --fresh                       begins anew; else a run that was interrupted goes on where it stood
  --language zh-CN|en           language of the problem column; else that of the header

Exit status
  evaluate      0 every line answered, 1 some lines are errors (they answer {"error":…}), 2 wrong usage
  batch         0 every row computed, 1 some rows have a problem, 2 the file could not be worked on
  rules         0 well, 1 a fault was found or the rule set is not there, 2 wrong usage; diff: 0 no difference, 1 some
  packs         0 well, 1 refused or a file that cannot be used; nothing has changed then, 2 wrong usage

A request, dates as YYYY-MM-DD:
  {"ruleSet":"gansu/2025","county":"620602","paidOn":"2025-01-15",
   "resident":{"birthDate":"1962-02-10","categories":["rural-dibao-1-2"],"missedYears":[]}}

A bureau's decisions (--settings); issuer and document number have to be named, "withdraw" takes one back:
  {"format":"canbao-bureau/1","decisions":[
    {"action":"settle","at":"2025-01-06","ruleSet":"gansu/2025","interpretation":"gap-counted-from",
     "option":"any-year","issuer":"武威市医疗保障局","document":"武医保函〔2025〕3号"}]}
`;
