import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { StageScreen } from "~/components/roadshows/day/stage-screen";
import { findRoomLinks } from "~/domain/roadshows/day/room-links-queries.server";
import { findPublicStage, getStageView } from "~/domain/roadshows/day/stage-queries.server";
import { withErrors } from "~/http/error-response.server";
import { findActor } from "~/http/guards.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const number = Number(params.number) || 0;
    const placeId = params.placeId ?? "";
    const actor = await findActor(request);
    const view =
      (await findPublicStage(getDb(), { number, placeId })) ??
      (await getStageView(getDb(), number, placeId, actor));
    const rooms = await findRoomLinks(getDb(), number, actor);
    return { view, room: rooms.find((one) => one.placeId === placeId) ?? null };
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
  return <StageScreen {...useLoaderData<typeof loader>()} />;
}
