/** The policy editor: Monaco behind one component. This face is light; Monaco itself is loaded by the component. */

/** The body of the Policies region: the text of the selected policy, with its marks. */
export { PolicyEditor } from './PolicyEditor.tsx'
