export { departementsOf, type AnnuaireRecord } from './annuaire.ts';
export { loadAnnuaire } from './annuaire-file.ts';
export {
  audit,
  judge,
  writeReports,
  type AuditHooks,
  type AuditPace,
  type AuditRequest,
  type AuditStart,
  type ReportFormat,
} from './audit.ts';
export { AuditFile } from './audit-file.ts';
export type { Check, CodeSpec, PageCheck, Problem, Settings, SiteCheck } from './check.ts';
export { checks } from './checks/index.ts';
export { Interrupted, type ProgressEvent } from './collect.ts';
export { loadConfig } from './config.ts';
export type * from './facts.ts';
export type { Excerpt, KeptProposal, Proposal } from './proposal.ts';
export type { SinceReport } from './since-report.ts';
export type { Execution, GridRow, Ignored, Limit, Report, Sample } from './report.ts';
export { judgeList, singleChecks, type SingleHooks, type SinglePage, type SingleRequest } from './single.ts';
export { VERSION } from './version.ts';
export { openBrowser, type Answer as RenderAnswer, type PageBrowser } from './render.ts';
