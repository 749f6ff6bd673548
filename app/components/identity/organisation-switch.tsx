import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";

type Membership = { organisationId: string; name: string; role: "OWNER" | "ADMIN" | "MEMBER" };

/** Choice of the organisation in whose name the person acts. */
export function OrganisationSwitch({
  memberships,
  currentId,
}: {
  memberships: readonly Membership[];
  currentId: string;
}) {
  const { t } = useTranslation("identity");
  return (
    <Card
      title={t("organisation.switchTitle")}
      footer={
        <LinkButton to="/desk/organisation/new" size="sm" variant="quiet" icon="plus">
          {t("organisation.another")}
        </LinkButton>
      }
    >
      {memberships.length > 1 && (
        <p className="mb-2 text-sm text-muted">{t("organisation.switchLead")}</p>
      )}
      <ul className="divide-y divide-line">
        {memberships.map((one) => (
          <li key={one.organisationId} className="flex items-center justify-between gap-3 py-2">
            <span className="min-w-0">
              <span className="block break-words text-ink">{one.name}</span>
              <span className="text-sm text-muted">{t(`roles.${one.role}`)}</span>
            </span>
            {one.organisationId === currentId ? (
              <Badge tone="brand">{t("organisation.acting")}</Badge>
            ) : (
              <Form method="post" action="/acting-organisation">
                <input type="hidden" name="organisationId" value={one.organisationId} />
                <input type="hidden" name="redirectTo" value="/desk/organisation" />
                <SubmitButton
                  size="sm"
                  variant="secondary"
                  aria-label={`${t("organisation.switchTo")} ${one.name}`}
                >
                  {t("organisation.switchTo")}
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
