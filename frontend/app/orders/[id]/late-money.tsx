/** What becomes of money that comes when the order has ended. */
export function LateMoney() {
  return (
    <>
      you get the ticket if it is still free at the same price; if not, all of the money goes back to you. Either way it
      happens by itself.
    </>
  );
}
