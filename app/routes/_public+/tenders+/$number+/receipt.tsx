import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { DescriptionList } from "~/components/ui/description-list";
import { getBidReceipt } from "~/domain/tenders/bid-page-queries.server";
import { readReceipt } from "~/domain/tenders/receipt-schema";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export const handle = { frame: "narrow" };

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["tenders", "common"]);
    const organisation = new URL(request.url).searchParams.get("organisation");
    const found = await getBidReceipt(getDb(), Number(params.number), organisation, actor);
    const { facts, signature, key } = readReceipt(found.receipt);
    return {
      tender: found.tender,
      facts,
      signature,
      key,
      title: `${t("tenders:receipt.title")} ${facts.bid} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The receipt of a sealed bid, to print. */
export default function ReceiptPage() {
  const { t } = useTranslation("tenders");
  const { tender, facts, signature, key } = useLoaderData<typeof loader>();
  const mono = (text: string) => <span className="font-mono text-sm break-all">{text}</span>;
  const query = `?organisation=${facts.organisationId}`;
  return (
    <>
      <PageHeader title={t("receipt.title")} lead={t("receipt.lead")} />
      <Card>
        <DescriptionList
          items={[
            {
              label: t("receipt.tender"),
              value: `${t("number", { number: facts.tender })} · ${tender.title}`,
            },
            { label: t("receipt.bidder"), value: facts.organisation },
            { label: t("receipt.number"), value: facts.bid },
            { label: t("receipt.revision"), value: facts.revision },
            { label: t("receipt.amendment"), value: facts.amendment },
            {
              label: t("receipt.receivedAt"),
              value: <DateTime value={facts.receivedAt} format="datetime" />,
            },
            { label: t("receipt.hash"), value: mono(facts.envelopeHash) },
            { label: t("receipt.commitment"), value: mono(facts.commitment) },
            { label: t("receipt.signature"), value: mono(signature) },
            { label: t("receipt.key"), value: mono(key) },
          ]}
        />
        <p className="mt-4 text-sm text-muted">
          {t("receipt.verify")}{" "}
          <Link className="link" to="/verify/registrations">
            /verify/registrations
          </Link>
        </p>
        <div className="no-print mt-5 flex flex-wrap gap-3">
          <LinkButton
            to={`/tenders/${tender.number}/receipt.json${query}`}
            icon="download"
            reloadDocument
          >
            {t("receipt.json")}
          </LinkButton>
          <LinkButton to={`/tenders/${tender.number}/bid${query}`} variant="quiet">
            {t("receipt.back")}
          </LinkButton>
        </div>
      </Card>
    </>
  );
}
