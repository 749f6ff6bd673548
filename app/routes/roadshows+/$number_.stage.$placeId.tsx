import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { StageScreen } from "~/components/roadshows/day/stage-screen";
import { getStageView } from "~/domain/roadshows/day/stage-queries.server";
import { withErrors } from "~/http/error-response.server";
import { findActor } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await findActor(request);
    const number = Number(params.number) || 0;
    return { view: await getStageView(getDb(), number, params.placeId ?? "", actor) };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.view.board.placeName} · ${data.view.title}` : undefined },
];

/** The older of two answers must not bring an old phase back. */
export function headers() {
  return { "cache-control": "no-store" };
}

export default function StagePage() {
  const { view } = useLoaderData<typeof loader>();
  return <StageScreen view={view} />;
}
