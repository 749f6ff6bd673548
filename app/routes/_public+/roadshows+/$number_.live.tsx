import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useFormAnswer } from "~/components/forms/use-form-answer";
import { AudienceScreen } from "~/components/roadshows/day/audience-screen";
import { getLivePage } from "~/domain/roadshows/day/live-queries.server";
import { isId } from "~/domain/shared/ids";
import { withErrors } from "~/http/error-response.server";
import { findActor, requireUser } from "~/http/guards.server";
import { answerAudience } from "~/http/roadshows/audience-form.server";
import { getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await findActor(request);
    const t = getFixedT(request, ["stage", "common"]);
    const { searchParams } = new URL(request.url);
    const read = (name: string) => {
      const value = searchParams.get(name);
      return isId(value) ? value : null;
    };
    const asked = { placeId: read("hall"), projectId: read("project") };
    const page = await getLivePage(getDb(), Number(params.number) || 0, asked, actor);
    const title = `${t("stage:audience.title")} · ${page.title} · ${t("common:marketName")}`;
    return { page, title };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function action({ request, params }: ActionFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    return answerAudience(request, Number(params.number) || 0, actor, getDb());
  });
}

/** The older of two answers must not bring an old phase back. */
export function headers() {
  return { "cache-control": "no-store" };
}

export default function LiveRoadshowPage() {
  const { page } = useLoaderData<typeof loader>();
  const view = useFormAnswer(useActionData<typeof action>());
  return <AudienceScreen page={page} view={view} />;
}
