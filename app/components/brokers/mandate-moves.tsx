import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { Alert } from "~/components/ui/alert";
import { Button, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Checkbox } from "~/components/ui/checkbox";
import { DateInput } from "~/components/ui/date-input";
import { Dialog } from "~/components/ui/dialog";
import { MoneyInput } from "~/components/ui/money-input";
import { RadioGroup } from "~/components/ui/radio-group";
import { Textarea } from "~/components/ui/textarea";
import type { MandateMove, MandateState } from "~/domain/brokers/mandate-procedure";
import type { MandateDetail } from "~/domain/brokers/mandate-view";
import { toYuanText } from "~/domain/shared/money";
import { useErrorText } from "~/i18n/use-error-text";
import { useAmount } from "./use-amount";

type View = ReturnType<typeof useFormView>;
/** Nobody has anything left to do. */
const ENDED: readonly MandateState[] = ["PAID", "DECLINED", "WITHDRAWN", "TERMINATED"];

type Props = { mandate: MandateDetail; view: View; today: string };

/** What this reader can do with a mandate now; a step that is closed says why. */
export function MandateMoves({ mandate, view, today }: Props) {
  const { t } = useTranslation("brokers");
  const errorText = useErrorText();
  const consents = mandate.clients.filter((client) => client.mayConsent);
  const moves = mandate.moves;
  if (moves.length === 0 && consents.length === 0) {
    if (ENDED.includes(mandate.state)) return null;
    const key = mandate.role === "onlooker" ? "onlooker" : "waitOther";
    return <Alert tone="info">{t(`mandate.${key}`)}</Alert>;
  }
  return (
    <Card title={t("mandate.moves")}>
      <div className="space-y-5">
        {consents.map((client) => (
          <ConsentForm key={client.id} client={client} hash={mandate.termsHash} view={view} />
        ))}
        {mandate.proposal && <Proposal proposal={mandate.proposal} />}
        {moves.map(({ move, refusal }) =>
          refusal ? (
            <div key={move}>
              <Button disabledReason={errorText(refusal) ?? ""}>{t(`mandateMoves.${move}`)}</Button>
            </div>
          ) : (
            <MoveForm key={move} move={move} mandate={mandate} view={view} today={today} />
          ),
        )}
      </div>
    </Card>
  );
}

function Proposal({ proposal }: { proposal: NonNullable<MandateDetail["proposal"]> }) {
  const { t } = useTranslation("brokers");
  const amount = useAmount()(proposal.feeFen);
  return (
    <Alert tone="info">
      {proposal.isOurs
        ? t("mandateForms.proposalOurs", { amount })
        : t("mandateForms.proposal", { amount })}
    </Alert>
  );
}

function ConsentForm({
  client,
  hash,
  view,
}: {
  client: MandateDetail["clients"][number];
  hash: string;
  view: View;
}) {
  const { t } = useTranslation("brokers");
  return (
    <Form method="post" className="space-y-3" noValidate>
      <input type="hidden" name="organisationId" value={client.id} />
      <input type="hidden" name="termsHash" value={hash} />
      <Checkbox
        name="agree"
        id={`agree-${client.id}`}
        label={t("mandateForms.consentText", { name: client.name, hash: hash.slice(0, 12) })}
        error={view.error("agree")}
      />
      <SubmitButton intent="consent" icon="check">
        {t("mandateForms.consentButton", { name: client.name })}
      </SubmitButton>
    </Form>
  );
}

const PLAIN: readonly MandateMove[] = ["withdraw"];
const WITH_REASON: readonly MandateMove[] = ["decline", "dispute", "terminate"];

function MoveForm({ move, mandate, view, today }: Props & { move: MandateMove }) {
  const { t } = useTranslation("brokers");
  const title = t(`mandateMoves.${move}`);
  const submit = (variant: "primary" | "secondary" | "danger" = "primary") => (
    <SubmitButton intent={move} variant={variant}>
      {title}
    </SubmitButton>
  );
  if (PLAIN.includes(move)) return <Form method="post">{submit("secondary")}</Form>;
  if (WITH_REASON.includes(move)) {
    return (
      <Reasoned title={title} isRefused={view.error("note") !== undefined}>
        <Form method="post" className="space-y-3" noValidate>
          <Textarea
            name="note"
            id={`note-${move}`}
            label={t("mandateForms.note")}
            hint={t("mandateForms.noteHint")}
            defaultValue={view.value("note")}
            error={view.error("note")}
            maxLength={500}
            rows={3}
            required
          />
          {submit("danger")}
        </Form>
      </Reasoned>
    );
  }
  if (move === "accept") return <AcceptForm mandate={mandate} view={view} submit={submit()} />;
  if (move === "claimFee") {
    return (
      <Form method="post" className="space-y-3" noValidate>
        {mandate.turnoverOpen && mandate.feeKind === "STEPS" && (
          <MoneyInput
            name="turnover"
            label={t("mandateForms.turnover")}
            hint={t("mandateForms.turnoverHint")}
            defaultValue={view.value("turnover")}
            error={view.error("turnover")}
            required
          />
        )}
        {submit()}
      </Form>
    );
  }
  if (move === "confirmPaid") {
    return (
      <Form method="post" className="space-y-3" noValidate>
        <DateInput
          name="receivedOn"
          label={t("mandateForms.receivedOn")}
          hint={t("mandateForms.receivedHint")}
          defaultValue={view.value("receivedOn", today)}
          error={view.error("receivedOn")}
          max={today}
          required
        />
        {submit()}
      </Form>
    );
  }
  if (move === "propose") {
    return (
      <Form method="post" className="space-y-3" noValidate>
        <MoneyInput
          name="feeFen"
          label={t("mandateForms.proposeAmount")}
          hint={t("mandateForms.proposeHint")}
          defaultValue={view.value("feeFen")}
          error={view.error("feeFen")}
          required
        />
        {submit("secondary")}
      </Form>
    );
  }
  if (move === "settle" || move === "settleFree") {
    const proposed = toYuanText(BigInt(mandate.proposal?.feeFen ?? "0"));
    return (
      <Form method="post">
        <input type="hidden" name="feeFen" value={proposed} />
        {submit()}
      </Form>
    );
  }
  return null;
}

/** A form behind a button; in sight when it was refused, so that the message is seen. */
function Reasoned({
  title,
  isRefused,
  children,
}: {
  title: string;
  isRefused: boolean;
  children: ReactNode;
}) {
  if (isRefused) return <>{children}</>;
  return (
    <Dialog trigger={title} triggerVariant="secondary" title={title}>
      {children}
    </Dialog>
  );
}

function AcceptForm({
  mandate,
  view,
  submit,
}: {
  mandate: MandateDetail;
  view: View;
  submit: ReactNode;
}) {
  const { t } = useTranslation("brokers");
  return (
    <Form method="post" className="space-y-3" noValidate>
      {mandate.isTied && <Alert tone="warning">{t("mandateForms.tied")}</Alert>}
      <RadioGroup
        name="conflict"
        label={t("mandateForms.conflict")}
        options={[
          { value: "NONE", label: t("mandateForms.conflictNone"), disabled: mandate.isTied },
          { value: "DISCLOSED", label: t("mandateForms.conflictDisclosed") },
        ]}
        defaultValue={view.value("conflict")}
        error={view.error("conflict")}
        required
      />
      <Textarea
        name="conflictText"
        label={t("mandateForms.conflictText")}
        defaultValue={view.value("conflictText")}
        error={view.error("conflictText")}
        maxLength={500}
        rows={3}
      />
      {submit}
    </Form>
  );
}
