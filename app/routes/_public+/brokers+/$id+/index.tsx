import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { AvailabilityBadge } from "~/components/brokers/broker-card";
import { BrokerWork, PublicCertificate } from "~/components/brokers/broker-facts";
import { BrokerResults } from "~/components/brokers/broker-results";
import { PageHeader } from "~/components/layout/page-header";
import { RatingSummaryCard } from "~/components/performance/rating-summary";
import { Alert } from "~/components/ui/alert";
import { Avatar } from "~/components/ui/avatar";
import { Badge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { labelProfile } from "~/domain/brokers/code-labels.server";
import { getPublicBroker } from "~/domain/brokers/public-broker-queries.server";
import { getRatingSummary } from "~/domain/performance/rating-queries.server";
import { withErrors } from "~/http/error-response.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const db = getDb();
    const broker = await getPublicBroker(params.id ?? "", db);
    const labels = await labelProfile(db, broker, findLocale(request));
    const t = getFixedT(request, ["brokers", "common"]);
    return {
      broker,
      labels,
      ratings: await getRatingSummary(db, "BROKER", broker.id),
      title: `${broker.displayName} · ${t("brokers:title")} · ${t("common:marketName")}`,
      description: [...broker.intro.replace(/\s+/g, " ")].slice(0, 150).join(""),
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  ...(data?.description ? [{ name: "description", content: data.description }] : []),
];

export default function BrokerPage() {
  const { broker, labels, ratings } = useLoaderData<typeof loader>();
  const { t } = useTranslation("brokers");
  const mayBeAsked = !broker.isRechecked && broker.availability !== "CLOSED";
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("nav.search"), to: "/brokers" }, { label: broker.displayName }]}
        eyebrow={
          <>
            {labels.level && <Badge tone="brand">{labels.level}</Badge>}
            {broker.isRechecked ? (
              <Badge tone="warning">{t("public.rechecked")}</Badge>
            ) : (
              <Badge tone="success" icon="shield">
                {t("public.verified")}
              </Badge>
            )}
            <AvailabilityBadge value={broker.availability} />
          </>
        }
        title={broker.displayName}
        lead={broker.agency?.name ?? t("public.independent")}
        meta={<span className="tabular">{t("public.number", { number: broker.number })}</span>}
        actions={
          mayBeAsked && (
            <LinkButton
              to={`/desk/mandates/new?broker=${broker.id}`}
              variant="primary"
              icon="handshake"
            >
              {t("public.offer")}
            </LinkButton>
          )
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="space-y-6">
          {broker.isRechecked && <Alert tone="warning">{t("public.recheckNote")}</Alert>}
          <Card title={t("public.about")}>
            <div className="flex gap-4">
              {broker.hasPhoto && (
                <Avatar name={broker.displayName} src={`/brokers/${broker.id}/photo`} size="lg" />
              )}
              <p className="prose-text whitespace-pre-wrap">{broker.intro}</p>
            </div>
          </Card>
          <Card title={t("profile.steps.work")}>
            <BrokerWork labels={labels} />
          </Card>
          <BrokerResults results={broker.results} />
          <RatingSummaryCard summary={ratings} />
        </div>
        <div className="space-y-6">
          <PublicCertificate broker={broker} labels={labels} />
          <Card title={t("public.conflict")}>
            <p className="prose-text whitespace-pre-wrap">{broker.conflictStatement}</p>
          </Card>
        </div>
      </div>
    </>
  );
}
