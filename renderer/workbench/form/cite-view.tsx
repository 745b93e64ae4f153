// The citation beside its figures: document, article, grade, whether the text is silent, and the rule in the author's words.
import type { ReactElement } from "react";
import { isTree } from "../../../shared/rules/points.ts";
import type { Path } from "../../../shared/workbench/tree.ts";
import { setValue } from "../bench-store.ts";
import { FlagInput, SelectInput, TextInput, WordsInput } from "./inputs.tsx";
import { Labelled } from "./labelled.tsx";
import { elementId, usePlace } from "./place.ts";

const GRADES = ["A", "B", "C", "D"] as const;

export function CiteView({ path, value }: { readonly path: Path; readonly value: unknown }): ReactElement {
  const { file, words, documents } = usePlace();
  const cite = isTree(value) ? value : {};
  const at = (name: string) => [...path, name];
  const id = (name: string) => elementId(file, at(name));
  const set = (name: string) => (now: unknown) => setValue(file, at(name), now, id(name));
  return (
    <div className="wb-cite" data-path={elementId(file, path)}>
      <Labelled path={at("document")} label={words.say("field.document")}>
        {(described) => (
          <SelectInput
            id={id("document")}
            value={String(cite["document"] ?? "")}
            options={[...documents].map(([document, number]) => ({ id: document, text: number }))}
            onChange={set("document")}
            {...described}
          />
        )}
      </Labelled>
      <div className="wb-cite__line">
        <Labelled path={at("article")} label={words.say("field.article")}>
          {(described) => (
            <TextInput
              id={id("article")}
              name="article"
              value={String(cite["article"] ?? "")}
              onChange={set("article")}
              {...described}
            />
          )}
        </Labelled>
        <Labelled path={at("grade")} label={words.say("field.grade")}>
          {(described) => (
            <SelectInput
              id={id("grade")}
              value={String(cite["grade"] ?? "")}
              options={GRADES.map((grade) => ({ id: grade, text: grade }))}
              onChange={set("grade")}
              {...described}
            />
          )}
        </Labelled>
        <Labelled path={at("silent")} label={words.say("field.silent")}>
          {(described) => (
            <FlagInput
              id={id("silent")}
              value={cite["silent"] === true}
              onChange={(now) => setValue(file, at("silent"), now === true ? true : undefined)}
              {...described}
            />
          )}
        </Labelled>
      </div>
      <Labelled path={at("summary")} label={words.say("field.summary")}>
        {(described) => (
          <WordsInput id={id("summary")} value={cite["summary"]} onChange={set("summary")} {...described} />
        )}
      </Labelled>
    </div>
  );
}
