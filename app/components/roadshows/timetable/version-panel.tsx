import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DescriptionList } from "~/components/ui/description-list";
import { Disclosure } from "~/components/ui/disclosure";
import type { VersionView } from "~/domain/roadshows/timetable/timetable-view";
import { ConflictList } from "./conflict-list";
import { PlanStateBadge } from "./plan-state-badge";

const COPIED_FROM = ["DRAFT", "PROVISIONAL", "FINAL", "SUPERSEDED"];
const GIVEN_UP = ["SOLVING", "FAILED", "DRAFT"];

/** What can be done with the version that is shown. */
export function VersionPanel({ version, mayPlan }: { version: VersionView; mayPlan: boolean }) {
  const { t } = useTranslation("timetable");
  const { state } = version;
  const hard = version.conflicts.filter(({ isHard }) => isHard).length;
  const isPublishable = mayPlan && (state === "DRAFT" || state === "PROVISIONAL");
  return (
    <Card
      title={
        <span className="flex flex-wrap items-center gap-2">
          {t("agenda.version", { version: version.version })}
          <PlanStateBadge state={state} />
        </span>
      }
    >
      <div className="space-y-4">
        {isPublishable && <p className="text-sm text-muted">{t("publish.text")}</p>}
        {isPublishable && hard > 0 && (
          <Alert tone="warning">{t("publish.conflicts", { count: hard })}</Alert>
        )}
        <div className="flex flex-wrap gap-2">
          {isPublishable && (
            <Move id={version.id} intent="publishFinal" label={t("publish.final")} />
          )}
          {isPublishable && state === "DRAFT" && (
            <Move
              id={version.id}
              intent="publishProvisional"
              label={t("publish.provisional")}
              variant="secondary"
            />
          )}
          {mayPlan && COPIED_FROM.includes(state) && (
            <Move id={version.id} intent="copy" label={t("moves.copy")} variant="secondary" />
          )}
          {GIVEN_UP.includes(state) && (
            <Move id={version.id} intent="discard" label={t("moves.discard")} variant="danger" />
          )}
        </div>
        {version.board && (
          <Disclosure summary={t("conflicts.title")} open={version.conflicts.length > 0}>
            <ConflictList conflicts={version.conflicts} />
          </Disclosure>
        )}
        <Quality version={version} />
      </div>
    </Card>
  );
}

function Move({
  id,
  intent,
  label,
  variant = "primary",
}: {
  id: string;
  intent: string;
  label: string;
  variant?: "primary" | "secondary" | "danger";
}) {
  return (
    <Form method="post">
      <input type="hidden" name="planId" value={id} />
      <SubmitButton intent={intent} variant={variant} size="sm">
        {label}
      </SubmitButton>
    </Form>
  );
}

/** How near to the best timetable, and what it would have been by hand. */
function Quality({ version }: { version: VersionView }) {
  const { t } = useTranslation("timetable");
  const { points, bound, greedyPoints, findings, solveMs } = version;
  if (points === null || bound === null) return null;
  const percent = bound > 0 ? (Math.floor((points / bound) * 1000) / 10).toString() : "100";
  const { fewestMoves, idleMinutes, moved, judges } = findings;
  const changes = moved.length + judges.length;
  return (
    <Disclosure summary={t("quality.title")} open>
      <DescriptionList
        items={[
          {
            label: t("quality.points"),
            value: `${points} · ${
              version.isProvenBest ? t("quality.proven") : t("quality.share", { percent })
            }`,
          },
          { label: t("quality.bound"), value: String(bound) },
          ...(greedyPoints === null
            ? []
            : [{ label: t("quality.greedy"), value: String(greedyPoints) }]),
          ...(changes === 0
            ? []
            : [
                {
                  label: t("quality.moved"),
                  value: `${t("quality.movedOf", { count: changes })} ${
                    fewestMoves === null ? "" : t("quality.fewest", { count: fewestMoves })
                  }`,
                },
              ]),
          ...(idleMinutes === null
            ? []
            : [{ label: t("quality.idle"), value: t("quality.minutes", { count: idleMinutes }) }]),
          ...(solveMs === null
            ? []
            : [{ label: t("quality.time"), value: t("quality.milliseconds", { count: solveMs }) }]),
        ]}
      />
    </Disclosure>
  );
}
