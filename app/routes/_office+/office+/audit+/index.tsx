import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AuditTable } from "~/components/desk/audit-table";
import { PageHeader } from "~/components/layout/page-header";
import { Alert } from "~/components/ui/alert";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Pagination } from "~/components/ui/pagination";
import { Select } from "~/components/ui/select";
import { TextInput } from "~/components/ui/text-input";
import { verifyChain } from "~/domain/audit/verify-chain.server";
import { assertCan } from "~/domain/identity/permission-rules";
import { DomainError } from "~/domain/shared/domain-error";
import {
  listAuditEvents,
  listSubjectTypes,
  readAuditFilter,
} from "~/domain/statistics/audit-log-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    assertCan(actor, "audit.view");
    const db = getDb();
    const params = new URL(request.url).searchParams;
    const given = {
      type: params.get("type") ?? "",
      subject: params.get("subject") ?? "",
      actor: params.get("actor") ?? "",
    };
    const title = pageTitle(request);
    const types = await listSubjectTypes(db);
    try {
      const page = await listAuditEvents(readAuditFilter(params), actor, db);
      return { ...page, types, given, title, badField: null };
    } catch (error) {
      if (!(error instanceof DomainError) || !error.field) throw error;
      const empty = { events: [], next: null, headSequence: "0" };
      return { ...empty, types, given, title, badField: error.field };
    }
  });
}

/** Recomputes the whole chain: a POST, so that no link or crawler starts it. */
export function action({ request }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    assertCan(actor, "audit.view");
    return data({ report: await verifyChain(getDb()) });
  });
}

function pageTitle(request: Request): string {
  const t = getFixedT(request, ["desk", "common"]);
  return `${t("desk:audit.title")} · ${t("common:marketName")}`;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function AuditPage() {
  const { t } = useTranslation("desk");
  const page = useLoaderData<typeof loader>();
  const { given } = page;
  const address = (before: string | null) => {
    const params = new URLSearchParams(Object.entries(given).filter(([, value]) => value !== ""));
    if (before) params.set("before", before);
    return `?${params}`;
  };
  return (
    <>
      <PageHeader title={t("audit.title")} lead={t("audit.lead")} />
      <div className="space-y-6">
        <Verification />
        <Card title={t("audit.filter")}>
          <Form method="get" className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
            <Select
              name="type"
              label={t("audit.subjectType")}
              placeholder={t("audit.anyType")}
              options={page.types.map((type) => ({ value: type, label: type }))}
              defaultValue={given.type}
              width="full"
            />
            <TextInput
              name="subject"
              label={t("audit.subjectId")}
              defaultValue={given.subject}
              width="full"
            />
            <TextInput
              name="actor"
              label={t("audit.actor")}
              defaultValue={given.actor}
              error={page.badField === "actor" ? t("audit.badId") : undefined}
              width="full"
            />
            <div className="flex gap-2 sm:col-span-full">
              <SubmitButton>{t("audit.filter")}</SubmitButton>
              <LinkButton to="/office/audit">{t("audit.clear")}</LinkButton>
            </div>
          </Form>
        </Card>
        <Card padding="flush">
          <AuditTable events={page.events} />
        </Card>
        <Pagination
          firstTo={address(null)}
          nextTo={page.next ? address(page.next) : null}
          summary={t("audit.of", { count: Number(page.headSequence) })}
        />
      </div>
    </>
  );
}

function Verification() {
  const { t, i18n } = useTranslation("desk");
  const report = useActionData<typeof action>()?.report;
  return (
    <Card title={t("audit.verify")}>
      <p className="mb-3 text-sm text-muted">{t("audit.verifyIntro")}</p>
      <Form method="post" className="mb-1">
        <SubmitButton intent="verify" variant="secondary">
          {t("audit.verify")}
        </SubmitButton>
      </Form>
      {report?.fault && (
        <Alert tone="danger" role="alert" className="mt-4">
          {t("audit.fault", {
            sequence: report.fault.sequence,
            reason: t(`audit.reasons.${report.fault.reason}`),
          })}
        </Alert>
      )}
      {report && !report.fault && (
        <Alert tone="success" role="status" className="mt-4">
          <p>
            {t("audit.intact", {
              count: report.events,
              formatted: new Intl.NumberFormat(i18n.language).format(report.events),
            })}
          </p>
          <p className="mt-1 font-mono text-xs break-all">
            {t("audit.head")}: {report.headHash}
          </p>
        </Alert>
      )}
    </Card>
  );
}
