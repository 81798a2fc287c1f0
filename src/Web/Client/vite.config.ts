import { defineConfig } from "vite";

// Names without hashes: the server adds fingerprints and answers with ETags.
export default defineConfig({
  base: "./",
  build: {
    outDir: "../wwwroot/client",
    emptyOutDir: true,
    target: "es2023",
    sourcemap: false,
    chunkSizeWarningLimit: 2000,
    rollupOptions: {
      input: { map: "src/map.ts", frame: "src/frame.ts" },
      preserveEntrySignatures: "exports-only",
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name].js",
        assetFileNames: "[name][extname]",
      },
    },
  },
  worker: {
    format: "es",
    rollupOptions: { output: { entryFileNames: "map-worker.js", chunkFileNames: "[name].js" } },
  },
});
