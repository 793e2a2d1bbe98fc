export { defaultConfig, parseConfig, type Config, type ConfigIssue } from './config.ts';
export {
  defectKey,
  defectsOf,
  isTemplateFault,
  TEMPLATE_PAGES,
  TEMPLATE_SHARE,
  type Defect,
} from './defect.ts';
export { QualeprefError } from './error.ts';
export {
  bySeverity,
  reaches,
  type Finding,
  type Outcome,
  type Owner,
  type Place,
  type Severity,
} from './finding.ts';
export { typeset } from './french.ts';
export { grid, type GridItem, type Mode, type Origin } from './grid.ts';
export { parseQuarter, quarterLabel, quarterOf, type Quarter } from './period.ts';
export { tally, verdictOf, type Decision, type Tally, type Verdict } from './verdict.ts';
