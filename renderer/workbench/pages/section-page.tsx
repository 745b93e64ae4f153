// One section of the draft: its parts from every file, each with its citation beside it.
import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { pathText } from "../../../shared/rules/fault.ts";
import { isTree, type PointSection, sectionOf } from "../../../shared/rules/points.ts";
import { fileKeys } from "../../../shared/workbench/draft.ts";
import { emptyValue, fits } from "../../../shared/workbench/field-model.ts";
import { fieldsOfFile } from "../../../shared/workbench/file-fields.ts";
import { setValue } from "../bench-store.ts";
import { FilePlace } from "../form/file-place.tsx";
import { JsonView } from "../form/json-view.tsx";
import { usePlace } from "../form/place.ts";
import { PointCard } from "../form/point-card.tsx";
import { useDraft } from "../use-bench.ts";
import { TimelineView } from "./timeline-view.tsx";

export function SectionPage({ section }: { readonly section: PointSection }): ReactElement {
  const { t } = useTranslation(["workbench", "rule-words"]);
  const draft = useDraft();
  return (
    <>
      <h1 className="wb-title" tabIndex={-1}>
        {t(`rule-words:section.${section}`)}
      </h1>
      <p className="wb-note">{t(`about.${section}`)}</p>
      {section === "periods" ? <TimelineView /> : null}
      {fileKeys(draft).map((file) => (
        <FilePlace key={file} file={file}>
          <FileSection file={file} section={section} />
        </FilePlace>
      ))}
    </>
  );
}

function FileSection({
  file,
  section,
}: {
  readonly file: string;
  readonly section: PointSection;
}): ReactElement | null {
  const { t } = useTranslation("workbench");
  const draft = useDraft();
  const place = usePlace();
  const { View, words } = place;
  const tree = draft.files[file];
  const field = fieldsOfFile(file);
  if (field.kind !== "record" || !isTree(tree)) return <JsonView path={[]} value={tree} />;
  const mine = field.fields.filter(({ name }) => name !== "$schema" && sectionOf(name) === section);
  const present = mine.filter(({ name }) => name in tree);
  const absent = mine.filter(({ name }) => !(name in tree));
  const unknown = Object.keys(tree).filter(
    (name) => sectionOf(name) === section && !field.fields.some((known) => known.name === name),
  );
  if (present.length + absent.length + unknown.length === 0) return null;
  const views = present.map(({ name, field: inner }) => (
    <View key={name} field={inner} path={[name]} value={tree[name]} />
  ));
  const general = section === "general" ? place.points.get("") : undefined;
  return (
    <div className="wb-file" data-file={file}>
      {file === "rules" ? null : (
        <p className="wb-file__name">{t(file === "national" ? "nationalFile" : "countyFile", { file })}</p>
      )}
      {general === undefined ? (
        views
      ) : (
        <PointCard point={general} path={[]} faults={[]} controls={undefined} cite={null}>
          <div className="wb-fields">{views}</div>
        </PointCard>
      )}
      {unknown.map((name) => (
        <JsonView key={name} path={[name]} value={tree[name]} />
      ))}
      {absent.length === 0 ? null : (
        <p className="wb-adders">
          {absent.map(({ name, field: inner }) => (
            <button
              key={name}
              type="button"
              className="wb-small"
              onClick={() => setValue(file, [name], emptyValue(inner))}
            >
              {t("add", { what: words.field([name]) })}
            </button>
          ))}
        </p>
      )}
      {fits(field, tree) || section !== "general" ? null : <p className="wb-note">{t("moreInJson")}</p>}
      {place.faults
        .filter((fault) => fault.file === file && section === "general" && fault.path === pathText([]))
        .map((fault) => (
          <p key={fault.message} className="wb-fault">
            {place.sayFault(fault)}
          </p>
        ))}
    </div>
  );
}
