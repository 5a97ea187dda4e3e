# What is said about saved queries.

queries-none = No queries have been saved yet. Save one with --save, for example: draad search 'trust*' --save trust
query-removed = The query `{ $query }` was removed: { $text }
