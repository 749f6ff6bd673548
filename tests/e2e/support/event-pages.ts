import type { Page } from "@playwright/test";
import { ID, linkOn, linksOn, readLinks } from "./page-links.ts";

const NUMBERED = /^\/roadshows\/\d+$/;
const OWN = (path: string) => new RegExp(`^${path}/${ID}$`);
const STAGE = new RegExp(`^/roadshows/\\d+/stage/${ID}$`);

/** The event of the demonstration that has its timetable: others make events of their own meanwhile. */
const PLANNED = "新材料与绿色化工";

const TABS = [
  ...["", "/edit", "/places", "/staff", "/dates", "/call", "/participants", "/timetable"],
  ...["/check-in", "/check-in/meetings", "/stage", "/questions", "/scores", "/signing"],
  ...["/follow-up", "/replays", "/report"],
];

/** Pages of roadshows, as each person can open them. */
export const EVENT_PAGES: Record<string, (page: Page) => Promise<string[]>> = {
  visitor: async (page) => {
    const coming = await linkOn(page, "/roadshows", NUMBERED);
    const held = await linkOn(page, "/roadshows?when=past", NUMBERED);
    const events = (await readLinks(page, "/roadshows")).filter((one) => NUMBERED.test(one.href));
    const planned = events.find((one) => one.text.includes(PLANNED))?.href ?? coming;
    const series = await linkOn(page, planned, /^\/roadshows\/series\/\d+$/);
    return [
      ...["/roadshows", "/roadshows?when=past", coming, planned, `${planned}/agenda`],
      ...[held, `${held}/agenda`, `${held}/report`, `${held}/replays`, series],
    ];
  },
  park: async (page) => {
    const list = "/desk/roadshows";
    const events = (await readLinks(page, list)).filter((one) => OWN(list).test(one.href));
    const first = await linkOn(page, list, OWN(list));
    const coming = events.find((one) => one.text.includes(PLANNED))?.href ?? first;
    const hall = await linksOn(page, `${coming}/stage`, new RegExp(`^${coming}/stage/${ID}$`));
    const screen = await linksOn(page, `${coming}/stage`, STAGE);
    const project = await linksOn(page, `${coming}/call`, new RegExp(`^${coming}/call/${ID}$`));
    const held = events.find((one) => one.text.includes("高端装备"))?.href ?? coming;
    const sheet = await linksOn(page, `${held}/scores`, new RegExp(`^${held}/scores/${ID}$`));
    const series = await linkOn(page, `${list}/series`, new RegExp(`^${list}/series/${ID}$`));
    const report = await linksOn(page, series, new RegExp(`^${list}/series/\\d+/report$`));
    return [
      ...[list, `${list}/new`, `${list}/series`, series, ...report],
      ...TABS.map((tab) => `${coming}${tab}`),
      ...["", "/scores", "/follow-up", "/report"].map((tab) => `${held}${tab}`),
      ...[...hall, ...screen, ...project, ...sheet],
    ];
  },
  firm: async (page) => {
    const visit = await linkOn(page, "/desk/visits", OWN("/desk/visits"));
    const open = await linkOn(page, "/roadshows", NUMBERED);
    const held = await linkOn(page, "/roadshows?when=past", NUMBERED);
    return [
      ...[
        "/desk/visits",
        ...["", "/people", "/meetings", "/agenda", "/cards"].map((one) => visit + one),
      ],
      ...[`${open}/register`, `${open}/live`, `${held}/rate`],
    ];
  },
  researcher: async (page) => {
    const pitch = await linkOn(page, "/desk/pitches", OWN("/desk/pitches"));
    const lead = await linkOn(page, "/desk/leads", OWN("/desk/leads"));
    const calling = await linkOn(page, "/roadshows?state=CALL_OPEN", NUMBERED);
    const fresh = await linkOn(page, calling, /^\/desk\/pitches\/new\?roadshow=/);
    return [
      ...["/desk/pitches", pitch, `${pitch}/follow-up`, `${pitch}/recording`],
      ...["/desk/leads", lead, fresh],
    ];
  },
  "city-reviewer": async (page) => {
    const seat = await linkOn(page, "/desk/judging", OWN("/desk/judging"));
    const sheet = await linksOn(page, seat, new RegExp(`^${seat}/${ID}$`));
    const stage = await linksOn(page, "/desk/judging", new RegExp(`^/desk/judging/${ID}/stage$`));
    const seats = await linksOn(page, "/desk/seats", OWN("/desk/seats"));
    return ["/desk/judging", seat, ...sheet, ...stage, "/desk/seats", ...seats, "/desk/signings"];
  },
  operator: async (page) => {
    const list = "/office/roadshows";
    return ["/office/roadshows", await linkOn(page, list, OWN("/office/roadshows"))];
  },
};
