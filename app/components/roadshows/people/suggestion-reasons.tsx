import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import type { PersonCard } from "~/domain/roadshows/people/people-view";

/** Why somebody is suggested, in the words that both texts share. */
export function SuggestionReasons({ reason }: { reason: NonNullable<PersonCard["reason"]> }) {
  const { t } = useTranslation("meetings");
  const { band, words, near, fields, own, theirs } = reason;
  const isCompared = band !== null || own !== "" || theirs !== "";
  const nameOf = (title: string) =>
    title ? t("people.listingTitle", { title }) : t("people.interests");
  return (
    <div className="rounded-md bg-sunken px-3 py-2 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="font-medium text-ink">{t("people.why")}</span>
        {band && (
          <Badge tone={band === "high" ? "brand" : "neutral"}>{t(`people.bands.${band}`)}</Badge>
        )}
        {isCompared && band === null && <span>{t("people.texts")}</span>}
        {words.length > 0 && <span className="text-muted">{t("people.words")}</span>}
        {words.map((word) => (
          <Badge key={word} tone="accent">
            {word}
          </Badge>
        ))}
      </p>
      <ul className="mt-1 space-y-0.5 text-muted">
        {near.map((one) => (
          <li key={`${one.own}${one.theirs}`}>{t("people.near", one)}</li>
        ))}
        {fields.length > 0 && <li>{t("people.fields", { fields: fields.join("、") })}</li>}
        {isCompared && (
          <li className="wrap-anywhere">
            {t("people.between", {
              own: nameOf(own),
              theirs: nameOf(theirs),
            })}
          </li>
        )}
      </ul>
    </div>
  );
}
