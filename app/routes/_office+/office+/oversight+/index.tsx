import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader } from "~/components/layout/page-header";
import { FlagFigures } from "~/components/oversight/flag-figures";
import { FlagTable } from "~/components/oversight/flag-table";
import { OversightTabs } from "~/components/oversight/oversight-tabs";
import { Button } from "~/components/ui/button";
import { Pagination } from "~/components/ui/pagination";
import { Select } from "~/components/ui/select";
import { countFlags, listFlags } from "~/domain/oversight/flag-queries.server";
import { FLAG_KINDS } from "~/domain/oversight/flag-rules";
import { tradeFlagProcedure } from "~/domain/oversight/trade-flag-procedure";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireOffice } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const SIZE = 20;

export function loader({ request }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireOffice(request, ["MARKET_OPERATOR"]);
    const t = getFixedT(request, ["oversight", "common"]);
    const query = new URL(request.url).searchParams;
    const paging = readPaging(query, SIZE);
    const state = tradeFlagProcedure.states.find((one) => one === query.get("state")) ?? "OPEN";
    const kind = FLAG_KINDS.find((one) => one === query.get("kind")) ?? null;
    const db = getDb();
    return {
      ...(await listFlags({ state, kind }, paging, actor, db)),
      figures: await countFlags(actor, db),
      page: paging.page,
      state,
      kind,
      title: `${t("oversight:title")} · ${t("common:marketName")}`,
    };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** The queue of clues about trades, and how often their rules are wrong. */
export default function Flags() {
  const { items, total, figures, page, state, kind } = useLoaderData<typeof loader>();
  const { t } = useTranslation("oversight");
  const pageTo = (number: number) =>
    `/office/oversight?state=${state}${kind ? `&kind=${kind}` : ""}&page=${number}`;
  const from = (page - 1) * SIZE;
  return (
    <>
      <PageHeader title={t("title")} lead={t("flags.lead")} />
      <div className="space-y-5">
        <OversightTabs current="flags" />
        <Form method="get" className="flex flex-wrap items-end gap-3">
          <Select
            name="state"
            label={t("flags.state")}
            width="medium"
            key={`state-${state}`}
            defaultValue={state}
            options={tradeFlagProcedure.states.map((value) => ({
              value,
              label: t(`flagStates.${value}`),
            }))}
          />
          <Select
            name="kind"
            label={t("flags.kind")}
            width="medium"
            placeholder={t("flags.allKinds")}
            key={`kind-${kind}`}
            defaultValue={kind ?? ""}
            options={FLAG_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
          <Button type="submit" icon="filter">
            {t("flags.filter")}
          </Button>
        </Form>
        <FlagTable rows={items} />
        {total > 0 && (
          <Pagination
            previousTo={page > 1 ? pageTo(page - 1) : null}
            nextTo={from + items.length < total ? pageTo(page + 1) : null}
            summary={t("summary", { from: from + 1, to: from + items.length, total })}
          />
        )}
        <FlagFigures figures={figures} />
      </div>
    </>
  );
}
