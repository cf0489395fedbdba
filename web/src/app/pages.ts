import { lazy } from "react";

// What few look at need not delay what all do; the service worker has it in store.
export const LinkPage = lazy(async () => ({ default: (await import("../accounts/link-page")).LinkPage }));
export const SignInPage = lazy(async () => ({ default: (await import("../accounts/sign-in-page")).SignInPage }));
export const SignUpPage = lazy(async () => ({ default: (await import("../accounts/sign-up-page")).SignUpPage }));
export const SettingsPage = lazy(async () => ({ default: (await import("../settings/settings-page")).SettingsPage }));
export const ActivityPage = lazy(async () => ({ default: (await import("../activity/activity-page")).ActivityPage }));
export const ConflictsPage = lazy(async () => ({
  default: (await import("../conflicts/conflicts-page")).ConflictsPage,
}));
export const NoticesPage = lazy(async () => ({ default: (await import("../notifications/notices-page")).NoticesPage }));
