import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { RadioGroup } from "~/components/ui/radio-group";
import { Textarea } from "~/components/ui/textarea";
import { RESUMING } from "~/domain/tenders/tender-procedure";

/** The moves that a form can ask for; the others have pages of their own. */
const PLAIN = [
  "submit",
  "issue",
  "correct",
  "discard",
  "concludeOpening",
  "publishCandidates",
  "reEvaluate",
  "excuseWinner",
  "failOpened",
  "close",
  "suspend",
  "cancel",
] as const;
const RESUMES: readonly string[] = Object.values(RESUMING);

/** The open moves of a tender with a note. */
export function TenderMoveForm({
  moves,
  refused,
}: {
  moves: readonly string[];
  refused: { move: string; note: string; errorAt: (name: string) => string | undefined };
}) {
  const { t } = useTranslation("tenders");
  const options = [
    ...PLAIN.filter((one) => moves.includes(one)).map((one) => ({
      value: one,
      label: t(`moves.${one}`),
    })),
    ...(moves.some((one) => RESUMES.includes(one))
      ? [{ value: "resume", label: t("moves.resume") }]
      : []),
  ];
  if (options.length === 0) return <p className="text-muted">{t("desk.noSteps")}</p>;
  return (
    <Form method="post" className="space-y-4" noValidate>
      <RadioGroup
        name="move"
        label={t("desk.steps")}
        options={options}
        defaultValue={refused.move || (options.length === 1 ? options[0]?.value : undefined)}
        error={refused.errorAt("move")}
        required
      />
      <Textarea
        name="note"
        label={t("desk.note")}
        hint={t("desk.noteHint")}
        rows={3}
        maxLength={1000}
        defaultValue={refused.note}
        error={refused.errorAt("note")}
      />
      <SubmitButton intent="move">{t("desk.do")}</SubmitButton>
    </Form>
  );
}
