import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { RankerComparison } from "~/components/matching/ranker-comparison";
import { SurpriseList } from "~/components/matching/surprise-list";
import { TrialPanel } from "~/components/matching/trial-panel";
import { TrialResults } from "~/components/matching/trial-results";
import { VectorTables } from "~/components/matching/vector-tables";
import { assertCan } from "~/domain/identity/permission-rules";
import { compareRankers } from "~/domain/matching/compare-rankers.server";
import { endTrial } from "~/domain/matching/end-trial.server";
import { rankerVersions } from "~/domain/matching/ranker-registry";
import { startTrial } from "~/domain/matching/start-trial.server";
import { listSurprises } from "~/domain/matching/surprise-queries.server";
import { listTrials } from "~/domain/matching/trial-queries.server";
import { endTrialSchema, startTrialSchema } from "~/domain/matching/trial-schema";
import { readVectorTables } from "~/domain/matching/vector-table-queries.server";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { useErrorText } from "~/i18n/use-error-text";
import { getDb } from "~/platform/db.server";

const PATH = "/office/matching";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const t = getFixedT(request, ["quality", "common"]);
    const trials = await listTrials(actor, db);
    return {
      title: `${t("quality:office.title")} · ${t("common:marketName")}`,
      trials,
      running: trials.find((trial) => trial.endedAt === null) ?? null,
      versions: rankerVersions(),
      comparison: await compareRankers(actor, db),
      surprises: await listSurprises(actor, db),
      vectorTables: await readVectorTables(actor, db),
    };
  });
}

export function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    assertCan(actor, "match.operate");
    const fields = await readForm(request);
    const db = getDb();
    if (fields.get("intent") === "end") {
      const form = parseFormData(fields, endTrialSchema);
      if (form.status !== "success") return refuseForm(form);
      return answerForm(form, async () => {
        await endTrial(form.value.trialId, actor, db);
        return redirectWithFlash(PATH, { tone: "success", message: "quality:office.ended" });
      });
    }
    const form = parseFormData(fields, startTrialSchema);
    if (form.status !== "success") return refuseForm(form);
    return answerForm(form, async () => {
      await startTrial(form.value, actor, db);
      return redirectWithFlash(PATH, { tone: "success", message: "quality:office.started" });
    });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function OfficeMatching() {
  const { t } = useTranslation("quality");
  const { trials, running, versions, comparison, surprises, vectorTables } =
    useLoaderData<typeof loader>();
  const errors = useActionData<typeof action>()?.result?.error;
  const errorText = useErrorText();
  return (
    <>
      <PageHeader
        title={t("office.title")}
        lead={t("office.lead")}
        actions={
          <Link to="/matching" className="link">
            {t("office.publicPage")}
          </Link>
        }
      />
      <div className="space-y-6">
        <RankerComparison comparison={comparison} />
        <SurpriseList items={surprises} />
        <TrialPanel
          running={running}
          versions={versions}
          errors={{
            rankerA: errorText(errors?.rankerA),
            rankerB: errorText(errors?.rankerB),
            form: errorText(errors?.[""] ?? errors?.trialId),
          }}
        />
        <TrialResults trials={trials} />
        <VectorTables tables={vectorTables} />
      </div>
    </>
  );
}
