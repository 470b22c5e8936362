import { Link } from "wouter";
import { Empty } from "../../ui/Empty.tsx";
import { Loading } from "../../ui/Loading.tsx";
import { Problem } from "../../ui/Problem.tsx";
import { useUsers } from "../../ui/use-users.ts";
import { SettingsPart } from "./SettingsPart.tsx";

export function UsersPart() {
  const users = useUsers();
  return (
    <SettingsPart title={users.data ? `Users (${users.data.length})` : "Users"} isWide>
      {users.isPending && <Loading what="the users" />}
      {users.error && <Problem error={users.error} what="the users" onRetry={() => void users.refetch()} />}
      {users.data?.length === 0 && (
        <Empty title="There are no users yet">
          <p>
            A host of a call becomes one; <code>POST /tamtam/v1/users</code> enters others.
          </p>
        </Empty>
      )}
      {users.data !== undefined && users.data.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="region" aria-label="List of users">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Title</th>
                <th scope="col">E-mail</th>
                <th scope="col">User id</th>
                <th scope="col">Active</th>
              </tr>
            </thead>
            <tbody>
              {users.data.map(({ id, name, title, emailAddress, isActive }) => (
                <tr key={id}>
                  <td>
                    <Link href={`/calls?host=${id}`}>{name}</Link>
                  </td>
                  <td>{title ?? "–"}</td>
                  <td>{emailAddress ?? "–"}</td>
                  <td className="number">{id}</td>
                  <td>{isActive ? "yes" : "no"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </SettingsPart>
  );
}
