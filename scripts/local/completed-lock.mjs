const SYSTEMS = {
  android: 'android',
  aix: 'aix',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  sunos: 'sunos',
  win32: 'win32',
  windows: 'win32',
}

const PROCESSORS = {
  64: 'x64',
  arm: 'arm',
  arm64: 'arm64',
  ia32: 'ia32',
  loong64: 'loong64',
  mips64el: 'mips64el',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  wasm32: 'wasm32',
  x64: 'x64',
}

/**
 * A lock file (version 3, parsed) in which every optional dependency has its entry, and the names
 * of those that were added. Throws where a name does not tell the system, or a version is a range:
 * an entry without them would be installed everywhere.
 */
export function completed(lock) {
  const packages = { ...lock.packages }
  const added = []
  for (const [parent, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isPresent(packages, parent, name)) continue
      packages[`node_modules/${name}`] = entryOf(name, version, entry)
      added.push(name)
    }
  }
  const sorted = Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, 'en'))
  return { lock: { ...lock, packages: Object.fromEntries(sorted) }, added }
}

/** Looks where Node would: in the parent's own folder, then in those around it. */
function isPresent(packages, parent, name) {
  let folder = parent
  for (;;) {
    const prefix = folder === '' ? '' : `${folder}/`
    if (`${prefix}node_modules/${name}` in packages) return true
    if (folder === '') return false
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  }
}

function entryOf(name, version, parent) {
  if (!/^\d+\.\d+\.\d+/.test(version))
    throw new Error(`${name}@${version} is not one exact version`)
  const words = name.replace(/^@[^/]*\//, '').split('-')
  const system = words.map((word) => SYSTEMS[word]).find((found) => found !== undefined)
  const processor = words.map((word) => PROCESSORS[word]).find((found) => found !== undefined)
  if (system === undefined || processor === undefined) {
    throw new Error(`${name} does not tell its system: add it to the lock file by hand`)
  }
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined
  return {
    version,
    cpu: [processor],
    ...(parent.dev === true ? { dev: true } : {}),
    ...(libc === undefined ? {} : { libc: [libc] }),
    optional: true,
    os: [system],
  }
}
