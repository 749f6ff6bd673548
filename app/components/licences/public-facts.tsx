import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DescriptionList } from "~/components/ui/description-list";
import type { LicenceOfferKind } from "~/domain/licences/licence-schema";
import { useLicenceText } from "./use-licence-text";

type PublicFactsProps = {
  kind: LicenceOfferKind;
  organisation: { id: string; name: string };
  /** Null when it cannot be read by everybody. */
  achievement: { id: string; title: string } | null;
  terms: {
    feeFen: string;
    termMonths: number | null;
    declarationNumber: string;
    territory: string;
    fieldOfUse: string;
    placesLeft: number | null;
  };
};

/** What a licence costs, for how long, where, and who may take it. */
export function PublicFacts({ kind, organisation, achievement, terms }: PublicFactsProps) {
  const { t } = useTranslation("licences");
  const text = useLicenceText();
  return (
    <DescriptionList
      items={[
        {
          key: "fee",
          label: t("page.fee"),
          value: (
            <>
              <strong className="text-xl">{text.fee(terms.feeFen)}</strong>
              {terms.feeFen !== "0" && <span className="text-muted">{t("page.once")}</span>}
            </>
          ),
        },
        { key: "term", label: t("page.term"), value: text.term(terms.termMonths) },
        { key: "territory", label: t("page.territory"), value: terms.territory },
        { key: "field", label: t("page.field"), value: terms.fieldOfUse },
        {
          key: "licensor",
          label: t("page.licensor"),
          value: (
            <Link className="link" to={`/organisations/${organisation.id}`}>
              {organisation.name}
            </Link>
          ),
        },
        ...(kind === "OPEN_PATENT"
          ? [{ key: "declaration", label: t("page.declaration"), value: terms.declarationNumber }]
          : []),
        ...(achievement
          ? [
              {
                key: "achievement",
                label: t("page.achievement"),
                value: (
                  <Link className="link" to={`/achievements/${achievement.id}`}>
                    {achievement.title}
                  </Link>
                ),
              },
            ]
          : []),
        {
          key: "places",
          label: t("page.places"),
          value: terms.placesLeft ?? t("page.unlimited"),
        },
        { key: "who", label: t("page.who"), value: t("page.whoText") },
      ]}
    />
  );
}
