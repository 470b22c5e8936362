import icon from "../icon.svg";

export function Logo() {
  return (
    <span className="logo">
      <img src={icon} alt="" width="26" height="26" /> Tamtam
    </span>
  );
}
