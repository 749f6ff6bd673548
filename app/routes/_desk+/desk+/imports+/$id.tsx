import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { IssueTables } from "~/components/imports/issue-tables";
import { MappingForm } from "~/components/imports/mapping-form";
import { RunPanel } from "~/components/imports/run-panel";
import { RunState } from "~/components/imports/run-state";
import { PageHeader } from "~/components/layout/page-header";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { fieldsOf } from "~/domain/imports/import-field-rules";
import { ISSUES_SHOWN } from "~/domain/imports/import-limits";
import {
  getOwnImportRun,
  listIssues,
  previewRun,
  summariseIssues,
} from "~/domain/imports/import-queries.server";
import { importIntentSchema } from "~/domain/imports/import-schema";
import { cleanMapping } from "~/domain/imports/mapping-rules";
import {
  cancelImport,
  commitImport,
  queueDryRun,
  remapImport,
} from "~/domain/imports/steer-import.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { redirectWithFlash } from "~/http/flash.server";
import { answerForm, parseFormData, readForm, refuseForm } from "~/http/form.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { useErrorText } from "~/i18n/use-error-text";
import { getDb } from "~/platform/db.server";
import { getStorage } from "~/platform/storage.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const run = await getOwnImportRun(db, params.id ?? "", actor);
    const { page } = readPaging(new URL(request.url).searchParams, ISSUES_SHOWN);
    const t = getFixedT(request, ["imports", "common"]);
    const [issues, groups] = await Promise.all([
      listIssues(db, run.id, page),
      summariseIssues(db, run.id),
    ]);
    return {
      run: {
        id: run.id,
        kind: run.kind,
        state: run.state,
        fileName: run.fileName,
        source: run.source,
        organisation: run.organisation.legalName,
        mapping: run.mapping,
        isDryRun: run.isDryRun,
        publish: run.publish,
        totalRows: run.totalRows,
        cursor: run.cursor,
        created: run.created,
        updated: run.updated,
        unchanged: run.unchanged,
        rejected: run.rejected,
        createdAt: run.createdAt,
        isCancelling: run.cancelRequestedAt !== null,
        failure: run.failure,
      },
      preview: run.state === "MAPPING" ? await previewRun(db, run, getStorage()) : null,
      groups,
      ...issues,
      page,
      title: `${run.fileName} · ${t("title")} · ${t("common:marketName")}`,
    };
  });
}

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const db = getDb();
    const fields = await readForm(request);
    const form = parseFormData(fields, importIntentSchema);
    if (form.status !== "success") return refuseForm(form);
    const id = params.id ?? "";
    const page = `/desk/imports/${id}`;
    return answerForm(form, async () => {
      switch (form.value.intent) {
        case "dry-run": {
          const run = await getOwnImportRun(db, id, actor);
          const { headings } = await previewRun(db, run, getStorage());
          const chosen = Object.fromEntries(
            fieldsOf(run.kind).map((field) => [field, fields.get(`map.${field}`)]),
          );
          await queueDryRun(id, cleanMapping(chosen, headings, run.kind), actor, db);
          return redirectWithFlash(page, { tone: "info", message: "imports:flash.queued" });
        }
        case "commit":
          await commitImport(id, actor, db);
          return redirectWithFlash(page, { tone: "info", message: "imports:flash.committed" });
        case "remap":
          await remapImport(id, actor, db);
          return redirectWithFlash(page, { tone: "info", message: "imports:mapping.lead" });
        case "cancel":
          await cancelImport(id, actor, db);
          return redirectWithFlash(page, { tone: "info", message: "imports:flash.cancelled" });
      }
    });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function ImportRun() {
  const { t } = useTranslation("imports");
  const errorText = useErrorText();
  const { run, preview, groups, issues, total, page, pages } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const formError = errorText(answer && "result" in answer ? answer.result.error?.[""] : null);
  return (
    <>
      <PageHeader
        title={run.fileName}
        breadcrumbs={[{ label: t("title"), to: "/desk/imports" }, { label: run.fileName }]}
        eyebrow={
          <>
            <RunState state={run.state} />
            <Badge>{t(`kind.${run.kind}`)}</Badge>
            {run.isDryRun && run.state !== "MAPPING" && <Badge>{t("list.dryRun")}</Badge>}
          </>
        }
      />
      <div className="space-y-6">
        <FormErrorSummary errors={{}} formErrors={formError ? [formError] : []} />
        {preview ? (
          <MappingForm
            kind={run.kind}
            mapping={run.mapping}
            headings={preview.headings}
            rows={preview.rows}
          />
        ) : (
          <>
            <RunPanel run={run} />
            <IssueTables
              groups={groups}
              issues={issues}
              total={total}
              page={page}
              pages={pages}
              pageSize={ISSUES_SHOWN}
            />
          </>
        )}
        <Card title={t("run.details")}>
          <DescriptionList
            items={[
              { label: t("column.organisation"), value: run.organisation },
              { label: t("run.source"), value: run.source },
              {
                label: t("run.publishes"),
                value: t(run.publish ? "run.publishDirect" : "run.publishDraft"),
              },
              {
                label: t("column.startedAt"),
                value: <DateTime value={run.createdAt} format="datetime" />,
              },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
