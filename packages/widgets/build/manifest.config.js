export default {
  globs: ['src/{element,appointment-booking,feedback-form,results-badge,define}.ts'],
  litelement: true,
  packagejson: false,
  quiet: true,
};
