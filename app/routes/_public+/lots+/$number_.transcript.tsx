import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TranscriptFacts } from "~/components/bidding/transcript-facts";
import { TranscriptList } from "~/components/bidding/transcript-list";
import { PageHeader } from "~/components/layout/page-header";
import { Card } from "~/components/ui/card";
import { Pagination } from "~/components/ui/pagination";
import { findTranscriptPage } from "~/domain/bidding/transcript-queries.server";
import { assertFound } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

/** The public record of the last run of a lot, once it is signed. */
export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const t = getFixedT(request, ["bidding", "common"]);
    const page = Number(new URL(request.url).searchParams.get("page") ?? 1);
    const asked = Number.isSafeInteger(page) ? page : 1;
    const transcript = assertFound(await findTranscriptPage(getDb(), Number(params.number), asked));
    const heading = t("bidding:transcript.title", { number: transcript.lot.number });
    return { transcript, title: `${heading} · ${t("common:marketName")}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function TranscriptOfLot() {
  const { t } = useTranslation("bidding");
  const { transcript } = useLoaderData<typeof loader>();
  const { lot, events, page, pages, head } = transcript;
  const base = `/lots/${lot.number}`;
  return (
    <>
      <PageHeader
        title={t("transcript.title", { number: lot.number })}
        lead={t("transcript.lead")}
        breadcrumbs={[
          { label: lot.title, to: base },
          { label: t("live.pageTitle"), to: `${base}/live` },
          { label: t("transcript.caption") },
        ]}
      />
      <div className="space-y-6">
        <TranscriptFacts transcript={transcript} />
        <Card padding="flush">
          <TranscriptList events={events} />
        </Card>
        <Pagination
          previousTo={page > 1 ? `${base}/transcript?page=${page - 1}` : null}
          nextTo={page < pages ? `${base}/transcript?page=${page + 1}` : null}
          summary={t("transcript.summary", { page, pages, total: head.sequence })}
        />
      </div>
    </>
  );
}
