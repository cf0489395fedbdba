import { lazily } from "./lazily";

export const LinkPage = lazily(async () => (await import("../accounts/link-page")).LinkPage);
export const SignInPage = lazily(async () => (await import("../accounts/sign-in-page")).SignInPage);
export const SignUpPage = lazily(async () => (await import("../accounts/sign-up-page")).SignUpPage);
export const SettingsPage = lazily(async () => (await import("../settings/settings-page")).SettingsPage);
