import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DateTime } from "~/components/ui/date-time";
import { Dialog } from "~/components/ui/dialog";
import { Textarea } from "~/components/ui/textarea";
import { NOTE_MAX } from "~/domain/contracts/contract-clause-schema";
import type { ContractPageView, StepView } from "~/domain/contracts/contract-view";
import { useErrorText } from "~/i18n/use-error-text";

type Props = { page: ContractPageView; href: string; noteError: string | undefined };

const SIGNING = ["FINAL", "SIGNING", "PAPER_CHECK", "SIGNED", "COMPLETED", "TERMINATED"];

/** From the text to the final document: who approved, what is open, and why not. */
export function ContractSteps({ page, href, noteError }: Props) {
  const { t } = useTranslation("contracts");
  const room = `/desk/deals/${page.dealId}`;
  return (
    <Card title={t("stepsTitle")}>
      <div className="grid gap-4">
        {page.state === "DRAFT" && <Approvals page={page} />}
        <Step step={page.approve} intent="approve" page={page} href={href} hint={t("approveHint")}>
          {t("approve", { number: page.draftNumber })}
        </Step>
        <Step
          step={page.finalise}
          intent="finalise"
          page={page}
          href={href}
          hint={t("finaliseHint")}
        >
          {t("finalise")}
        </Step>
        {(page.isDeclarationOpen || page.isPublicityOpen) && (
          <div className="flex flex-wrap gap-2">
            {page.isDeclarationOpen && (
              <LinkButton to={`${room}/checks`} variant="secondary" size="sm">
                {t("toChecks")}
              </LinkButton>
            )}
            {page.isPublicityOpen && (
              <LinkButton to={`${room}/publicity`} variant="secondary" size="sm">
                {t("toPublicity")}
              </LinkButton>
            )}
          </div>
        )}
        {SIGNING.includes(page.state) && (
          <div>
            <LinkButton
              // Outside of the room's pages: a signer need not be in the room.
              to={`/desk/contracts/${page.id}/${page.state === "PAPER_CHECK" ? "paper" : "sign"}`}
              variant={page.state === "FINAL" ? "primary" : "secondary"}
            >
              {page.state === "FINAL" || page.state === "SIGNING" ? t("sign") : t("signed")}
            </LinkButton>
          </div>
        )}
        <div className="flex flex-wrap gap-2">
          {page.reopen && <Reasoned move="reopen" href={href} error={noteError} />}
          {page.void && <Reasoned move="void" href={href} error={noteError} />}
        </div>
        {page.editReason === "forbidden" && page.state === "DRAFT" && (
          <p className="text-sm text-muted">{t("readOnly")}</p>
        )}
      </div>
    </Card>
  );
}

function Approvals({ page }: { page: ContractPageView }) {
  const { t } = useTranslation("contracts");
  return (
    <div>
      <p className="font-medium text-ink">{t("approvals")}</p>
      <ul className="grid gap-1">
        {page.approvals.map((one) => (
          <li key={one.side} className="flex flex-wrap gap-x-3">
            <span>
              {t(`sides.${one.side}`)} {one.organisationName}
            </span>
            {one.approvedAt ? (
              <span className="text-success-700">
                {t("approvedBy", { name: one.approvedBy ?? "" })}{" "}
                <DateTime value={one.approvedAt} format="datetime" />
              </span>
            ) : (
              <span className="text-muted">{t("notApproved")}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

type StepProps = {
  step: StepView | null;
  intent: "approve" | "finalise";
  page: ContractPageView;
  href: string;
  hint: string;
  children: ReactNode;
};

function Step({ step, intent, page, href, hint, children }: StepProps) {
  const errorText = useErrorText();
  if (!step) return null;
  if (!step.isOpen) {
    return <Button disabledReason={errorText(step.reason ?? undefined) ?? ""}>{children}</Button>;
  }
  return (
    <Form method="post" action={href} className="grid gap-1">
      <input type="hidden" name="draftNumber" value={page.draftNumber} />
      <div>
        <SubmitButton intent={intent} icon="check">
          {children}
        </SubmitButton>
      </div>
      <p className="text-sm text-muted">{hint}</p>
    </Form>
  );
}

function Reasoned({
  move,
  href,
  error,
}: {
  move: "reopen" | "void";
  href: string;
  error: string | undefined;
}) {
  const { t } = useTranslation("contracts");
  return (
    <Dialog trigger={t(move)} triggerVariant="secondary" title={t(`${move}Title`)}>
      <Form method="post" action={href} className="grid gap-4" noValidate>
        <p className="text-muted">{t(`${move}Text`)}</p>
        <Textarea
          id={`${move}-note`}
          name="note"
          label={t("reason")}
          required
          rows={3}
          maxLength={NOTE_MAX}
          error={error}
        />
        <div>
          <SubmitButton intent={move} variant={move === "void" ? "danger" : "primary"}>
            {t("confirm")}
          </SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
