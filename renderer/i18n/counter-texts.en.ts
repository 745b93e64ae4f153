// The English texts that the counter needs at once.
import assess from "../../shared/locales/en/assess.json";
import domain from "../../shared/locales/en/domain.json";
import help from "../../shared/locales/en/help.json";
import shell from "../../shared/locales/en/shell.json";
import trace from "../../shared/locales/en/trace.json";

export const texts = { assess, domain, help, shell, trace };
