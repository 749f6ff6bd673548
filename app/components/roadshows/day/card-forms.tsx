import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { FormAnswer } from "~/components/forms/use-form-answer";
import { Badge } from "~/components/ui/badge";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { TextInput } from "~/components/ui/text-input";
import { CARD_KINDS, CARD_NOTE_MAX } from "~/domain/roadshows/day/audience-schema";
import type { AudienceProject } from "~/domain/roadshows/day/audience-view";

/** 意向卡: one of each kind, with a line of text. */
export function CardForms({ project, view }: { project: AudienceProject; view: FormAnswer }) {
  const { t } = useTranslation("stage");
  return (
    <Card title={t("audience.cards")} id="cards" headingLevel={3}>
      <p className="mb-3 text-sm text-muted">{t("audience.cardsLead")}</p>
      <ul className="divide-y divide-line">
        {CARD_KINDS.map((kind) => {
          const given = project.cards.find((one) => one.kind === kind);
          const isRefused = view.isRefused && view.text("kind") === kind;
          return (
            <li key={kind} className="py-4 first:pt-0">
              <Form
                method="post"
                preventScrollReset
                className="grid grid-cols-[minmax(0,1fr)] gap-3"
                noValidate
              >
                <p className="flex flex-wrap items-center gap-2 font-medium text-ink">
                  {t(`audience.kinds.${kind}`)}
                  {given && (
                    <Badge tone="success" icon="check">
                      {t("audience.given")}
                    </Badge>
                  )}
                </p>
                <input type="hidden" name="projectId" value={project.id} />
                <input type="hidden" name="kind" value={kind} />
                <TextInput
                  id={`note-${kind}`}
                  name="note"
                  label={t("audience.note")}
                  maxLength={CARD_NOTE_MAX}
                  defaultValue={isRefused ? view.text("note") : (given?.note ?? "")}
                  error={isRefused ? view.error("note") : undefined}
                />
                <div className="flex flex-wrap gap-2">
                  <SubmitButton
                    intent="card"
                    size="sm"
                    variant={given ? "secondary" : "primary"}
                    aria-label={`${t(given ? "audience.change" : "audience.give")} ${t(`audience.kinds.${kind}`)}`}
                  >
                    {t(given ? "audience.change" : "audience.give")}
                  </SubmitButton>
                  {given && (
                    <SubmitButton
                      intent="withdrawCard"
                      size="sm"
                      variant="quiet"
                      aria-label={`${t("audience.takeBack")} ${t(`audience.kinds.${kind}`)}`}
                    >
                      {t("audience.takeBack")}
                    </SubmitButton>
                  )}
                </div>
              </Form>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
