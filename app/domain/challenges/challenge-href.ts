// Addresses of the pages of an open challenge.

export const publicHref = (number: number) => `/challenges/${number}`;
export const deskHref = (challengeId: string) => `/desk/challenges/${challengeId}`;
export const officeHref = (challengeId: string) => `/office/challenges/${challengeId}`;
export const intentionHref = (intentionId: string) => `/desk/intentions/${intentionId}`;
export const takerHref = (takerId: string) => `/desk/challenges/takers/${takerId}`;
export const appraisalHref = (challengeId: string) => `/desk/challenges/appraisals/${challengeId}`;
