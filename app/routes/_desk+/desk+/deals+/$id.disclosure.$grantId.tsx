import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DisclosedContent } from "~/components/deals/disclosed-content";
import { useThingText } from "~/components/deals/use-thing-text";
import { Watermarked } from "~/components/deals/watermarked";
import { LinkButton } from "~/components/ui/button";
import { formatDateTime } from "~/components/ui/date-time";
import { openSection } from "~/domain/deals/open-disclosure.server";
import { DomainError } from "~/domain/shared/domain-error";
import { withErrors } from "~/http/error-response.server";
import { isFetchAhead } from "~/http/fetch-ahead";
import { requireUser } from "~/http/guards.server";
import { findLocale } from "~/i18n/i18next.server";
import { getDb } from "~/platform/db.server";

/** One section that was opened to the reader. Every look goes into the log. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  return withErrors(async () => {
    const actor = await requireUser(request);
    // What a browser fetches in advance nobody has looked at, so it gets nothing.
    if (isFetchAhead(request)) {
      throw new DomainError("not_found", { status: 404 });
    }
    const id = params.id ?? "";
    const locale = findLocale(request);
    const disclosed = await openSection(id, params.grantId ?? "", locale, actor, getDb());
    return { id, disclosed };
  });
}

export const headers = () => ({ "cache-control": "private, no-store" });

export default function DisclosedSectionPage() {
  const { t } = useTranslation("deals");
  const thingText = useThingText();
  const { id, disclosed } = useLoaderData<typeof loader>();
  const { name, at, number } = disclosed.watermark;
  const mark = t("disclosure.watermark", { name, at: formatDateTime(at, "datetime"), number });
  return (
    <section aria-labelledby="disclosed" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div>
        <h2 id="disclosed" className="text-xl">
          {thingText(disclosed.thing)}
        </h2>
        <p className="mt-1 text-muted">
          {t("disclosure.viewNotice", { title: disclosed.listingTitle })}
        </p>
        <p className="mt-1 text-sm text-muted">{mark}</p>
      </div>
      <Watermarked text={mark}>
        <DisclosedContent groups={disclosed.groups} />
      </Watermarked>
      <div>
        <LinkButton to={`/desk/deals/${id}/disclosure`} icon="arrow-left" variant="quiet">
          {t("disclosure.back")}
        </LinkButton>
      </div>
    </section>
  );
}
