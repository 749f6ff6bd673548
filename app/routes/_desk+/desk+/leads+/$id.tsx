import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { useFormView } from "~/components/identity/form-view";
import { PageHeader } from "~/components/layout/page-header";
import { LeadReasons, LeadStateBadge } from "~/components/roadshows/follow-up/lead-badges";
import { LeadContact, LeadHistory, LeadWishes } from "~/components/roadshows/follow-up/lead-facts";
import { LeadMoves, LeadNote } from "~/components/roadshows/follow-up/lead-moves";
import { Badge } from "~/components/ui/badge";
import { formatDateTime } from "~/components/ui/date-time";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { getLeadDetail } from "~/domain/roadshows/follow-up/lead-detail-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { answerLead } from "~/http/roadshows/lead-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["leads", "common"]);
    const lead = await getLeadDetail(params.id ?? "", actor, getDb());
    return { lead, title: `${t("leads:title")} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerLead(request, params.id ?? "", actor, getDb());
  });
}

/** One lead: what was wanted, how to get in touch, and what to do about it. */
export default function LeadPage() {
  const { lead } = useLoaderData<typeof loader>();
  const view = useFormView(useActionData<typeof action>());
  const { t } = useTranslation("leads");
  const isLate = lead.state === "NEW" && lead.replyDueAt !== null;
  return (
    <>
      <PageHeader
        title={lead.participantName}
        eyebrow={
          <>
            <LeadStateBadge state={lead.state} />
            <LeadReasons reasons={lead.reasons} />
            {lead.isOverdue && <Badge tone="danger">{t("overdue")}</Badge>}
          </>
        }
        lead={lead.project.title}
        meta={
          <>
            <span>{lead.event.title}</span>
            {isLate && (
              <span>
                {t("due")} {formatDateTime(lead.replyDueAt ?? "", "date")}
              </span>
            )}
            {lead.contactedAt && (
              <span>
                {t("detail.contactedAt")} {formatDateTime(lead.contactedAt, "datetime")}
              </span>
            )}
            <span>
              {t("owner")} {lead.ownerName ?? t("noOwner")}
            </span>
            {lead.dropCode && <span>{t(`drops.${lead.dropCode as "OTHER"}`)}</span>}
          </>
        }
        breadcrumbs={[{ label: t("title"), to: "/desk/leads" }, { label: lead.participantName }]}
      />
      <FormErrorSummary
        {...view.summary({ dropCode: t("detail.dropCode"), note: t("detail.note") })}
      />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="space-y-6">
          <LeadWishes lead={lead} />
          <LeadNote lead={lead} view={view} />
          <LeadHistory lead={lead} />
        </div>
        <div className="space-y-6">
          <LeadMoves lead={lead} view={view} />
          <LeadContact lead={lead} />
        </div>
      </div>
    </>
  );
}
