import react from "@vitejs/plugin-react";
import { VitePWA } from "vite-plugin-pwa";
import { defineConfig } from "vitest/config";

const server = "http://127.0.0.1:8000";

const pwa = VitePWA({
  strategies: "injectManifest",
  srcDir: "src",
  filename: "sw.ts",
  injectRegister: false,
  manifest: false,
  injectManifest: { globPatterns: ["**/*.{js,css,html,svg,webmanifest,woff2}"], globIgnores: ["**/sw.js"] },
});

export default defineConfig({
  plugins: [react(), pwa],
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // The content policy of the server allows no data: addresses and no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: "es2023",
  },
  server: {
    proxy: {
      "/api": { target: server, changeOrigin: false },
      "/socket.io": { target: server, ws: true, changeOrigin: false },
    },
  },
  test: { environment: "node", include: ["src/**/*.test.{ts,tsx}"], testTimeout: 10_000 },
});
