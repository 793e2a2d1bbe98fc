export { createApp } from './app.ts';
export { jsonLog, type Log, type LogFields } from './log.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { loadSettings, settingsOf, type Settings } from './settings.ts';
export { migrate, openStore, type Store, type StoreOptions } from './store/database.ts';
export { loadWidgets, type WidgetFiles } from './widget-files.ts';
export type { World } from './world.ts';
