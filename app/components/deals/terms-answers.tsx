import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton, SubmitButton } from "~/components/ui/button";
import { Dialog } from "~/components/ui/dialog";
import { Textarea } from "~/components/ui/textarea";
import type { TermVersionView } from "~/domain/deals/terms-view";
import { useErrorText } from "~/i18n/use-error-text";

/** What the reader may answer to an offer; a move that is not open says why. */
export function TermsAnswers({
  dealId,
  version,
  replaces,
  noteError,
}: {
  dealId: string;
  version: TermVersionView;
  /** Number of the agreed version that an acceptance replaces. */
  replaces: number | null;
  noteError?: string | undefined;
}) {
  const { t } = useTranslation("terms");
  const text = useErrorText();
  if (version.answers.length === 0) return null;
  const action = `/desk/deals/${dealId}/terms`;
  const { number } = version;
  const hidden = <input type="hidden" name="termSheetId" value={version.id} />;
  return (
    <div className="no-print flex flex-wrap items-start gap-3">
      {version.answers.map(({ move, refusal }) => {
        if (refusal) {
          return (
            <Button key={move} variant="secondary" disabledReason={text(refusal) ?? refusal}>
              {t(`page.${move}`)}
            </Button>
          );
        }
        switch (move) {
          case "accept":
            return (
              <Dialog
                key={move}
                trigger={t("page.accept")}
                triggerVariant="primary"
                triggerIcon="check"
                title={t("page.acceptTitle", { number })}
              >
                <Form method="post" action={action} className="grid gap-4">
                  <p>{t("page.acceptText")}</p>
                  {replaces !== null && <p>{t("page.acceptReplace", { number: replaces })}</p>}
                  {version.isSigned && <p>{t("page.acceptAmend")}</p>}
                  <p className="text-sm break-all text-muted">
                    {t("page.hash")} <code>{version.contentHash}</code>
                  </p>
                  {hidden}
                  <input type="hidden" name="contentHash" value={version.contentHash} />
                  <div>
                    <SubmitButton intent="accept" icon="check">
                      {t("page.accept")}
                    </SubmitButton>
                  </div>
                </Form>
              </Dialog>
            );
          case "counter":
            return (
              <LinkButton key={move} to={`${action}/edit`} icon="edit">
                {t("page.counter")}
              </LinkButton>
            );
          case "reject":
            return (
              <Dialog
                key={move}
                trigger={t("page.reject")}
                triggerVariant="quiet"
                title={t("page.rejectTitle", { number })}
              >
                <Form method="post" action={action} className="grid gap-4">
                  {hidden}
                  <Textarea
                    name="note"
                    label={t("page.reason")}
                    hint={t("page.noteHint")}
                    rows={3}
                    maxLength={500}
                    required
                    error={noteError}
                  />
                  <div>
                    <SubmitButton intent="reject" variant="danger">
                      {t("page.reject")}
                    </SubmitButton>
                  </div>
                </Form>
              </Dialog>
            );
          default:
            return (
              <Form key={move} method="post" action={action}>
                {hidden}
                <SubmitButton intent="withdraw" variant="secondary">
                  {t("page.withdraw")}
                </SubmitButton>
              </Form>
            );
        }
      })}
    </div>
  );
}
