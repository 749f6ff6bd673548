import { useTranslation } from "react-i18next";
import type { RoomMessage } from "~/domain/deals/deal-message-view";

/** The sentence of an event, with roles and reasons in words. */
export function useEventText() {
  const { t, i18n } = useTranslation("deals");
  return (event: NonNullable<RoomMessage["event"]>): string => {
    const key = `event.${event.code}`;
    if (!i18n.exists(`deals:${key}`)) return event.code;
    const named = (group: string, value: string | number) => {
      const name = `${group}.${value}`;
      return i18n.exists(`deals:${name}`) ? t(name as "roles.SUPPLY") : value;
    };
    const { role, side, closeCode } = event.params;
    const params = {
      ...event.params,
      ...(role === undefined ? {} : { role: named("roles", role) }),
      ...(side === undefined ? {} : { side: named("roles", side) }),
    };
    const text = t(key as "event.opened", params).trim();
    return closeCode === undefined ? text : `${text} ${named("closeCodes", closeCode)}`;
  };
}
