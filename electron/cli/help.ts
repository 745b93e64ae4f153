// The command line's own manual.

export const HELP = `Canbao Desk, the calculator on the command line

  calc evaluate                 JSON Lines on stdin, one request a line, to JSON Lines on stdout, same order
  calc batch --rule-set ID --in FILE --out FILE
                                a roster (CSV, or XLSX by its ending) with the answers added
  calc rules list               the rule sets with status and coverage year, as JSON
  calc rules show ID            one rule set, layers merged, as JSON
  calc rules check [FOLDER]     checks every rule set; one line a fault

  With npm: npm run --silent calc -- evaluate < requests.jsonl

Options
  --policies FOLDER             rule sets from another folder than the bundled one
  --help                        this page

Exit status
  evaluate      0 every line answered, 1 some lines are errors (they answer {"error":…}), 2 wrong usage
  batch         0 every row computed, 1 some rows have a problem, 2 the file could not be worked on
  rules         0 well, 1 a fault was found or the rule set is not there, 2 wrong usage

A request, dates as YYYY-MM-DD:
  {"ruleSet":"gansu/2025","county":"620602","paidOn":"2025-01-15",
   "resident":{"birthDate":"1962-02-10","categories":["rural-dibao-1-2"],"missedYears":[]}}
`;
