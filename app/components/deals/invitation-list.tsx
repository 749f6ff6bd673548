import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { SubmitButton } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { type RoomArea, seesArea } from "~/domain/deals/deal-role-rules";
import type { DealInvitation } from "~/domain/deals/deal-view";

const AREAS: readonly RoomArea[] = ["CONVERSATION", "TASKS", "DOCUMENTS"];

/** Rooms that a lawyer or evaluator has been asked into: who asks, whose it is, what will be open. */
export function InvitationList({ invitations }: { invitations: readonly DealInvitation[] }) {
  const { t } = useTranslation("deals");
  return (
    <>
      {invitations.map((one) => {
        const areas = AREAS.filter((area) => seesArea(one.role, one.areas, area));
        return (
          <Card key={one.dealId} title={t("invitation.title")}>
            <p>
              {t("invitation.text", {
                inviter: one.inviter,
                organisation: one.inviterOrganisation,
                role: t(`roles.${one.role}`),
                title: one.title,
                supply: one.supplyName,
                demand: one.demandName,
              })}
            </p>
            <p className="mt-1 text-muted">
              {areas.length > 0
                ? t("invitation.areas", {
                    areas: areas.map((area) => t(`areas.${area}`)).join("、"),
                  })
                : t("invitation.areasNone")}
            </p>
            <Form method="post" className="mt-3 flex flex-wrap gap-2">
              <input type="hidden" name="dealId" value={one.dealId} />
              <SubmitButton intent="accept" icon="check">
                {t("invitation.accept")}
              </SubmitButton>
              <SubmitButton intent="decline" variant="secondary">
                {t("invitation.decline")}
              </SubmitButton>
            </Form>
          </Card>
        );
      })}
    </>
  );
}
