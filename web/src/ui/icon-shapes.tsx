import type { ReactNode } from "react";

/** Every icon that there is, drawn on a grid of 20 px. */
export type IconName = keyof typeof ICON_SHAPES;

export const ICON_SHAPES = {
  activity: <path d="M2.75 10h3l2.5-5.75 3.5 11.5 2.5-5.75h3" />,
  bell: (
    <>
      <path d="M10 3a4.75 4.75 0 0 0-4.75 4.75c0 3.4-.9 4.75-1.75 5.75h13c-.85-1-1.75-2.35-1.75-5.75A4.75 4.75 0 0 0 10 3z" />
      <path d="M8.25 16.25a2 2 0 0 0 3.5 0" />
    </>
  ),
  calendar: (
    <>
      <rect x="3.25" y="4.25" width="13.5" height="12.5" rx="2.25" />
      <path d="M3.25 8h13.5M7 2.5v3M13 2.5v3" />
    </>
  ),
  check: <path d="m4.25 10.5 3.75 3.75 7.75-8.5" />,
  copy: (
    <>
      <rect x="7.25" y="7.25" width="9" height="9" rx="1.75" />
      <path d="M4.75 12.75h-.25A1.25 1.25 0 0 1 3.25 11.5v-7a1.25 1.25 0 0 1 1.25-1.25h7a1.25 1.25 0 0 1 1.25 1.25v.25" />
    </>
  ),
  down: <path d="m5 7.75 5 5 5-5" />,
  eye: (
    <>
      <path d="M3 10s2.5-4.75 7-4.75S17 10 17 10s-2.5 4.75-7 4.75S3 10 3 10z" />
      <circle cx="10" cy="10" r="2" />
    </>
  ),
  "flag-1": (
    <>
      <path d="M4.75 17.25V3.5" />
      <path fill="currentColor" d="M4.75 3.75h11l-2.5 3.75 2.5 3.75h-11z" />
    </>
  ),
  "flag-2": (
    <>
      <path d="M4.75 17.25V3.5" />
      <path d="M4.75 3.75h11l-2.5 3.75 2.5 3.75h-11z" />
      <path fill="currentColor" stroke="none" d="M4.75 3.75h11l-2.5 3.75H4.75z" />
    </>
  ),
  "flag-3": (
    <>
      <path d="M4.75 17.25V3.5" />
      <path d="M4.75 3.75h11l-2.5 3.75 2.5 3.75h-11z" />
    </>
  ),
  "flag-4": (
    <>
      <path d="M4.75 17.25V3.5" />
      <path d="m4.75 3.75 10 3.75-10 3.75" />
    </>
  ),
  folder: (
    <path d="M3 6.2a1.45 1.45 0 0 1 1.45-1.45h3.1L9.5 6.75h6.05A1.45 1.45 0 0 1 17 8.2v6.1a1.45 1.45 0 0 1-1.45 1.45H4.45A1.45 1.45 0 0 1 3 14.3z" />
  ),
  fork: (
    <path d="M3 10h5l3.25-4.5h5.5M8 10l3.25 4.5h5.5M14.5 3.25l2.25 2.25-2.25 2.25M14.5 12.25l2.25 2.25-2.25 2.25" />
  ),
  gear: (
    <>
      <circle cx="10" cy="10" r="2.25" />
      <circle cx="10" cy="10" r="5.25" />
      <path d="M10 2.75v2M10 15.25v2M2.75 10h2M15.25 10h2M4.87 4.87l1.42 1.42M13.71 13.71l1.42 1.42M4.87 15.13l1.42-1.42M13.71 6.29l1.42-1.42" />
    </>
  ),
  globe: (
    <>
      <circle cx="10" cy="10" r="6.75" />
      <ellipse cx="10" cy="10" rx="2.9" ry="6.75" />
      <path d="M3.25 10h13.5" />
    </>
  ),
  grip: (
    <g fill="currentColor" stroke="none">
      <circle cx="7.5" cy="5" r="1.25" />
      <circle cx="12.5" cy="5" r="1.25" />
      <circle cx="7.5" cy="10" r="1.25" />
      <circle cx="12.5" cy="10" r="1.25" />
      <circle cx="7.5" cy="15" r="1.25" />
      <circle cx="12.5" cy="15" r="1.25" />
    </g>
  ),
  half: (
    <>
      <circle cx="10" cy="10" r="6.75" />
      <path fill="currentColor" stroke="none" d="M10 3.25a6.75 6.75 0 0 1 0 13.5z" />
    </>
  ),
  hidden: (
    <>
      <path d="M3 10s2.5-4.75 7-4.75S17 10 17 10s-2.5 4.75-7 4.75S3 10 3 10z" />
      <path d="m4 16 12-12" />
    </>
  ),
  inbox: (
    <>
      <path d="M3.25 11h3.5l1.3 2.25h3.9L13.25 11h3.5" />
      <path d="M3.25 11 5.2 5.05a1.2 1.2 0 0 1 1.14-.8h7.32a1.2 1.2 0 0 1 1.14.8L16.75 11v3.5a1.75 1.75 0 0 1-1.75 1.75H5a1.75 1.75 0 0 1-1.75-1.75z" />
    </>
  ),
  keyboard: (
    <>
      <rect x="2.5" y="5.25" width="15" height="9.5" rx="2" />
      <path d="M5.75 8.5h.01M8.6 8.5h.01M11.4 8.5h.01M14.25 8.5h.01M7 11.75h6" />
    </>
  ),
  laptop: (
    <>
      <rect x="4.25" y="4.25" width="11.5" height="8.5" rx="1.5" />
      <path d="M2.5 15.75h15" />
    </>
  ),
  leave: (
    <path d="M8.25 3.75H5A1.75 1.75 0 0 0 3.25 5.5v9A1.75 1.75 0 0 0 5 16.25h3.25M8.5 10h8.25M13.5 6.75 16.75 10l-3.25 3.25" />
  ),
  left: <path d="m12.25 5-5 5 5 5" />,
  link: (
    <>
      <path d="M8.5 11.5a3 3 0 0 0 4.25 0l2.4-2.4a3 3 0 0 0-4.25-4.25l-.9.9" />
      <path d="M11.5 8.5a3 3 0 0 0-4.25 0l-2.4 2.4a3 3 0 0 0 4.25 4.25l.9-.9" />
    </>
  ),
  lock: (
    <>
      <rect x="4.25" y="8.75" width="11.5" height="8" rx="1.75" />
      <path d="M7 8.75V6.5a3 3 0 0 1 6 0v2.25" />
    </>
  ),
  mail: (
    <>
      <rect x="3" y="4.75" width="14" height="10.5" rx="2" />
      <path d="m3.5 6.5 6.5 4.75 6.5-4.75" />
    </>
  ),
  moon: <path d="M16.25 11.7A6.6 6.6 0 1 1 8.3 3.75a5.2 5.2 0 0 0 7.95 7.95z" />,
  more: (
    <>
      <circle fill="currentColor" stroke="none" cx="4.75" cy="10" r="1.4" />
      <circle fill="currentColor" stroke="none" cx="10" cy="10" r="1.4" />
      <circle fill="currentColor" stroke="none" cx="15.25" cy="10" r="1.4" />
    </>
  ),
  note: <path d="M4 5.5h12M4 10h12M4 14.5h7" />,
  pencil: <path d="m4 16 .8-3.4 8.1-8.1a1.5 1.5 0 0 1 2.1 0l.5.5a1.5 1.5 0 0 1 0 2.1l-8.1 8.1zM11.5 5.9l2.6 2.6" />,
  phone: (
    <>
      <rect x="5.75" y="2.75" width="8.5" height="14.5" rx="2" />
      <path d="M9.25 14.5h1.5" />
    </>
  ),
  plug: <path d="M7.25 3v4M12.75 3v4M5 7h10v2.5a5 5 0 0 1-10 0zM10 14.5v2.75" />,
  plus: <path d="M10 4.25v11.5M4.25 10h11.5" />,
  postpone: <path d="M3.5 10h8.75M9.25 6.5l3.5 3.5-3.5 3.5M16.5 4.5v11" />,
  repeat: (
    <>
      <path d="M4 9.5v-.75A2.75 2.75 0 0 1 6.75 6H16M13.25 3.25 16 6l-2.75 2.75" />
      <path d="M16 10.5v.75A2.75 2.75 0 0 1 13.25 14H4M6.75 16.75 4 14l2.75-2.75" />
    </>
  ),
  right: <path d="m7.75 5 5 5-5 5" />,
  search: (
    <>
      <circle cx="9" cy="9" r="5.25" />
      <path d="m13 13 3.75 3.75" />
    </>
  ),
  shield: <path d="m10 3 6 2v4.5c0 3.75-2.6 6.3-6 7.5-3.4-1.2-6-3.75-6-7.5V5z" />,
  sidebar: (
    <>
      <rect x="3.25" y="4.25" width="13.5" height="11.5" rx="2.25" />
      <path d="M8 4.25v11.5" />
    </>
  ),
  sliders: (
    <>
      <path d="M3.25 6h8.25M15 6h1.75M3.25 14H5M8.5 14h8.25" />
      <circle cx="13.25" cy="6" r="1.75" />
      <circle cx="6.75" cy="14" r="1.75" />
    </>
  ),
  snooze: (
    <>
      <circle cx="10" cy="10.75" r="5.75" />
      <path d="M10 7.75v3l2 1.5M3.25 5.5 5.75 3.4M16.75 5.5l-2.5-2.1" />
    </>
  ),
  subtasks: <path d="m3.25 5.75 1.4 1.4 2.6-2.9M10.25 5.75h6.5M3.25 13.5l1.4 1.4 2.6-2.9M10.25 13.5h6.5" />,
  sun: (
    <>
      <circle cx="10" cy="10" r="3.25" />
      <path d="M10 2.75v1.5M10 15.75v1.5M2.75 10h1.5M15.75 10h1.5M4.87 4.87l1.06 1.06M14.07 14.07l1.06 1.06M4.87 15.13l1.06-1.06M14.07 5.93l1.06-1.06" />
    </>
  ),
  tablet: (
    <>
      <rect x="4.25" y="2.75" width="11.5" height="14.5" rx="2" />
      <path d="M9 14.5h2" />
    </>
  ),
  tag: (
    <>
      <path d="M3.5 9.2V4.7a1.2 1.2 0 0 1 1.2-1.2h4.5c.4 0 .78.16 1.06.44l6.05 6.05a1.5 1.5 0 0 1 0 2.12l-4.2 4.2a1.5 1.5 0 0 1-2.12 0l-6.05-6.05A1.5 1.5 0 0 1 3.5 9.2z" />
      <circle fill="currentColor" stroke="none" cx="7" cy="7" r="1" />
    </>
  ),
  today: (
    <>
      <rect x="3.25" y="4.25" width="13.5" height="12.5" rx="2.25" />
      <path d="M3.25 8h13.5M7 2.5v3M13 2.5v3" />
      <circle fill="currentColor" stroke="none" cx="10" cy="12.4" r="1.75" />
    </>
  ),
  trash: (
    <path d="M4 5.75h12M8 5.5V4.25a1 1 0 0 1 1-1h2a1 1 0 0 1 1 1V5.5M5.5 5.75l.62 9.35a1.5 1.5 0 0 0 1.5 1.4h4.76a1.5 1.5 0 0 0 1.5-1.4l.62-9.35" />
  ),
  tray: <path d="M10 3.5v9M6.5 9l3.5 3.5L13.5 9M3.5 13v2a1.75 1.75 0 0 0 1.75 1.75h9.5A1.75 1.75 0 0 0 16.5 15v-2" />,
  undo: <path d="M3.75 8h8a4.25 4.25 0 0 1 0 8.5H7.5M7 4.75 3.75 8 7 11.25" />,
  up: <path d="m5 12.25 5-5 5 5" />,
  upcoming: (
    <>
      <rect x="3.25" y="4.25" width="13.5" height="12.5" rx="2.25" />
      <path d="M3.25 8h13.5M7 2.5v3M13 2.5v3" />
      <path d="M6.75 12.4h.01M10 12.4h.01M13.25 12.4h.01" strokeWidth="2" />
    </>
  ),
  user: (
    <>
      <circle cx="10" cy="7" r="3.25" />
      <path d="M4 16.5c.7-2.9 3.1-4.25 6-4.25s5.3 1.35 6 4.25" />
    </>
  ),
  window: (
    <>
      <rect x="3.25" y="4.25" width="13.5" height="11.5" rx="2.25" />
      <path d="M3.25 7.75h13.5" />
    </>
  ),
  x: <path d="m5.5 5.5 9 9M14.5 5.5l-9 9" />,
} as const satisfies Record<string, ReactNode>;
