/** Addresses of an event's pages. `number` is its public number, `id` its key on the desk. */
export const roadshowHref = (number: number) => `/roadshows/${number}`;
export const organiserHref = (id: string, page = "") =>
  `/desk/roadshows/${id}${page && `/${page}`}`;
export const officeRoadshowHref = (id: string) => `/office/roadshows/${id}`;
/** A project on the desk of who pitches. */
export const pitchHref = (id: string) => `/desk/pitches/${id}`;
/** A participant's own page: agenda, wishes, meetings. */
export const visitHref = (participantId: string, page = "") =>
  `/desk/visits/${participantId}${page && `/${page}`}`;
/** Work of a reviewer or judge. */
export const seatHref = (memberId: string) => `/desk/judging/${memberId}`;
export const leadHref = (id: string) => `/desk/leads/${id}`;
/** Where a person accepts or declines a seat. */
export const seatAnswerHref = (memberId: string) => `/desk/seats/${memberId}`;
export const seriesHref = (number: number) => `/roadshows/series/${number}`;
