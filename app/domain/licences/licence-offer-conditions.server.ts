import { findBan } from "~/domain/oversight/ban-queries.server";
import { calendarDate } from "~/domain/shared/clock";
import { DomainError } from "~/domain/shared/domain-error";
import { type ConditionResult, conditionOf } from "~/domain/shared/procedure/condition";
import type { MoveContext } from "~/domain/shared/procedure/conduct";
import { findBars, findGaps, type LicenceFault } from "./licence-check-rules";
import {
  hashOfText,
  type LicenceOfferRow,
  licenceFactsOf,
  textFactsOf,
} from "./licence-offer-rows.server";
import { licenceText } from "./licence-text-rules";
import { countWaiting } from "./waiting-purchases-queries.server";

export type LicenceOfferCondition =
  | "may-trade"
  | "achievement-public"
  | "offer-whole"
  | "rights-free"
  | "nobody-waits"
  | "text-unchanged";

type Check = (context: MoveContext<LicenceOfferRow>) => ConditionResult | Promise<ConditionResult>;

/** The first fault becomes the message at its field, with its values. */
function withoutFault(
  faults: readonly LicenceFault[],
  rest: { formula: string; source: string },
): ConditionResult {
  const [first] = faults;
  // The kernel's answer carries no values; a refusal with values is thrown where it is found.
  if (first?.params)
    throw new DomainError(first.code, { field: first.field, params: first.params });
  return conditionOf(faults.length === 0, {
    inputs: { faults: faults.map((one) => `${one.field}: ${one.code}`) },
    ...rest,
    ...(first ? { code: first.code, field: first.field } : {}),
  });
}

export const licenceOfferConditions: Record<LicenceOfferCondition, Check> = {
  "may-trade": async ({ tx, subject }) => {
    const ban = await findBan(tx, subject.organisationId);
    return conditionOf(ban === null, {
      inputs: { banId: ban?.id ?? null },
      formula: "no running ban",
      source: "the market's rules on strikes and bans",
      code: "trade_banned_now",
    });
  },
  "achievement-public": ({ subject }) => {
    const { state, organisationId, isBlinded } = subject.achievement;
    const isOwn = organisationId === subject.organisationId;
    return conditionOf(state === "PUBLISHED" && isOwn && !isBlinded, {
      inputs: { state, isOwn, isBlinded },
      formula: "the achievement is the owner's, published and under its name",
      source: "market rule: what is licensed is open to everybody",
      code: "licence_achievement_not_public",
    });
  },
  "offer-whole": ({ subject }) =>
    withoutFault(findGaps(licenceFactsOf(subject)), {
      formula: "no gap, no word of praise, every patent number with its check digit",
      source: "Patent Law art. 50; Civil Code arts. 862, 863, 470",
    }),
  "rights-free": ({ subject, now }) =>
    withoutFault(findBars(licenceFactsOf(subject), calendarDate(now)), {
      formula: "no bar among the answers",
      source:
        "Implementing Rules of the Patent Law art. 86; Patent Law arts. 14, 50; Civil Code 865",
    }),
  "nobody-waits": async ({ tx, subject }) => {
    const waiting = await countWaiting(tx, subject.id);
    return conditionOf(waiting === 0, {
      inputs: { waiting },
      formula: "no purchase is confirmed or paid and not yet issued",
      source: "market rule: whoever accepted a text gets a licence of exactly that text",
      code: "licence_purchases_pending",
    });
  },
  "text-unchanged": ({ subject }) => {
    const present = hashOfText(licenceText(textFactsOf(subject)));
    return conditionOf(present === subject.textHash, {
      inputs: { stored: subject.textHash, present },
      formula: "sha256 of the text made now = stored hash",
      source: "market rule: a changed text is checked again",
      code: "licence_text_changed_meanwhile",
    });
  },
};
