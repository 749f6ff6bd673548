import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { formatDateTime } from "~/components/ui/date-time";
import type { OpenedToMe } from "~/domain/deals/disclosure-view";
import { useThingText } from "./use-thing-text";

/** What the reader may look at, once the undertaking is accepted. */
export function OpenedToMeList({
  dealId,
  items,
  isReadable,
}: {
  dealId: string;
  items: readonly OpenedToMe[];
  isReadable: boolean;
}) {
  const { t } = useTranslation("deals");
  const thingText = useThingText();
  return (
    <Card title={t("disclosure.toMeTitle")}>
      {items.length === 0 ? (
        <p className="text-muted">{t("disclosure.toMeEmpty")}</p>
      ) : (
        <ul className="grid gap-2">
          {items.map((one) => (
            <li
              key={one.grantId}
              className="flex flex-wrap items-center gap-3 border-b border-line/70 pb-2 last:border-b-0"
            >
              <span className="min-w-0 flex-1 break-words">{thingText(one.thing)}</span>
              {one.expiresAt && (
                <span className="text-sm text-muted">
                  {t("disclosure.until", {
                    // Ends are the end of a day (24:00), which people read as the day before.
                    at: formatDateTime(new Date(Date.parse(one.expiresAt) - 1)),
                  })}
                </span>
              )}
              {isReadable &&
                (one.thing.section ? (
                  <LinkButton to={`/desk/deals/${dealId}/disclosure/${one.grantId}`} size="sm">
                    {t("disclosure.open")}
                  </LinkButton>
                ) : (
                  <a
                    className="link"
                    href={`/desk/deals/${dealId}/disclosure/${one.grantId}/file`}
                    download
                  >
                    {t("disclosure.download")}
                  </a>
                ))}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
