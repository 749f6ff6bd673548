import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Dialog } from "~/components/ui/dialog";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import { CLOSE_CODES } from "~/domain/deals/close-schema";
import type { DealFrame, DealMoveView } from "~/domain/deals/deal-view";
import { useErrorText } from "~/i18n/use-error-text";

type DealMovesProps = {
  frame: Pick<DealFrame, "id" | "moves" | "hasOfferedSettlement">;
  /** Move whose form was refused, with the messages at its fields. */
  refused: {
    intent: string;
    note: string;
    closeCode: string;
    noteError: string | undefined;
    codeError: string | undefined;
  } | null;
};

/** What a speaker can do with the room as a whole, with the reason when something is not open. */
export function DealMoves({ frame, refused }: DealMovesProps) {
  const { t } = useTranslation("deals");
  const errorText = useErrorText();
  if (frame.moves.length === 0) return null;
  const form = (move: string, children: ReactNode) => (
    <Form method="post" action={`/desk/deals/${frame.id}`} className="grid gap-4" noValidate>
      {children}
      <div>
        <SubmitButton intent={move} variant={move === "close" ? "danger" : "primary"}>
          {t("moves.confirm")}
        </SubmitButton>
      </div>
    </Form>
  );
  const asked = (move: "pause" | "dispute" | "close") => {
    const own = refused?.intent === move ? refused : null;
    const content = form(
      move,
      <>
        <p className="text-muted">{t(`moves.${move}Lead`)}</p>
        {move === "close" && (
          <Select
            name="closeCode"
            label={t("moves.closeCode")}
            required
            placeholder={t("moves.closePlaceholder")}
            defaultValue={own?.closeCode ?? ""}
            options={CLOSE_CODES.map((code) => ({ value: code, label: t(`closeCodes.${code}`) }))}
            error={own?.codeError}
          />
        )}
        <Textarea
          name="note"
          label={move === "close" ? t("moves.noteOptional") : t("moves.note")}
          rows={3}
          maxLength={500}
          required={move !== "close"}
          defaultValue={own?.note ?? ""}
          error={own?.noteError}
        />
      </>,
    );
    // After a refused form what is missing has to be in sight.
    if (own) return <div className="max-w-xl basis-full">{content}</div>;
    return (
      <Dialog
        trigger={t(`moves.${move}`)}
        triggerVariant="secondary"
        triggerSize="sm"
        title={t(`moves.${move}`)}
      >
        {content}
      </Dialog>
    );
  };
  const plain = (move: "resume" | "settle") => (
    <Form method="post" action={`/desk/deals/${frame.id}`}>
      <SubmitButton intent={move} size="sm">
        {t(`moves.${move}`)}
      </SubmitButton>
    </Form>
  );
  const show = ({ move, refusal }: DealMoveView) => {
    if (refusal) return <p className="text-sm text-muted">{errorText(refusal)}</p>;
    if (move === "settle" && frame.hasOfferedSettlement) {
      return <p className="text-sm text-muted">{t("moves.settleOffered")}</p>;
    }
    if (move === "resume" || move === "settle") return plain(move);
    if (move === "pause" || move === "dispute" || move === "close") return asked(move);
    return null;
  };
  return (
    <div className="no-print flex flex-wrap items-start gap-2">
      {frame.moves.map((one) => (
        <div key={one.move} className="contents">
          {show(one)}
        </div>
      ))}
    </div>
  );
}
