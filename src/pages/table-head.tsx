/** The first row of a table; '' stands above what needs no name, such as buttons. */
export function TableHead({ columns }: { readonly columns: readonly string[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (column === '' ? <td></td> : <th scope="col">{column}</th>))}
      </tr>
    </thead>
  )
}
