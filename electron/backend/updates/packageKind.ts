import type { PackageKind } from '#core/domain/update.ts';

/** What this program was installed from; null for a system that no package is made for. */
export function packageKind(
  platform: NodeJS.Platform = process.platform,
  arch: string = process.arch,
  env: NodeJS.ProcessEnv = process.env,
): PackageKind | null {
  if (platform === 'win32') return arch === 'x64' ? 'windows-x64' : null;
  if (platform === 'darwin') return arch === 'arm64' ? 'mac-arm64' : arch === 'x64' ? 'mac-x64' : null;
  if (platform !== 'linux' || (arch !== 'x64' && arch !== 'arm64')) return null;
  // The AppImage's own start names its file; nothing else does.
  return `linux-${arch}-${env.APPIMAGE ? 'appimage' : 'deb'}`;
}
