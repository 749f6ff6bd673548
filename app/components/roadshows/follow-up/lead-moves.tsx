import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { useFormView } from "~/components/identity/form-view";
import { LinkButton, SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import { DROP_CODES } from "~/domain/roadshows/follow-up/lead-schema";
import type { LeadDetail } from "~/domain/roadshows/follow-up/lead-view";

/** What can be done about a lead now: the deal room in one step, contacted, dropped, taken up again. */
export function LeadMoves({
  lead,
  view,
}: {
  lead: LeadDetail;
  view: ReturnType<typeof useFormView>;
}) {
  const { t } = useTranslation("leads");
  const may = (move: (typeof lead.moves)[number]) => lead.moves.includes(move);
  return (
    <Card title={t("detail.next")}>
      <div className="space-y-5">
        {lead.dealId ? (
          lead.mayEnterRoom ? (
            <LinkButton to={`/desk/deals/${lead.dealId}`} variant="primary" icon="handshake">
              {t("detail.toRoom")}
            </LinkButton>
          ) : (
            <p>{t("detail.roomClosed")}</p>
          )
        ) : (
          may("openRoom") && (
            <Form method="post" className="space-y-2">
              <SubmitButton intent="openRoom" icon="handshake">
                {t("detail.openRoom")}
              </SubmitButton>
              <p className="text-sm text-muted">{t("detail.roomHint")}</p>
            </Form>
          )
        )}
        {may("contact") && (
          <Form method="post">
            <SubmitButton intent="contact" variant="secondary" icon="check">
              {t("detail.contacted")}
            </SubmitButton>
          </Form>
        )}
        {may("drop") && (
          <Disclosure summary={t("detail.drop")} open={view.error("dropCode") !== undefined}>
            <Form method="post" className="space-y-4">
              <Select
                name="dropCode"
                label={t("detail.dropCode")}
                required
                placeholder={t("detail.choose")}
                options={DROP_CODES.map((code) => ({ value: code, label: t(`drops.${code}`) }))}
                defaultValue={view.value("dropCode")}
                error={view.error("dropCode")}
              />
              <SubmitButton intent="drop" variant="danger">
                {t("detail.drop")}
              </SubmitButton>
            </Form>
          </Disclosure>
        )}
        {may("reopen") && (
          <Form method="post">
            <SubmitButton intent="reopen" variant="secondary" icon="refresh">
              {t("detail.reopen")}
            </SubmitButton>
          </Form>
        )}
      </div>
    </Card>
  );
}

/** The project's own note about a lead. */
export function LeadNote({
  lead,
  view,
}: {
  lead: LeadDetail;
  view: ReturnType<typeof useFormView>;
}) {
  const { t } = useTranslation("leads");
  return (
    <Card title={t("detail.note")}>
      <Form method="post" className="space-y-4">
        <Textarea
          name="note"
          label={t("detail.note")}
          labelHidden
          hint={t("detail.noteHint")}
          rows={4}
          maxLength={1000}
          defaultValue={view.value("note", lead.note)}
          error={view.error("note")}
        />
        <SubmitButton intent="note" variant="secondary">
          {t("detail.saveNote")}
        </SubmitButton>
      </Form>
    </Card>
  );
}
