import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { LinkButton, SubmitButton } from "~/components/ui/button";

/** On an accepted introduction: the way into the deal room, or to open one. */
export function OpenRoom({ dealId, canOpen }: { dealId: string | null; canOpen: boolean }) {
  const { t } = useTranslation("deals");
  if (!dealId && !canOpen) return null;
  return (
    <Alert
      tone="info"
      title={t("title")}
      actions={
        dealId ? (
          <LinkButton to={`/desk/deals/${dealId}`} variant="primary" iconEnd="arrow-right">
            {t("open.toRoom")}
          </LinkButton>
        ) : (
          <Form method="post">
            <SubmitButton intent="openDeal" icon="handshake">
              {t("open.button")}
            </SubmitButton>
          </Form>
        )
      }
    >
      {t("open.text")}
    </Alert>
  );
}
