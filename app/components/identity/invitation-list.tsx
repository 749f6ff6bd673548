import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";

type Invitation = {
  id: string;
  email: string;
  role: "OWNER" | "ADMIN" | "MEMBER";
  expiresAt: Date;
};

/** Invitations that wait for an answer. */
export function InvitationList({ invitations }: { invitations: readonly Invitation[] }) {
  const { t } = useTranslation(["identity", "common"]);
  return (
    <Card title={t("identity:members.open")}>
      {invitations.length === 0 ? (
        <p className="text-muted">{t("common:none")}</p>
      ) : (
        <ul className="divide-y divide-line">
          {invitations.map((one) => (
            <li key={one.id} className="flex flex-wrap items-center justify-between gap-3 py-2.5">
              <div className="min-w-0">
                <p className="break-all text-ink">{one.email}</p>
                <p className="text-sm text-muted">
                  {t(`identity:roles.${one.role}`)} · {t("identity:members.until")}{" "}
                  <DateTime value={one.expiresAt} />
                </p>
              </div>
              <Form method="post">
                <input type="hidden" name="invitationId" value={one.id} />
                <SubmitButton
                  intent="revoke"
                  size="sm"
                  variant="quiet"
                  aria-label={`${t("identity:members.revoke")} ${one.email}`}
                >
                  {t("identity:members.revoke")}
                </SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
