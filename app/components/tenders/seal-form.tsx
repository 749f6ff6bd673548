import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { FileInput } from "~/components/ui/file-input";
import { formatBytes } from "~/components/ui/file-size";
import { MoneyInput } from "~/components/ui/money-input";
import { NumberInput } from "~/components/ui/number-input";
import { Textarea } from "~/components/ui/textarea";
import {
  MOST_ATTACHED_BYTES,
  MOST_ATTACHMENTS,
  MOST_ENVELOPE_CHARS,
} from "~/domain/tenders/tender-bid-schema";
import type { TenderCriterion } from "~/domain/tenders/tender-schema";
import {
  type SealedBid,
  type SealingCall,
  sealContent,
} from "~/domain/tenders/tender-sealing-rules";
import { saveFile } from "./save-file";
import { answerField, readContent } from "./seal-fields";
import { useSealingError } from "./use-sealing-error";
import { useYuan } from "./use-tender-text";

interface SealFormProps {
  call: SealingCall;
  number: number;
  criteria: readonly TenderCriterion[];
  /** Price above which a bid is invalid. */
  ceilingFen: string | null;
  onSealed: (sealed: SealedBid | null) => void;
}

/** The bid's content; it is sealed on this machine and none of these fields is ever sent. */
export function SealForm({ call, number, criteria, ceilingFen, onSealed }: SealFormProps) {
  const { t } = useTranslation("tenders");
  const words = useSealingError();
  const yuan = useYuan();
  const [busy, setBusy] = useState(false);
  const [sealed, setSealed] = useState<SealedBid | null>(null);
  const [problem, setProblem] = useState<{ field: string; text: string } | null>(null);
  const errorAt = (field: string) => (problem?.field === field ? problem.text : undefined);

  const seal = async (fields: FormData) => {
    setBusy(true);
    setProblem(null);
    setSealed(null);
    onSealed(null);
    try {
      const ceiling = ceilingFen === null ? null : BigInt(ceilingFen);
      const content = await readContent(fields, criteria, ceiling);
      if ("problem" in content) {
        setProblem({ field: content.field, text: t(`seal.bad.${content.problem}`) });
        document.getElementById(`field-${content.field}`)?.focus();
        return;
      }
      const made = await sealContent(content, call);
      if (made.envelope.length > MOST_ENVELOPE_CHARS) {
        setProblem({ field: "attachments", text: t("seal.bad.tooLarge") });
        return;
      }
      setSealed(made);
      onSealed(made);
    } catch (error) {
      setProblem({ field: "", text: words(error) });
    } finally {
      setBusy(false);
    }
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void seal(new FormData(event.currentTarget));
  };

  return (
    <form onSubmit={onSubmit} className="space-y-5" noValidate>
      {errorAt("") && <Alert tone="danger">{errorAt("")}</Alert>}
      <MoneyInput
        name="price"
        label={t("seal.price")}
        hint={`${t("seal.priceHint")} ${ceilingFen ? t("seal.ceiling", { amount: yuan(ceilingFen) }) : ""}`}
        required
        error={errorAt("price")}
      />
      <NumberInput
        name="days"
        label={t("seal.days")}
        unit={t("seal.daysUnit")}
        integer
        required
        error={errorAt("days")}
      />
      {criteria
        .filter((one) => one.kind === "SCORE")
        .map((one) => (
          <Textarea
            key={one.id}
            name={answerField(one.id)}
            label={`${t("seal.answer")}：${one.title}`}
            hint={one.guidance}
            rows={6}
            maxLength={5000}
            required
            error={errorAt(answerField(one.id))}
          />
        ))}
      <Textarea name="statement" label={t("seal.statement")} rows={3} maxLength={3000} />
      <FileInput
        name="attachments"
        label={t("seal.attachments")}
        hint={t("seal.attachmentsHint", {
          count: MOST_ATTACHMENTS,
          size: formatBytes(MOST_ATTACHED_BYTES),
        })}
        multiple
        error={errorAt("attachments")}
      />
      <Button type="submit" variant="primary" icon="lock" busy={busy} busyLabel={t("seal.sealing")}>
        {t("seal.seal")}
      </Button>
      <div role="status">
        {sealed && (
          <Alert tone="success">
            <p>{t("seal.sealed")}</p>
            <p className="mt-1 text-sm">
              {t("seal.sealedHash")}：<span className="font-mono break-all">{sealed.hash}</span>
            </p>
          </Alert>
        )}
      </div>
      {sealed && (
        <div className="space-y-2">
          <div className="flex flex-wrap gap-3">
            <Button
              size="sm"
              icon="download"
              onClick={() => saveFile(`tender-${number}-own-copy.json`, sealed.ownCopy)}
            >
              {t("seal.copy")}
            </Button>
            <Button
              size="sm"
              icon="download"
              onClick={() => saveFile(`tender-${number}-sealed-bid.json`, sealed.envelope)}
            >
              {t("seal.file")}
            </Button>
          </div>
          <p className="text-sm text-muted">{t("seal.copyHint")}</p>
        </div>
      )}
    </form>
  );
}
