import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { deviceName } from "./device-name";

type SessionView = {
  id: string;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: Date;
  isThis: boolean;
};

/** Where the person is signed in, with the means to end it. */
export function SessionList({ sessions }: { sessions: readonly SessionView[] }) {
  const { t } = useTranslation("account");
  return (
    <Card
      title={t("security.sessions")}
      footer={
        sessions.length > 1 ? (
          <Form method="post">
            <input type="hidden" name="sessionId" value="others" />
            <SubmitButton intent="end" variant="secondary" size="sm">
              {t("security.endOthers")}
            </SubmitButton>
          </Form>
        ) : undefined
      }
    >
      <p className="mb-2 text-sm text-muted">{t("security.sessionsLead")}</p>
      <ul className="divide-y divide-line">
        {sessions.map((session) => {
          const name = deviceName(session.userAgent) ?? t("security.unknownDevice");
          return (
            <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-2 font-medium text-ink">
                  {name}
                  {session.isThis && <Badge tone="brand">{t("security.thisSession")}</Badge>}
                </p>
                <p className="flex flex-wrap gap-x-3 text-sm text-muted">
                  <span>
                    {t("security.signedInAt")}{" "}
                    <DateTime value={session.createdAt} format="datetime" />
                  </span>
                  {session.ipAddress && <span>{t("security.ip", { ip: session.ipAddress })}</span>}
                </p>
              </div>
              {!session.isThis && (
                <Form method="post">
                  <input type="hidden" name="sessionId" value={session.id} />
                  <SubmitButton
                    intent="end"
                    variant="quiet"
                    size="sm"
                    aria-label={`${t("security.end")} ${name}`}
                  >
                    {t("security.end")}
                  </SubmitButton>
                </Form>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
