import { writeWorkspace, type Workspace } from '#workspace'
import { downloadFile } from '../download-file.ts'

/** The workspace as the text of a file. */
export function fileText(workspace: Workspace): string {
  return `${JSON.stringify(writeWorkspace(workspace), null, 2)}\n`
}

/** A name for files of the workspace, safe on every system. */
export function fileName({ title }: Pick<Workspace, 'title'>): string {
  const name = (title ?? '')
    .slice(0, 80)
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/gu, '')
  return name === '' ? 'workspace' : name
}

/** Hands the workspace to the browser as a file. */
export function downloadWorkspace(workspace: Workspace): void {
  downloadFile(`${fileName(workspace)}.sidelight.json`, fileText(workspace))
}
