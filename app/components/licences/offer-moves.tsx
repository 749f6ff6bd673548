import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type RefusedForm, useFormView } from "~/components/identity/form-view";
import { SubmitButton } from "~/components/ui/button";
import { FormErrorSummary } from "~/components/ui/form-error-summary";
import { Textarea } from "~/components/ui/textarea";
import type { LicenceOfferMove } from "~/domain/licences/licence-offer-procedure";

const DANGEROUS: readonly LicenceOfferMove[] = ["suspend", "close", "return"];

type OfferMovesProps = { moves: readonly LicenceOfferMove[]; answer: RefusedForm };

/** The open moves of an offer with one note for all; a refusal names what is missing. */
export function OfferMoves({ moves, answer }: OfferMovesProps) {
  const { t } = useTranslation("licences");
  const view = useFormView(answer);
  const found = view.summary({ note: t("file.note") });
  // What a condition misses belongs to fields of the other page: it is said as a sentence here.
  const { note, ...elsewhere } = found.errors;
  const sentences = Object.values(elsewhere).flatMap((text) => text ?? []);
  return (
    <Form method="post" className="space-y-4" noValidate>
      <FormErrorSummary
        errors={note ? { note } : {}}
        formErrors={[...found.formErrors, ...sentences]}
        labels={found.labels}
      />
      <Textarea
        name="note"
        label={t("file.note")}
        rows={2}
        maxLength={500}
        defaultValue={view.value("note")}
        error={view.error("note")}
      />
      <div className="flex flex-wrap gap-3">
        {moves.map((move) => (
          <SubmitButton
            key={move}
            intent={move}
            variant={DANGEROUS.includes(move) ? "danger" : "primary"}
          >
            {t(`file.moves.${move}`)}
          </SubmitButton>
        ))}
      </div>
    </Form>
  );
}
