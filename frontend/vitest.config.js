import { defineConfig } from "vitest/config";

// A test takes as long as the machine needs.
export default defineConfig({ test: { setupFiles: ["./vitest.setup.js"], testTimeout: 120_000 } });
