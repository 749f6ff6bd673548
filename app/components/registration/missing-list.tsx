import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Card } from "~/components/ui/card";
import { checkIdOf } from "~/domain/registration/check-name-rules";
import { type FormFieldId, inputName } from "~/domain/registration/registration-form-rules";
import type { DossierView, MissingView } from "~/domain/registration/registration-view";
import { useAboutText } from "./use-field-label";

const WHO = ["SELLER", "BUYER", "BOTH", "OFFICE"] as const;

/** What is missing, under who can supply it, each with the way there. */
export function MissingList({ dossier }: { dossier: DossierView }) {
  const { t } = useTranslation(["recognition", "registration"]);
  const about = useAboutText();
  const { missing, dealId, contractId, isInRoom } = dossier;
  if (missing.length === 0) {
    return <Alert tone="success">{t("recognition:page.nothingMissing")}</Alert>;
  }
  const page = `/desk/registrations/${dossier.id}`;
  const hrefOf = (one: MissingView) => {
    switch (one.place) {
      case "FORM":
        return one.kind === "FIELD"
          ? `${page}/form#field-${inputName(one.id as FormFieldId)}`
          : `${page}/form`;
      case "DECLARATION":
        return `${page}/form#field-declared__state_secret`;
      case "DOCUMENTS":
        return `${page}/documents`;
      case "CONTRACT":
        return isInRoom ? `/desk/deals/${dealId}/contracts/${contractId}` : null;
      case "ROOM":
        return isInRoom ? `/desk/deals/${dealId}/checks` : null;
      default:
        return null;
    }
  };
  return (
    <Card title={t("recognition:page.missing")}>
      <div className="grid gap-5 sm:grid-cols-2">
        {WHO.filter((who) => missing.some((one) => one.suppliedBy === who)).map((who) => (
          <section key={who}>
            <h3 className="mb-2 font-medium text-ink">{t(`recognition:supplier.${who}`)}</h3>
            <ul className="grid gap-2">
              {missing
                .filter((one) => one.suppliedBy === who)
                .map((one) => {
                  const href = hrefOf(one);
                  const text =
                    one.kind === "FIELD"
                      ? about(`field:${one.id}`)
                      : t(`registration:check.${checkIdOf(one.id)}.need`);
                  return (
                    <li key={one.id} className="text-sm">
                      {text}{" "}
                      {!one.isBlocking && (
                        <span className="text-muted">({t("recognition:page.warning")}) </span>
                      )}
                      {href && (
                        <Link className="link" to={href}>
                          {t(`recognition:place.${one.place}`)}
                        </Link>
                      )}
                    </li>
                  );
                })}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  );
}
