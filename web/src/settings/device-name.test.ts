import { expect, test } from "vitest";
import { deviceName } from "./device-name";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";
const PIXEL =
  "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36";
const IPAD =
  "Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/604.1";
const CHROME =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

test("a device is called by its browser and its system", () => {
  expect(deviceName(FIREFOX)).toEqual({ name: "Firefox on Linux", icon: "laptop" });
  expect(deviceName(PIXEL)).toEqual({ name: "Chrome on Android", icon: "phone" });
  expect(deviceName(IPAD)).toEqual({ name: "Safari on iPad", icon: "tablet" });
});

test("a browser that claims to be another goes by its own name", () => {
  expect(deviceName(`${CHROME} Edg/142.0.0.0`).name).toBe("Edge on Windows");
});

test("Opera, which claims to be Chrome, goes by its own name", () => {
  expect(deviceName(`${CHROME} OPR/124.0.0.0`).name).toBe("Opera on Windows");
});

test("what is no browser goes by the first word it says", () => {
  expect(deviceName("curl/8.5.0").name).toBe("curl");
  expect(deviceName("").name).toBe("Unknown device");
});
