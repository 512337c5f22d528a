package id.capaian.people.boundary;

import id.capaian.kernel.page.Turn;
import id.capaian.people.control.AccountState;
import java.util.List;
import java.util.Map;

/**
 * The page of accounts.
 *
 * @param counts  how many people are at each stage
 * @param turn    where the list goes on, null when it is whole
 * @param refused why somebody was not told once more, null when nobody asked
 */
public record AccountsView(Map<AccountState.Stage, Integer> counts, List<AccountState> people, Turn turn,
        String refused) {
}
