import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ScoreSheet } from "~/components/roadshows/day/score-sheet";
import { getScoreSheet } from "~/domain/roadshows/day/score-queries.server";
import { withErrors } from "~/http/error-response.server";
import { requireUser } from "~/http/guards.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    const t = getFixedT(request, ["stage", "common"]);
    const page = await getScoreSheet(getDb(), params.id ?? "", params.projectId ?? "", actor);
    return { page, title: `${t("stage:scores.sheet.title")} · ${page.row.title}` };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

/** 结果签字: printed and signed by hand. */
export default function ScoreSheetPage() {
  const { page } = useLoaderData<typeof loader>();
  return <ScoreSheet page={page} />;
}
