import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const server = 'http://127.0.0.1:8080'

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: '../wwwroot',
    emptyOutDir: true,
    // The page's content security policy allows no inline data for scripts or fonts.
    assetsInlineLimit: 0,
  },
  server: {
    proxy: {
      '/api': server,
      '/live': { target: server, ws: true },
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test-setup.ts'],
    css: false,
    // Dialogs are slow in jsdom, and the machine may be busy with the other suites.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
