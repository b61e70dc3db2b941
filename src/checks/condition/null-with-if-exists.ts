import { accessFix, defineCheck } from '../check.ts'

/** `NullIfExists`: `Null` is itself the question whether a key is there. */
export default defineCheck({
  id: 'null-with-if-exists',
  severity: 'error',
  appliesTo: 'all',
  peers: ['Access Analyzer'],
  statement({ faults }, { edit, report }) {
    for (const fault of faults) {
      if (fault.kind !== 'unknownOperator' || !/^(?:For\w+:)?NullIfExists$/iu.test(fault.value))
        continue
      report(
        fault.span,
        `"${fault.value}" is no operator: Null already asks whether the key exists. AWS rejects the statement.`,
        { fixes: [accessFix('Change to Null', edit.replace(fault.span, 'Null'))] },
      )
    }
  },
})
