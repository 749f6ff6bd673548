import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { BoardTable } from "~/components/roadshows/follow-up/board-table";
import { Pagination } from "~/components/ui/pagination";
import { Tabs } from "~/components/ui/tabs";
import { getFollowUpBoard } from "~/domain/roadshows/follow-up/follow-up-queries.server";
import { readPaging } from "~/domain/shared/pagination";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

const PAGE_SIZE = 20;

export function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["leads", "common"]);
    const search = new URL(request.url).searchParams;
    const { page, skip, size } = readPaging(search, PAGE_SIZE);
    const isOpenOnly = search.get("show") === "open";
    const filter = { isOpenOnly, skip, take: size };
    const board = await getFollowUpBoard(params.id ?? "", filter, actor, getDb());
    const title = `${t("leads:followUp.boardTitle")} · ${t("common:marketName")}`;
    return { ...board, isOpenOnly, page, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** How the projects of an event stand, and who has not answered. */
export default function FollowUpBoard() {
  const { rows, total, open, all, isOpenOnly, page } = useLoaderData<typeof loader>();
  const { t } = useTranslation("leads");
  const show = isOpenOnly ? "show=open&" : "";
  const from = (page - 1) * PAGE_SIZE;
  return (
    <section className="space-y-4" aria-labelledby="board">
      <h2 id="board" className="text-xl">
        {t("followUp.boardTitle")}
      </h2>
      <p className="text-muted">
        {t("followUp.boardLead")} {t("followUp.openCount", { open, total: all })}
      </p>
      <Tabs
        label={t("followUp.boardTitle")}
        items={[
          { to: "?", label: t("followUp.all"), current: !isOpenOnly },
          { to: "?show=open", label: t("followUp.unanswered"), count: open, current: isOpenOnly },
        ]}
      />
      <BoardTable rows={rows} />
      <Pagination
        previousTo={page > 1 ? `?${show}page=${page - 1}` : null}
        nextTo={from + rows.length < total ? `?${show}page=${page + 1}` : null}
      />
    </section>
  );
}
