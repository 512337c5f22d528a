package id.capaian.admin.account;

import id.capaian.keycloak.admin.Account;
import id.capaian.keycloak.admin.KeycloakAdmin;
import id.capaian.keycloak.admin.NewAccount;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Accounts as one tenant gets them. The realm knows a user name once, so an account that is there already may have been
 * made at another government's wish, with another address and another's first password: whoever can name a number must
 * not come to hold its account.
 */
public final class TenantAccounts {

    private final KeycloakAdmin keycloak;
    private final FirstPasswords passwords;

    public TenantAccounts(KeycloakAdmin keycloak, FirstPasswords passwords) {
        this.keycloak = keycloak;
        this.passwords = passwords;
    }

    /** Who an account is for. E-mail is null when none is known. */
    public record Holder(String username, String name, String email) {
    }

    /** The account belongs to somebody else; the message says what to do. */
    public static final class Foreign extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Foreign() {
            super("an account of this user name belongs to another government, or to whoever runs the"
                    + " platform; when it is the same person, an operator hands it over with `account adopt`");
        }
    }

    /**
     * The tenant's account of this holder, made when there is none. One that belongs to nobody (a run that was cut off)
     * is given to the holder anew, with whatever it had before taken away.
     *
     * @throws Foreign when the account is a member of other organizations only, or an operator's
     */
    public Account of(String organization, Holder holder) {
        Optional<Account> present = keycloak.accounts().find(holder.username());
        Set<String> memberships = present.map(account -> keycloak.organizations().idsOf(account.id())).orElse(Set.of());
        if (memberships.contains(organization)) {
            return present.orElseThrow();
        }
        if (!memberships.isEmpty() || present.filter(account -> keycloak.accounts().hasRealmRole(account.id()))
                .isPresent()) {
            throw new Foreign();
        }
        return present.map(account -> handOver(account, organization, holder)).orElseGet(() -> {
            Account made = keycloak.accounts().ensure(wanted(holder));
            keycloak.organizations().addMember(organization, made.id());
            return made;
        });
    }

    /** The same, and an account of another government is handed over: old ways in and running sessions end. */
    Account adopt(String organization, Holder holder) {
        Optional<Account> present = keycloak.accounts().find(holder.username());
        return present.map(account -> handOver(account, organization, holder))
                .orElseGet(() -> of(organization, holder));
    }

    /**
     * Keycloak lets no member of an organization be without an address once it is changed: whoever has none leaves, is
     * changed, and comes back. A run that is cut off in between leaves an account of nobody, for the next run to
     * take up.
     */
    private Account handOver(Account account, String organization, Holder holder) {
        Set<String> memberships = new HashSet<>(Set.of(organization));
        if (holder.email() == null) {
            memberships.addAll(keycloak.organizations().idsOf(account.id()));
            memberships.forEach(id -> keycloak.organizations().removeMember(id, account.id()));
        }
        keycloak.accounts().renew(account.id(), wanted(holder));
        memberships.forEach(id -> keycloak.organizations().addMember(id, account.id()));
        return account;
    }

    private NewAccount wanted(Holder holder) {
        return new NewAccount(holder.username(), holder.name(), holder.email(), Map.of(),
                passwords.atOnce(holder.email()));
    }
}
