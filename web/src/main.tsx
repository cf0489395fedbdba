import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./theme.css";
import "./ui/global.css";
import { App } from "./app/app";
import { keepTheme } from "./app/preferences";
import { keepOffline } from "./app/version";

keepTheme();
const place = document.getElementById("app");
if (place) {
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
keepOffline();
