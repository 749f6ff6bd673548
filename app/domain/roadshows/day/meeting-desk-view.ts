export type DeskMeeting = {
  id: string;
  number: number;
  state: string;
  source: string;
  from: string;
  to: string;
  startsAt: string | null;
  place: string;
  minutes: string;
};

export type MeetingDeskPage = {
  title: string;
  number: number;
  isOpen: boolean;
  meetings: DeskMeeting[];
  page: number;
  pages: number;
  total: number;
  counts: { accepted: number; held: number; missed: number };
};
