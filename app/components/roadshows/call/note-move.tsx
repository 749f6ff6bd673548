import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { SubmitButton } from "~/components/ui/button";
import { Disclosure } from "~/components/ui/disclosure";
import { Textarea } from "~/components/ui/textarea";
import type { ProjectMove } from "~/domain/roadshows/call/project-procedure";
import { NOTE_MAX } from "~/domain/roadshows/call/project-schema";

type Props = {
  move: ProjectMove;
  label: string;
  hint?: string;
  isGrave?: boolean;
  isRequired?: boolean;
  view: FormAnswer;
};

/** A move with a note, folded away until it is wanted or was refused. */
export function NoteMove({ move, label, hint, isGrave, isRequired = true, view }: Props) {
  const { t } = useTranslation("pitches");
  const isRefused = view.text("intent") === move;
  return (
    <Disclosure summary={t(`moves.${move}`)} open={isRefused}>
      <Form method="post" className="grid gap-3" noValidate>
        <Textarea
          // The summary of errors leads to the one that was refused.
          {...(isRefused ? {} : { id: `note-${move}` })}
          name="note"
          label={label}
          hint={hint}
          rows={3}
          maxLength={NOTE_MAX}
          required={isRequired}
          defaultValue={isRefused ? view.text("note") : ""}
          error={isRefused ? view.error("note") : undefined}
        />
        <div>
          <SubmitButton intent={move} size="sm" variant={isGrave ? "danger" : "primary"}>
            {t(`moves.${move}`)}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}
