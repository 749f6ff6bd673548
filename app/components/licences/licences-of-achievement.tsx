import { useTranslation } from "react-i18next";
import { LinkButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { licenceHref } from "~/domain/licences/licence-href-rules";
import { useLicenceText } from "./use-licence-text";

type Line = { number: number; kind: string; title: string; feeFen: string };

/** Licences that can be taken at once, on the page of their achievement; nothing when there is none. */
export function LicencesOfAchievement({ licences }: { licences: readonly Line[] }) {
  const { t } = useTranslation("licences");
  const text = useLicenceText();
  if (licences.length === 0) return null;
  return (
    <Card title={t("onAchievement.title")}>
      <ul className="space-y-3">
        {licences.map((one) => (
          <li key={one.number} className="flex flex-wrap items-center justify-between gap-3">
            <span>
              {t("onAchievement.text", {
                kind: t(`kinds.${one.kind as "EXPRESS"}`),
                title: one.title,
              })}{" "}
              <strong className="tabular">{text.fee(one.feeFen)}</strong>
            </span>
            <LinkButton to={licenceHref(one.number)} size="sm">
              {t("onAchievement.go")}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  );
}
