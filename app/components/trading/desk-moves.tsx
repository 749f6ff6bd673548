import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { Dialog } from "~/components/ui/dialog";
import { MoneyInput } from "~/components/ui/money-input";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import { toYuanText } from "~/domain/shared/money";
import type { DeskLot, LotMoveView } from "~/domain/trading/lot-view";
import { useLotText } from "./use-lot-text";

type View = ReturnType<typeof useFormView>;
const DANGEROUS: readonly string[] = ["discard", "withdraw", "giveUp", "endNegotiation"];

function Move({ move, lot, view }: { move: LotMoveView; lot: DeskLot; view: View }) {
  const { t } = useTranslation("trading");
  const label = t(`move.${move.move}`);
  const isDangerous = DANGEROUS.includes(move.move);
  const asksBuyer = move.move === "negotiateAfterFailure";
  if (!move.needsNote && !asksBuyer) {
    return (
      <Form method="post">
        <SubmitButton
          intent={move.move}
          variant={isDangerous ? "danger" : move.move === "submit" ? "primary" : "secondary"}
        >
          {label}
        </SubmitButton>
      </Form>
    );
  }
  return (
    <Dialog trigger={label} title={label} triggerVariant={isDangerous ? "danger" : "secondary"}>
      <Form method="post" className="space-y-4">
        {move.move === "withdraw" && <p>{t("desk.withdrawCost")}</p>}
        {asksBuyer && (
          <Select
            name="applicationId"
            label={t("desk.negotiateWith")}
            options={lot.buyers.map((one) => ({ value: one.applicationId, label: one.name }))}
            error={view.error("applicationId")}
          />
        )}
        {move.needsNote && (
          <Textarea
            name="note"
            id={`field-note-${move.move}`}
            label={t("desk.reason")}
            rows={3}
            maxLength={1000}
            required
            defaultValue={view.value("note")}
            error={view.error("note")}
          />
        )}
        <SubmitButton intent={move.move}>{t("desk.confirmMove")}</SubmitButton>
      </Form>
    </Dialog>
  );
}

/** What the seller can do with a lot now. */
export function DeskMoves({ lot, view }: { lot: DeskLot; view: View }) {
  const moves = lot.moves
    // Nobody can be negotiated with where nobody was admitted; a draft is submitted from its preview.
    .filter(({ move }) => move !== "negotiateAfterFailure" || lot.buyers.length > 0)
    .filter(({ move }) => move !== "submit");
  return (
    <div className="flex flex-wrap items-start gap-3">
      {moves.map((move) => (
        <Move key={move.move} move={move} lot={lot} view={view} />
      ))}
    </div>
  );
}

/** A failed lot once more, at a price of the seller's choosing within the dated discount. */
export function RerunForm({ lot, view }: { lot: DeskLot; view: View }) {
  const { t } = useTranslation("trading");
  const { fen } = useLotText();
  const start = lot.startPriceFen ? toYuanText(BigInt(lot.startPriceFen)) : "";
  return (
    <Form method="post" className="space-y-4" noValidate>
      <p>{t("desk.rerunLead", { amount: fen(lot.lowestRerunFen) })}</p>
      <MoneyInput
        name="startPrice"
        label={t("desk.rerunPrice")}
        required
        defaultValue={view.value("startPrice", start)}
        error={view.error("startPrice")}
      />
      <SubmitButton intent="rerun">{t("desk.rerun")}</SubmitButton>
    </Form>
  );
}

/** Questions that wait for the seller, one form each. */
export function AnswerForms({ lot, view }: { lot: DeskLot; view: View }) {
  const { t } = useTranslation("trading");
  const open = lot.questions.filter((one) => one.mayAnswer);
  if (open.length === 0) return <p className="text-muted">{t("desk.noQuestions")}</p>;
  return (
    <ul className="space-y-5">
      {open.map((one) => {
        const isMine = view.value("number") === String(one.number);
        return (
          <li key={one.number} className="space-y-3">
            <p className="prose-text font-medium text-ink">
              {t("questions.question", { number: one.number })}　{one.text}
            </p>
            <Form method="post" className="space-y-3">
              <input type="hidden" name="number" value={one.number} />
              <Textarea
                name="answer"
                id={`field-answer-${one.number}`}
                label={t("desk.answer")}
                hint={t("desk.answerHint")}
                rows={3}
                maxLength={2000}
                required
                defaultValue={isMine ? view.value("answer") : ""}
                error={isMine ? view.error("answer") : undefined}
              />
              <SubmitButton intent="answer" size="sm">
                {t("desk.answerSend")}
              </SubmitButton>
            </Form>
          </li>
        );
      })}
    </ul>
  );
}
