import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/components/ui/card";
import { DescriptionList } from "~/components/ui/description-list";
import { Timeline } from "~/components/ui/timeline";
import type { LicenceFault } from "~/domain/licences/licence-check-rules";
import {
  LICENCE_QUESTION_IDS,
  type LicenceChecks,
  type LicenceOfferKind,
  type LicencePatent,
} from "~/domain/licences/licence-schema";
import type { TextPart } from "~/domain/licences/licence-text-rules";
import { LicenceFaults } from "./licence-faults";
import { LicenceText } from "./licence-text";
import { PatentTable } from "./patent-table";
import { useFieldLabels } from "./use-field-labels";
import { useLicenceText } from "./use-licence-text";

type File = {
  kind: LicenceOfferKind;
  organisation: string;
  achievement: { id: string; title: string };
  summary: string;
  declarationNumber: string;
  feeFen: string | null;
  termMonths: number | null;
  territory: string;
  fieldOfUse: string;
  maxLicensees: number | null;
  holders: number;
  patents: readonly LicencePatent[];
  checks: LicenceChecks;
  gaps: readonly LicenceFault[];
  bars: readonly LicenceFault[];
  preview: { title: string; parts: readonly TextPart[] };
  timeline: readonly {
    id: string;
    move: string;
    at: Date;
    actorName: string | null;
    note: string;
  }[];
};

/** Everything about an offer on one page: terms, patents, answers, checks, the text, its history. */
export function OfferFile({ file, editPath }: { file: File; editPath: string | null }) {
  const { t } = useTranslation("licences");
  const text = useLicenceText();
  const labels = useFieldLabels();
  const label = (name: string) => labels[name] ?? name;
  return (
    <>
      <Card title={t("file.checks")}>
        <LicenceFaults faults={[...file.gaps, ...file.bars]} editPath={editPath} />
      </Card>
      <Card title={t("file.terms")}>
        <DescriptionList
          items={[
            { key: "kind", label: t("desk.kind"), value: t(`kinds.${file.kind}`) },
            { key: "licensor", label: t("page.licensor"), value: file.organisation },
            {
              key: "achievement",
              label: t("page.achievement"),
              value: (
                <Link className="link" to={`/achievements/${file.achievement.id}`}>
                  {file.achievement.title}
                </Link>
              ),
            },
            { key: "summary", label: label("summary"), value: file.summary },
            ...(file.kind === "OPEN_PATENT"
              ? [
                  {
                    key: "declaration",
                    label: label("declarationNumber"),
                    value: file.declarationNumber,
                  },
                ]
              : []),
            { key: "fee", label: label("fee"), value: text.fee(file.feeFen) },
            { key: "term", label: label("termMonths"), value: text.term(file.termMonths) },
            { key: "territory", label: label("territory"), value: file.territory },
            { key: "field", label: label("fieldOfUse"), value: file.fieldOfUse },
            {
              key: "places",
              label: label("maxLicensees"),
              value: file.maxLicensees ?? t("page.unlimited"),
            },
            { key: "holders", label: t("file.holders"), value: file.holders },
            ...LICENCE_QUESTION_IDS.map((id) => {
              const answer = file.checks[id];
              return {
                key: id,
                label: label(id),
                value: answer ? t(`answers.${id}.${answer}` as "answers.exclusive.NONE") : "",
              };
            }),
            {
              key: "evaluation",
              label: label("evaluationReports"),
              value: file.checks.evaluationReports,
            },
            { key: "note", label: label("note"), value: file.checks.note },
          ]}
        />
        {file.patents.length > 0 && <PatentTable patents={file.patents} />}
      </Card>
      <Card title={t("file.text")}>
        <p className="mb-4 text-sm text-muted">{t("file.textHint")}</p>
        <LicenceText text={file.preview} />
      </Card>
      {file.timeline.length > 0 && (
        <Card title={t("file.history")}>
          <Timeline
            items={file.timeline.map((one) => ({
              id: one.id,
              title: t(`file.moves.${one.move}` as "file.moves.open"),
              at: one.at,
              actor: one.actorName ?? t("file.market"),
              note: one.note,
            }))}
          />
        </Card>
      )}
    </>
  );
}
