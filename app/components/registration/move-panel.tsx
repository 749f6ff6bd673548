import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, SubmitButton } from "~/components/ui/button";
import { Disclosure } from "~/components/ui/disclosure";
import { Textarea } from "~/components/ui/textarea";
import type { RegistrationMove } from "~/domain/registration/registration-procedure";

type MovePanelProps = {
  move: RegistrationMove;
  /** Why the move is not open now, in the reader's language; undefined: open. */
  disabled: string | undefined;
  variant?: "primary" | "secondary" | "danger";
  /** Label of the reason; without it the move needs none. */
  noteLabel?: string;
  note?: string;
  noteError?: string | undefined;
  /** Shown open: after a refused form. */
  isOpen?: boolean;
  children?: ReactNode;
};

/** One step: a button, or a fold with what the step asks for. A closed step says why. */
export function MovePanel(props: MovePanelProps) {
  const { move, disabled, variant = "primary", noteLabel, children } = props;
  const { t } = useTranslation("recognition");
  const label = t(`move.${move}`);
  if (disabled) {
    return (
      <Button variant={variant} disabledReason={disabled}>
        {label}
      </Button>
    );
  }
  const button = (
    <SubmitButton intent={move} variant={variant}>
      {label}
    </SubmitButton>
  );
  if (!noteLabel && !children) return <Form method="post">{button}</Form>;
  return (
    <Disclosure summary={label} open={props.isOpen === true}>
      <Form method="post" className="grid max-w-2xl gap-4" noValidate>
        {children}
        {noteLabel && (
          <Textarea
            id={`note-${move}`}
            name="note"
            label={noteLabel}
            rows={3}
            maxLength={2000}
            defaultValue={props.note ?? ""}
            error={props.noteError}
          />
        )}
        <div>{button}</div>
      </Form>
    </Disclosure>
  );
}
