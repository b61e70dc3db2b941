import createTagged from './create-tagged.json' with { type: 'json' }
import eventIntegrations from './event-integrations.json' with { type: 'json' }
import readReports from './read-reports.json' with { type: 'json' }
import testUsers from './test-users.json' with { type: 'json' }
import trailingComma from './trailing-comma.json' with { type: 'json' }
import viewOwnUser from './view-own-user.json' with { type: 'json' }
import viewUser from './view-user.json' with { type: 'json' }

/** A workspace to look at: a question, or a plain name. */
export interface Example {
  readonly id: string
  readonly title: string
  /** What there is to see. */
  readonly about: string
  /** As in its file; it goes through the same door as every other. */
  readonly workspace: unknown
}

/** The examples in the order of the menu; the page opens on the first. All but that are policies as AWS publishes them. */
export const examples: readonly Example[] = [
  {
    id: 'read-reports',
    title: 'Read reports, except salaries',
    about: 'An allow, and a deny that beats it',
    workspace: readReports,
  },
  {
    id: 'view-own-user',
    title: 'Can people see their own permissions?',
    about: 'A policy variable, and who has no user name',
    workspace: viewOwnUser,
  },
  {
    id: 'view-user',
    title: 'View user',
    about: 'Two actions on everything',
    workspace: viewUser,
  },
  {
    id: 'event-integrations',
    title: "Why can't I delete an event integration?",
    about: 'A misspelt service allows nothing',
    workspace: eventIntegrations,
  },
  {
    id: 'test-users',
    title: 'Can only test users be updated?',
    about: 'A condition on the tags of the resource',
    workspace: testUsers,
  },
  {
    id: 'create-tagged',
    title: 'Must a new user carry a tag?',
    about: 'A condition on the tags in the request',
    workspace: createTagged,
  },
  {
    id: 'trailing-comma',
    title: 'Why is this policy refused?',
    about: 'A comma too many, and a colon too many behind it',
    workspace: trailingComma,
  },
]
