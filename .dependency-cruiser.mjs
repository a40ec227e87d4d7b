/**
 * Import directions. `tsc -b` refuses what a project does not reference; these rules say the rest, folder by folder.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

export default {
  forbidden: [
    forbid('no-circular', 'Data flows one way: no import may come back.', {}, { circular: true }),
    forbid('domain-is-pure', 'core/domain imports itself, zod and @internationalized/date.', { path: '^electron/core/domain/' }, {
      pathNot: '^electron/core/domain/|^node_modules/(zod|@internationalized/date)/',
    }),
    forbid('contract-is-pure', 'core/contract imports domain, zod and @orpc/contract.', { path: '^electron/core/contract/' }, {
      pathNot: '^electron/core/|^node_modules/(zod|@orpc/contract)/',
    }),
    forbid('electron-only-in-shell', 'Only electron/shell imports electron.', { pathNot: '^electron/shell/|^test/' }, {
      path: '^node_modules/electron/|^electron$',
    }),
    forbid('backend-below-shells', 'The backend knows no shell, host or command line.', { path: '^electron/backend/' }, {
      path: '^(electron/(shell|host|cli)|renderer)/',
    }),
    forbid('packs-import-core', 'backend/packs imports core.', { path: '^electron/backend/packs/' }, {
      path: '^electron/backend/(store|documents|printing|services)/|^templates/',
    }),
    forbid('store-stands-alone', 'backend/store imports core and its database.', { path: '^electron/backend/store/' }, {
      path: '^electron/backend/(packs|documents|printing|services)/|^templates/',
    }),
    forbid('sql-only-in-store', 'The database is opened in backend/store only.', { pathNot: '^electron/backend/store/|^test/' }, {
      path: '^node_modules/better-sqlite3',
    }),
    forbid('documents-import-templates', 'backend/documents imports core/domain and templates.', { path: '^electron/backend/documents/' }, {
      path: '^electron/(core/contract|backend/(packs|store|printing|services))/',
    }),
    forbid('printing-imports-core', 'backend/printing imports core.', { path: '^electron/backend/printing/' }, {
      path: '^electron/backend/(packs|store|documents|services)/|^templates/',
    }),
    forbid('templates-below-backend', 'templates import core/domain, react and react-pdf.', { path: '^templates/' }, {
      path: '^(electron/(core/contract|backend|shell|host|cli)|renderer)/',
    }),
    forbid('renderer-sees-core', 'The window sees electron/core only.', { path: '^renderer/' }, {
      path: '^electron/(backend|shell|host|cli)/|^templates/|^(node:)?(fs|path|child_process|crypto|os|net|http|worker_threads)$',
    }),
    forbid('not-to-tests', 'Nothing that ships imports a test, a benchmark or a script.', { path: '^(electron|renderer|templates)/' }, {
      path: '^(test|bench|scripts)/',
    }),
    forbid('resolvable', 'Every import can be resolved.', {}, { couldNotResolve: true, pathNot: '\\?(url|raw|worker)$' }),
  ],
  options: {
    // With TypeScript 7 the default parser sees no TypeScript and passes everything: test/unit/imports plants a violation.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'], extensions: ['.ts', '.tsx', '.mjs', '.js', '.css'] },
  },
};
