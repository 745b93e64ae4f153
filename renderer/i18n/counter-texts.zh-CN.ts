// The Chinese texts that the counter needs at once.
import assess from "../../shared/locales/zh-CN/assess.json";
import domain from "../../shared/locales/zh-CN/domain.json";
import help from "../../shared/locales/zh-CN/help.json";
import shell from "../../shared/locales/zh-CN/shell.json";
import trace from "../../shared/locales/zh-CN/trace.json";

export const texts = { assess, domain, help, shell, trace };
