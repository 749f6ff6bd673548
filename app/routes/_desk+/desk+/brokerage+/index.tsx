import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BrokeragePage } from "~/components/matching/brokerage-page";
import { listBrokerage } from "~/domain/matching/brokerage-queries.server";
import { TRIED_FILTERS } from "~/domain/matching/brokerage-rules";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { isFetchAhead } from "~/http/fetch-ahead";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const params = new URL(request.url).searchParams;
    const paging = readPaging(params, SIZE);
    const filters = {
      field: params.get("field") || null,
      region: params.get("region") || null,
      tried: TRIED_FILTERS.find((one) => one === params.get("tried")) ?? "all",
    };
    const data = await listBrokerage(actor, filters, paging, getDb(), !isFetchAhead(request));
    const t = getFixedT(request, ["matching", "common"]);
    return {
      data,
      page: paging.page,
      size: SIZE,
      title: `${t("matching:brokerage.title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Brokerage() {
  const { data, page, size } = useLoaderData<typeof loader>();
  return <BrokeragePage data={data} page={page} size={size} />;
}
