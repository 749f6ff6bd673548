import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { useFormView } from "~/components/identity/form-view";
import { ReportFigures } from "~/components/roadshows/follow-up/report-figures";
import { ReportVersions } from "~/components/roadshows/follow-up/report-versions";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { organiserHref, roadshowHref } from "~/domain/roadshows/events/roadshow-href";
import { freezeReport } from "~/domain/roadshows/follow-up/freeze-report.server";
import { getReport } from "~/domain/roadshows/follow-up/report-queries.server";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { readForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { readFieldNames } from "~/http/roadshows/field-names.server";
import { afterFormRunner } from "~/http/roadshows/run-after-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["leads", "common"]);
    const id = params.id ?? "";
    const report = await getReport(id, actor, getDb());
    const fieldNames = await readFieldNames(request, getDb());
    const title = `${t("leads:report.title")} · ${t("common:marketName")}`;
    return { ...report, id, fieldNames, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

const freezeSchema = z.object({ intent: z.literal("freeze", "not_a_choice") });

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const id = params.id ?? "";
    const run = afterFormRunner(await readForm(request));
    return run(freezeSchema, async () => {
      await freezeReport(id, actor, getDb());
      return redirectWithFlash(organiserHref(id, "report"), {
        tone: "success",
        message: "leads:report.frozen",
      });
    });
  });
}

/** Live figures of an event and the versions that were frozen. */
export default function ReportPage() {
  const { id, figures, versions, mayFreeze, fieldNames } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { t } = useTranslation("leads");
  return (
    <section className="space-y-6" aria-labelledby="report">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="report" className="text-xl">
          {t("report.title")}
        </h2>
        {mayFreeze && (
          <Link to={`${roadshowHref(figures.scope.number)}/report`} className="link">
            {t("report.publicPage")}
          </Link>
        )}
      </div>
      <FormErrorSummary {...view.summary({})} />
      <ReportVersions
        versions={versions}
        mayFreeze={mayFreeze}
        filesHref={organiserHref(id, "report-files")}
      />
      <ReportFigures figures={figures} fieldNames={fieldNames} />
    </section>
  );
}
