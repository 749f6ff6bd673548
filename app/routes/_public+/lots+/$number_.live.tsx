import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LiveScreen } from "~/components/bidding/live-screen";
import { NotScheduled } from "~/components/bidding/not-scheduled";
import type { LiveAnswer } from "~/components/bidding/use-bid-forms";
import { answerLiveForm } from "~/http/bidding/answer-live-form.server";
import { loadLive } from "~/http/bidding/load-live.server";

export const loader = loadLive;
export const action = answerLiveForm;

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.title },
  { property: "og:title", content: data?.title },
];

/** The older of two answers must not bring an old price back. */
export function headers() {
  return { "cache-control": "no-store" };
}

export default function LivePage() {
  const { live, lot, path } = useLoaderData<typeof loader>();
  const posted = useActionData<typeof action>() as LiveAnswer | undefined;
  if (!live) return <NotScheduled lot={lot} />;
  return <LiveScreen {...live} path={path} posted={posted} />;
}
