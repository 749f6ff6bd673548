import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime, formatDateTime } from "~/components/ui/date-time";

type Application = {
  id: string;
  state: string;
  documentNumberLast4: string;
  createdAt: Date;
  decisionNote: string | null;
  dueAt: Date | null;
};

/** The person's level now, and what became of the application. */
export function RealNameStatus({
  level,
  application,
}: {
  level: number;
  application: Application | null;
}) {
  const { t } = useTranslation("account");
  const known = level === 1 || level === 2 || level === 3 ? level : 0;
  return (
    <Card
      title={t("realName.level")}
      actions={<Badge tone={known >= 2 ? "success" : "neutral"}>{t(`levels.L${known}`)}</Badge>}
    >
      <div className="space-y-4">
        <p className="text-muted">{known >= 2 ? t("realName.reached") : t("realName.lead")}</p>
        {application?.state === "SUBMITTED" && (
          <Alert
            tone="info"
            title={t("realName.pending")}
            actions={
              <Form method="post">
                <input type="hidden" name="applicationId" value={application.id} />
                <SubmitButton variant="secondary" size="sm">
                  {t("realName.withdraw")}
                </SubmitButton>
              </Form>
            }
          >
            <p>
              {t("realName.pendingLead", {
                date: formatDateTime(application.createdAt),
                last4: application.documentNumberLast4,
              })}
            </p>
            {application.dueAt && (
              <p>
                {t("realName.dueOn")} <DateTime value={new Date(application.dueAt.getTime() - 1)} />
              </p>
            )}
          </Alert>
        )}
        {application?.state === "RETURNED" && known < 2 && (
          <Alert tone="warning" title={t("realName.returned")}>
            <p className="prose-text">{application.decisionNote}</p>
          </Alert>
        )}
      </div>
    </Card>
  );
}
