import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { OfficeAuction } from "~/components/bidding/office-auction";
import { Pagination } from "~/components/ui/pagination";
import { getOfficeAuction } from "~/domain/bidding/screen-office-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { answerOfficeForm } from "~/http/bidding/answer-office-form.server";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 40;

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const t = getFixedT(request, ["bidding", "common"]);
    const { page, skip, size } = readPaging(new URL(request.url).searchParams, PAGE_SIZE);
    const found = await getOfficeAuction(params.id ?? "", { skip, take: size }, actor, getDb());
    return {
      title: `${found.view.lotTitle} · ${t("bidding:office.title")} · ${t("common:marketName")}`,
      page,
      found,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    return answerOfficeForm(request, params.id ?? "", actor, getDb());
  });
}

/** A run as its operator sees it: live record with refusals, flags, and what can be done about it. */
export default function OfficeAuctionPage() {
  const { t } = useTranslation("bidding");
  const { found, page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { total, view } = found;
  const to = (number: number) => `/office/bidding/${view.auctionId}?page=${number}`;
  const from = (page - 1) * PAGE_SIZE;
  return (
    <OfficeAuction found={found} answer={answer}>
      {total > PAGE_SIZE && (
        <Pagination
          previousTo={page > 1 ? to(page - 1) : null}
          nextTo={from + PAGE_SIZE < total ? to(page + 1) : null}
          summary={t("desk.summary", {
            from: from + 1,
            to: Math.min(total, from + PAGE_SIZE),
            total,
          })}
        />
      )}
    </OfficeAuction>
  );
}
