import type { LoaderFunctionArgs } from "@remix-run/node";
import { suggest } from "~/domain/discovery/suggest.server";
import { findLocale, getFixedT } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

/** Suggestions while a person types. Public; shows titles of published listings and names of verified organisations. */
export async function loader({ request }: LoaderFunctionArgs) {
  const t = getFixedT(request, "search");
  const q = new URL(request.url).searchParams.get("q") ?? "";
  const found = await suggest(q, findLocale(request), getDb());
  return Response.json(
    {
      suggestions: found.map((one) => ({
        value: one.value,
        segments: one.segments,
        kind: t(`suggestion.${one.kind}`),
        to: one.to,
      })),
    },
    { headers: { "cache-control": "private, max-age=30", vary: "cookie, accept-language" } },
  );
}
